import { Injectable } from '@nestjs/common';
import { Actor, Clock, Db, invalidFields, notFound } from '@huanbao/platform';
import { PermitStanding, statusOn } from '../certificate/validity';
import { permitConditionView } from '../conditions/condition.view';
import { pollutantName } from '../form/pollutants';
import { printed } from '../form/print';
import { Permit } from '../permit.entity';
import { permitPolicy } from '../permits.policy';
import type { PrintedSectionView } from '../views/application.view';
import { conditionDifferences, limitDifferences } from './as-of';
import type { FactDifferenceView, PermitLimitView, PermitAsOfView, PermitComparisonView, SideView } from './as-of.view';
import { differences } from './differences';
import type { PermitCondition, PermitLimit } from './permit-limit.entity';
import { PermitReader } from './permit-reader';
import { PermitVersion } from './permit-version.entity';

/** A day, or a version on the first day on which it holds. */
export interface Side {
  readonly day?: string;
  readonly version?: number;
}

interface State {
  readonly day: string;
  readonly version: PermitVersion;
  readonly standing: PermitStanding;
  readonly limits: PermitLimit[];
  readonly conditions: PermitCondition[];
}

const FACTS = ['enterpriseName', 'siteName', 'siteAddress', 'legalRepresentative', 'managementCategory', 'issuer', 'validTo'] as const;

/** A permit as it stood on any day, for its holder, the holder's agents and the bureau. */
@Injectable()
export class PermitAsOf {
  constructor(
    private readonly db: Db,
    private readonly reader: PermitReader,
    private readonly clock: Clock,
  ) {}

  /** @throws 400 `/on` for a day before the first version */
  async on(actor: Actor, id: string, on: string | undefined): Promise<PermitAsOfView> {
    const permit = await this.seen(actor, id);
    const versions = await this.reader.versions(id);
    const today = this.clock.today();
    const { day, version, standing, limits, conditions } = await this.state(permit, versions, { at: { day: on ?? today }, pointer: '/on' });
    const { number: versionNumber, businessType, issuedOn, effectiveFrom, validFrom, validTo, enterpriseName, siteName, siteAddress, legalRepresentative, industryName, managementCategory, issuer } = version;
    return {
      permitId: id, number: permit.number, uscc: permit.uscc, day, today, isAhead: day > today, standing, endedOn: permit.endedOn, endBasis: permit.endBasis, versionNumber, newestVersion: permit.versionNumber,
      businessType, issuedOn, effectiveFrom, validFrom, validTo, enterpriseName, siteName, siteAddress, legalRepresentative, industryName, managementCategory, issuer,
      limits: limits.map(limitView), conditions: conditions.map(permitConditionView), content: printed(version.snapshot, { withoutPersons: true }) as PrintedSectionView[],
      versions: versions.map(one => ({ number: one.number, businessType: one.businessType, issuedOn: one.issuedOn, effectiveFrom: one.effectiveFrom })),
    };
  }

  /** What differs between two days or versions: facts, limits, conditions and the whole form. */
  async compare(actor: Actor, id: string, sides: { readonly from: Side; readonly to: Side }): Promise<PermitComparisonView> {
    const permit = await this.seen(actor, id);
    const versions = await this.reader.versions(id);
    const first = versions.at(-1)?.effectiveFrom ?? permit.validFrom;
    const before = await this.state(permit, versions, { at: sideFrom('/from', sides.from, first), pointer: '/from' });
    const after = await this.state(permit, versions, { at: sideFrom('/to', sides.to, this.clock.today()), pointer: '/to' });
    return {
      from: sideOf(before), to: sideOf(after), facts: factsOf(before, after),
      limits: limitDifferences(before.limits, after.limits).map(({ permitYear: _year, ...one }) => ({ ...one, pollutantTitle: { ...pollutantName(one.pollutant) } })),
      conditions: conditionDifferences(before.conditions, after.conditions).map(one => ({ change: one.change, before: one.before && permitConditionView(one.before), after: one.after && permitConditionView(one.after) })),
      items: before.version.number === after.version.number ? [] : differences(before.version.snapshot, after.version.snapshot).map(one => ({ ...one })),
    };
  }

  private async seen(actor: Actor, id: string): Promise<Permit> {
    const permit = await this.db.repo(Permit).findOneBy({ id });
    permitPolicy.require(actor, 'permit.read', permit);
    return permit;
  }

  private async state(permit: Permit, versions: readonly PermitVersion[], { at, pointer }: { at: Side; pointer: string }): Promise<State> {
    const version = at.version === undefined ? versions.find(one => one.effectiveFrom <= (at.day as string)) : versions.find(one => one.number === at.version);
    if (!version && at.version !== undefined) throw notFound();
    if (!version) throw tooEarly(pointer, versions.at(-1)?.effectiveFrom ?? permit.validFrom);
    const day = at.day ?? version.effectiveFrom;
    const mine = <R extends { readonly fromVersion: number }>(rows: R[]): R[] => (at.version === undefined ? rows : rows.filter(row => row.fromVersion <= version.number));
    return {
      day, version, standing: statusOn({ status: permit.status, endedOn: permit.endedOn, validTo: version.validTo }, day),
      limits: mine(await this.reader.limitsOn(permit.id, day)), conditions: mine(await this.reader.conditionsOn(permit.id, day)),
    };
  }
}

const sideOf = ({ day, version, standing }: State): SideView => ({ day, versionNumber: version.number, standing });

function factsOf(before: State, after: State): FactDifferenceView[] {
  const own = FACTS.flatMap(fact => (before.version[fact] === after.version[fact] ? [] : [{ fact, before: before.version[fact], after: after.version[fact] }]));
  return before.standing === after.standing ? own : [{ fact: 'standing', before: before.standing, after: after.standing }, ...own];
}

export function limitView({ medium, outletCode, pollutant, measure, permitYear, value, unit, standard, validFrom, validUntil }: PermitLimit): PermitLimitView {
  return { medium, outletCode, pollutant, pollutantTitle: { ...pollutantName(pollutant) }, measure, permitYear, value, unit, standard, validFrom, validUntil };
}

/** A day or a version, not both; `otherwise` when neither is named. */
function sideFrom(pointer: string, { day, version }: Side, otherwise: string): Side {
  if (day !== undefined && version !== undefined) throw invalidFields([{ pointer, code: 'side', zh: '请选择一个日期或者一个版本（二选一）', en: 'Choose a day or a version, one of them.' }]);
  return version === undefined ? { day: day ?? otherwise } : { version };
}

const tooEarly = (pointer: string, first: string) =>
  invalidFields([{ pointer, code: 'too-early', zh: `许可证自 ${first} 起有内容，请选这天或之后的日期`, en: `The permit says something since ${first}: choose that day or a later one.` }]);
