import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A published annual result is put right when an event that counted in it is revoked or lowered: by an evaluation of its own, which names the one
 * it corrects and takes its place when it is published. One correction of a result at a time.
 */
export class CorrectedResults1764000450000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE credit_evaluation
        ADD COLUMN corrects uuid CONSTRAINT credit_evaluation_corrects REFERENCES credit_evaluation (id) CONSTRAINT credit_evaluation_corrects_other CHECK (corrects <> id),
        ADD COLUMN correction jsonb,
        ADD COLUMN correction_ended_at timestamptz,
        ADD COLUMN corrected_at timestamptz,
        ADD CONSTRAINT credit_evaluation_correction_facts CHECK ((corrects IS NULL) = (correction IS NULL) AND (corrects IS NOT NULL OR correction_ended_at IS NULL)),
        ADD CONSTRAINT credit_evaluation_corrected_is_replaced CHECK (corrected_at IS NULL OR merged_into IS NOT NULL),
        DROP CONSTRAINT credit_evaluation_participant,
        DROP CONSTRAINT credit_evaluation_approved_has_grade,
        -- a correction that does not lower the grade is not made public before it is approved
        ADD CONSTRAINT credit_evaluation_approved_has_grade CHECK (approved_at IS NULL OR (grade IS NOT NULL AND (public_until IS NOT NULL OR corrects IS NOT NULL)));
      CREATE UNIQUE INDEX credit_evaluation_participant_once ON credit_evaluation (participant_id) WHERE corrects IS NULL;
      CREATE UNIQUE INDEX credit_evaluation_correction_open ON credit_evaluation (corrects) WHERE correction_ended_at IS NULL;
      CREATE INDEX credit_evaluation_corrections ON credit_evaluation (corrects, id) WHERE corrects IS NOT NULL;
      ALTER TABLE credit_evaluation_result DROP CONSTRAINT credit_evaluation_result_cause,
        ADD CONSTRAINT credit_evaluation_result_cause CHECK (cause IN ('review', 'publicity', 'recheck', 'correction'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
