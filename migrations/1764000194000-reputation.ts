import { MigrationInterface, QueryRunner } from 'typeorm';

/** Scores of firms, findings against them, what became of their work, replies to ratings; the engineer a bid names. */
export class Reputation1764000194000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE firm_finding (
        id uuid CONSTRAINT firm_finding_pkey PRIMARY KEY,
        kind text NOT NULL CONSTRAINT firm_finding_kind CHECK (kind IN ('fraud', 'fault')),
        firm_id uuid NOT NULL CONSTRAINT firm_finding_firm REFERENCES organisation (id),
        firm_name text NOT NULL,
        region_code text NOT NULL,
        task_id uuid CONSTRAINT firm_finding_task REFERENCES service_task (id),
        task_title text,
        occurred_on date NOT NULL,
        source text NOT NULL,
        facts text NOT NULL,
        legal_basis text NOT NULL,
        evidence_file_id uuid NOT NULL,
        state text NOT NULL CONSTRAINT firm_finding_state CHECK (state IN ('proposed', 'refused', 'confirmed', 'objected', 'upheld', 'revoked')),
        proposed_by uuid NOT NULL,
        proposed_by_name text NOT NULL,
        proposed_at timestamptz NOT NULL,
        -- until its end nobody decides, unless the firm has spoken
        statement_due timestamptz NOT NULL,
        statement text,
        stated_at timestamptz,
        decided_by uuid,
        decided_by_name text,
        decided_at timestamptz,
        decision_reason text,
        effective_from date,
        effective_to date,
        objection text,
        objected_at timestamptz,
        answered_by uuid,
        answered_by_name text,
        answered_at timestamptz,
        answer text,
        version integer NOT NULL,
        -- 两人办理: who found it neither decides it nor answers the objection
        CONSTRAINT firm_finding_two_persons CHECK (decided_by IS DISTINCT FROM proposed_by AND answered_by IS DISTINCT FROM proposed_by),
        CONSTRAINT firm_finding_days CHECK ((effective_from IS NULL) = (effective_to IS NULL) AND (effective_to IS NULL OR effective_to >= effective_from)),
        CONSTRAINT firm_finding_fault_of CHECK (kind <> 'fault' OR task_id IS NOT NULL)
      );
      CREATE INDEX firm_finding_of_region ON firm_finding (region_code, id DESC);
      CREATE INDEX firm_finding_of_firm ON firm_finding (firm_id, id DESC);
      CREATE INDEX firm_finding_of_task ON firm_finding (task_id) WHERE task_id IS NOT NULL;
      CREATE INDEX firm_finding_counts ON firm_finding (firm_id, effective_to) WHERE state IN ('confirmed', 'objected', 'upheld');
      CREATE INDEX firm_finding_decided ON firm_finding (decided_at, id) WHERE decided_at IS NOT NULL;

      CREATE TABLE firm_score (
        firm_id uuid CONSTRAINT firm_score_firm REFERENCES organisation (id),
        -- 'all', a kind of service, or a service of the catalogue
        scope text NOT NULL,
        score numeric(4, 2) NOT NULL CONSTRAINT firm_score_range CHECK (score BETWEEN 1 AND 5),
        ratings integer NOT NULL,
        weight numeric(8, 2) NOT NULL,
        confidence text NOT NULL CONSTRAINT firm_score_confidence CHECK (confidence IN ('low', 'medium', 'high')),
        ranked boolean NOT NULL,
        parts jsonb NOT NULL,
        computed_on date NOT NULL,
        CONSTRAINT firm_score_pkey PRIMARY KEY (firm_id, scope)
      );
      CREATE INDEX firm_score_ranking ON firm_score (scope, score DESC, weight DESC, firm_id) WHERE ranked;

      CREATE TABLE rating_reply (
        rating_id uuid CONSTRAINT rating_reply_pkey PRIMARY KEY CONSTRAINT rating_reply_to REFERENCES task_rating (id),
        org_id uuid NOT NULL,
        text text NOT NULL,
        replied_by uuid NOT NULL,
        replied_by_name text NOT NULL,
        replied_at timestamptz NOT NULL
      );

      CREATE TABLE work_use (
        id uuid CONSTRAINT work_use_pkey PRIMARY KEY DEFAULT uuidv7(),
        task_id uuid NOT NULL CONSTRAINT work_use_task REFERENCES service_task (id),
        subject_type text NOT NULL CONSTRAINT work_use_subject CHECK (subject_type IN ('permit-application', 'execution-report')),
        subject_id uuid NOT NULL,
        title text NOT NULL,
        named_by_name text NOT NULL,
        named_at timestamptz NOT NULL,
        CONSTRAINT work_use_once UNIQUE (task_id, subject_type, subject_id)
      );
      CREATE INDEX work_use_of_subject ON work_use (subject_id);

      ALTER TABLE bid ADD COLUMN engineer_id uuid;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
