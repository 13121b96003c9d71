import { MigrationInterface, QueryRunner } from 'typeorm';

/** Only an announcement that failed for too few bids makes the next one the second: until now one that was cancelled did as well. */
export class FailedForTooFew1764000641000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE service_task ADD COLUMN fell_short_at timestamptz, ADD COLUMN shortfalls integer NOT NULL DEFAULT 0 CONSTRAINT service_task_shortfalls CHECK (shortfalls >= 0 AND shortfalls < attempt);
      UPDATE service_task t SET fell_short_at = e.at
        FROM (SELECT task_id, min(at) AS at FROM task_event WHERE kind = 'close' AND (zh LIKE '截止时密封报价少于%' OR zh = '截止时没有收到报价，本次流标') GROUP BY task_id) e
       WHERE e.task_id = t.id AND t.method <> 'direct' AND (t.first_opened_at IS NULL OR e.at < t.first_opened_at);
      WITH RECURSIVE chain AS (
        SELECT id, 0 AS shortfalls, fell_short_at FROM service_task WHERE follows_task_id IS NULL
        UNION ALL
        SELECT t.id, c.shortfalls + (c.fell_short_at IS NOT NULL)::int, t.fell_short_at FROM service_task t JOIN chain c ON t.follows_task_id = c.id)
      UPDATE service_task t SET shortfalls = chain.shortfalls FROM chain WHERE chain.id = t.id AND chain.shortfalls > 0`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
