import { Injectable } from '@nestjs/common';
import { daysBetween } from '@huanbao/calendar';
import { Actor, Audit, Clock, Db, Outbox, shanghaiDate, stale } from '@huanbao/platform';
import { doneByReport, dutyClosed } from '../duties.errors';
import { dutyDone } from '../duties.events';
import { dutyPolicy } from '../duties.policy';
import { DutyEnforcement, Obligation } from './obligation.entity';

/** What people do with duties. */
@Injectable()
export class DutiesService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** The holder says that it is done, and where this can be seen. Reports are done by handing them in. */
  complete(actor: Actor, id: string, { note, version }: { note: string; version: number }): Promise<Obligation> {
    return this.db.transaction(async () => {
      const row = await this.db.lock(Obligation, { id });
      dutyPolicy.require(actor, 'duty.do', row);
      if (row.version !== version) throw stale();
      if (row.kind.startsWith('report-')) throw doneByReport();
      return this.finish(actor, row, note);
    });
  }

  /** Under the caller's lock, in the caller's transaction; `at` is when it was done. @throws 409 when it is done or not demanded */
  async finish(actor: Actor, row: Obligation, note: string, at: Date = this.clock.now()): Promise<Obligation> {
    if (row.status === 'done' || row.status === 'excused' || row.kind === 'retention') throw dutyClosed(row.status);
    const lateDays = Math.max(0, daysBetween(row.dueOn, shanghaiDate(at)));
    const change = { status: 'done' as const, doneAt: at, doneBy: actor.userId, doneByName: actor.name, doneNote: note, lateDays, version: row.version + 1 };
    await this.db.repo(Obligation).update({ id: row.id }, change);
    await this.audit.record({ actor, action: 'duty.done', subject: { type: 'obligation', id: row.id }, details: { key: row.key, dueOn: row.dueOn, lateDays, note }, onBehalfOf: row.enterpriseId === actor.orgId ? null : row.enterpriseId });
    await this.outbox.publish(dutyDone, { obligationId: row.id, permitId: row.permitId, enterpriseId: row.enterpriseId, lateDays });
    return { ...row, ...change };
  }

  /** What it was done by does not hold (a signature was void). Under the caller's lock; one that enforcement had is overdue again at once. */
  async reopen(actor: Actor, row: Obligation, why: string): Promise<void> {
    if (row.status !== 'done') return;
    const wasOverdue = await this.db.repo(DutyEnforcement).existsBy({ obligationId: row.id });
    await this.db.repo(Obligation).update({ id: row.id }, { status: wasOverdue ? 'overdue' : 'upcoming', doneAt: null, doneBy: null, doneByName: null, doneNote: null, lateDays: null, version: row.version + 1 });
    await this.audit.record({ actor, action: 'duty.reopen', subject: { type: 'obligation', id: row.id }, details: { key: row.key, dueOn: row.dueOn, why } });
  }
}
