import { Injectable } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { Db } from '@huanbao/platform';
import { type PermitInTime, PermitRecords } from '../access/permit-records';
import { ledgerBook } from '../ledger/ledger-book';
import { MonitoringExcuses } from '../monitoring/excuses';
import { planOf, type PlanLine } from '../monitoring/plan';
import { SampleDemands } from '../monitoring/sample-demands';
import type { Cover } from './cover';
import { type EnteredDay, ledgerCover } from './ledger-cover';
import { monitoringCover, type SampledDay } from './monitoring-cover';

/** The lines of these frequencies, within these days: what a duty of self-monitoring asks for. */
export interface MonitoringDemand {
  readonly from: string;
  readonly to: string;
  readonly frequencies: readonly string[];
}

/** The items of one kind of ledger with these rhythms, within these days. */
export interface LedgerDemand {
  readonly from: string;
  readonly to: string;
  readonly kind: string;
  readonly rhythms: readonly string[];
}

/** A week that ends in a span may begin so many days before it. */
const WEEK_BEFORE = 6;

/** Whether spans of a permit have what its plan needs. It asks for no right: who calls has checked the actor. */
@Injectable()
export class RecordCovers {
  constructor(
    private readonly db: Db,
    private readonly records: PermitRecords,
    private readonly excuses: MonitoringExcuses,
    private readonly samples: SampleDemands,
  ) {}

  /** One cover for each demand, from one reading of the permit and its results. The plan of the last day of a span decides about it. */
  async monitoring(permitId: string, demands: readonly MonitoringDemand[]): Promise<Cover[]> {
    if (demands.length === 0) return [];
    const inTime = await this.records.byId(permitId);
    const sampled = await this.sampled(permitId, spanOf(demands));
    const excuses = await this.excuses.of(permitId);
    const samplesADay = await this.samples.aDay();
    return demands.map(({ from: first, to: last, frequencies }) => {
      const lines = linesOf(inTime, last).filter(line => frequencies.includes(line.frequency));
      const there = sampled.filter(one => one.day >= addDays(first, -WEEK_BEFORE) && one.day <= last);
      return monitoringCover(lines, there, { from: first, to: last, begins: inTime.begins, excuses, samplesADay: samplesADay(last) });
    });
  }

  /** The same of the ledger. The permit of the last day of a span decides which items there are. */
  async ledger(permitId: string, demands: readonly LedgerDemand[]): Promise<Cover[]> {
    if (demands.length === 0) return [];
    const inTime = await this.records.byId(permitId);
    const entered = await this.entered(permitId, spanOf(demands));
    const excuses = await this.excuses.of(permitId);
    const itemsOn = ledgerBook(inTime);
    return demands.map(({ from, to, kind, rhythms }) => {
      const items = (itemsOn(to) ?? []).filter(item => item.kind === kind && rhythms.includes(item.rhythm));
      const there = entered.filter(one => one.day >= addDays(from, -WEEK_BEFORE) && one.day <= to);
      return ledgerCover(items, there, { from, to, begins: inTime.begins, excuses });
    });
  }

  private entered(permitId: string, { from, to }: { from: string; to: string }): Promise<EnteredDay[]> {
    return this.db.query<EnteredDay>(
      `SELECT e.item_key AS "itemKey", e.business_date::text AS day, count(DISTINCT coalesce(e.slot, e.id::text))::int AS places, min(e.entered_at) AS "firstAt", max(e.entered_at) AS "lastAt"
         FROM ledger_entry e LEFT JOIN ledger_entry n ON n.corrects_id = e.id
        WHERE e.permit_id = $1 AND e.business_date BETWEEN $2 AND $3 AND n.id IS NULL AND NOT e.voided GROUP BY 1, 2`,
      [permitId, from, to],
    );
  }

  /** By day, what holds: nothing corrects it and it was not taken back. */
  private sampled(permitId: string, { from, to }: { from: string; to: string }): Promise<SampledDay[]> {
    return this.db.query<SampledDay>(
      `SELECT r.place, r.pollutant, r.sampled_on::text AS day, count(DISTINCT r.sampled_at)::int AS samples, min(r.entered_at) AS "firstAt", max(r.entered_at) AS "lastAt"
         FROM monitoring_result r LEFT JOIN monitoring_result n ON n.corrects_id = r.id
        WHERE r.permit_id = $1 AND r.sampled_on BETWEEN $2 AND $3 AND r.method = 'manual' AND n.id IS NULL AND NOT r.voided GROUP BY 1, 2, 3`,
      [permitId, from, to],
    );
  }
}

/** The days that can count for any of them. */
function spanOf(demands: readonly { readonly from: string; readonly to: string }[]): { from: string; to: string } {
  const from = demands.reduce((first, one) => (one.from < first ? one.from : first), demands[0]?.from ?? '');
  return { from: addDays(from, -WEEK_BEFORE), to: demands.reduce((last, one) => (one.to > last ? one.to : last), '') };
}

/** What is measured by hand by the plan of a day. */
function linesOf(inTime: PermitInTime, day: string): PlanLine[] {
  const form = inTime.formOn(day);
  return form ? planOf(form).filter(line => line.method === 'manual') : [];
}
