import { addCalendarDays, addDays, addPeriod, type Calendar, isWorkingDay } from '@huanbao/calendar';
import { monthsAfter } from './law';
import { isZero } from './money';

/** Lengths of the way to the court, as the dated rows of the day say. */
export interface ExecutionTerms {
  /** 提起诉讼的期限, from the service of the decision. */
  readonly litigationMonths: number;
  /** 不服复议决定 to the court, days from its service. */
  readonly afterReconsideration: number;
  /** 上诉, days from the judgment. */
  readonly appeal: number;
  /** 申请强制执行, months after the remedies are over. */
  readonly courtMonths: number;
  /** The same upon a judgment. */
  readonly judgmentMonths: number;
  readonly reminder: { readonly days: number; readonly dayType: 'workday' | 'calendar' };
}

interface Contested {
  readonly kind: 'reconsideration' | 'litigation';
  readonly endedOn: string | null;
  readonly outcome: string | null;
}

export interface ExecutionFacts {
  readonly servedOn: string;
  /** Last day of the payment, of instalments the last one. */
  readonly lastDueOn: string;
  /** The days of the payment were put off, or it goes in instalments. */
  readonly isDeferred: boolean;
  readonly contests: readonly Contested[];
  /** Last day on which the party may still perform upon the reminder. */
  readonly remindedUntil: string | null;
}

export interface ExecutionSpan {
  /** 法定期限届满: the last day of the remedies, or of the instalments where those are longer. */
  readonly remediesUntil: string;
  /** An application can be made after this day. */
  readonly fromDay: string;
  /** Last day of an application. What is handed to the court later is not taken up. */
  readonly untilDay: string;
  /** The last working day on which a reminder can be served so that its days are over in time. */
  readonly remindBy: string;
}

/**
 * When the court can be asked (行政强制法 第五十三条、第五十四条): not while a contest runs; after the remedies are over and the reminder has had its days; within the months of
 * the law. Instalments move the beginning to their end (行政处罚法 第七十二条第二款). Pure. Undefined while a contest runs.
 */
export function executionSpan(facts: ExecutionFacts, terms: ExecutionTerms, calendar: Calendar): ExecutionSpan | undefined {
  if (facts.contests.some(one => one.endedOn === null)) return undefined;
  const rolled = (day: string): string => addCalendarDays(addDays(day, -1), 1, calendar).date;
  const ended = remediesOver(facts, terms);
  const [remedies, months] = [rolled(ended.on), ended.byJudgment ? terms.judgmentMonths : terms.courtMonths];
  const remediesUntil = facts.isDeferred && facts.lastDueOn > remedies ? facts.lastDueOn : remedies;
  const untilDay = rolled(monthsAfter(remediesUntil, months));
  const fromDay = [remediesUntil, facts.remindedUntil ?? remediesUntil].sort().at(-1) as string;
  return { remediesUntil, fromDay, untilDay, remindBy: lastReminder(untilDay, terms.reminder, calendar) };
}

/** A decision upon reconsideration opens its own short period; one withdrawn leaves the old one; a judgment opens that of the appeal. */
function remediesOver({ servedOn, contests }: ExecutionFacts, terms: ExecutionTerms): { readonly on: string; readonly byJudgment: boolean } {
  const general = monthsAfter(servedOn, terms.litigationMonths);
  const decided = contests.filter(one => one.outcome !== 'withdrawn').sort((a, b) => ((a.endedOn ?? '') < (b.endedOn ?? '') ? -1 : 1));
  const judged = decided.findLast(one => one.kind === 'litigation');
  if (judged?.endedOn) return { on: addDays(judged.endedOn, terms.appeal), byJudgment: true };
  const reconsidered = decided.findLast(one => one.kind === 'reconsideration');
  // a suit or reconsideration that was withdrawn after its period leaves no more time than to its end
  const withdrawn = contests.filter(one => one.outcome === 'withdrawn').map(one => one.endedOn ?? '');
  const period = reconsidered?.endedOn ? addDays(reconsidered.endedOn, terms.afterReconsideration) : general;
  return { on: [period, ...withdrawn].sort().at(-1) as string, byJudgment: false };
}

function lastReminder(untilDay: string, reminder: ExecutionTerms['reminder'], calendar: Calendar): string {
  let day = addDays(untilDay, -1);
  while (addPeriod(day, reminder, calendar).date >= untilDay || !isWorkingDay(day, calendar)) day = addDays(day, -1);
  return day;
}

/** What the court and the bureau do after the application. `-above`: the bureau asked the court above; `ended`: 终结执行. */
export const COURT_STEPS = ['accepted', 'not-accepted', 'acceptance-above', 'permitted', 'refused', 'ruling-above', 'executed', 'ended'] as const;
export type CourtStep = (typeof COURT_STEPS)[number];
/** What one officer records. */
export const RECORDED_STEPS: readonly CourtStep[] = COURT_STEPS.filter(one => one !== 'ended');

/** `filed` is the day the application reached the court; the end (终结执行) can follow any step and is found by two persons. A refusal is taken to the court above, which may put it right (行政强制法 第五十六条、第五十八条). */
export const COURT_NEXT: Readonly<Record<'filed' | CourtStep, readonly CourtStep[]>> = {
  filed: ['accepted', 'not-accepted'], 'not-accepted': ['acceptance-above', 'accepted'], 'acceptance-above': ['accepted'],
  accepted: ['permitted', 'refused'], refused: ['ruling-above', 'permitted'], 'ruling-above': ['permitted'], permitted: ['executed'], executed: [], ended: [],
};

/** It was refused, also where the court above is asked: no further step has to come. */
export const REFUSED: readonly ('filed' | CourtStep)[] = ['not-accepted', 'acceptance-above', 'refused', 'ruling-above'];

/** The row that says by when something is due after a step: the court's own days, or ours to go to the court above. */
export const COURT_PERIOD: Readonly<Partial<Record<'filed' | CourtStep, string>>> = {
  filed: 'court-acceptance', 'not-accepted': 'court-review', 'acceptance-above': 'court-above-acceptance', accepted: 'court-ruling', refused: 'court-review', 'ruling-above': 'court-above-ruling', permitted: 'court-execution',
};

export type ExecutionClock = 'payment' | 'remind' | 'court' | 'court-answer';
interface Running {
  readonly clock: ExecutionClock;
  readonly until: string;
}

export interface ExecutionStanding {
  readonly openYuan: string;
  readonly isOverdue: boolean;
  readonly lastDueOn: string;
  readonly isReminded: boolean;
  /** Given up by the bureau, or ended by the court: what is open stays open, and nothing waits for it. */
  readonly isEnded?: boolean;
  /** The last step at the court, `filed` included, with the day something is due after it. */
  readonly atCourt: { readonly step: 'filed' | CourtStep; readonly dueOn: string | null } | null;
}

/** Which clock of the case runs, and to when: nothing that is owed stands without one, but while a contest runs. Pure. */
export function executionClock(standing: ExecutionStanding, span: ExecutionSpan | undefined): Running | null {
  if (isZero(standing.openYuan) || standing.isEnded) return null;
  if (standing.atCourt) return standing.atCourt.dueOn === null ? null : { clock: 'court-answer', until: standing.atCourt.dueOn };
  if (span === undefined) return null;
  if (!standing.isOverdue) return { clock: 'payment', until: standing.lastDueOn };
  return standing.isReminded ? { clock: 'court', until: span.untilDay } : { clock: 'remind', until: span.remindBy };
}
