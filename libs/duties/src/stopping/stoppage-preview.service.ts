import { Injectable } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { type Form, Permit, PermitReader, subjectsOf } from '@huanbao/permits';
import { Actor, Clock, invalidFields } from '@huanbao/platform';
import { ReferenceBook } from '@huanbao/reference';
import { DUTY_KIND } from '../engine/reference';
import { lineOf } from '../calendar/ending-preview.service';
import { DutyPlanner } from '../calendar/planner';
import { dutyPolicy } from '../duties.policy';
import { facilityNames, type FedOutlet, fedOutlets, stillFeeding } from './outlets';
import { dayFault } from './stoppage-days';
import type { StoppagePreviewDto } from './stoppage.dto';
import type { StoppageFacilitiesView, StoppagePreviewView } from './stoppage.view';

/** Reports of the last period are due after it ends. */
const AFTER_DAYS = 120;
const MOST = 60;

/** What a stoppage would change: reckoned by the plan itself, nothing is written. */
@Injectable()
export class StoppagePreview {
  constructor(
    private readonly permits: PermitReader,
    private readonly planner: DutyPlanner,
    private readonly book: ReferenceBook,
    private readonly clock: Clock,
  ) {}

  async preview(actor: Actor, given: StoppagePreviewDto): Promise<StoppagePreviewView> {
    const permit = await this.checked(actor, given);
    const stop = { from: given.fromOn, to: given.toOn ?? null, outlets: given.facilities ? (given.outlets ?? []) : null, facilities: given.facilities ?? null };
    const { before, after } = await this.planner.forecast(permit, input => ({ ...input, stoppages: [...input.stoppages, stop] }));
    const was = new Map(before.map(one => [one.key, one.status]));
    const said = new Map(before.map(one => [one.key, one.content.zh]));
    const until = given.toOn ? addDays(given.toOn, AFTER_DAYS) : addDays(given.fromOn, 366);
    const excused = after.filter(one => one.status === 'excused' && was.get(one.key) !== 'excused');
    const reduced = after.filter(one => one.kind === 'monitoring' && one.status !== 'excused' && said.has(one.key) && said.get(one.key) !== one.content.zh);
    const stays = after.filter(one => (one.status === 'upcoming' || one.status === 'due') && one.dueOn >= given.fromOn && one.dueOn <= until).sort((a, b) => (a.dueOn < b.dueOn ? -1 : 1));
    return { excused: excused.slice(0, MOST).map(lineOf), reduced: reduced.slice(0, MOST).map(lineOf), stays: stays.slice(0, MOST).map(lineOf) };
  }

  /** The permit, when the actor may report and days and facilities are right. @throws 404, 403, 400 */
  async checked(actor: Actor, given: StoppagePreviewDto): Promise<Permit> {
    const permit = await this.permits.byId(given.permitId);
    dutyPolicy.require(actor, 'duty.stop', permit);
    const fault = dayFault(given, { permit, today: this.clock.today(), values: await this.book.rows(DUTY_KIND) });
    if (fault) throw fault;
    const form = await this.formOf(permit);
    const known = [...subjectsOf(form).facilities];
    const unknown = (given.facilities ?? []).findIndex(code => !known.includes(code));
    if (unknown >= 0) {
      throw invalidFields([{ pointer: `/facilities/${unknown}`, code: 'facility', zh: `许可证里没有设施 ${given.facilities?.[unknown] ?? ''}，请从列表中选择`, en: 'The permit has no such facility. Choose from the list.' }]);
    }
    assertStanding(given, fedOutlets(form));
    return permit;
  }

  /** Facilities of the permit and the outlets they feed. @throws 404 */
  async facilitiesOf(actor: Actor, permitId: string): Promise<StoppageFacilitiesView> {
    const permit = await this.permits.byId(permitId);
    dutyPolicy.require(actor, 'duty.read', permit);
    const form = await this.formOf(permit);
    const names = facilityNames(form);
    return { facilities: subjectsOf(form).facilities.map(code => ({ code, name: names.get(code) ?? '' })), outlets: fedOutlets(form).map(({ code, name, facilities }) => ({ code, name, facilities: [...facilities] })) };
  }

  private async formOf(permit: Permit): Promise<Form> {
    return (await this.permits.formOn(permit.id, this.clock.today()))?.form ?? (await this.permits.withForm(permit)).snapshot;
  }
}

/** Only an outlet that nothing feeds any more emits nothing (不排放期间). @throws 400 at each other one, naming what still runs */
function assertStanding({ facilities, outlets = [] }: StoppagePreviewDto, fed: readonly FedOutlet[]): void {
  if (outlets.length > 0 && !facilities) throw invalidFields([{ pointer: '/outlets', code: 'outlet', zh: '全厂停产包括所有排放口，不用另选', en: 'The whole site includes all outlets. Leave them out.' }]);
  const faults = outlets.flatMap((code, index) => {
    const left = stillFeeding(fed.find(one => one.code === code), facilities ?? []);
    if (left?.length === 0) return [];
    const words = left ? { zh: `${code} 还有 ${left.join('、')} 在排放，不能免测；也停了的，请一并选择`, en: `${left.join(', ')} still feed ${code}: it stays due. Choose them too when they stand.` } : { zh: `许可证里没有由这些设施排放的 ${code}，请从列表中选择`, en: `The permit has no outlet ${code} fed by them. Choose from the list.` };
    return [{ pointer: `/outlets/${index}`, code: 'outlet', ...words }];
  });
  if (faults.length > 0) throw invalidFields(faults);
}
