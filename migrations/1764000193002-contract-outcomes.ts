import { MigrationInterface, QueryRunner } from 'typeorm';

/** How parts of a contract went: when they were handed over, how often sent back. Files of a delivery are found by their id: nobody takes them away. */
export class ContractOutcomes1764000193002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE contract_milestone
        ADD COLUMN delivered_at timestamptz,
        ADD COLUMN reworks integer NOT NULL DEFAULT 0 CONSTRAINT contract_milestone_reworks CHECK (reworks >= 0);

      UPDATE contract_milestone m SET delivered_at = d.last, reworks = d.reworks
        FROM (SELECT milestone_id, max(submitted_at) AS last, count(*) FILTER (WHERE state = 'rework') AS reworks FROM delivery WHERE milestone_id IS NOT NULL GROUP BY milestone_id) d
       WHERE d.milestone_id = m.id;

      CREATE INDEX delivery_files ON delivery USING gin (file_ids);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
