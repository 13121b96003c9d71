import { MigrationInterface, QueryRunner } from 'typeorm';

/** An extension whose ground is gone is taken back by an entry of its own: the ledger stays append-only. */
export class ExtensionsTakenBack1764000682000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE clock_entry
        DROP CONSTRAINT clock_entry_kind_check, DROP CONSTRAINT clock_entry_check,
        ADD CONSTRAINT clock_entry_kind_check CHECK (kind IN ('start', 'pause', 'resume', 'extend', 'shorten', 'stop')),
        ADD CONSTRAINT clock_entry_days_given CHECK ((kind IN ('start', 'extend', 'shorten')) = (days IS NOT NULL))
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
