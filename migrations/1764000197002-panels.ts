import { MigrationInterface, QueryRunner } from 'typeorm';

/** 磋商小组 and 询价小组 have three members or more; how many a method needs is a dated value. */
export class Panels1764000197002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE evaluation_plan
        DROP CONSTRAINT evaluation_plan_size,
        ADD CONSTRAINT evaluation_plan_size CHECK (committee_size >= 3 AND committee_size % 2 = 1);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
