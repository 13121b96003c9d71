import type { ClockReading } from '../clock/reading';
import type { Machine } from '../machine/machine';
import { ClockStepView, ClockView } from './case.view';

/** A clock with everything that explains its date; the same for both sides. */
export function clockView(machine: Machine, reading: ClockReading): ClockView {
  const definition = machine.clocks[reading.clock];
  const silence = definition?.silence === undefined ? undefined : machine.actions[definition.silence]?.label;
  const { clock, run, article, dayType, startedOn, provisional } = reading;
  return {
    clock, run, article, dayType, startedOn, provisional,
    title: definition?.label ?? { zh: clock, en: clock },
    state: reading.state === 'stopped' ? 'ended' : reading.lapsed ? 'overdue' : reading.state,
    total: reading.days,
    elapsed: reading.used,
    remaining: reading.remaining ?? reading.days - reading.used,
    dueDate: reading.dueOn,
    provisionalYears: [...reading.provisionalYears],
    pausable: (definition?.pauses ?? []).length > 0,
    silence: silence ?? null,
    steps: stepViews(reading),
  };
}

function stepViews(reading: ClockReading): ClockStepView[] {
  return reading.steps.flatMap((step, index) => {
    const entry = reading.entries[index];
    if (!entry) return [];
    const { kind, noticeNumber, expectedOn, reason, actorName, at } = entry;
    return [{ ...step, kind, noticeNumber, expectedOn, reason, actorName, at }];
  });
}

/** The same without the names of officers, for readers without an account. */
export function publicClockView(machine: Machine, reading: ClockReading): ClockView {
  const view = clockView(machine, reading);
  return { ...view, steps: view.steps.map(step => ({ ...step, actorName: '' })) };
}
