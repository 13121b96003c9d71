import { Injectable } from '@nestjs/common';
import { Delivery, Handles } from '@huanbao/platform';
import { endAgency, recomputeClocks, renderNotice, sweepClocks } from './casework.job-definitions';
import { Sweeper } from './clock/sweeper';
import { NoticeRenderer } from './notices/notice.renderer';
import { QueryAttempts } from './public/query-attempts';
import { Agencies } from './engine/agencies';
import { Holidays } from './reference/holidays.service';

/** Background work of casework: load, call, nothing more. */
@Injectable()
export class CaseworkJobs {
  constructor(
    private readonly sweeper: Sweeper,
    private readonly holidays: Holidays,
    private readonly renderer: NoticeRenderer,
    private readonly attempts: QueryAttempts,
    private readonly agencies: Agencies,
  ) {}

  @Handles(sweepClocks)
  async sweep(_: Record<string, never>): Promise<void> {
    await this.sweeper.sweep();
    await this.attempts.forgetOld();
  }

  @Handles(recomputeClocks)
  async recompute({ recomputationId }: { recomputationId: string }): Promise<void> {
    await this.holidays.recompute(recomputationId);
  }

  @Handles(endAgency)
  async endAgency({ mandateId }: { mandateId: string }): Promise<void> {
    await this.agencies.end(mandateId);
  }

  @Handles(renderNotice)
  async render({ noticeId }: { noticeId: string }, delivery: Delivery): Promise<void> {
    await this.renderer.render(noticeId, delivery);
  }
}
