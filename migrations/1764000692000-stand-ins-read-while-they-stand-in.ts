import { MigrationInterface, QueryRunner } from 'typeorm';

/** Who stood in for a decision that was made reads what was decided, and not the complaint any more. Corrections that are open are found by night. */
export class StandInsReadWhileTheyStandIn1764000692000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      UPDATE complaint c SET review_by = NULL, review_by_name = NULL FROM case_record k WHERE k.id = c.id AND c.review_by IS NOT NULL AND k.state NOT IN ('disputed', 'review');
      CREATE INDEX complaint_dispute_decided_by ON complaint_dispute (handled_id, decided_by) WHERE decided_by IS NOT NULL;
      CREATE INDEX credit_evaluation_open_correction ON credit_evaluation (subject_id) WHERE corrects IS NOT NULL AND correction_ended_at IS NULL`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
