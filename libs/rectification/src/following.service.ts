import { Injectable } from '@nestjs/common';
import { CaseRecord } from '@huanbao/casework';
import { CreditLedger } from '@huanbao/credit';
import { Db, systemActor } from '@huanbao/platform';
import { Rectification } from './entities';
import { MENDING } from './rectification.machine';
import { RectificationBook } from './rectification.reference';
import { RectificationActs } from './steps/acting';

const BY = systemActor('rectification');
const BATCH = 200;

interface Fact {
  readonly key: string;
  readonly type: string;
  readonly title: string;
  readonly occurredOn: string;
}

/** What follows by itself: what has passed its day, and the credit of the enterprise. */
@Injectable()
export class RectificationFollowing {
  constructor(
    private readonly db: Db,
    private readonly acts: RectificationActs,
    private readonly book: RectificationBook,
    private readonly ledger: CreditLedger,
  ) {}

  /** One batch of what became overdue; each is told once. A request for an extension that was made in time is waited for. @returns whether there may be more */
  round(): Promise<boolean> {
    return this.db.transaction(async () => {
      const rows = await this.db.query<{ id: string }>(
        `SELECT r.id FROM rectification r JOIN case_record k ON k.id = r.id WHERE r.overdue_on IS NULL AND r.withdrawn_at IS NULL AND k.state IN ('planning', 'plan-review', 'fixing')
           AND EXISTS (SELECT 1 FROM rectification_item i WHERE i.rectification_id = r.id AND i.state = 'open' AND i.due_on < $1)
           AND NOT EXISTS (SELECT 1 FROM rectification_extension e WHERE e.rectification_id = r.id AND e.state = 'asked')
         ORDER BY r.id LIMIT ${BATCH}`, [this.acts.today]);
      for (const { id } of rows) {
        // the case first, as every step does: the other way round two of them could wait for each other
        const c = await this.db.lock(CaseRecord, { id });
        const row = await this.acts.locked(id);
        // handed in, or found late by a step, while we waited
        if (!c || !MENDING.includes(c.state) || !(await this.acts.markOverdue(row))) continue;
        await this.acts.line(BY, id, { text: { zh: '整改逾期', en: 'Overdue' }, action: 'rectification.overdue' });
      }
      return rows.length === BATCH;
    });
  }

  /** In the ledger by the dated rows; what was withdrawn is revoked there, never erased. Told twice, it comes once. */
  async tellCredit(id: string): Promise<void> {
    const row = await this.acts.locked(id);
    const [item] = await this.acts.items(id);
    for (const fact of await this.facts(row)) {
      const subjectId = row.enterpriseId;
      await this.ledger.append(BY, { ...fact, subjectId, facts: row.facts.slice(0, 500), legalBasis: item?.law ?? '行政处罚法 第二十八条', sourceType: 'rectification', sourceId: id, documentNo: row.paper?.number ?? null });
      if (row.withdrawnAt) await this.ledger.change(BY, { subjectId, eventKey: fact.key, key: 'revoked', status: 'revoked', effectiveOn: fact.occurredOn, reason: `责令改正通知已撤销：${row.withdrawReason ?? ''}`.slice(0, 500), basis: '行政处罚法 第七十五条第二款', documentNo: row.paper?.number ?? null });
    }
  }

  private async facts(row: Rectification): Promise<Fact[]> {
    const supervision = await this.acts.supervision(row.id);
    const found: readonly (readonly [name: string, day: string | null, title: string])[] = [
      ['overdue', row.overdueOn, '责令改正逾期未完成'],
      ['timely', row.overdueOn === null ? row.closedOn : null, '按期完成整改'],
      ['supervision', supervision?.defaultedAt ? supervision.dueOn : null, '挂牌督办逾期未完成'],
    ];
    const facts: Fact[] = [];
    for (const [name, day, title] of found) {
      const type = day === null ? 'none' : await this.book.text(`credit:${name}`, day);
      if (day !== null && type !== 'none') facts.push({ key: `rectification:${row.id}:${name}`, type, title: `${title}（${row.paper?.number ?? ''}）`.slice(0, 120), occurredOn: day });
    }
    return facts;
  }
}
