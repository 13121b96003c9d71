import { reached, reminderOf, thresholdsOf } from './reminders';

const DAYS = thresholdsOf('7,3,1,-1,-7');

describe('reminders of late stages', () => {
  it.each([
    ['2026-03-05', '2026-02-25', null],
    ['2026-03-05', '2026-02-26', 7],
    ['2026-03-05', '2026-03-01', 7],
    ['2026-03-05', '2026-03-02', 3],
    ['2026-03-05', '2026-03-04', 1],
    ['2026-03-05', '2026-03-05', 1],
    ['2026-03-05', '2026-03-06', -1],
    ['2026-03-05', '2026-03-11', -1],
    ['2026-03-05', '2026-03-12', -7],
    ['2026-03-05', '2026-12-31', -7],
  ])('due on %s, on %s: %s', (due, today, threshold) => {
    expect(reached(due, today, DAYS)).toBe(threshold);
  });

  it('reads a dated row, whatever order and signs between, and leaves out what is no number', () => {
    expect(thresholdsOf('3，-1、7 x,1.5')).toEqual([7, 3, -1]);
    expect(thresholdsOf('')).toEqual([]);
  });

  it.each([
    ['checking', '2026-03-02', { threshold: 3, left: 3 }],
    ['publicity', '2026-03-05', null],
    ['publicity', '2026-03-06', { threshold: -1, left: -1 }],
    ['reporting', '2026-03-05', null],
    ['publish-by', '2026-03-05', { threshold: 1, left: 0 }],
  ] as const)('%s on %s', (state, today, reminder) => {
    expect(reminderOf({ state, due: '2026-03-05' }, today, DAYS)).toEqual(reminder);
  });
});
