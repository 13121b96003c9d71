import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What is written into a timeline as a line bears no action: findings that went onto the case of a complaint, and reminders that were made before what is due was changed, are
 * known by their words and details. Nothing at the court rests on those that fall away here.
 */
export class EarlierRemindersAndFindings1764000693000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      INSERT INTO penalty_joined_finding (penalty_id, finding_id, inspection_id, joined_at)
        SELECT p.id, (e.details ->> 'findingId')::uuid, (e.details ->> 'inspectionId')::uuid, min(e.at) FROM case_event e JOIN penalty p ON p.id = e.case_id
         WHERE e.kind = 'noted' AND e.zh LIKE '投诉引起的检查查明：%' AND e.details ->> 'findingId' IS NOT NULL AND e.details ->> 'inspectionId' IS NOT NULL GROUP BY 1, 2, 3 ON CONFLICT DO NOTHING`);
    await db.query(`
      WITH late AS (
        SELECT x.id, x.penalty_id, coalesce(x.paper ->> 'number', '') AS number, c.version
          FROM penalty_execution x JOIN case_record c ON c.id = x.penalty_id
         WHERE x.voided_on IS NULL AND x.filed_on IS NULL AND c.closed_at IS NULL AND EXISTS (
           SELECT 1 FROM case_event e WHERE e.case_id = x.penalty_id
              AND (e.action = 'defer' OR (e.kind = 'noted' AND e.details ->> 'deferralId' IS NOT NULL AND e.details ->> 'approved' = 'true') OR (e.kind = 'noted' AND e.details ->> 'contestId' IS NOT NULL AND e.details ->> 'outcome' = 'changed'))
              AND e.at > coalesce((SELECT max(r.at) FROM case_event r WHERE r.case_id = x.penalty_id AND r.kind = 'noted' AND r.zh = '制作催告书'), (x.issued_on + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'))),
      voided AS (UPDATE penalty_execution x SET voided_on = (now() AT TIME ZONE 'Asia/Shanghai')::date FROM late WHERE late.id = x.id RETURNING x.id)
      INSERT INTO case_event (case_id, at, kind, zh, en, visibility, actor_name, details, version_before)
        SELECT late.penalty_id, now(), 'noted', '应缴数额或者期限此前已变更，催告书' || late.number || '作废，可以重新催告', 'What is due was changed before: reminder ' || late.number || ' is void, a new one can be made', 'bureau', '系统', jsonb_build_object('number', late.number), late.version
          FROM late JOIN voided USING (id)`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
