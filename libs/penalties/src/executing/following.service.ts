import { Injectable } from '@nestjs/common';
import { addDays, daysBetween } from '@huanbao/calendar';
import { CalendarService, CaseEngine, CaseRecord } from '@huanbao/casework';
import { Notifier } from '@huanbao/notifications';
import { Clock, Db, systemActor } from '@huanbao/platform';
import { IsNull, Not } from 'typeorm';
import { Penalty, PenaltyContest, PenaltyDecision, PenaltyPayment } from '../entities';
import { PenaltyReference } from '../penalties.reference';
import { penaltyMachine } from '../penalty.machine';
import { executionClock, type ExecutionSpan, executionSpan, COURT_PERIOD, type CourtStep } from '../rules/execution';
import { isZero, overdueFrom } from '../rules/money';
import { type Account, accountOf, contestHolds } from '../steps/account';
import { PenaltyExecution } from './execution.entity';

const BY = systemActor('penalties');
const CLOCKS = ['payment', 'remind', 'court', 'court-answer'] as const;

export interface Pursuit {
  readonly decision: PenaltyDecision;
  readonly account: Account;
  readonly contests: readonly PenaltyContest[];
  readonly execution: PenaltyExecution | null;
  /** Undefined while a contest runs. */
  readonly span: ExecutionSpan | undefined;
  readonly isOverdue: boolean;
  /** The days of payments that count. */
  readonly confirmedOn: readonly string[];
  /** Something was overdue as that day began, whatever was paid on it and since. */
  readonly wasOverdue: (day: string) => boolean;
  readonly atCourt: { readonly step: 'filed' | CourtStep; readonly on: string; readonly dueOn: string | null } | null;
}

/** Where a decision stands on its way to the money, and the clock of the case that says so in every list. */
@Injectable()
export class Following {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly engine: CaseEngine,
    private readonly calendars: CalendarService,
    private readonly reference: PenaltyReference,
    private readonly notifier: Notifier,
  ) {}

  /** Undefined before the service of a penalty that costs something. */
  async pursuit(penaltyId: string): Promise<Pursuit | undefined> {
    const decision = await this.db.repo(PenaltyDecision).findOneBy({ penaltyId });
    if (decision?.kind !== 'penalty' || decision.servedOn === null || decision.paymentDueOn === null) return undefined;
    const today = this.clock.today();
    const contests = await this.db.repo(PenaltyContest).find({ where: { penaltyId }, order: { filedOn: 'ASC', id: 'ASC' } });
    const [payments, holds, ratePercent] = [await this.db.repo(PenaltyPayment).findBy({ penaltyId }), contestHolds(contests), await this.reference.text('late:rate')];
    const accountOn = (on: string): Account => accountOf(decision, { on, payments: payments.filter(one => one.paidOn < on), holds, ratePercent });
    const account = accountOf(decision, { on: today, payments, holds, ratePercent });
    const execution = await this.db.repo(PenaltyExecution).findOneBy({ penaltyId, voidedOn: IsNull() });
    const lastDueOn = lastDue(decision);
    const span = executionSpan(
      { servedOn: decision.servedOn, lastDueOn, isDeferred: lastDueOn > decision.paymentDueOn || decision.plan.length > 1, contests, remindedUntil: execution?.waitsUntil ?? null },
      await this.reference.executionTerms(), await this.calendars.calendar());
    const { paymentDueOn } = decision;
    const overdue = ({ on, openYuan, lateYuan, paidYuan }: Account): boolean => !isZero(openYuan) && overdueFrom({ ...decision, paymentDueOn, lateYuan }, paidYuan, on) !== undefined;
    return { decision, account, contests, execution, span, isOverdue: overdue(account), confirmedOn: payments.filter(one => one.state === 'confirmed').map(one => one.paidOn), wasOverdue: day => overdue(accountOn(day)), atCourt: await this.atCourt(execution) };
  }

  /** Lets the clock that belongs to the standing run. Called after every step that changes it, and nightly; does nothing where it runs already. */
  async follow(penaltyId: string): Promise<void> {
    const c = await this.db.repo(CaseRecord).findOneByOrFail({ id: penaltyId });
    if (c.state !== 'performing') return;
    const found = await this.pursuit(penaltyId);
    if (!found || found.decision.revokedAt) return;
    const { account, isOverdue, execution, span } = found;
    if (isZero(account.openYuan)) return this.settle(c);
    const wanted = executionClock({ openYuan: account.openYuan, isOverdue, lastDueOn: await this.rolled(lastDue(found.decision)), isReminded: execution?.served != null, isEnded: found.decision.pursuitEnded !== null, atCourt: found.atCourt }, span);
    await this.set(c, wanted);
    await this.tell(penaltyId, found, wanted?.clock);
  }

  /** What is due was changed: a reminder of the old sum falls away as long as the court has nothing, and a new one can be made. In the transaction of the step. */
  async voidReminder(penaltyId: string): Promise<void> {
    const execution = await this.db.lock(PenaltyExecution, { penaltyId, voidedOn: IsNull() });
    if (!execution || execution.filedOn) return;
    await this.db.repo(PenaltyExecution).update({ id: execution.id }, { voidedOn: this.clock.today() });
    const number = execution.paper?.number ?? '';
    await this.engine.note(penaltyId, { actor: BY, authorise: () => undefined, text: { zh: `应缴数额或者期限已变更，催告书${number}作废，可以重新催告`, en: `What is due was changed: reminder ${number} is void, a new one can be made` }, action: 'penalty.void-reminder', details: { number }, visibility: 'bureau' });
    const { partyOrgId, partyKind } = await this.db.repo(Penalty).findOneByOrFail({ id: penaltyId });
    if (!execution.served || partyOrgId === null) return;
    await this.notifier.notify({ to: { orgId: partyOrgId }, topic: 'penalty', subject: { type: 'penalty', id: penaltyId }, link: `/${partyKind === 'firm' ? 'f' : 'e'}/:orgId/penalties/${penaltyId}`, key: `penalty:${execution.id}:void`, title: { zh: `催告书已作废：${number}`, en: `A reminder is void: ${number}` }, body: { zh: '应缴数额或者期限已变更，请按变更后的数额和期限缴纳。', en: 'What is due was changed. Pay what stands now, by its days.' } });
  }

  /** Every decision that is not performed, each night, each in a transaction of its own: one that fails does not keep the others from their day. Done twice it changes nothing. @throws the first failure, when all were looked at */
  async round(): Promise<void> {
    const rows = await this.db.query<{ id: string }>(
      `SELECT d.penalty_id AS id FROM penalty_decision d JOIN case_record c ON c.id = d.penalty_id WHERE c.state = 'performing' AND d.kind = 'penalty' AND d.revoked_at IS NULL AND d.payment_due_on IS NOT NULL ORDER BY d.penalty_id`);
    const failures: unknown[] = [];
    for (const { id } of rows) await this.db.transaction(() => this.follow(id)).catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  }

  private async settle(c: CaseRecord): Promise<void> {
    if (!CLOCKS.some(one => one === c.clock)) return;
    await this.engine.act(penaltyMachine, c.id, 'settle', { actor: BY, authorise: () => undefined });
  }

  private async set(c: CaseRecord, wanted: ReturnType<typeof executionClock>): Promise<void> {
    const isSame = wanted === null ? c.clock === null || !CLOCKS.some(one => one === c.clock) : c.clock === wanted.clock && c.dueOn === wanted.until;
    if (isSame) return;
    if (wanted === null) return void (await this.engine.act(penaltyMachine, c.id, 'follow-none', { actor: BY, authorise: () => undefined }));
    const today = this.clock.today();
    const since = today < wanted.until ? today : addDays(wanted.until, -1);
    const { article } = penaltyMachine.clocks[wanted.clock];
    await this.engine.act(penaltyMachine, c.id, `follow-${wanted.clock}`, {
      actor: BY, authorise: () => undefined, details: { until: wanted.until }, clockSince: { [wanted.clock]: since }, clockPeriods: { [wanted.clock]: { days: daysBetween(since, wanted.until), dayType: 'calendar', article } },
    });
  }

  /** What can be done now, once each: served late is remediable, filed late is not. */
  private async tell(id: string, { decision, execution, span }: Pursuit, clock: string | undefined): Promise<void> {
    const today = this.clock.today();
    if ((clock === 'remind' || clock === 'court') && span && today > span.untilDay) return this.notify(id, `missed:${span.untilDay}`, { zh: `申请强制执行的期限已过：${decision.number}`, en: `The period of the application is over: ${decision.number}` }, { zh: `期限已于 ${span.untilDay} 届满。有正当理由的，写明理由申请，由法院审查；没有的，提出不再申请执行，由另一人决定。`, en: `It ended on ${span.untilDay}. With a justification apply all the same, the court judges it; without, propose to pursue it no more.` });
    if (clock === 'remind' && !execution) await this.notify(id, `remind:${span?.untilDay ?? ''}${await this.voided(id)}`, { zh: `逾期未缴清，请催告：${decision.number}`, en: `Overdue, to be reminded: ${decision.number}` }, { zh: `最晚 ${span?.remindBy ?? ''} 送达催告书，才来得及在 ${span?.untilDay ?? ''} 前申请法院强制执行。`, en: `Serve the reminder by ${span?.remindBy ?? ''}, so that the court can be asked by ${span?.untilDay ?? ''}.` });
    if (clock === 'court' && span && today > span.fromDay) await this.notify(id, `court:${span.untilDay}`, { zh: `可以申请法院强制执行：${decision.number}`, en: `The court can be asked now: ${decision.number}` }, { zh: `催告期和救济期限已满，请在 ${span.untilDay} 前向法院递交申请，逾期的要写明正当理由。`, en: `Hand the application to the court by ${span.untilDay}; later it needs a justification.` });
  }

  /** After a reminder that fell away another one is asked for, even for the same last day. */
  private async voided(id: string): Promise<string> {
    const voided = await this.db.repo(PenaltyExecution).countBy({ penaltyId: id, voidedOn: Not(IsNull()) });
    return voided > 0 ? `:${voided}` : '';
  }

  private async notify(id: string, key: string, title: { zh: string; en: string }, body: { zh: string; en: string }): Promise<void> {
    const { regionCode } = await this.db.repo(Penalty).findOneByOrFail({ id });
    await this.notifier.notify({ to: { role: 'bureau.enforcer', regionCode }, topic: 'penalty', subject: { type: 'penalty', id }, link: `/b/:orgId/penalties/${id}?tab=money`, key: `penalty:${id}:${key}`, title, body });
  }

  private async atCourt(execution: PenaltyExecution | null): Promise<Pursuit['atCourt']> {
    if (!execution?.filedOn) return null;
    const last = execution.steps.at(-1);
    const [step, on] = last ? [last.step, last.on] : (['filed', execution.filedOn] as const);
    const period = COURT_PERIOD[step];
    return { step, on, dueOn: period ? await this.reference.end(period, on) : null };
  }

  private async rolled(day: string): Promise<string> {
    return this.reference.rolled(day);
  }
}

/** Of instalments the last day. */
export const lastDue = ({ plan, paymentDueOn }: PenaltyDecision): string => plan.at(-1)?.dueOn ?? paymentDueOn ?? '';
