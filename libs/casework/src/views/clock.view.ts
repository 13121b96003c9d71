import type { ClockReading } from '../clock/reading';
import type { Machine } from '../machine/machine';
import { ClockView } from './case.view';

/** A clock with everything that explains its date; the same for both sides. */
export function clockView(machine: Machine, reading: ClockReading): ClockView {
  const definition = machine.clocks[reading.clock];
  const silence = definition?.silence === undefined ? undefined : machine.actions[definition.silence]?.label;
  const { clock, run, state, article, days, dayType, startedOn, used, remaining, dueOn, lapsed, provisional } = reading;
  return {
    clock, run, state, article, days, dayType, startedOn, used, remaining, dueOn, lapsed, provisional,
    label: definition?.label ?? { zh: clock, en: clock },
    provisionalYears: [...reading.provisionalYears],
    silence: silence ?? null,
    entries: reading.entries.map((entry, index) => {
      const step = reading.steps[index];
      return {
        kind: entry.kind,
        date: entry.date,
        at: entry.at,
        article: entry.article,
        noticeNumber: entry.noticeNumber,
        reason: entry.reason,
        days: entry.days,
        dayType: entry.dayType,
        actorName: entry.actorName,
        explanation: { zh: step?.zh ?? '', en: step?.en ?? '' },
      };
    }),
  };
}
