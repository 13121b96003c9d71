import { Injectable } from '@nestjs/common';
import { CreditStandings } from '@huanbao/credit';
import { Actor, Clock, Db } from '@huanbao/platform';
import type { ReferenceRow } from '@huanbao/reference';
import { DrawCandidate, EnforcementOfficer, FrozenOfficer, InspectionDraw, TargetClass } from '../enforcement.entity';
import { EnforcementReference } from '../enforcement.reference';
import { regionsOf } from '../lists';
import { CREW, judged, suggested } from './pool';
import type { DrawOutlookView } from './draw.view';
import { optionOf } from '../targets/targets.service';

interface TargetRow {
  readonly enterpriseId: string;
  readonly enterpriseName: string;
  readonly uscc: string | null;
  readonly targetClass: TargetClass;
  readonly facts: string[];
  readonly status: string;
  readonly positive: string | null;
  readonly visits: string;
  readonly openVisit: string | null;
}

/** Everything a draw asks of each enterprise, in one statement. $1 regions, $2 day, $3 year. */
const TARGETS_SQL = `
  SELECT t.enterprise_id AS "enterpriseId", t.enterprise_name AS "enterpriseName", t.uscc, t.target_class AS "targetClass", t.facts, coalesce(o.status, 'suspended') AS status,
         (SELECT p.number FROM positive_entry p WHERE p.enterprise_id = t.enterprise_id AND p.state = 'active' AND p.review_on >= $2) AS positive,
         (SELECT count(*) FROM inspection i WHERE i.enterprise_id = t.enterprise_id AND i.counts_to_cap AND i.state <> 'cancelled' AND to_char(i.planned_to, 'YYYY') = $3) AS visits,
         (SELECT i.number FROM inspection i WHERE i.enterprise_id = t.enterprise_id AND i.state IN ('planned', 'drafting', 'signing') AND i.counts_to_cap ORDER BY i.id LIMIT 1) AS "openVisit"
    FROM draw_target t LEFT JOIN organisation o ON o.id = t.enterprise_id
   WHERE t.region_code LIKE ANY ($1) ORDER BY t.enterprise_id`;

export type FrozenCandidate = Omit<DrawCandidate, 'drawId' | 'fallen' | 'fallenWhy' | 'avoidedSince' | 'lot' | 'arrival' | 'place' | 'drawn'>;
export type Recheck = Pick<DrawCandidate, 'code' | 'fallen' | 'fallenWhy' | 'avoidedSince'>;

export interface Frozen {
  readonly candidates: readonly FrozenCandidate[];
  readonly officers: readonly FrozenOfficer[];
}

interface Period {
  readonly from: string;
  readonly to: string;
}

/** The pool of a draw as it stands today: weights, and who is left out and why. */
@Injectable()
export class PoolReader {
  constructor(
    private readonly db: Db,
    private readonly credit: CreditStandings,
    private readonly reference: EnforcementReference,
    private readonly clock: Clock,
  ) {}

  /** Officers whose certificate holds on all days of the period. */
  officers(actor: Actor, period: Period): Promise<FrozenOfficer[]> {
    return this.officersIn(regionsOf(actor), period);
  }

  private async officersIn(regions: readonly string[], { from, to }: Period): Promise<FrozenOfficer[]> {
    const rows = await this.db.repo(EnforcementOfficer).createQueryBuilder('o')
      .where(`o.regionCode LIKE ANY (:regions) AND o.state = 'active' AND o.validFrom <= :from AND o.validUntil >= :to`, { regions, from, to }).orderBy('o.certificateNo').getMany();
    return rows.map(({ id, userId, name, certificateNo }) => ({ id, userId, name, certificateNo }));
  }

  freeze(actor: Actor, period: Period): Promise<Frozen> {
    return this.read(regionsOf(actor), period);
  }

  /**
   * Everybody in a frozen pool once more, at the moment of the draw: the cap, the positive list, a visit that was planned since, who keeps away since
   * and whose certificate or post ended. What was left out stays out, and weights stay as they were frozen.
   */
  async again(draw: Pick<InspectionDraw, 'periodFrom' | 'periodTo' | 'officers'>, candidates: readonly DrawCandidate[]): Promise<Recheck[]> {
    // whoever was in the pool is looked at wherever it lies
    const now = await this.read(['%'], { from: draw.periodFrom, to: draw.periodTo });
    const able = new Set(now.officers.map(one => one.certificateNo));
    const gone = draw.officers.map(one => one.certificateNo).filter(one => !able.has(one));
    const today = new Map(now.candidates.map(one => [one.enterpriseId, one]));
    return candidates.filter(one => one.leftOut === null).map(({ code, enterpriseId, avoided }) => {
      const found = today.get(enterpriseId);
      const avoidedSince = [...new Set([...(found?.avoided ?? []), ...gone])].filter(one => !avoided.includes(one)).sort();
      const few = draw.officers.length - avoided.length - avoidedSince.length < CREW;
      if (!found) return { code, avoidedSince, fallen: 'suspended' as const, fallenWhy: { zh: '已移出检查对象名录', en: 'No longer among the units' } };
      return { code, avoidedSince, fallen: found.leftOut ?? (few ? ('officers' as const) : null), fallenWhy: found.why ?? (few ? { zh: '可派的持证人员不足', en: 'Too few certified officers may go' } : null) };
    });
  }

  private async read(regions: readonly string[], period: Period): Promise<Frozen> {
    const officers = await this.officersIn(regions, period);
    const targets = await this.db.query<TargetRow>(TARGETS_SQL, [regions, this.clock.today(), period.to.slice(0, 4)]);
    const weights = await this.credit.measureOfMany(targets.map(one => one.enterpriseId), 'draw-weight');
    const avoided = await this.avoided(officers);
    const parameters = await this.reference.parameters();
    return { officers, candidates: targets.map(target => candidateOf(target, { officers, weights, avoided, parameters })) };
  }

  /** Certificate numbers of those who do not go, by enterprise. */
  private async avoided(officers: readonly FrozenOfficer[]): Promise<ReadonlyMap<string, string[]>> {
    const rows = await this.db.query<{ enterpriseId: string; numbers: string[] }>(
      `SELECT a.enterprise_id AS "enterpriseId", array_agg(o.certificate_no ORDER BY o.certificate_no) AS numbers FROM officer_avoidance a JOIN enforcement_officer o ON o.id = a.officer_id
        WHERE a.lifted_at IS NULL AND a.officer_id = ANY ($1::uuid[]) GROUP BY a.enterprise_id`, [officers.map(one => one.id)]);
    return new Map(rows.map(one => [one.enterpriseId, one.numbers]));
  }

  /** How many units and officers there are, and how many a quarter asks for. */
  async outlook(actor: Actor): Promise<DrawOutlookView> {
    const today = this.clock.today();
    const counts = await this.db.query<{ of: TargetClass; n: string }>('SELECT target_class AS of, count(*) AS n FROM draw_target WHERE region_code LIKE ANY ($1) GROUP BY target_class', [regionsOf(actor)]);
    const count = (of: TargetClass): number => Number(counts.find(one => one.of === of)?.n ?? 0);
    const officers = (await this.officers(actor, { from: today, to: today })).length;
    const parameters = await this.reference.parameters();
    const value = (key: string): string => parameters.get(key)?.value ?? '0';
    const { key, general } = suggested({ key: count('key'), officers }, { keyPercent: value('share:key'), generalPerOfficer: value('share:general') });
    return { keyUnits: count('key'), generalUnits: count('general'), specialUnits: count('special'), officers, suggestedKey: Math.min(key, count('key')), suggestedGeneral: Math.min(general, count('general')), parameters: [...parameters.values()].filter(one => !one.key.startsWith('positive:')).map(optionOf) };
  }
}

interface Around {
  readonly officers: readonly FrozenOfficer[];
  readonly weights: ReadonlyMap<string, { readonly gradeTitle: string; readonly value: string | null }>;
  readonly avoided: ReadonlyMap<string, string[]>;
  readonly parameters: ReadonlyMap<string, ReferenceRow>;
}

function candidateOf({ enterpriseId, enterpriseName, uscc, targetClass, facts, status, positive, visits, openVisit }: TargetRow, { officers, weights, avoided, parameters }: Around): FrozenCandidate {
  const standing = weights.get(enterpriseId);
  const away = avoided.get(enterpriseId) ?? [];
  const cap = parameters.get(`cap:${targetClass}`);
  const { weight, parts, leftOut, why } = judged({
    targetClass, credit: standing?.value ? { grade: standing.gradeTitle, factor: standing.value } : null,
    facts: facts.flatMap(key => {
      const row = parameters.get(`fact:${key}`);
      return row ? [{ title: row.title, factor: row.value }] : [];
    }),
    suspended: status !== 'active' && status !== 'known', positive, visitsThisYear: Number(visits), cap: cap ? Number(cap.value) : null, openVisit, officers: officers.length - away.length,
  });
  return { enterpriseId, enterpriseName, code: uscc ?? enterpriseId, targetClass, weight, parts, leftOut, why, avoided: away };
}

