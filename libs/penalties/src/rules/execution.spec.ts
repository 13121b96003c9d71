import { addDays, addPeriod, HOLIDAY_SEED, isWorkingDay } from '@huanbao/calendar';
import fc from 'fast-check';
import { COURT_NEXT, COURT_PERIOD, COURT_STEPS, RECORDED_STEPS, executionClock, type ExecutionFacts, executionSpan, type ExecutionStanding, type ExecutionTerms } from './execution';

const TERMS: ExecutionTerms = { litigationMonths: 6, afterReconsideration: 15, appeal: 15, courtMonths: 3, judgmentMonths: 24, reminder: { days: 10, dayType: 'workday' } };
const CALENDAR = HOLIDAY_SEED;
const FACTS: ExecutionFacts = { servedOn: '2026-01-05', lastDueOn: '2026-01-20', isDeferred: false, contests: [], remindedUntil: null };
const span = (over: Partial<ExecutionFacts> = {}) => executionSpan({ ...FACTS, ...over }, TERMS, CALENDAR);
const ended = (kind: 'reconsideration' | 'litigation', endedOn: string | null, outcome: string | null) => ({ kind, endedOn, outcome });

describe('when the court can be asked', () => {
  it.each([
    ['after six months, for three', {}, ['2026-07-06', '2026-07-06', '2026-10-08']],
    ['not before the reminder has had its days', { remindedUntil: '2026-08-01' }, ['2026-07-06', '2026-08-01', '2026-10-08']],
    ['instalments move it to their end', { isDeferred: true, lastDueOn: '2026-09-30' }, ['2026-09-30', '2026-09-30', '2026-12-30']],
    ['instalments that end earlier do not', { isDeferred: true, lastDueOn: '2026-03-31' }, ['2026-07-06', '2026-07-06', '2026-10-08']],
    ['fifteen days after a reconsideration', { contests: [ended('reconsideration', '2026-03-02', 'upheld')] }, ['2026-03-17', '2026-03-17', '2026-06-17']],
    ['a withdrawn reconsideration leaves the six months', { contests: [ended('reconsideration', '2026-03-02', 'withdrawn')] }, ['2026-07-06', '2026-07-06', '2026-10-08']],
    ['a suit withdrawn after the six months ends them on its day', { contests: [ended('litigation', '2026-09-01', 'withdrawn')] }, ['2026-09-01', '2026-09-01', '2026-12-01']],
    ['after the appeal, for two years upon a judgment', { contests: [ended('reconsideration', '2026-03-02', 'upheld'), ended('litigation', '2026-08-03', 'upheld')] }, ['2026-08-18', '2026-08-18', '2028-08-18']],
  ])('%s', (_, over, expected) => {
    const found = span(over as Partial<ExecutionFacts>);
    expect([found?.remediesUntil, found?.fromDay, found?.untilDay]).toEqual(expected);
  });

  it('not while a contest runs', () => expect(span({ contests: [ended('litigation', null, null)] })).toBeUndefined());

  it('leaves time for a reminder that is served on its last day, and not a working day longer', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 500 }), offset => {
      const found = span({ servedOn: addDays('2026-01-05', offset) });
      const [remindBy, untilDay] = [found?.remindBy ?? '', found?.untilDay ?? ''];
      expect(addPeriod(remindBy, TERMS.reminder, CALENDAR).date < untilDay).toBe(true);
      let next = addDays(remindBy, 1);
      while (!isWorkingDay(next, CALENDAR)) next = addDays(next, 1);
      expect(addPeriod(next, TERMS.reminder, CALENDAR).date < untilDay).toBe(false);
    }));
  });
});

describe('which clock runs', () => {
  const days = { remediesUntil: '2026-07-06', fromDay: '2026-07-06', untilDay: '2026-10-08', remindBy: '2026-09-15' };
  const standing: ExecutionStanding = { openYuan: '20000.00', isOverdue: true, lastDueOn: '2026-01-20', isReminded: false, atCourt: null };
  it.each([
    ['none when everything is paid', { openYuan: '0.00' }, days, null],
    ['that of the payment before its day', { isOverdue: false }, days, { clock: 'payment', until: '2026-01-20' }],
    ['that of the reminder once overdue', {}, days, { clock: 'remind', until: '2026-09-15' }],
    ['that of the application once reminded', { isReminded: true }, days, { clock: 'court', until: '2026-10-08' }],
    ['none while a contest runs', { isReminded: true }, undefined, null],
    ['that of the court once filed', { isReminded: true, atCourt: { step: 'filed', dueOn: '2026-07-20' } }, days, { clock: 'court-answer', until: '2026-07-20' }],
    ['none once it was given up', { isReminded: true, isEnded: true }, days, null],
    ['none when the court is done', { isReminded: true, atCourt: { step: 'executed', dueOn: null } }, days, null],
  ])('%s', (_, over, given, expected) => expect(executionClock({ ...standing, ...(over as Partial<ExecutionStanding>) }, given)).toEqual(expected));
});

describe('what the court does', () => {
  it('reaches every step and ends', () => {
    const reached = new Set<string>(['filed']);
    for (let size = 0; size !== reached.size; ) {
      size = reached.size;
      for (const one of [...reached]) COURT_NEXT[one as keyof typeof COURT_NEXT].forEach(next => reached.add(next));
    }
    expect([...reached].sort()).toEqual(['filed', ...RECORDED_STEPS].sort());
    // what waits for somebody has a period, what is over has none
    for (const step of ['filed', ...COURT_STEPS] as const) expect(COURT_PERIOD[step] !== undefined).toBe(!['executed', 'ended'].includes(step));
    // the end is found by two persons, never recorded by one
    expect(Object.values(COURT_NEXT).flat()).not.toContain('ended');
  });
});
