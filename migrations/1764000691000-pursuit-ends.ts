import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 不再申请执行 and 终结执行 by two persons: proposed with day, ground and paper, decided by somebody else; the decision keeps how its pursuit ended. An application after the period
 * carries its justification. Reminders that were made before what is due was changed, and that nothing at the court rests on, are void: the change did not do it then.
 */
export class PursuitEnds1764000691000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE penalty_execution ADD COLUMN late_reason text;
      ALTER TABLE penalty_decision ADD COLUMN pursuit_ended jsonb;
      ALTER TABLE penalty_undoing ADD COLUMN ended_on date;
      ALTER TABLE penalty_undoing DROP CONSTRAINT penalty_undoing_kind, DROP CONSTRAINT penalty_undoing_ground, DROP CONSTRAINT penalty_undoing_document;
      ALTER TABLE penalty_undoing
        ADD CONSTRAINT penalty_undoing_kind CHECK (kind IN ('revoke', 'unpublish', 'contest', 'give-up', 'court-end')),
        ADD CONSTRAINT penalty_undoing_ground CHECK ((kind IN ('revoke', 'give-up')) = (ground IS NOT NULL)),
        ADD CONSTRAINT penalty_undoing_document CHECK (kind IN ('unpublish', 'give-up') OR document_no IS NOT NULL),
        ADD CONSTRAINT penalty_undoing_ended CHECK ((kind IN ('give-up', 'court-end')) = (ended_on IS NOT NULL));
      CREATE INDEX penalty_decision_pursuit ON penalty_decision ((pursuit_ended ->> 'how')) WHERE pursuit_ended IS NOT NULL;
      UPDATE penalty_decision d SET pursuit_ended = jsonb_build_object('how', 'court', 'ground', NULL, 'on', x.steps -> -1 ->> 'on', 'documentNo', x.steps -> -1 ->> 'number', 'words', x.steps -> -1 ->> 'words',
             'fileId', x.steps -> -1 ->> 'fileId', 'proposedByName', x.steps -> -1 ->> 'byName', 'decidedByName', NULL)
        FROM penalty_execution x WHERE x.penalty_id = d.penalty_id AND x.voided_on IS NULL AND x.steps -> -1 ->> 'step' = 'ended'`);
    await db.query(`
      WITH late AS (
        SELECT x.id, x.penalty_id, coalesce(x.paper ->> 'number', '') AS number, c.version
          FROM penalty_execution x JOIN case_record c ON c.id = x.penalty_id
         WHERE x.voided_on IS NULL AND x.filed_on IS NULL AND c.closed_at IS NULL AND EXISTS (
           SELECT 1 FROM case_event e WHERE e.case_id = x.penalty_id
              AND (e.action = 'defer' OR (e.action = 'penalty.decide-deferral' AND e.details ->> 'approved' = 'true') OR (e.action = 'penalty.end-contest' AND e.details ->> 'outcome' = 'changed'))
              AND e.at > coalesce((SELECT max(r.at) FROM case_event r WHERE r.case_id = x.penalty_id AND r.action = 'penalty.remind'), (x.issued_on + 1)::timestamp AT TIME ZONE 'Asia/Shanghai'))),
      voided AS (UPDATE penalty_execution x SET voided_on = (now() AT TIME ZONE 'Asia/Shanghai')::date FROM late WHERE late.id = x.id RETURNING x.id)
      INSERT INTO case_event (case_id, at, kind, action, zh, en, visibility, actor_name, details, version_before)
        SELECT late.penalty_id, now(), 'noted', 'penalty.void-reminder', '应缴数额或者期限此前已变更，催告书' || late.number || '作废，可以重新催告', 'What is due was changed before: reminder ' || late.number || ' is void, a new one can be made', 'bureau', '系统', jsonb_build_object('number', late.number), late.version
          FROM late JOIN voided USING (id)`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
