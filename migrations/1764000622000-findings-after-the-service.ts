import { MigrationInterface, QueryRunner } from 'typeorm';

/** A finding of a service that has ended is closed by the enterprise itself: nobody is left to re-check. */
export class FindingsAfterTheService1764000622000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE steward_finding_step DROP CONSTRAINT steward_finding_step_kind;
      ALTER TABLE steward_finding_step ADD CONSTRAINT steward_finding_step_kind CHECK (kind IN ('raise', 'answer', 'close', 'reopen', 'settle'))`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
