import { MigrationInterface, QueryRunner } from 'typeorm';

/** A duty whose report was returned is open again, with a day for mending where it had been in time. Those that stood as done are opened; the morning marks what is overdue. */
export class ReturnedDuties1764000372000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE obligation ADD COLUMN mend_by date;
      UPDATE obligation o SET status = 'upcoming', done_at = NULL, done_by = NULL, done_by_name = NULL, done_note = NULL, late_days = NULL, version = o.version + 1
        FROM execution_report r
       WHERE r.obligation_id = o.id AND r.state = 'returned' AND o.status = 'done'
         AND NOT EXISTS (SELECT 1 FROM execution_report_revision v WHERE v.report_id = r.id AND v.outcome = 'accepted')`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
