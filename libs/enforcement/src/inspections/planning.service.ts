import { Injectable } from '@nestjs/common';
import { Directory, Organisation } from '@huanbao/identity';
import { Actor, Audit, Clock, coversRegion, Db, newId, Numbering } from '@huanbao/platform';
import { In, IsNull } from 'typeorm';
import { EnforcementOfficer, Inspection, InspectionOfficer, OfficerAvoidance, UNHELD } from '../enforcement.entity';
import { complaintUnknown, enterpriseUnknown, followsUnknown, inspectorUnfit, overrideNeeded, spanWrong, twoOfficersNeeded } from '../enforcement.errors';
import { inspectionPolicy } from '../enforcement.policy';
import { EnforcementReference } from '../enforcement.reference';
import { regionsOf } from '../lists';
import { InspectionReference } from '../record/inspection.reference';
import { InspectionLead } from '../record/record.entity';
import type { PlanInspectionDto, PlanningQuery } from './inspection.dto';
import type { InspectionPlanningView } from './inspection.view';

interface Standing {
  readonly visits: number;
  readonly cap: number | null;
  readonly positive: string | null;
}

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Inspections outside a draw: with reason and law, two officers with certificates who need not keep away, within the yearly cap. */
@Injectable()
export class PlanningService {
  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly parameters: EnforcementReference,
    private readonly reference: InspectionReference,
    private readonly numbering: Numbering,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  plan(actor: Actor, input: PlanInspectionDto): Promise<string> {
    return this.db.transaction(async () => {
      const enterprise = await this.enterprise(actor, input.enterpriseId);
      const today = this.clock.today();
      if (input.plannedFrom < today || input.plannedTo < input.plannedFrom) throw spanWrong();
      const officers = await this.officers(actor, input);
      const rests = await this.restsOn(actor, input);
      // counted under one lock: two plans at once see one another
      await this.db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 24))', [`inspection-cap ${rests.complaintId ?? enterprise.id}`]);
      if (rests.complaintId !== null) await this.db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 24))', [`inspection-cap ${enterprise.id}`]);
      const countsToCap = (await this.reference.countsToCap(input.kind, today)) || !(await this.isFirstOf(rests, enterprise.id));
      const passed = await this.passed(actor, input, { countsToCap });
      const number = await this.numbering.code('inspection', 'XC', 5);
      const inspection: Inspection = {
        ...UNHELD, id: newId(), number, kind: input.kind, drawId: null, drawNumber: null, enterpriseId: enterprise.id, enterpriseName: enterprise.name, uscc: enterprise.uscc, regionCode: enterprise.regionCode, plannedFrom: input.plannedFrom, plannedTo: input.plannedTo, officers, state: 'planned', countsToCap, cancelledReason: null,
        createdByName: actor.name, search: `${number} ${enterprise.name} ${enterprise.uscc ?? ''} ${officers.map(one => one.name).join(' ')} ${rests.complaintNumber ?? ''}`, version: 1, createdAt: this.clock.now(), reason: input.reason, legalBasis: input.legalBasis, ...rests,
        ...(passed.length > 0 ? { overrideReason: input.overrideReason ?? null, overrideWhat: passed, overrideByName: actor.name } : {}),
      };
      await this.db.repo(Inspection).insert(inspection as object);
      await this.audit.record({ actor, action: 'inspection.plan', subject: { type: 'inspection', id: inspection.id }, details: { number, kind: input.kind, enterpriseId: enterprise.id, officers: officers.map(one => one.certificateNo), complaintNumber: rests.complaintNumber, overridden: passed, overrideReason: inspection.overrideReason } });
      return inspection.id;
    });
  }

  /** Who could go on these days, and how the unit stands to cap and positive list. */
  async planning(actor: Actor, query: PlanningQuery): Promise<InspectionPlanningView> {
    const enterprise = await this.enterprise(actor, query.enterpriseId);
    const known = await this.db.repo(EnforcementOfficer).createQueryBuilder('o').where('o.regionCode LIKE ANY (:regions)', { regions: regionsOf(actor) }).orderBy('o.name').addOrderBy('o.id').limit(MOST_OFFICERS).getMany();
    const away = await this.away(known, enterprise.id);
    const { visits, cap, positive } = await this.standing(enterprise.id, query.plannedTo.slice(0, 4));
    const officers = known.map(one => ({ id: one.id, name: one.name, certificateNo: one.certificateNo, cannot: unfit(one, { ...query, away }) }));
    return { officers, visits, cap, positive, openVisits: await this.openVisits(enterprise.id) };
  }

  private async enterprise(actor: Actor, id: string): Promise<Organisation> {
    const enterprise = await this.directory.organisation(id);
    if (enterprise?.kind !== 'enterprise' || !coversRegion(actor, enterprise.regionCode)) throw enterpriseUnknown();
    inspectionPolicy.require(actor, 'inspection.plan', { regionCode: enterprise.regionCode, enterpriseId: id, isReleased: false, team: [] });
    return enterprise;
  }

  private async officers(actor: Actor, input: PlanInspectionDto): Promise<InspectionOfficer[]> {
    if (new Set(input.officerIds).size < 2) throw twoOfficersNeeded();
    const rows = await this.db.repo(EnforcementOfficer).findBy({ id: In(input.officerIds) });
    const away = await this.away(rows, input.enterpriseId);
    return input.officerIds.map((id, nth) => {
      const one = rows.find(each => each.id === id);
      const why = one && coversRegion(actor, one.regionCode) ? unfit(one, { ...input, away }) : { zh: '不在本局执法人员名录中', en: 'not on the list of officers' };
      if (!one || why) throw inspectorUnfit(nth, why ?? { zh: '', en: '' });
      return { userId: one.userId, name: one.name, certificateNo: one.certificateNo };
    });
  }

  private async away(officers: readonly EnforcementOfficer[], enterpriseId: string): Promise<ReadonlySet<string>> {
    if (officers.length === 0) return new Set();
    return new Set((await this.db.repo(OfficerAvoidance).findBy({ enterpriseId, officerId: In(officers.map(one => one.id)), liftedAt: IsNull() })).map(one => one.officerId));
  }

  /** A complaint that was accepted, or a closed inspection of the same unit. */
  private async restsOn(actor: Actor, input: PlanInspectionDto): Promise<Pick<Inspection, 'complaintId' | 'complaintNumber' | 'followsId' | 'followsNumber'>> {
    const none = { complaintId: null, complaintNumber: null, followsId: null, followsNumber: null };
    if (input.kind === 'complaint') {
      const lead = await this.db.repo(InspectionLead).findOneBy({ number: input.complaintNumber ?? '' });
      if (!lead || !coversRegion(actor, lead.regionCode)) throw complaintUnknown();
      return { ...none, complaintId: lead.complaintId, complaintNumber: lead.number };
    }
    if (input.kind === 'follow-up') {
      const before = input.followsId ? await this.db.repo(Inspection).findOneBy({ id: input.followsId, enterpriseId: input.enterpriseId, state: 'held' }) : null;
      if (!before || !coversRegion(actor, before.regionCode)) throw followsUnknown();
      return { ...none, followsId: before.id, followsNumber: before.number };
    }
    return none;
  }

  /**
   * What rests on a complaint or on a visit before is outside the cap once: the first visit upon a complaint, to the enterprise it is about where one is
   * named; and the first return to a visit that found something. Any further one counts like any other visit.
   */
  private async isFirstOf({ complaintId, followsId }: Pick<Inspection, 'complaintId' | 'followsId'>, enterpriseId: string): Promise<boolean> {
    if (complaintId === null && followsId === null) return true;
    const before = this.db.repo(Inspection).createQueryBuilder('i').where(`i.state <> 'cancelled'`);
    if (complaintId !== null) {
      const lead = await this.db.repo(InspectionLead).findOneBy({ complaintId });
      if (lead?.enterpriseId != null && lead.enterpriseId !== enterpriseId) return false;
      return !(await before.andWhere('i.complaintId = :complaintId', { complaintId }).getExists());
    }
    const followed = await this.db.repo(Inspection).findOneBy({ id: followsId as string });
    return followed?.result === 'violations' && !(await before.andWhere('i.followsId = :followsId', { followsId }).getExists());
  }

  /** What the plan passes over. @throws 422 where no head gives a reason for it */
  private async passed(actor: Actor, input: PlanInspectionDto, { countsToCap }: { countsToCap: boolean }): Promise<string[]> {
    const { visits, cap, positive } = await this.standing(input.enterpriseId, input.plannedTo.slice(0, 4));
    const over = countsToCap && cap !== null && visits >= cap;
    const listed = positive !== null && input.kind !== 'offsite';
    const what = [...(over ? ['cap'] : []), ...(listed ? ['positive'] : [])];
    if (what.length === 0) return what;
    const may = inspectionPolicy.may(actor, 'inspection.override', { regionCode: actor.regions[0] ?? '', enterpriseId: input.enterpriseId, isReleased: false, team: [] });
    if (may && input.overrideReason) return what;
    const zh = [...(over ? [`本年度已安排 ${visits} 次检查，达到上限 ${cap ?? 0} 次`] : []), ...(listed ? [`企业在监督执法正面清单（${positive}）内`] : [])].join('；');
    const en = [...(over ? [`${visits} visits this year, the cap is ${cap ?? 0}`] : []), ...(listed ? [`on the positive list (${positive})`] : [])].join('; ');
    throw overrideNeeded(zh, en, what);
  }

  private async standing(enterpriseId: string, year: string): Promise<Standing> {
    const [row] = await this.db.query<{ visits: string; of: string | null; positive: string | null }>(
      `SELECT (SELECT count(*) FROM inspection i WHERE i.enterprise_id = $1 AND i.counts_to_cap AND i.state <> 'cancelled' AND to_char(i.planned_to, 'YYYY') = $2) AS visits,
              (SELECT t.target_class FROM draw_target t WHERE t.enterprise_id = $1) AS of,
              (SELECT p.number FROM positive_entry p WHERE p.enterprise_id = $1 AND p.state = 'active' AND p.review_on >= $3) AS positive`,
      [enterpriseId, year, this.clock.today()]);
    const cap = (await this.parameters.parameters()).get(`cap:${row?.of ?? 'general'}`);
    return { visits: Number(row?.visits ?? 0), cap: cap ? Number(cap.value) : null, positive: row?.positive ?? null };
  }

  private async openVisits(enterpriseId: string): Promise<string[]> {
    return (await this.db.query<{ number: string }>(`SELECT number FROM inspection WHERE enterprise_id = $1 AND state IN ('planned', 'drafting', 'signing') ORDER BY id LIMIT 5`, [enterpriseId])).map(one => one.number);
  }
}

const MOST_OFFICERS = 200;

/** Why an officer cannot go, or null. */
export function unfit(officer: EnforcementOfficer, { plannedFrom, plannedTo, away }: { readonly plannedFrom: string; readonly plannedTo: string; readonly away: ReadonlySet<string> }): Words | null {
  if (away.has(officer.id)) return { zh: '登记了回避', en: 'keeps away from this enterprise' };
  if (officer.state === 'paused') return { zh: '暂停派员', en: 'is paused' };
  if (officer.validFrom > plannedFrom || officer.validUntil < plannedTo) return { zh: `执法证在检查期限内不全有效（至 ${officer.validUntil}）`, en: `the certificate does not hold on all days (until ${officer.validUntil})` };
  return null;
}
