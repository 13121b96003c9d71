import { MigrationInterface, QueryRunner } from 'typeorm';

/** Limits of hourly and daily means stand beside the concentration that always holds (national form, air permit table). */
export class LimitsOfMeans1764000711000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE permit_limit DROP CONSTRAINT permit_limit_measure_check;
      ALTER TABLE permit_limit ADD CONSTRAINT permit_limit_measure_check CHECK (measure IN ('concentration', 'hour-mean', 'day-mean', 'rate', 'annual', 'day-level', 'night-level'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
