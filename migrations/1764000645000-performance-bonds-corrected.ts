import { MigrationInterface, QueryRunner } from 'typeorm';

/** A performance bond that was written down wrongly is given back on paper and another one recorded: one stands at a time. */
export class PerformanceBondsCorrected1764000645000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE performance_bond DROP CONSTRAINT performance_bond_once;
      CREATE UNIQUE INDEX performance_bond_once ON performance_bond (task_id) WHERE returned_on IS NULL;
      CREATE INDEX performance_bond_of_task ON performance_bond (task_id, recorded_at)`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
