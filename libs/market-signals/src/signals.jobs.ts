import { Injectable } from '@nestjs/common';
import { BidTrace } from '@huanbao/marketplace';
import { Clock, Db, Delivery, Handles } from '@huanbao/platform';
import { LessThan } from 'typeorm';
import { CollusionComparing } from './comparing.service';
import { compareBids, forgetTraces, lookAtTurns } from './signals.jobs.definitions';

const DAY_MS = 86_400_000;

/** Background work of the signals: look, then keep in one transaction with the mark "done". */
@Injectable()
export class MarketSignalsJobs {
  constructor(
    private readonly db: Db,
    private readonly comparing: CollusionComparing,
    private readonly clock: Clock,
  ) {}

  @Handles(compareBids)
  async compare({ taskId }: { taskId: string }, delivery: Delivery): Promise<void> {
    const found = await this.comparing.signalsOf(taskId);
    await delivery.complete(async () => {
      if (found) await this.comparing.keep(found.task, found.signals);
    });
  }

  @Handles(lookAtTurns)
  async turns({ taskId }: { taskId: string }, delivery: Delivery): Promise<void> {
    const found = await this.comparing.turnsOf(taskId);
    await delivery.complete(async () => {
      if (found) await this.comparing.keep(found.task, found.signals);
    });
  }

  @Handles(forgetTraces)
  async forget(_: Record<string, never>, delivery: Delivery): Promise<void> {
    const { traceDays } = await this.comparing.limits();
    await delivery.complete(() => this.db.repo(BidTrace).delete({ at: LessThan(new Date(this.clock.now().getTime() - traceDays * DAY_MS)) }));
  }
}
