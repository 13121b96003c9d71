import { Injectable } from '@nestjs/common';
import { Db } from '@huanbao/platform';
import type { ErrandView } from './case.view';

/**
 * What colleagues have given an officer to do in cases that somebody else has claimed: a part of a review, a countersign, a site check. A room
 * says here how its errands are found; the queue shows their cases under 交我的. Registered in `onModuleInit`.
 */
@Injectable()
export class CaseErrands {
  private readonly selects: string[] = [];

  constructor(private readonly db: Db) {}

  /** @param sql `SELECT case_id, zh, en, due_on::text` of the open errands of the officer `?::uuid` */
  register(sql: string): void {
    this.selects.push(sql);
  }

  /** A condition on `case_record`; `?` stands for the officer. */
  get condition(): string {
    return this.selects.length === 0 ? 'false AND ?::uuid IS NOT NULL' : `id IN (SELECT e.case_id FROM (${this.selects.join(' UNION ALL ')}) AS e)`;
  }

  /** The officer's errands in these cases, those with the nearest day first. */
  async of(userId: string, caseIds: readonly string[]): Promise<ReadonlyMap<string, ErrandView[]>> {
    const found = new Map<string, ErrandView[]>();
    if (this.selects.length === 0 || caseIds.length === 0) return found;
    const all = this.selects.join(' UNION ALL ').replaceAll('?', '$1');
    const rows = await this.db.query<{ caseId: string; zh: string; en: string; dueOn: string | null }>(
      `SELECT e.case_id AS "caseId", e.zh, e.en, e.due_on AS "dueOn" FROM (${all}) AS e WHERE e.case_id = ANY ($2) ORDER BY e.due_on NULLS LAST, e.zh`, [userId, caseIds],
    );
    for (const { caseId, zh, en, dueOn } of rows) found.set(caseId, [...(found.get(caseId) ?? []), { label: { zh, en }, dueOn }]);
    return found;
  }
}
