import { addDays } from '@huanbao/calendar';
import { type FieldProblem, shanghaiDate } from '@huanbao/platform';
import type { Law } from '../methods/law';
import type { Method, Regime } from '../methods/methods';
import { rowOf } from '../methods/periods';

/** How many visits one task may have. */
export const MOST_VISITS = 5;

const DAY_MS = 86_400_000;

export interface VisitTimes {
  readonly startsAt: Date;
  readonly registerUntil: Date;
}

export interface VisitFrame {
  readonly method: Method;
  readonly regime: Regime;
  readonly bidDeadline: Date;
  readonly now: Date;
  readonly law: Law;
}

const problem = (pointer: string, code: string, zh: string, en: string): FieldProblem => ({ pointer, code, zh, en });

/**
 * What is said on the site goes to all as a clarification: the visit has to be early enough that its minutes do not move the deadline
 * (招标投标法 第二十三条; 实施条例 第二十一条). Nobody is led around alone (实施条例 第二十八条), so whoever may bid can register until the day.
 */
export function visitProblems({ startsAt, registerUntil }: VisitTimes, frame: VisitFrame): FieldProblem[] {
  const { now } = frame;
  return [
    ...(startsAt <= now ? [problem('/startsAt', 'visit-past', '踏勘时间已过，请改到以后', 'The visit lies in the past. Choose a later time.')] : latestProblem(startsAt, frame)),
    ...(registerUntil > startsAt ? [problem('/registerUntil', 'registration-after-visit', '登记截止应在踏勘开始以前', 'Registration ends before the visit begins.')] : []),
    ...(registerUntil <= now ? [problem('/registerUntil', 'registration-past', '登记截止时间已过，请改到以后，给机构留出登记时间', 'Registration would be over already. Choose a later time.')] : []),
  ];
}

function latestProblem(startsAt: Date, { method, regime, bidDeadline, law }: VisitFrame): FieldProblem[] {
  const { value, unit, basis, verified } = law(rowOf(method, regime).amendment);
  const days = Number(value);
  if (regime === 'voluntary') {
    const latest = new Date(bidDeadline.getTime() - days * DAY_MS);
    return startsAt <= latest ? [] : [problem('/startsAt', 'visit-late', `踏勘应在报价截止 ${days} 日以前，好让各家看到踏勘记录后再报价`, `The visit lies ${days} day(s) before the deadline at least, so that all can read its minutes.`)];
  }
  const latest = addDays(shanghaiDate(bidDeadline), -days);
  const period = `${value} ${unit}`;
  return shanghaiDate(startsAt) <= latest ? [] : [problem('/startsAt', 'visit-late', `踏勘记录是对文件的澄清，应在截止 ${period}前发出（${basis}${verified ? '' : '，未核实'}）：请改到 ${latest} 或以前，或推后截止时间`, `Its minutes clarify the documents and are due ${period} before the deadline (${basis}): ${latest} or earlier, or move the deadline.`)];
}
