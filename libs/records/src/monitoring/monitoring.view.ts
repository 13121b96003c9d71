import { concentrationUnit } from '@huanbao/permits';
import type { EntrySource } from '../ledger/ledger-entry.entity';
import { LedgerPermitView, RecordWordsView } from '../ledger/ledger.view';
import type { Verdict } from './compliance';
import type { Exceedance, MonitoringResult } from './monitoring.entity';
import type { Medium, PlanLine, PlannedPeriod } from './plan';
import { pollutantTitle } from './words';

export class PlanLineView {
  medium!: Medium;
  place!: string;
  placeName!: string;
  pollutant!: string;
  pollutantTitle!: RecordWordsView;
  method!: 'manual' | 'auto';
  frequency!: string;
  fallbackFrequency!: string | null;
  technique!: string;
  /** Unit of its limit, in which results are kept. */
  unit!: string;
  /** Base oxygen in percent, where results of this outlet are converted. */
  baseOxygenPercent!: string | null;
  /** Permitted concentration or level today. */
  limitValue!: string | null;
}

export class MonitoringPermitView extends LedgerPermitView {
  /** Exceedances without an explanation. */
  openExceedances!: number;
}

export class MonitoringPermitPageView {
  items!: MonitoringPermitView[];
  nextCursor!: string | null;
}

export class MonitoringView extends MonitoringPermitView {
  plan!: PlanLineView[];
  actions!: string[];
}

export class PeriodStoppageView {
  id!: string;
  from!: string;
  /** Last day; null while nobody knows. */
  to!: string | null;
  reason!: string;
}

export class PlannedPeriodView {
  from!: string;
  to!: string;
  done!: number;
  /** `short`: the permit held for less than half of it, nothing is demanded; `standing`: the outlet emitted nothing on any of its days (停运免测). */
  state!: 'done' | 'missing' | 'open' | 'short' | 'standing';
  /** The reported stoppages by which nothing was to be measured. */
  stoppages!: PeriodStoppageView[];
}

export class LineProgressView extends PlanLineView {
  periods!: PlannedPeriodView[];
  missing!: number;
}

export class ProgressView {
  year!: string;
  planned!: number;
  done!: number;
  missing!: number;
  lines!: LineProgressView[];
}

export class ResultView {
  id!: string;
  permitId!: string;
  medium!: Medium;
  place!: string;
  pollutant!: string;
  pollutantTitle!: RecordWordsView;
  method!: 'manual' | 'auto';
  sampledAt!: Date;
  sampledOn!: string;
  sampleNo!: string | null;
  /** As reported: `<0.5`. */
  reported!: string;
  unit!: string;
  oxygenPercent!: string | null;
  baseOxygenPercent!: string | null;
  /** What was compared with the limit. */
  comparedValue!: string;
  limitValue!: string | null;
  limitStandard!: string | null;
  verdict!: Verdict;
  steps!: RecordWordsView[];
  flow!: string | null;
  technique!: string | null;
  laboratory!: string | null;
  cma!: string | null;
  reportNo!: string | null;
  reportFileId!: string | null;
  note!: string | null;
  /** Questions that were answered with “it is so”. */
  confirmed!: string[];
  source!: EntrySource;
  enteredAt!: Date;
  enteredByName!: string;
  correctsId!: string | null;
  correctedById!: string | null;
  reason!: string | null;
  voided!: boolean;
}

export class ResultPageView {
  items!: ResultView[];
  nextCursor!: string | null;
}

export class ResultDetailView extends ResultView {
  history!: ResultView[];
  exceedanceId!: string | null;
}

export class ExceedanceView {
  id!: string;
  resultId!: string;
  permitId!: string;
  enterpriseName!: string;
  siteName!: string;
  place!: string;
  pollutant!: string;
  pollutantTitle!: RecordWordsView;
  sampledOn!: string;
  comparedValue!: string;
  limitValue!: string;
  unit!: string;
  state!: 'open' | 'explained' | 'withdrawn';
  cause!: string | null;
  action!: string | null;
  restoredOn!: string | null;
  explainedAt!: Date | null;
  explainedByName!: string | null;
  version!: number;
  actions!: string[];
}

export class ExceedancePageView {
  items!: ExceedanceView[];
  nextCursor!: string | null;
}

/** What the public sees of a result: 排污许可管理条例 art. 23. */
export class PublicResultView {
  id!: string;
  permitNumber!: string;
  enterpriseName!: string;
  siteName!: string;
  place!: string;
  pollutantTitle!: RecordWordsView;
  sampledOn!: string;
  reported!: string;
  comparedValue!: string;
  unit!: string;
  limitValue!: string | null;
  verdict!: Verdict;
  laboratory!: string | null;
}

export class PublicResultPageView {
  items!: PublicResultView[];
  nextCursor!: string | null;
}

export type ResultRow = MonitoringResult & { readonly correctedById: string | null };

export function resultView(row: ResultRow): ResultView {
  const { enterpriseId: _enterprise, value: _value, belowDetection: _below, reportedUnit: _unit, externalId: _external, enteredBy: _by, steps, confirmed, ...rest } = row;
  return { ...rest, steps: [...steps], confirmed: [...confirmed], pollutantTitle: pollutantTitle(row.pollutant) };
}

export function exceedanceView(row: Exceedance, actions: readonly string[]): ExceedanceView {
  const { enterpriseId: _enterprise, siteId: _site, regionCode: _region, explainedBy: _by, createdAt: _at, ...rest } = row;
  return { ...rest, pollutantTitle: pollutantTitle(row.pollutant), actions: [...actions] };
}

export function lineView(line: PlanLine, now: { limitValue: string | null; baseOxygenPercent: string | null }): PlanLineView {
  return { ...line, ...now, pollutantTitle: pollutantTitle(line.pollutant), unit: concentrationUnit(line.medium, line.pollutant) };
}

export function periodView({ from, to, done, state, excusedBy }: PlannedPeriod): PlannedPeriodView {
  return { from, to, done, state, stoppages: excusedBy.map(one => ({ id: one.recordId, from: one.from, to: one.to, reason: one.reason })) };
}
