import { COMPLAINT_STEPS, complaintFrom, complaintStepsOf, type ComplaintState, stepComplaint } from './complaint.flow';

const AT = new Date('2026-11-30T00:00:00Z');

describe('a complaint', () => {
  it.each<[ComplaintState, boolean, string[]]>([
    ['lodged', false, ['withdraw', 'accept', 'refuse']],
    ['accepted', false, ['withdraw', 'suspend', 'decide']],
    ['accepted', true, ['withdraw', 'lift', 'decide']],
    ['decided', false, []],
    ['refused', false, []],
    ['withdrawn', false, []],
  ])('that is %s (suspended: %s) may be led on by %j', (state, suspended, steps) => {
    expect(complaintStepsOf({ state, suspendedAt: suspended ? AT : null })).toEqual(steps);
  });

  it('goes no other way', () => {
    expect(() => stepComplaint({ state: 'lodged', suspendedAt: null }, 'decide')).toThrow();
    expect(() => stepComplaint({ state: 'accepted', suspendedAt: AT }, 'suspend')).toThrow();
    expect(stepComplaint({ state: 'lodged', suspendedAt: null }, 'accept')).toBe('accepted');
    expect(Object.values(COMPLAINT_STEPS).every(one => one.basis !== '')).toBe(true);
  });

  const due = new Date('2026-12-03T15:59:59Z');
  it.each<[string, Date | null, string, Date | null]>([
    ['counts from the answer', AT, '2026-12-10T00:00:00Z', AT],
    ['without an answer from the end of the time for it', null, '2026-12-04T00:00:00Z', due],
    ['may not begin while the answer may still come', null, '2026-12-03T15:59:59Z', null],
  ])('%s', (_, answeredAt, now, from) => {
    expect(complaintFrom({ answeredAt, dueAt: due }, new Date(now))).toEqual(from);
  });
});
