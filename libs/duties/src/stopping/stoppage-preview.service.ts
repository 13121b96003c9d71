import { Injectable } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { Permit, PermitReader, subjectsOf } from '@huanbao/permits';
import { Actor, Clock, invalidFields } from '@huanbao/platform';
import { lineOf } from '../calendar/ending-preview.service';
import { DutyPlanner } from '../calendar/planner';
import { dutyPolicy } from '../duties.policy';
import { dayFault } from './stoppage-days';
import type { StoppagePreviewDto } from './stoppage.dto';
import type { StoppagePreviewView } from './stoppage.view';

/** Reports of the last period are due after it ends. */
const AFTER_DAYS = 120;
const MOST = 60;

/** What a stoppage would change: reckoned by the plan itself, nothing is written. */
@Injectable()
export class StoppagePreview {
  constructor(
    private readonly permits: PermitReader,
    private readonly planner: DutyPlanner,
    private readonly clock: Clock,
  ) {}

  async preview(actor: Actor, given: StoppagePreviewDto): Promise<StoppagePreviewView> {
    const permit = await this.checked(actor, given);
    const stop = { from: given.fromOn, to: given.toOn ?? null };
    const { before, after } = await this.planner.forecast(permit, input => (given.facilities ? input : { ...input, stoppages: [...input.stoppages, stop] }));
    const was = new Map(before.map(one => [one.key, one.status]));
    const until = given.toOn ? addDays(given.toOn, AFTER_DAYS) : addDays(given.fromOn, 366);
    const excused = after.filter(one => one.status === 'excused' && was.get(one.key) !== 'excused');
    const stays = after.filter(one => (one.status === 'upcoming' || one.status === 'due') && one.dueOn >= given.fromOn && one.dueOn <= until).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
    return { excused: excused.slice(0, MOST).map(lineOf), stays: stays.slice(0, MOST).map(lineOf) };
  }

  /** The permit, when the actor may report and days and facilities are right. @throws 404, 403, 400 */
  async checked(actor: Actor, given: StoppagePreviewDto): Promise<Permit> {
    const permit = await this.permits.byId(given.permitId);
    dutyPolicy.require(actor, 'duty.stop', permit);
    const fault = dayFault(given, { permit, today: this.clock.today() });
    if (fault) throw fault;
    const known = await this.facilities(permit);
    const unknown = (given.facilities ?? []).findIndex(code => !known.includes(code));
    if (unknown >= 0) {
      throw invalidFields([{ pointer: `/facilities/${unknown}`, code: 'facility', zh: `许可证里没有设施 ${given.facilities?.[unknown] ?? ''}，请从列表中选择`, en: 'The permit has no such facility. Choose from the list.' }]);
    }
    return permit;
  }

  /** Production and treatment facilities of the permit. @throws 404 */
  async facilitiesOf(actor: Actor, permitId: string): Promise<string[]> {
    const permit = await this.permits.byId(permitId);
    dutyPolicy.require(actor, 'duty.read', permit);
    return this.facilities(permit);
  }

  private async facilities(permit: Permit): Promise<string[]> {
    const today = await this.permits.formOn(permit.id, this.clock.today());
    return [...subjectsOf(today?.form ?? permit.snapshot).facilities];
  }
}
