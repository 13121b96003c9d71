import { Injectable } from '@nestjs/common';
import { Delivery, Handles } from '@huanbao/platform';
import { DailyRound } from './calendar/daily-round';
import { DutyPlanner } from './calendar/planner';
import { RecordClosing } from './calendar/record-closing';
import { coverPermits, dailyRound, planBatch, planOnEnd, planOnImport, planOnIssue, planOnOutage, planOnStoppage, reflagDays, settleLedger, settleResults } from './duties.jobs.definitions';

/** Background work of duties: load, call, nothing more. */
@Injectable()
export class DutiesJobs {
  constructor(
    private readonly planner: DutyPlanner,
    private readonly round: DailyRound,
    private readonly closing: RecordClosing,
  ) {}

  @Handles(planOnIssue)
  issued({ permitId }: { permitId: string }, delivery: Delivery): Promise<void> {
    return delivery.complete(() => this.plan(permitId));
  }

  @Handles(planOnEnd)
  ended({ permitId }: { permitId: string }, delivery: Delivery): Promise<void> {
    return delivery.complete(() => this.plan(permitId));
  }

  @Handles(planOnStoppage)
  stopped({ permitId }: { permitId: string }, delivery: Delivery): Promise<void> {
    return delivery.complete(() => this.plan(permitId));
  }

  /** What was done and is open again asks for something else than before: the plan says it anew. */
  @Handles(planOnOutage)
  failed({ permitId }: { permitId: string }, delivery: Delivery): Promise<void> {
    return delivery.complete(async () => {
      await this.plan(permitId);
      await this.planner.plan(permitId);
    });
  }

  /** Nothing that was due before this day is ever planned: the platform did not know the permit then. */
  @Handles(planOnImport)
  imported({ permitIds }: { permitIds: readonly string[] }, delivery: Delivery): Promise<void> {
    return this.planAll(permitIds, delivery);
  }

  @Handles(reflagDays)
  published({ year }: { year: number }, delivery: Delivery): Promise<void> {
    return delivery.complete(() => this.planner.reflag(year));
  }

  /** Each permit is a transaction of its own; a second delivery plans the same again. */
  @Handles(planBatch)
  batch({ permitIds }: { permitIds: readonly string[] }, delivery: Delivery): Promise<void> {
    return this.planAll(permitIds, delivery);
  }

  @Handles(settleResults)
  results({ permitId, from, to }: { permitId: string; from: string; to: string }, delivery: Delivery): Promise<void> {
    return delivery.complete(() => this.closing.settle(permitId, ['monitoring'], { from, to }));
  }

  @Handles(settleLedger)
  ledger({ permitId, from, to }: { permitId: string; from: string; to: string }, delivery: Delivery): Promise<void> {
    return delivery.complete(() => this.closing.settle(permitId, ['ledger'], { from, to }));
  }

  @Handles(coverPermits)
  async covered({ permitIds }: { permitIds: readonly string[] }, delivery: Delivery): Promise<void> {
    for (const permitId of permitIds) await this.closing.settleAll(permitId);
    await delivery.complete(() => Promise.resolve());
  }

  /** Another plan or a stoppage may need less, or more, than before. */
  private async plan(permitId: string): Promise<void> {
    await this.planner.plan(permitId);
    await this.closing.settle(permitId, ['monitoring', 'ledger']);
  }

  private async planAll(permitIds: readonly string[], delivery: Delivery): Promise<void> {
    for (const permitId of permitIds) await this.plan(permitId);
    await delivery.complete(() => Promise.resolve());
  }

  @Handles(dailyRound)
  async daily(_: Record<string, never>, delivery: Delivery): Promise<void> {
    await this.round.settleRenewals();
    await this.round.reopenRenewals();
    await this.round.markDue();
    await this.round.markOverdue();
    await this.round.remind();
    await this.round.requestPlans((after, limit) => this.planner.unplanned(after, limit));
    await delivery.complete(() => Promise.resolve());
  }
}
