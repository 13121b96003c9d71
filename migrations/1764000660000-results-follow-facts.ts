import { MigrationInterface, QueryRunner } from 'typeorm';

/** A result in publicity is reckoned anew when its facts change. */
export class ResultsFollowFacts1764000660000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE credit_evaluation_result DROP CONSTRAINT credit_evaluation_result_cause,
        ADD CONSTRAINT credit_evaluation_result_cause CHECK (cause IN ('review', 'publicity', 'recheck', 'facts', 'correction'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
