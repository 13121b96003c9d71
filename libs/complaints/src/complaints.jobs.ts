import { Injectable } from '@nestjs/common';
import { Delivery, Handles } from '@huanbao/platform';
import { forgetSenders } from './complaints.jobs.definitions';
import { Senders } from './intake/senders';

/** Work of complaints in the background. */
@Injectable()
export class ComplaintsJobs {
  constructor(private readonly senders: Senders) {}

  @Handles(forgetSenders)
  async forget(_: Record<string, never>, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.senders.forgetOld());
  }
}
