import { addDays, daysBetween } from '@huanbao/calendar';

/** Rules of 环保管家 services; no clock and no database in here. */
export type RetainerState = 'offered' | 'active' | 'declined' | 'withdrawn' | 'ended';
export type EndingWay = 'date' | 'agreement' | 'notice';
export type MemberState = 'invited' | 'consented' | 'declined' | 'left';
export type VisitState = 'planned' | 'held' | 'cancelled';
export type FindingState = 'open' | 'answered' | 'closed';
export type ReportState = 'draft' | 'signed' | 'acknowledged' | 'superseded';
export type Severity = 'minor' | 'major' | 'serious';

export const SEVERITIES = ['minor', 'major', 'serious'] as const;
export const LONGEST_RETAINER_DAYS = 3 * 366;

export interface FindingInput {
  readonly severity: Severity;
  readonly place: string;
  readonly advice: string;
  readonly dueOn: string;
}

/** What was seen at one item; a problem carries its finding. */
export interface VisitAnswer {
  readonly key: string;
  readonly answer: 'ok' | 'problem' | 'na';
  readonly remark?: string;
  readonly finding?: FindingInput;
}

export type VisitStanding = 'planned' | 'missed' | 'held' | 'held-late' | 'cancelled';

/** A visit is missed from the day after the planned one, until it is held; then it stays late. */
export function visitStanding(visit: { readonly state: VisitState; readonly plannedOn: string; readonly heldOn: string | null }, today: string): VisitStanding {
  if (visit.state === 'cancelled') return 'cancelled';
  if (visit.state === 'held') return (visit.heldOn ?? '') > visit.plannedOn ? 'held-late' : 'held';
  return visit.plannedOn < today ? 'missed' : 'planned';
}

/** Whether the day has passed without the firm's having closed it; what was closed late stays late. */
export function isFindingLate(finding: { readonly dueOn: string; readonly closedOn: string | null }, today: string): boolean {
  return (finding.closedOn ?? today) > finding.dueOn;
}

export interface RecordGap {
  readonly pointer: string;
  readonly gap: 'answer' | 'unknown' | 'remark' | 'finding' | 'due';
}

/** Pointers into a record that are not whole: every item once, each problem in words and with its finding, no day before the visit. */
export function recordGaps(keys: readonly string[], answers: readonly VisitAnswer[], heldOn: string): RecordGap[] {
  const seen = new Set(answers.map(one => one.key));
  const missing: RecordGap[] = keys.some(key => !seen.has(key)) ? [{ pointer: '/answers', gap: 'answer' }] : [];
  const own = answers.flatMap((one, nth): RecordGap[] => {
    const pointer = `/answers/${nth}`;
    const gap = (at: string, kind: RecordGap['gap']): RecordGap => ({ pointer: `${pointer}${at}`, gap: kind });
    if (!keys.includes(one.key) || answers.findIndex(other => other.key === one.key) !== nth) return [gap('/key', 'unknown')];
    if (one.answer !== 'problem') return one.finding ? [gap('/finding', 'unknown')] : [];
    const wordless = (one.remark ?? '').trim().length < 4 ? [gap('/remark', 'remark')] : [];
    if (!one.finding) return [...wordless, gap('/finding', 'finding')];
    return one.finding.dueOn < heldOn ? [...wordless, gap('/finding/dueOn', 'due')] : wordless;
  });
  return [...missing, ...own];
}

/** The month before the one of a day, as `YYYY-MM`. */
export function monthBefore(day: string): string {
  return addDays(`${day.slice(0, 7)}-01`, -1).slice(0, 7);
}

export function daysOfMonth(month: string): { readonly from: string; readonly to: string } {
  const next = addDays(`${month}-28`, 4).slice(0, 7);
  return { from: `${month}-01`, to: addDays(`${next}-01`, -1) };
}

/** The day of the following month by which the report of a month is signed. */
export function reportDueOn(month: string, reportDay: number): string {
  return addDays(`${addDays(daysOfMonth(month).to, 1).slice(0, 7)}-01`, reportDay - 1);
}

/** The earliest last day when one side gives notice today. */
export const earliestEnd = (today: string, noticeDays: number): string => addDays(today, noticeDays);

/** Days before a day on which somebody is reminded; 0 is the day, -1 the day after, then each week. */
const REMINDED: readonly number[] = [3, 1, 0, -1];
export const isStewardReminderDay = (today: string, due: string): boolean => {
  const left = daysBetween(today, due);
  return REMINDED.includes(left) || (left < -1 && (left + 1) % 7 === 0);
};

export interface QualityCounts {
  readonly visitsDue: number;
  readonly visitsHeld: number;
  readonly visitsLate: number;
  readonly findingsDue: number;
  readonly findingsInTime: number;
  readonly reportsDue: number;
  readonly reportsInTime: number;
  readonly reportsSent: number;
  readonly reportsAcknowledged: number;
}

/** Whole percent, or null where there was nothing to judge: no visit due is not a perfect record. */
export const shareOf = (part: number, whole: number): number | null => (whole > 0 ? Math.round((100 * part) / whole) : null);
