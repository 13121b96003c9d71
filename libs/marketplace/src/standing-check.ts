import { Injectable } from '@nestjs/common';
import { Clock } from '@huanbao/platform';
import { type Eligibility, Providers, Requirement } from '@huanbao/providers';
import { requirementOf } from './standing';
import type { ServiceTask } from './marketplace.entity';
import { TaskGuards } from './task-guards';

type Asked = Pick<ServiceTask, 'requirement' | 'requiredQualifications'>;

/**
 * Whether a firm may be engaged today: what it holds, whether it is suspended or restricted, and whether its credit or a supervision list
 * stops it. Asked at the bid, the opening, the award, the signing and the
 * acceptance: a firm may be listed in the middle of a procedure.
 */
@Injectable()
export class FirmStandings {
  constructor(
    private readonly providers: Providers,
    private readonly guards: TaskGuards,
    private readonly clock: Clock,
  ) {}

  /** What the firm holds alone; where it bids and is chosen the rooms above hold their own rules against it. */
  qualified(task: Asked, firmId: string): Promise<Eligibility> {
    return this.providers.mayBid(firmId, requirementOf(task), this.clock.today());
  }

  ofTask(task: Asked, firmId: string): Promise<Eligibility> {
    return this.of(requirementOf(task), firmId);
  }

  /** Everything that stands against it, each with what mends it. */
  async of(requirement: Requirement, firmId: string): Promise<Eligibility> {
    const verdict = await this.providers.mayBid(firmId, requirement, this.clock.today());
    const reasons = [...(verdict.ok ? [] : verdict.reasons), ...(await this.guards.firmReasons(firmId))];
    return reasons.length === 0 ? { ok: true } : { ok: false, reasons };
  }
}
