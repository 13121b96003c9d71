import type { Calendar } from './calendar';
import type { CivilDate } from './civil-date';
import { evaluateClock, type ClockEntry, type ClockReading, type ClockRule } from './clock';

interface Pause {
  readonly from: CivilDate;
  readonly resumeOn: CivilDate;
  readonly article: string;
}

/** What a pause would do to the due date, before it is made. @throws RangeError when the resumption is before the pause. */
export function whatIfPause(entries: readonly ClockEntry[], rule: ClockRule, calendar: Calendar, pause: Pause): { readonly before: ClockReading; readonly after: ClockReading } {
  if (pause.resumeOn < pause.from) throw new RangeError('The clock cannot resume before it was paused');
  const paused: ClockEntry[] = [
    ...entries,
    { date: pause.from, kind: 'pause', article: pause.article },
    { date: pause.resumeOn, kind: 'resume', article: pause.article },
  ];
  return { before: evaluateClock(entries, rule, calendar, pause.from), after: evaluateClock(paused, rule, calendar, pause.resumeOn) };
}
