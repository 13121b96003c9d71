import { Injectable } from '@nestjs/common';
import { Directory } from '@huanbao/identity';
import { Clock, Db, Delivery, Handles, Outbox, systemActor } from '@huanbao/platform';
import { firmStandingChanged } from '@huanbao/providers';
import { creditDailyRound, moveFirmStanding, openCredit, runCreditBatch, takeFirmFinding, takeIntegrityPoint, takeLateWork, takeUnsignedAward } from './credit.events';
import { dayAfter } from './engine/ledger';
import { FirmSources } from './ledger/firm-sources';
import { RunsService } from './runs/runs.service';
import { SchemeBook } from './schemes/scheme-book';
import { Standings } from './standings/standings.service';

/** Credit follows what other rooms decide, and the days. Each piece may be told again. */
@Injectable()
export class CreditJobs {
  constructor(
    private readonly db: Db,
    private readonly sources: FirmSources,
    private readonly standings: Standings,
    private readonly book: SchemeBook,
    private readonly runs: RunsService,
    private readonly directory: Directory,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  @Handles(takeFirmFinding)
  async finding({ findingId }: { findingId: string }, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.sources.takeFinding(findingId));
  }

  @Handles(takeIntegrityPoint)
  async point({ pointId }: { pointId: string }, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.sources.takePoint(pointId));
  }

  @Handles(takeLateWork)
  async late({ taskId }: { taskId: string; deliveryId: string }, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.sources.takeLate(taskId));
  }

  @Handles(takeUnsignedAward)
  async unsigned({ cancellationId }: { cancellationId: string }, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.sources.takeUnsigned(cancellationId));
  }

  @Handles(moveFirmStanding)
  async moved({ subjectId }: { subjectId: string }, delivery: Delivery): Promise<void> {
    const firm = (await this.directory.organisation(subjectId))?.kind === 'firm';
    await delivery.complete(async () => {
      if (firm) await this.outbox.publish(firmStandingChanged, { firmId: subjectId });
    });
  }

  /** A verified organisation has its standing from the first day on. */
  @Handles(openCredit)
  async open({ organisationId }: { organisationId: string }, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.standings.recompute(organisationId, { cause: 'day', keys: [] }));
  }

  @Handles(runCreditBatch)
  async batch({ runId }: { runId: string }, delivery: Delivery): Promise<void> {
    try {
      await delivery.complete(() => this.runs.batch(runId));
    } catch (error) {
      if (delivery.attempt >= runCreditBatch.attempts) await this.runs.fail(runId, error instanceof Error ? error.message : String(error));
      throw error;
    }
  }

  /** Whose events began or ended, one by one; everybody when a scheme begins. */
  @Handles(creditDailyRound)
  async daily(_: Record<string, never>, delivery: Delivery): Promise<void> {
    const today = this.clock.today();
    await this.runs.failLost();
    await this.sources.takeAll();
    const due = await this.db.query<{ id: string }>('SELECT subject_id AS id FROM credit_standing WHERE next_change_on <= $1 ORDER BY next_change_on, subject_id', [today]);
    for (const { id } of due) await this.db.transaction(() => this.standings.recompute(id, { cause: 'day', keys: [] }));
    const everybody = await this.needsEverybody(today);
    await delivery.complete(async () => {
      if (everybody) await this.runs.recompute(systemActor('credit'));
    });
  }

  /** A scheme begins today or has ended yesterday, or somebody has no standing yet. */
  private async needsEverybody(today: string): Promise<boolean> {
    const [row] = await this.db.query<{ running: boolean; missing: boolean }>(
      `SELECT EXISTS (SELECT 1 FROM credit_run WHERE kind = 'recompute' AND state IN ('waiting', 'running')) AS running,
              EXISTS (SELECT 1 FROM organisation o WHERE o.kind IN ('enterprise', 'firm') AND o.status = 'active' AND NOT EXISTS (SELECT 1 FROM credit_standing s WHERE s.subject_id = o.id)) AS missing`);
    if (row?.running) return false;
    return (row?.missing ?? false) || this.book.changesBetween(dayAfter(today, -1), today);
  }
}
