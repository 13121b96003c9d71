import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A contest that stops execution rests publication and credit while it runs. A penalty of the minor class is not published: for how many months a
 * class is, is said by the row of the day of its service, and 信用修复管理办法 (from 1 April 2026) does not publish minor matters as a rule.
 */
export class StopsAndMinorPenalties1764000632000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE penalty_contest ADD COLUMN rests boolean NOT NULL DEFAULT false;
      UPDATE penalty_contest SET rests = true WHERE stops_execution AND ended_on IS NULL;
      INSERT INTO outbox (job, queue, payload) SELECT 'penalty.tell-credit', 'quick', jsonb_build_object('penaltyId', penalty_id) FROM penalty_contest WHERE rests;
      ALTER TABLE penalty_decision ADD COLUMN publishes boolean NOT NULL DEFAULT true;
      UPDATE penalty_decision d SET publishes = false FROM penalty p
       WHERE p.id = d.penalty_id AND d.kind = 'penalty' AND d.published_at IS NULL AND d.revoked_at IS NULL AND d.served_on >= DATE '2026-04-01' AND d.measures <@ ARRAY['warning', 'criticise'] AND p.daily_yuan IS NULL
         AND coalesce(p.violation, '') NOT IN ('hidden-discharge', 'unapproved-build', 'heavy-weather');
      WITH ended AS (
        UPDATE reference_value SET effective_to = DATE '2026-03-31' WHERE kind = 'penalty-parameter' AND key = 'publicity:minor' AND value = '3' AND effective_from < DATE '2026-04-01' AND effective_to IS NULL AND NOT verified
        RETURNING kind, key, title, unit)
      INSERT INTO reference_value (id, kind, key, title, value, unit, effective_from, effective_to, legal_basis, verified, origin, note)
        SELECT uuidv7(), kind, key, title, '0', unit, DATE '2026-04-01', NULL, '信用修复管理办法（2026年4月1日施行）', false, '二手资料转述，待核原文', '轻微失信原则上不公示；改为大于 0 的月数即须公开' FROM ended`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
