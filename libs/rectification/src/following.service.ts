import { Injectable } from '@nestjs/common';
import { CaseRecord } from '@huanbao/casework';
import { CreditLedger } from '@huanbao/credit';
import { Db, shanghaiDate, systemActor } from '@huanbao/platform';
import { Rectification, RectificationExtension } from './entities';
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

  /** One batch of what became overdue; each is told once. A request for an extension that was made in time is waited for until it lapses. @returns whether there may be more */
  round(): Promise<boolean> {
    return this.db.transaction(async () => {
      await this.lapse();
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

  /** Requests that nobody decided within the days of the rule: they hold up the deadline no longer, and both sides are told. */
  private async lapse(): Promise<void> {
    const length = await this.book.period('extension-decision');
    const asked = await this.db.query<{ id: string; of: string }>(
      // the oldest first, so that none waits behind those that are not due; locked in the order of the cases
      `SELECT id, of FROM (SELECT e.id, e.rectification_id AS of FROM rectification_extension e JOIN case_record k ON k.id = e.rectification_id
          WHERE e.state = 'asked' AND k.closed_at IS NULL ORDER BY e.asked_at, e.id LIMIT ${BATCH}) oldest ORDER BY of`);
    for (const { id, of } of asked) {
      if (!(await this.db.lock(CaseRecord, { id: of }))) continue;
      const one = await this.db.lock(RectificationExtension, { id, state: 'asked' });
      const until = one && (await this.book.end(shanghaiDate(one.askedAt), length));
      if (until === null || this.acts.today <= until) continue;
      await this.db.repo(RectificationExtension).update({ id }, { state: 'lapsed', decidedAt: this.acts.now, decidedReason: `至 ${until} 没有作出决定，申请失效` });
      const row = await this.acts.locked(of);
      await this.acts.line(BY, of, { text: { zh: `延期申请至 ${until} 没有决定，已失效，期限不变`, en: `The request for an extension was not decided by ${until} and lapsed; the deadline stays` }, action: 'rectification.extension-lapsed', details: { extensionId: id } });
      await this.acts.tellEnterprise(row, { key: `extension-lapsed:${id}`, zh: '延期申请已失效', en: 'Your request for an extension lapsed', body: { zh: `申请至 ${until} 没有决定，原期限不变；仍在期限内的可以再次申请。`, en: `It was not decided by ${until}. The deadline stays; before it you may ask again.` } });
      await this.acts.tellPost(row, 'bureau.supervisor', { key: `extension-lapsed-post:${id}`, zh: '延期申请未按期决定，已失效', en: 'A request for an extension lapsed undecided', body: { zh: `${row.number ?? ''} 的延期申请至 ${until} 没有决定，请查明原因。`, en: `${row.number ?? ''}: not decided by ${until}. Please find out why.` } });
    }
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
