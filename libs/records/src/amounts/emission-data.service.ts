import { Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, Db, invalidFields, newId, SHANGHAI_OFFSET_MS } from '@huanbao/platform';
import { fromBalance, fromCoefficient } from '@huanbao/standards';
import { PermitRecords } from '../access/permit-records';
import type { RowOutcome } from '../ledger/ledger.service';
import { planOf, type PlanLine } from '../monitoring/plan';
import { readingTaken, tooManyRows, unknownPlace } from '../records.errors';
import { emissionsPolicy } from '../records.policy';
import { BasisFigures, EmissionBasis, EmissionReading } from './emission.entity';
import { AcceptedReading, acceptReading } from './readings';

const MOST_ROWS = 1000;

interface BasisInput {
  readonly place: string;
  readonly pollutant: string;
  readonly quarter: string;
  readonly kind: 'coefficient' | 'balance';
  readonly figures: BasisFigures;
}

/** What amounts are reckoned from: hourly means of automatic monitoring, figures of coefficients and balances. Only added, never changed. */
@Injectable()
export class EmissionData {
  constructor(
    private readonly db: Db,
    private readonly records: PermitRecords,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Up to 1,000 readings. The same again is `existing`; another value of the same hour needs a reason and becomes its next revision. */
  readings(actor: Actor, permitId: string, rows: readonly unknown[]): Promise<RowOutcome[]> {
    return this.db.transaction(async () => {
      const permit = await this.records.require(actor, permitId, { policy: emissionsPolicy, action: 'emissions.edit' });
      if (rows.length > MOST_ROWS) throw tooManyRows(MOST_ROWS);
      // one batch of a permit after the other: the revision of an hour is counted from what is there
      await this.db.query(`SELECT pg_advisory_xact_lock(hashtextextended('emission-readings ' || $1, 0))`, [permitId]);
      const context = { nowHour: new Date(this.clock.now().getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 13), planOn: planFinder(await this.records.inTime(permit)) };
      const judged = rows.map(row => acceptReading(row, context));
      const outcomes = await this.insert(actor, permitId, judged);
      const accepted = outcomes.filter(one => one.status === 'accepted').length;
      if (accepted > 0) await this.audit.record({ actor, action: 'emission-reading.enter', subject: { type: 'permit', id: permitId }, details: { accepted, refused: outcomes.filter(one => one.status === 'refused').length }, onBehalfOf: permit.enterpriseId === actor.orgId ? null : permit.enterpriseId });
      return outcomes;
    });
  }

  /** Figures of a coefficient or a balance for one quarter; the newest count. Figures that cannot be reckoned with are refused by the formula itself. */
  basis(actor: Actor, permitId: string, { place, pollutant, quarter, kind, figures }: BasisInput): Promise<EmissionBasis> {
    return this.db.transaction(async () => {
      const permit = await this.records.require(actor, permitId, { policy: emissionsPolicy, action: 'emissions.edit' });
      const inTime = await this.records.inTime(permit);
      const plan = planOf(inTime.formOn(this.clock.today()) ?? inTime.newest);
      if (!plan.some(one => one.place === place && one.pollutant === pollutant)) throw unknownPlace();
      const outcome = kind === 'coefficient' ? fromCoefficient(figures as Parameters<typeof fromCoefficient>[0]) : fromBalance(figures as Parameters<typeof fromBalance>[0]);
      if ('refused' in outcome) throw invalidFields([{ pointer: '/figures', ...outcome.refused }]);
      const row = { id: newId(), permitId, place, pollutant, quarter, kind, figures, enteredAt: this.clock.now(), enteredBy: actor.userId, enteredByName: actor.name };
      await this.db.repo(EmissionBasis).insert(row);
      await this.audit.record({ actor, action: 'emission-basis.enter', subject: { type: 'permit', id: permitId }, details: { place, pollutant, quarter, kind, figures }, onBehalfOf: permit.enterpriseId === actor.orgId ? null : permit.enterpriseId });
      return row;
    });
  }

  private async insert(actor: Actor, permitId: string, judged: readonly ReturnType<typeof acceptReading>[]): Promise<RowOutcome[]> {
    const good = judged.flatMap(one => ('reading' in one ? [one.reading] : []));
    const known = await this.newest(permitId, good);
    const rows: EmissionReading[] = [];
    const outcomes = judged.map((one, index): RowOutcome => {
      if ('problems' in one) return { index, status: 'refused', entryId: null, errors: one.problems };
      const { reading } = one;
      const old = known.get(keyOf(reading));
      if (old && same(old, reading)) return { index, status: 'existing', entryId: null, errors: [] };
      if (old && reading.reason === null) return { index, status: 'refused', entryId: null, errors: [readingTaken()] };
      const row = { ...reading, permitId, reason: old ? reading.reason : null, revision: (old?.revision ?? 0) + 1, enteredAt: this.clock.now(), enteredBy: actor.userId, enteredByName: actor.name };
      rows.push(row);
      known.set(keyOf(reading), row);
      return { index, status: 'accepted', entryId: null, errors: [] };
    });
    if (rows.length > 0) await this.db.repo(EmissionReading).insert(rows);
    return outcomes;
  }

  private async newest(permitId: string, readings: readonly AcceptedReading[]): Promise<Map<string, EmissionReading>> {
    const rows = await this.db.query<EmissionReading>(
      `SELECT r.place, r.pollutant, r.at, r.revision, trim_scale(r.concentration)::text AS concentration, trim_scale(r.flow)::text AS flow, r.state
         FROM (SELECT DISTINCT place, pollutant, at FROM jsonb_to_recordset($2::jsonb) AS k(place text, pollutant text, at text)) k
         CROSS JOIN LATERAL (SELECT * FROM emission_reading WHERE permit_id = $1 AND place = k.place AND pollutant = k.pollutant AND at = k.at ORDER BY revision DESC LIMIT 1) r`,
      [permitId, JSON.stringify(readings.map(({ place, pollutant, at }) => ({ place, pollutant, at })))],
    );
    return new Map(rows.map(row => [keyOf(row), row]));
  }
}

const keyOf = (row: { place: string; pollutant: string; at: string }): string => `${row.place}|${row.pollutant}|${row.at}`;
const number = (value: string | null): number | null => (value === null ? null : Number(value));
const same = (one: EmissionReading, other: AcceptedReading): boolean => one.state === other.state && number(one.concentration) === number(other.concentration) && number(one.flow) === number(other.flow);

function planFinder(permit: { formOn(day: string): Parameters<typeof planOf>[0] | null }): (day: string) => readonly PlanLine[] | null {
  const known = new Map<object, PlanLine[]>();
  return day => {
    const form = permit.formOn(day);
    if (!form) return null;
    const plan = known.get(form) ?? planOf(form);
    known.set(form, plan);
    return plan;
  };
}
