import { addDays } from '@huanbao/calendar';
import * as fc from 'fast-check';
import { daysOfMonth, isFindingLate, isStewardReminderDay, monthBefore, recordGaps, reportDueOn, shareOf, VisitAnswer, visitStanding } from './rules';

const day = fc.integer({ min: 0, max: 4000 }).map(n => addDays('2024-01-01', n));
const finding = { severity: 'minor', place: '危废间', advice: '补贴标识', dueOn: '2026-12-10' } as const;

describe('rules of stewardship', () => {
  it.each([
    ['planned', '2026-12-01', null, '2026-12-01', 'planned'],
    ['planned', '2026-12-01', null, '2026-12-02', 'missed'],
    ['held', '2026-12-01', '2026-12-01', '2027-01-01', 'held'],
    ['held', '2026-12-01', '2026-11-30', '2027-01-01', 'held'],
    ['held', '2026-12-01', '2026-12-02', '2027-01-01', 'held-late'],
    ['cancelled', '2026-12-01', null, '2027-01-01', 'cancelled'],
  ] as const)('a visit that is %s for %s and held on %s stands on %s as %s', (state, plannedOn, heldOn, today, standing) => {
    expect(visitStanding({ state, plannedOn, heldOn }, today)).toBe(standing);
  });

  it.each([
    ['2026-12-01', null, '2026-12-01', false],
    ['2026-12-01', null, '2026-12-02', true],
    ['2026-12-01', '2026-12-01', '2027-12-02', false],
    ['2026-12-01', '2026-12-02', '2026-12-02', true],
  ])('a finding due %s, closed %s, on %s: late %s', (dueOn, closedOn, today, late) => {
    expect(isFindingLate({ dueOn, closedOn }, today)).toBe(late);
  });

  it.each<[string, VisitAnswer[], string[]]>([
    ['whole', [{ key: 'a', answer: 'ok' }, { key: 'b', answer: 'problem', remark: '标识脱落', finding }], []],
    ['one item left', [{ key: 'a', answer: 'ok' }], ['/answers answer']],
    ['an item twice', [{ key: 'a', answer: 'ok' }, { key: 'a', answer: 'ok' }, { key: 'b', answer: 'na' }], ['/answers/1/key unknown']],
    ['an unknown item', [{ key: 'a', answer: 'ok' }, { key: 'b', answer: 'na' }, { key: 'c', answer: 'na' }], ['/answers/2/key unknown']],
    ['a problem without words', [{ key: 'a', answer: 'ok' }, { key: 'b', answer: 'problem', remark: ' 坏 ', finding }], ['/answers/1/remark remark']],
    ['a problem without a finding', [{ key: 'a', answer: 'ok' }, { key: 'b', answer: 'problem', remark: '标识脱落' }], ['/answers/1/finding finding']],
    ['a day before the visit', [{ key: 'a', answer: 'ok' }, { key: 'b', answer: 'problem', remark: '标识脱落', finding: { ...finding, dueOn: '2026-11-30' } }], ['/answers/1/finding/dueOn due']],
    ['a finding where all is well', [{ key: 'a', answer: 'ok', finding }, { key: 'b', answer: 'na' }], ['/answers/0/finding unknown']],
  ])('a record: %s', (_, answers, gaps) => {
    expect(recordGaps(['a', 'b'], answers, '2026-12-01').map(one => `${one.pointer} ${one.gap}`)).toEqual(gaps);
  });

  it('reckons months and days of reports', () => {
    expect(monthBefore('2027-01-15')).toBe('2026-12');
    expect(daysOfMonth('2028-02')).toEqual({ from: '2028-02-01', to: '2028-02-29' });
    expect(reportDueOn('2026-12', 10)).toBe('2027-01-10');
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 28 }), (today, reportDay) => {
      const month = monthBefore(today);
      const { from, to } = daysOfMonth(month);
      return from.slice(0, 7) === month && to.slice(0, 7) === month && addDays(to, 1) === `${today.slice(0, 7)}-01` && reportDueOn(month, reportDay) === `${today.slice(0, 7)}-${String(reportDay).padStart(2, '0')}`;
    }));
  });

  it('reminds at least once a week after the day, and never before the third day', () => {
    fc.assert(fc.property(day, fc.integer({ min: 1, max: 100 }), (due, n) => {
      const week = [0, 1, 2, 3, 4, 5, 6].filter(k => isStewardReminderDay(addDays(due, n + k), due));
      return week.length >= 1 && !isStewardReminderDay(addDays(due, -3 - n), due);
    }));
  });

  it('gives no share where nothing was due', () => {
    expect([shareOf(0, 0), shareOf(0, 3), shareOf(2, 3), shareOf(3, 3)]).toEqual([null, 0, 67, 100]);
  });
});
