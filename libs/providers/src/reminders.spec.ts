import fc from 'fast-check';
import { REMIND_DAYS, reminderStep } from './reminders';

describe('reminders of an ending qualification', () => {
  it.each([[91, null], [90, 90], [89, 90], [60, 60], [31, 60], [30, 30], [8, 30], [7, 7], [1, 7], [0, 0], [-1, null]])('%i days left: step %s', (days, step) => expect(reminderStep(days)).toBe(step));
  it('each step is used once on the way down', () => fc.assert(fc.property(fc.integer({ min: 0, max: 90 }), days => expect(REMIND_DAYS).toContain(reminderStep(days)))));
});
