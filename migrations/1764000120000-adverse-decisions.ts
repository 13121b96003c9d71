import { MigrationInterface, QueryRunner } from 'typeorm';

/** Decisions against a party: told beforehand, the party's word and the answer to it, a second person, and hidden until served. */
export class AdverseDecisions1764000120000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(DECISIONS);
    await db.query(PAPERS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

const DECISIONS = `
  CREATE TABLE adverse_decision (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    case_id uuid NOT NULL REFERENCES case_record (id),
    state text NOT NULL CHECK (state IN ('open', 'decided', 'served', 'dropped', 'void')),
    measure text NOT NULL CHECK (measure <> ''),
    reasons text NOT NULL CHECK (reasons <> ''),
    conditions jsonb NOT NULL,
    proposed_by uuid NOT NULL,
    proposed_by_name text NOT NULL,
    proposed_at timestamptz NOT NULL,
    excluded uuid[] NOT NULL,
    notice_id uuid REFERENCES case_notice (id),
    statement_until date NOT NULL,
    -- the last day leans on a year without published holidays
    statement_provisional boolean NOT NULL,
    hearing_right boolean NOT NULL,
    statement text,
    statement_file_ids uuid[] NOT NULL DEFAULT '{}',
    stated_at timestamptz,
    stated_by uuid,
    stated_by_name text,
    answering text CHECK (answering IN ('adopted', 'partly', 'rejected')),
    answer text,
    answered_at timestamptz,
    answered_by_name text,
    decided_by uuid,
    decided_by_name text,
    decided_at timestamptz,
    decided_reason text,
    decision_notice_id uuid REFERENCES case_notice (id),
    served_on date,
    service_method text,
    received_by text,
    served_at timestamptz,
    served_by_name text,
    -- two persons, whatever the program says
    CHECK (decided_by IS NULL OR (decided_by <> proposed_by AND NOT decided_by = ANY (excluded))),
    CHECK (NOT proposed_by = ANY (excluded)),
    CHECK (statement IS NULL OR stated_at IS NOT NULL),
    CHECK ((answer IS NULL) = (answered_at IS NULL)),
    CHECK (state <> 'served' OR (served_on IS NOT NULL AND service_method IS NOT NULL AND received_by IS NOT NULL)),
    CHECK (state NOT IN ('decided', 'served') OR (decided_by IS NOT NULL AND (statement IS NULL OR answer IS NOT NULL)))
  );
  CREATE UNIQUE INDEX adverse_decision_one_open ON adverse_decision (case_id) WHERE state IN ('open', 'decided');
  CREATE INDEX adverse_decision_case ON adverse_decision (case_id, id);
`;

const PAPERS = `
  ALTER TABLE case_notice ADD COLUMN withheld boolean NOT NULL DEFAULT false;
  ALTER TABLE case_notice DROP CONSTRAINT case_notice_kind_check;
  ALTER TABLE case_notice ADD CONSTRAINT case_notice_kind_check CHECK (kind IN ('acceptance', 'correction', 'rejection', 'decision', 'service', 'intent'));
  ALTER TABLE case_decision DROP CONSTRAINT case_decision_outcome_check;
  ALTER TABLE case_decision ADD CONSTRAINT case_decision_outcome_check CHECK (outcome IN ('granted', 'refused', 'imposed'));
`;
