import { MigrationInterface, QueryRunner } from 'typeorm';

/** What takes a penalty, a listing in the annual evaluation or a scheme out of its place is proposed by one person and decided by another. */
export class UndoneByTwo1764000396000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE penalty_undoing (
        id uuid CONSTRAINT penalty_undoing_pkey PRIMARY KEY,
        penalty_id uuid NOT NULL CONSTRAINT penalty_undoing_of REFERENCES penalty (id),
        kind text NOT NULL CONSTRAINT penalty_undoing_kind CHECK (kind IN ('revoke', 'unpublish', 'contest')),
        ground text CONSTRAINT penalty_undoing_ground CHECK ((kind = 'revoke') = (ground IS NOT NULL)),
        document_no text CONSTRAINT penalty_undoing_document CHECK (kind = 'unpublish' OR document_no IS NOT NULL),
        file_id uuid NOT NULL,
        reason text NOT NULL CONSTRAINT penalty_undoing_reason CHECK (reason <> ''),
        contest jsonb CONSTRAINT penalty_undoing_contest CHECK ((kind = 'contest') = (contest IS NOT NULL)),
        state text NOT NULL CONSTRAINT penalty_undoing_state CHECK (state IN ('proposed', 'approved', 'refused')),
        proposed_by uuid NOT NULL,
        proposed_by_name text NOT NULL,
        proposed_at timestamptz NOT NULL,
        decided_by uuid,
        decided_by_name text,
        decided_at timestamptz,
        decided_reason text,
        CONSTRAINT penalty_undoing_decided CHECK ((state = 'proposed') = (decided_by IS NULL)),
        CONSTRAINT penalty_undoing_two_persons CHECK (decided_by IS NULL OR decided_by <> proposed_by)
      );
      CREATE UNIQUE INDEX penalty_undoing_open ON penalty_undoing (penalty_id) WHERE state = 'proposed';
      CREATE INDEX penalty_undoing_list ON penalty_undoing (penalty_id, proposed_at, id);
      CREATE INDEX penalty_undoing_file ON penalty_undoing (file_id);

      CREATE TABLE credit_force_proposal (
        id uuid CONSTRAINT credit_force_proposal_pkey PRIMARY KEY,
        scheme_id uuid NOT NULL CONSTRAINT credit_force_proposal_scheme REFERENCES credit_scheme (id),
        subject_kind text NOT NULL,
        effective_from date NOT NULL,
        legal_basis text NOT NULL,
        state text NOT NULL CONSTRAINT credit_force_proposal_state CHECK (state IN ('proposed', 'approved', 'refused')),
        proposed_by uuid NOT NULL,
        proposed_by_name text NOT NULL,
        proposed_at timestamptz NOT NULL,
        decided_by uuid,
        decided_by_name text,
        decided_at timestamptz,
        decided_reason text,
        CONSTRAINT credit_force_proposal_decided CHECK ((state = 'proposed') = (decided_by IS NULL)),
        CONSTRAINT credit_force_two_persons CHECK (decided_by IS NULL OR decided_by <> proposed_by)
      );
      CREATE UNIQUE INDEX credit_force_proposal_open ON credit_force_proposal (subject_kind) WHERE state = 'proposed';
      CREATE INDEX credit_force_proposal_list ON credit_force_proposal (subject_kind, proposed_at DESC);

      ALTER TABLE evaluation_participant ADD COLUMN removal_asked jsonb;
      ALTER TABLE evaluation_participant ADD COLUMN removed_by uuid;
      ALTER TABLE evaluation_participant ADD CONSTRAINT evaluation_participant_two_persons CHECK (removal_asked IS NULL OR removed_by IS NULL OR (removal_asked ->> 'byUserId')::uuid <> removed_by);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
