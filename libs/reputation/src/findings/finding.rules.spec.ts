import { effectOf, statementEnd } from './finding.rules';

describe('days of a finding', () => {
  it.each([['2026-11-28', 36, '2026-11-28', '2029-11-27'], ['2026-01-31', 1, '2026-01-31', '2026-02-27'], ['2026-03-01', 12, '2026-03-01', '2027-02-28'], ['2024-02-29', 12, '2024-02-29', '2025-02-27']])('decided on %s for %i months: %s to %s', (day, months, effectiveFrom, effectiveTo) =>
    expect(effectOf(day, months)).toEqual({ effectiveFrom, effectiveTo }));
  it('the firm has whole days, that of the notice not counted', () => expect(statementEnd('2026-12-29', 5)).toBe('2027-01-04'));
});
