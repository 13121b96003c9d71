import { MigrationInterface, QueryRunner } from 'typeorm';

/** A new value for a row of reference data, proposed by one person and decided by another. */
export class ReferenceProposals1764000180101 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE reference_proposal (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        kind text NOT NULL,
        -- the row whose place is taken
        key text NOT NULL,
        -- the row as the proposer saw it, and as it shall be
        before jsonb NOT NULL,
        after jsonb NOT NULL,
        reason text NOT NULL,
        state text NOT NULL CONSTRAINT reference_proposal_state CHECK (state IN ('open', 'approved', 'rejected', 'withdrawn')),
        -- the row that was made of it
        new_key text,
        proposed_by uuid NOT NULL,
        proposed_by_name text NOT NULL,
        proposed_at timestamptz NOT NULL,
        decided_by uuid,
        decided_by_name text,
        decided_at timestamptz,
        decision_note text,
        CONSTRAINT reference_proposal_two CHECK (state NOT IN ('approved', 'rejected') OR decided_by <> proposed_by),
        CONSTRAINT reference_proposal_decided CHECK ((state = 'open') = (decided_at IS NULL)),
        CONSTRAINT reference_proposal_made CHECK ((state = 'approved') = (new_key IS NOT NULL))
      );
      -- one open proposal a row
      CREATE UNIQUE INDEX reference_proposal_open ON reference_proposal (kind, key) WHERE state = 'open';
      CREATE INDEX reference_proposal_made_of ON reference_proposal (kind, new_key) WHERE new_key IS NOT NULL;
      CREATE INDEX reference_proposal_list ON reference_proposal (state, id DESC);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
