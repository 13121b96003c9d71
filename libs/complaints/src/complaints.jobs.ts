import { Injectable } from '@nestjs/common';
import { Delivery, Handles } from '@huanbao/platform';
import { forgetSenders, seeStandIns } from './complaints.jobs.definitions';
import { StandIns } from './disputes/stand-ins.service';
import { Senders } from './intake/senders';

/** Work of complaints in the background. */
@Injectable()
export class ComplaintsJobs {
  constructor(
    private readonly senders: Senders,
    private readonly standIns: StandIns,
  ) {}

  /** Each in a transaction of its own. */
  @Handles(seeStandIns)
  async standIn(_: Record<string, never>, delivery: Delivery): Promise<void> {
    await this.standIns.seeAll();
    await delivery.complete(async () => undefined);
  }

  @Handles(forgetSenders)
  async forget(_: Record<string, never>, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.senders.forgetOld());
  }
}
