import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A decision against a party: its word also comes on paper or by mouth, its periods keep their unit, and the notice of a hearing is a paper of
 * the house. What was promised before was promised in working days.
 */
export class WordsOnPaper1764000670000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(COLUMNS);
    await db.query(PAPERS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

const COLUMNS = `
  ALTER TABLE adverse_decision
    ADD COLUMN statement_day_type text NOT NULL DEFAULT 'workday' CHECK (statement_day_type IN ('workday', 'calendar')),
    ADD COLUMN hearing_day_type text NOT NULL DEFAULT 'workday' CHECK (hearing_day_type IN ('workday', 'calendar')),
    ADD COLUMN statement_receipt jsonb,
    ADD COLUMN hearing_receipt jsonb,
    ADD COLUMN withdrawal_receipt jsonb,
    -- a receipt without the word it is of says nothing
    ADD CHECK (statement_receipt IS NULL OR stated_at IS NOT NULL),
    ADD CHECK (hearing_receipt IS NULL OR hearing_asked_at IS NOT NULL),
    ADD CHECK (withdrawal_receipt IS NULL OR hearing_withdrawn_at IS NOT NULL);
`;

const PAPERS = `
  ALTER TABLE case_notice DROP CONSTRAINT case_notice_kind_check;
  ALTER TABLE case_notice ADD CONSTRAINT case_notice_kind_check
    CHECK (kind IN ('acceptance', 'correction', 'rejection', 'decision', 'service', 'intent', 'advice', 'withdrawal', 'hearing'));
`;
