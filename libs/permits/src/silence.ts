import { Injectable, OnModuleInit } from '@nestjs/common';
import { CaseHooks } from '@huanbao/casework';
import { applicationMachine } from './application.machine';
import { ApplicationRecords } from './application.records';
import { reviewClock } from './life/procedure-periods';
import { PermitNotices } from './permits.notices';

/** What acceptance by silence changes here (排污许可管理条例 art. 9 (4)): the application follows its case, and both sides are told. */
@Injectable()
export class DeemedAcceptance implements OnModuleInit {
  constructor(
    private readonly hooks: CaseHooks,
    private readonly records: ApplicationRecords,
    private readonly notices: PermitNotices,
  ) {}

  onModuleInit(): void {
    this.hooks.onSilentClock(applicationMachine, async c => reviewClock(await this.records.lock(c.id)));
    this.hooks.onSilence(applicationMachine, async c => {
      const application = await this.records.lock(c.id);
      await this.records.keepInStep(c.id, c);
      await this.notices.accepted(application, true);
    });
  }
}
