import { MigrationInterface, QueryRunner } from 'typeorm';

/** Two evaluations of one enterprise in one year become one when a known enterprise is verified: the other stays, closed, and names the one that counts. */
export class MergedEvaluations1764000351000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE evaluation_participant ADD COLUMN merged_into uuid CONSTRAINT evaluation_participant_merged REFERENCES evaluation_participant (id),
        ADD CONSTRAINT evaluation_participant_merged_is_off CHECK (merged_into IS NULL OR (removed_at IS NOT NULL AND merged_into <> id)),
        DROP CONSTRAINT evaluation_participant_once;
      -- in one year an enterprise is evaluated once, whichever bureau opened it; what was merged does not count
      CREATE UNIQUE INDEX evaluation_participant_once ON evaluation_participant (year, subject_id) WHERE merged_into IS NULL;
      ALTER TABLE credit_evaluation ADD COLUMN merged_into uuid CONSTRAINT credit_evaluation_merged REFERENCES credit_evaluation (id) CONSTRAINT credit_evaluation_merged_other CHECK (merged_into <> id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
