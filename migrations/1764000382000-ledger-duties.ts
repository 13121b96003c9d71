import { MigrationInterface, QueryRunner } from 'typeorm';

/** Keeping the ledger is a duty of its own. Every permit is planned anew by the next morning's round, in batches. */
export class LedgerDuties1764000382000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE obligation DROP CONSTRAINT obligation_kind_check;
      ALTER TABLE obligation ADD CONSTRAINT obligation_kind_check CHECK (kind IN ('report-annual', 'report-quarterly', 'report-monthly', 'monitoring', 'ledger', 'disclosure', 'condition', 'renewal', 'retention'));
      UPDATE duty_plan SET planned_until = planned_at::date WHERE planned_until > planned_at::date`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
