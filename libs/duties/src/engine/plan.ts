import { dayKind } from '@huanbao/calendar';
import type { DutyInput, PlannedDuty } from './duty';
import { ledgerDuties } from './ledger-duties';
import { outageDuties } from './outage-duties';
import { reportDuties } from './reports';
import { conditionDuties, disclosureDuties, monitoringDuties, renewalDuties, retentionDuties } from './standing-duties';

/**
 * The duties of a permit that fall due within a span, in the order of their days. It depends on nothing but its
 * input, and not on the order of the rows in it.
 */
export function planDuties(input: DutyInput): PlannedDuty[] {
  return [reportDuties, monitoringDuties, outageDuties, ledgerDuties, disclosureDuties, conditionDuties, renewalDuties, retentionDuties]
    .flatMap(duties => duties(input))
    .filter(({ kind, dueOn }) => (dueOn >= input.due.from && dueOn <= input.due.to) || (kind === 'retention' && dueOn >= input.due.from) || (kind === 'renewal' && dueOn >= input.due.from))
    .map(duty => ({ ...duty, ...openness(duty.dueOn, input) }))
    .sort((a, b) => (a.dueOn === b.dueOn ? (a.key < b.key ? -1 : 1) : a.dueOn < b.dueOn ? -1 : 1));
}

/** Whether offices work on the day, said but never used to shift a date that the certificate names. */
function openness(day: string, { calendar }: DutyInput): Pick<PlannedDuty, 'provisional' | 'isDayOff'> {
  const kind = dayKind(day, calendar);
  return { provisional: kind.provisional, isDayOff: !kind.working };
}
