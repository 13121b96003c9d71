import fc from 'fast-check';
import { HOLIDAY_SEED } from '@huanbao/calendar';
import type { ClockEntry } from '../case.entity';
import { appendFault, EntryKind, LedgerRow, runState, warningDue } from './ledger';
import { previewPause, readClock } from './reading';

const row = (kind: EntryKind, date: string, days?: number): LedgerRow => ({ kind, date, days, dayType: kind === 'start' ? 'workday' : null });
const entry = (given: LedgerRow): ClockEntry => ({ ...given, clock: 'review', run: 1, article: '条例 第十二条', noticeNumber: null, reason: null }) as unknown as ClockEntry;
const ledger = (...rows: LedgerRow[]): ClockEntry[] => rows.map(entry);

describe('the ledger of a clock', () => {
  const start = row('start', '2026-11-02', 20);
  it.each<[string, LedgerRow[], LedgerRow, boolean]>([
    ['begins with a start', [], start, true],
    ['does not begin otherwise', [], row('pause', '2026-11-02'), false],
    ['needs a length', [], row('start', '2026-11-02'), false],
    ['starts once', [start], row('start', '2026-11-03', 20), false],
    ['pauses while running', [start], row('pause', '2026-11-03'), true],
    ['does not pause twice', [start, row('pause', '2026-11-03')], row('pause', '2026-11-04'), false],
    ['resumes after a pause', [start, row('pause', '2026-11-03')], row('resume', '2026-11-04'), true],
    ['does not resume while running', [start], row('resume', '2026-11-04'), false],
    ['extends by some days', [start], row('extend', '2026-11-04', 15), true],
    ['does not extend by none', [start], row('extend', '2026-11-04', 0), false],
    ['takes back an extension', [start, row('extend', '2026-11-04', 15)], row('shorten', '2026-11-05', 15), true],
    ['takes back no more than was added', [start, row('extend', '2026-11-04', 15)], row('shorten', '2026-11-05', 16), false],
    ['takes back nothing where nothing was added', [start], row('shorten', '2026-11-05', 1), false],
    ['does not shorten', [start], row('extend', '2026-11-04', -3), false],
    ['stops while paused', [start, row('pause', '2026-11-03')], row('stop', '2026-11-03'), true],
    ['ends with a stop', [start, row('stop', '2026-11-03')], row('resume', '2026-11-04'), false],
    ['never runs backwards', [start, row('pause', '2026-11-05')], row('resume', '2026-11-04'), false],
  ])('%s', (_title, before, next, fits) => expect(appendFault(before, next) === undefined).toBe(fits));

  const step = fc.record({ kind: fc.constantFrom<EntryKind>('start', 'pause', 'resume', 'extend', 'stop'), gap: fc.integer({ min: 0, max: 20 }), days: fc.integer({ min: 1, max: 60 }) });
  /** Any sequence of attempts; what does not fit is left out, as the engine does. */
  const grown = fc.array(step, { maxLength: 25 }).map(steps => {
    let date = Date.UTC(2026, 0, 5);
    return steps.reduce<LedgerRow[]>((rows, { kind, gap, days }) => {
      const next = row(kind, new Date((date += gap * 86_400_000)).toISOString().slice(0, 10), kind === 'start' || kind === 'extend' ? days : undefined);
      return appendFault(rows, next) === undefined ? [...rows, next] : rows;
    }, []);
  });

  it('can be read whatever was appended, and pauses and resumptions stay paired', () => {
    fc.assert(
      fc.property(grown, rows => {
        if (rows.length === 0) return;
        const reading = readClock(ledger(...rows), HOLIDAY_SEED, '2026-12-31');
        expect(reading.state).toBe(runState(rows));
        expect(reading.steps).toHaveLength(rows.length);
        const counts = (kind: EntryKind): number => rows.filter(each => each.kind === kind).length;
        expect(counts('pause') - counts('resume')).toBeGreaterThanOrEqual(0);
        expect(counts('pause') - counts('resume')).toBeLessThanOrEqual(1);
        expect(reading.dueOn === null).toBe(reading.state !== 'running');
        expect(reading.lapsed).toBe(reading.dueOn !== null && '2026-12-31' > reading.dueOn);
        if (reading.remaining !== null && reading.state === 'running') expect(reading.remaining < 0).toBe(reading.lapsed);
      }),
    );
  });

  it('loses no day by a pause: what is left stands still', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 18 }), fc.integer({ min: 0, max: 40 }), (worked, length) => {
        const day = (n: number): string => new Date(Date.UTC(2026, 10, 2 + n)).toISOString().slice(0, 10);
        const paused = ledger(start, row('pause', day(worked)));
        const atPause = readClock(paused, HOLIDAY_SEED, day(worked)).remaining;
        expect(readClock(paused, HOLIDAY_SEED, day(worked + length)).remaining).toBe(atPause);
        expect(readClock([...paused, entry(row('resume', day(worked + length)))], HOLIDAY_SEED, day(worked + length)).remaining).toBe(atPause);
      }),
    );
  });
});

describe('readClock', () => {
  it.each([
    ['2026-09-18', 20, '2026-10-22', false],
    ['2026-11-23', 20, '2026-12-21', false],
    ['2026-12-20', 20, '2027-01-15', true],
  ])('from %s, %i working days end on %s (provisional: %s)', (date, days, dueOn, provisional) => {
    expect(readClock(ledger(row('start', date, days)), HOLIDAY_SEED, date)).toMatchObject({ dueOn, provisional, remaining: days, lapsed: false });
  });

  it('has nothing left on the last day, and is overdue from the next one even on a weekend', () => {
    const run = ledger(row('start', '2026-11-17', 3));
    expect(readClock(run, HOLIDAY_SEED, '2026-11-20')).toMatchObject({ dueOn: '2026-11-20', remaining: 0, lapsed: false });
    expect(readClock(run, HOLIDAY_SEED, '2026-11-21')).toMatchObject({ remaining: -1, lapsed: true });
  });

  it('shows what a pause would do', () => {
    const reading = readClock(ledger(row('start', '2026-11-02', 20)), HOLIDAY_SEED, '2026-11-09');
    expect(previewPause(reading, { from: '2026-11-09', resumeOn: '2026-11-16' }, HOLIDAY_SEED)).toEqual({
      from: '2026-11-09', resumeOn: '2026-11-16', dueNow: '2026-11-30', dueThen: '2026-12-07', remaining: 15, provisional: false,
    });
  });
});

describe('warnings', () => {
  it.each([
    [20, 6, null, undefined],
    [20, 5, null, { level: 5, overdue: false }],
    [20, 4, 5, undefined],
    [20, 3, 5, { level: 3, overdue: false }],
    [20, 1, 3, { level: 1, overdue: false }],
    [20, 0, 1, undefined],
    [20, 0, 5, { level: 1, overdue: false }],
    [20, -1, 1, { level: -1, overdue: true }],
    [20, -9, -1, undefined],
    [3, 3, null, undefined],
    [3, 1, null, { level: 1, overdue: false }],
    [5, 3, null, { level: 3, overdue: false }],
  ])('of %i days with %i left, told at %s: %j', (days, remaining, warnedAt, expected) => {
    expect(warningDue({ days, remaining, warnedAt })).toEqual(expected);
  });

  it('are given at most once each, however the days go by', () => {
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 60 }), fc.array(fc.integer({ min: 0, max: 3 }), { maxLength: 80 }), (days, steps) => {
        let [remaining, warnedAt] = [days, null as number | null];
        const told: number[] = [];
        for (const by of steps) {
          remaining -= by;
          const warning = warningDue({ days, remaining, warnedAt });
          if (warning) told.push((warnedAt = warning.level));
        }
        expect(new Set(told).size).toBe(told.length);
        expect(told.length).toBeLessThanOrEqual(4);
      }),
    );
  });
});
