import { addDays, monthsAfter, subtractCalendarDays } from '@huanbao/calendar';
import { planOf, pollutantTitle } from '@huanbao/records';
import type { DutyCondition, DutyInput, DutyStoppage, DutyVersion, PlannedDuty, Words } from './duty';
import { dayNextYear, daysOf, MONTHS_OF, overlap, periodOf, periodsIn, type Rhythm, type Span } from './periods';
import { valueOn } from './reference';
import { heldSpan, versionOn } from './reports';
import { coveredBy, stoppagesAt, stopWords } from './standing';

const PLAIN = { provisional: false, isDayOff: false, excuse: null } as const;
/** Frequencies of the plan by the period of their duty; what is to be measured more often than daily is looked at day by day within its month. */
const FREQUENCIES: Readonly<Record<string, Rhythm>> = { continuous: 'month', hour: 'month', day: 'month', week: 'month', month: 'month', quarter: 'quarter', 'half-year': 'half-year', year: 'year' };
/** The frequencies of the lines that belong to a duty of such a period. */
export const frequenciesOf = (rhythm: string): string[] => Object.keys(FREQUENCIES).filter(frequency => FREQUENCIES[frequency] === rhythm);
const NAMES: Readonly<Record<Rhythm, Words>> = { month: { zh: '月', en: 'monthly' }, quarter: { zh: '季', en: 'quarterly' }, 'half-year': { zh: '半年', en: 'half-yearly' }, year: { zh: '年', en: 'yearly' } };
const STANDSTILL: Words = { zh: '整个周期停产，不要求监测；复产后按许可证恢复', en: 'Production stood for the whole period: nothing to measure until it begins again' };

/** Manual monitoring by the plan of the permit: one duty a period, with the lines that belong to it (条例 art. 19). */
export function monitoringDuties(input: DutyInput): PlannedDuty[] {
  const held = heldSpan(input);
  return (Object.keys(MONTHS_OF) as Rhythm[]).flatMap(rhythm => periodsIn(rhythm, held).flatMap(whole => {
    const span = overlap(whole, held) as Span;
    const lines = linesOf(versionOn(input.versions, span.to), rhythm);
    // A permit that holds for less than half of a period demands nothing of it.
    if (lines.length === 0 || whole.to > held.to || daysOf(span) * 2 < daysOf(whole)) return [];
    const [standing, demanded] = apart(lines, line => coveredBy(stoppagesAt(input.stoppages, line.place), span));
    const entry = valueOn('monitoring.entry-days', span.to, input.values);
    const shown = demanded.length > 0 ? demanded.length : lines.length;
    return [{
      ...PLAIN, key: `monitoring:${rhythm}:${whole.from}`, kind: 'monitoring', rhythm, period: span, dueOn: addDays(whole.to, Number(entry.value)),
      title: { zh: `自行监测（按${NAMES[rhythm].zh}）：${shown} 项`, en: `Self-monitoring, ${NAMES[rhythm].en}: ${shown} items` },
      content: contentOf(demanded.length > 0 ? demanded : lines, demanded.length > 0 ? standing : [], stop => stoppagesAt(input.stoppages, stop)),
      // the day rests on a value of its own, which nobody may have verified
      legalBasis: `《排污许可管理条例》第十九条；许可证副本自行监测要求；截止日：${entry.legalBasis}`, verified: entry.verified, excuse: demanded.length > 0 ? null : excuseOf(lines, span, input.stoppages),
    } satisfies PlannedDuty];
  }));
}

interface PlanLine {
  readonly place: string;
  readonly words: Words;
}

const apart = (lines: readonly PlanLine[], stands: (line: PlanLine) => boolean): [PlanLine[], PlanLine[]] => [lines.filter(stands), lines.filter(line => !stands(line))];

/** What is to be measured; what is not, because its outlet emits nothing (停运免测), named with the stoppage that was reported. */
function contentOf(demanded: readonly PlanLine[], standing: readonly PlanLine[], stopsAt: (place: string) => readonly DutyStoppage[]): Words {
  const plain = { zh: demanded.map(one => one.words.zh).join('；'), en: demanded.map(one => one.words.en).join('; ') };
  if (standing.length === 0) return plain;
  const places = [...new Set(standing.map(one => one.place))].map(place => {
    const words = standing.filter(one => one.place === place).map(one => one.words);
    const stop = stopWords(stopsAt(place));
    return { zh: `${words.map(one => one.zh).join('、')}（${stop.zh}）`, en: `${words.map(one => one.en).join(', ')} (${stop.en})` };
  });
  return { zh: `${plain.zh}。停运免测：${places.map(one => one.zh).join('；')}`, en: `${plain.en}. Not to be measured while stopped: ${places.map(one => one.en).join('; ')}` };
}

function excuseOf(lines: readonly PlanLine[], span: Span, stoppages: readonly DutyStoppage[]): Words {
  if (coveredBy(stoppages.filter(one => !one.outlets), span)) return STANDSTILL;
  const places = [...new Set(lines.map(one => one.place))];
  const stop = stopWords([...new Set(places.flatMap(place => [...stoppagesAt(stoppages, place)]))]);
  return { zh: `${places.join('、')} 整个周期停运（${stop.zh}），没有排放，不要求监测；恢复运行后按许可证监测`, en: `${places.join(', ')} emitted nothing for the whole period (${stop.en}): nothing to measure until they run again` };
}

function linesOf(version: DutyVersion | undefined, rhythm: Rhythm): PlanLine[] {
  return (version ? planOf(version.form) : [])
    .filter(line => line.method === 'manual' && FREQUENCIES[line.frequency] === rhythm)
    .map(({ place, pollutant }) => {
      const { zh, en } = pollutantTitle(pollutant);
      return { place, words: { zh: `${place} ${zh}`.trim(), en: `${place} ${en}`.trim() } };
    });
}

/** 信息公开 of a year (条例 art. 23). */
export function disclosureDuties(input: DutyInput): PlannedDuty[] {
  const held = heldSpan(input);
  return periodsIn('year', held).map(whole => {
    const span = overlap(whole, held) as Span;
    const value = valueOn('disclosure.due', span.to, input.values);
    return {
      ...PLAIN, key: `disclosure:${whole.from}`, kind: 'disclosure', rhythm: 'year', period: span, dueOn: dayNextYear(whole, value.value),
      title: { zh: `${whole.from.slice(0, 4)} 年信息公开`, en: `Disclosure for ${whole.from.slice(0, 4)}` },
      content: { zh: '公开污染物排放种类、浓度、数量，防治设施建设运行情况，执行报告和自行监测数据；入管网的另公开接入位置。', en: 'Publish kinds, concentrations and amounts, facilities, execution reports and monitoring data.' },
      legalBasis: value.legalBasis, verified: value.verified,
    };
  });
}

const CONDITION_RHYTHM = { monthly: 'month', quarterly: 'quarter', 'half-yearly': 'half-year', yearly: 'year' } as const;

/** *condition → recurring duty*: by its first day, again every period while condition and permit hold. */
export function conditionDuties(input: DutyInput): PlannedDuty[] {
  const held = heldSpan(input);
  return input.conditions.flatMap(condition => dueDays(condition, input.due.to)
    .filter(({ dueOn }) => dueOn >= condition.validFrom && dueOn >= held.from && dueOn <= held.to && (condition.validUntil === null || dueOn < condition.validUntil))
    .map(({ dueOn, rhythm }) => ({
      ...PLAIN, key: `condition:${condition.id}:${dueOn}`, kind: 'condition' as const, rhythm, period: rhythm === 'once' ? { from: condition.validFrom, to: dueOn } : periodOf(rhythm, dueOn), dueOn,
      title: said(short(condition.duty?.content ?? ''), condition), content: said(condition.text, condition), legalBasis: condition.legalBasis, verified: condition.verified ?? true,
    })));
}

/** What an officer wrote is one language. */
const said = (text: string, { subjectCode }: DutyCondition): Words => {
  const words = subjectCode ? `${subjectCode} ${text}` : text;
  return { zh: words, en: words };
};

const short = (text: string): string => (text.length > 60 ? `${text.slice(0, 59)}…` : text);

function dueDays({ duty }: DutyCondition, until: string): { dueOn: string; rhythm: Rhythm | 'once' }[] {
  if (!duty) return [];
  if (duty.period === 'once') return [{ dueOn: duty.firstDueOn, rhythm: 'once' }];
  const rhythm = CONDITION_RHYTHM[duty.period];
  const days: { dueOn: string; rhythm: Rhythm }[] = [];
  // Counted from the first day each time: 31 January, 28 February, 31 March.
  for (let n = 0; ; n++) {
    const same = monthsAfter(duty.firstDueOn, n * MONTHS_OF[rhythm]);
    const dueOn = duty.atMonthEnd ? periodOf('month', same).to : same;
    if (dueOn > until) return days;
    days.push({ dueOn, rhythm });
  }
}

/** 延续: to be applied for before the end (条例 art. 14), by the one row that the application goes by as well. */
export function renewalDuties(input: DutyInput): PlannedDuty[] {
  if (input.endedOn !== null) return [];
  const { day: dueOn, legalBasis, verified } = input.renewBy;
  return [{
    ...PLAIN, key: `renewal:${input.validTo}`, kind: 'renewal', rhythm: 'once', period: { from: subtractCalendarDays(input.validTo, 180), to: input.validTo }, dueOn,
    title: { zh: '申请延续排污许可证', en: 'Apply for renewal of the permit' },
    content: { zh: `许可证 ${input.validTo} 到期。继续排污的，最迟 ${dueOn} 提出延续申请；到期未延续仍排污的按无证处理。`, en: `The permit ends on ${input.validTo}. Apply by ${dueOn} at the latest.` },
    legalBasis, verified,
  }];
}

/** What remains after the end, before its time or with its period: records are kept on. */
export function retentionDuties(input: DutyInput): PlannedDuty[] {
  const ended = input.endedOn ?? (input.today !== undefined && input.today > input.validTo ? addDays(input.validTo, 1) : null);
  if (ended === null) return [];
  const value = valueOn('retention.years', ended, input.values);
  const dueOn = monthsAfter(ended, Number(value.value) * 12);
  return [{
    ...PLAIN, key: `retention:${ended}`, kind: 'retention', rhythm: 'once', period: { from: ended, to: dueOn }, dueOn,
    title: { zh: `台账和监测原始记录保存至 ${dueOn}`, en: `Keep ledgers and monitoring records until ${dueOn}` },
    content: { zh: '许可证终止后，台账、监测原始记录仍要保存备查。', en: 'Ledgers and original monitoring records are kept on after the end of the permit.' }, legalBasis: value.legalBasis, verified: value.verified,
  }];
}
