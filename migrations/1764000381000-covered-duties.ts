import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * By what a duty is done, with its evidence. Duties of self-monitoring that are open are compared with the results there are:
 * until now these neither closed nor opened them.
 */
export class CoveredDuties1764000381000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE obligation ADD COLUMN done_way text CHECK (done_way IN ('results', 'ledger', 'report', 'application', 'evidence', 'note', 'expiry'));
      ALTER TABLE obligation ADD COLUMN done_facts jsonb;
      ALTER TABLE obligation ADD COLUMN evidence_file_id uuid;
      CREATE INDEX obligation_evidence ON obligation (evidence_file_id) WHERE evidence_file_id IS NOT NULL;
      UPDATE obligation SET done_way = CASE WHEN kind LIKE 'report-%' THEN 'report' WHEN kind = 'retention' THEN 'expiry' WHEN kind = 'renewal' AND done_note LIKE '已提交延续申请%' THEN 'application' ELSE 'note' END WHERE status = 'done';
      INSERT INTO outbox (job, queue, payload)
        SELECT 'duty.cover-permits', 'review', jsonb_build_object('permitIds', jsonb_agg(permit_id))
          FROM (SELECT permit_id, (row_number() OVER (ORDER BY permit_id) - 1) / 200 AS part FROM (SELECT DISTINCT permit_id FROM obligation WHERE kind = 'monitoring' AND status IN ('upcoming', 'due', 'overdue')) AS open) AS parts GROUP BY part`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
