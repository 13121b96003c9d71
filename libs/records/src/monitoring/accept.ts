import { concentrationUnit } from '@huanbao/permits';
import type { FieldProblem } from '@huanbao/platform';
import { inUnit } from '@huanbao/standards';
import { compare, type Comparison } from './compliance';
import type { BaseOxygenRow, LimitOfDay, LowerBound } from './compliance.types';
import { questionsOf } from './questions';
import type { Medium, PlanLine } from './plan';
import { headOf, type Head } from './row';
import { readValue, type ReportedValue } from './value';
import { pollutantTitle } from './words';

/** What the checks of one row need to know about the permit and what is there already. */
export interface ResultContext {
  readonly now: Date;
  /** null when no permit held on the day. */
  readonly on: (day: string) => DayContext | null;
  /** Values of the newest results of the same place and pollutant, in the unit of the limit. */
  readonly before: (place: string, pollutant: string) => readonly string[];
  /** Where else this sample number was used; undefined for nowhere. */
  readonly sampleUsed: (sampleNo: string, row: Head) => boolean;
}

export interface DayContext {
  readonly plan: readonly PlanLine[];
  /** Where the outlet's standard has one. */
  readonly baseOxygenOf: (place: string) => BaseOxygenRow | null;
  /** Of pollutants limited on both sides. */
  readonly lowestOf: (pollutant: string) => LowerBound | null;
  readonly limitOf: (place: string, pollutant: string, period: 'day' | 'night') => LimitOfDay | null;
}

export interface AcceptedResult extends Head {
  readonly medium: Medium;
  readonly reported: ReportedValue;
  readonly value: string;
  readonly unit: string;
  readonly limit: LimitOfDay | null;
  readonly baseOxygenPercent: string | null;
  readonly comparison: Comparison;
  /** Questions the person has answered with “it is so”. */
  readonly confirmed: readonly string[];
}

export type ResultAcceptance = { readonly result: AcceptedResult } | { readonly problems: readonly FieldProblem[] };

const at = (pointer: string, code: string, zh: string, en: string): FieldProblem => ({ pointer, code, zh, en });

/** Judges one result, whatever sent it: refused with place and mend, questioned when it is most likely a slip, or accepted with its comparison. */
export function acceptResult(raw: unknown, context: ResultContext): ResultAcceptance {
  const read = headOf(raw, context.now);
  if ('problems' in read) return read;
  const { head } = read;
  const day = context.on(head.sampledOn);
  if (!day) return { problems: [at('/sampledAt', 'before-permit', `${head.sampledOn} 时许可证还没有生效，请核对采样时间`, `No permit held on ${head.sampledOn}. Check the time.`)] };
  const line = day.plan.find(one => one.place === head.place && one.pollutant === head.pollutant && one.method === head.method) ?? day.plan.find(one => one.place === head.place && one.pollutant === head.pollutant);
  if (!line) return { problems: [placeProblem(head, day)] };
  const measured = measure(raw as Record<string, unknown>, line);
  if ('problems' in measured) return measured;
  return judge({ head, line, day, measured }, context);
}

interface Judged {
  readonly head: Head;
  readonly line: PlanLine;
  readonly day: DayContext;
  readonly measured: { readonly reported: ReportedValue; readonly value: string; readonly unit: string };
}

function judge({ head, line, day, measured }: Judged, context: ResultContext): ResultAcceptance {
  const { value, unit, reported } = measured;
  const limit = day.limitOf(head.place, head.pollutant, head.isNight ? 'night' : 'day');
  const baseOxygen = line.medium === 'air' && unit === 'mg/m³' ? day.baseOxygenOf(head.place) : null;
  if (baseOxygen && head.oxygenPercent === null && limit) {
    return { problems: [at('/oxygenPercent', 'oxygen-needed', `这个排放口按基准含氧量 ${baseOxygen.value}% 折算（${baseOxygen.legalBasis}），请填写实测含氧量`, `This outlet is compared at ${baseOxygen.value} % oxygen: enter the measured oxygen.`)] };
  }
  const comparison = compare({ pollutant: head.pollutant, value, unit, belowDetection: reported.belowDetection, oxygenPercent: head.oxygenPercent, limit, baseOxygen, lowest: day.lowestOf(head.pollutant) });
  const asked = questionsOf({ value, reported, limit, before: context.before(head.place, head.pollutant), sampleReused: head.sampleNo !== null && context.sampleUsed(head.sampleNo, head) });
  const unanswered = asked.filter(one => !head.confirmed.includes(one.code));
  if (unanswered.length > 0) return { problems: unanswered };
  return { result: { ...head, medium: line.medium, reported, value, unit, limit, baseOxygenPercent: baseOxygen?.value ?? null, comparison, confirmed: asked.map(one => one.code) } };
}

/** The number in the unit of the limit, within what is physically possible. */
function measure(row: Record<string, unknown>, line: PlanLine): Judged['measured'] | { problems: FieldProblem[] } {
  const reported = readValue(row['value']);
  if ('problem' in reported) return { problems: [{ pointer: '/value', code: 'value', ...reported.problem }] };
  const unit = concentrationUnit(line.medium, line.pollutant);
  const given = typeof row['unit'] === 'string' && row['unit'].trim() !== '' ? row['unit'] : unit;
  const value = inUnit(reported.number, given, unit);
  if (value === undefined) return { problems: [at('/unit', 'unit', `${pollutantTitle(line.pollutant).zh}的单位应为 ${unit}（或能换算的单位），不能是“${given.slice(0, 20)}”`, `The unit has to be ${unit} or one that converts to it, not “${given.slice(0, 20)}”.`)] };
  const most = MOST[line.pollutant] ?? (line.medium === 'noise' ? 140 : 1_000_000);
  if (Number(value) > most) return { problems: [at('/value', 'impossible', `${value} ${unit} 不可能出现（最大 ${most}），请核对数值和单位`, `${value} ${unit} cannot be (at most ${most}). Check value and unit.`)] };
  return { reported, value, unit };
}

/** What no stack or outlet ever shows, where it is less than a kilogram in a cubic metre. */
const MOST: Readonly<Record<string, number>> = { pH: 14, blackness: 5, 'fecal-coliform': 1_000_000_000 };

function placeProblem(head: Head, day: DayContext): FieldProblem {
  const there = day.plan.filter(one => one.place === head.place);
  if (there.length === 0) return at('/place', 'place', `监测方案里没有“${head.place.slice(0, 40)}”这个点位，请从方案中选择`, `The plan has no place “${head.place.slice(0, 40)}”. Choose one of the plan.`);
  const names = [...new Set(there.map(one => pollutantTitle(one.pollutant).zh))].join('、');
  return at('/pollutant', 'pollutant', `${head.place} 的监测方案里没有“${head.pollutant.slice(0, 40)}”，有：${names}`, `The plan of ${head.place} has no “${head.pollutant.slice(0, 40)}”.`);
}
