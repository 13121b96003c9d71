import { dayAfter, monthsAfter } from '@huanbao/credit';
import { HOLIDAY_SEED } from '@huanbao/calendar';
import fc from 'fast-check';
import { freezeOf } from './freeze';
import { type Circumstances, repairable, type RepairableEvent, type RepairRules } from './repairable';

const RULES: RepairRules = { months: { minor: 0, general: 3, serious: 12 }, never: new Set(['repair.false']) };
const event = (over: Partial<RepairableEvent> = {}): RepairableEvent => ({ type: 'fine', severity: 'general', status: 'active', periodFrom: '2026-06-01', until: '2027-05-31', schemeRepairFrom: null, harms: true, ...over });
const at = (today: string, over: Partial<Circumstances> = {}): Circumstances => ({ today, barredUntil: null, open: false, appealed: false, ...over });

describe('when an event can be repaired', () => {
  it.each<[string, Partial<RepairableEvent>, Circumstances, [boolean, string | null, string | null]]>([
    ['a general one a day too early', {}, at('2026-08-31'), [false, '2026-09-01', 'too-early']],
    ['a general one on its day', {}, at('2026-09-01'), [true, '2026-09-01', null]],
    ['a minor one at once', { severity: 'minor' }, at('2026-06-01'), [true, '2026-06-01', null]],
    ['a serious one after a year', { severity: 'serious', until: null }, at('2027-05-31'), [false, '2027-06-01', 'too-early']],
    ['a serious one on its day', { severity: 'serious', until: null }, at('2027-06-01'), [true, '2027-06-01', null]],
    ['of the last day of a month, the last of the shorter one', { periodFrom: '2026-11-30', until: '2027-11-29' }, at('2027-02-28'), [true, '2027-02-28', null]],
    ['where the scheme asks for more, the later day', { schemeRepairFrom: '2026-12-01' }, at('2026-11-30'), [false, '2026-12-01', 'too-early']],
    ['one that ends before repair could be asked for', { until: '2026-08-01' }, at('2026-07-01'), [false, null, 'expires-first']],
    ['one that ends before a bar is over', {}, at('2026-10-01', { barredUntil: '2029-01-31' }), [false, null, 'barred']],
    ['one of a type that is never repaired', { type: 'repair.false' }, at('2030-01-01'), [false, null, 'never']],
    ['one that harms nothing', { harms: false }, at('2026-10-01'), [false, null, 'harmless']],
    ['a repaired one', { status: 'repaired' }, at('2026-10-01'), [false, null, 'ended']],
    ['a revoked one', { status: 'revoked' }, at('2026-10-01'), [false, null, 'ended']],
    ['an expired one', { status: 'expired' }, at('2027-10-01'), [false, null, 'ended']],
    ['one under appeal in court', { status: 'suspended' }, at('2026-10-01'), [false, null, 'suspended']],
    ['one that has not begun', { status: null }, at('2026-05-01'), [false, null, 'not-begun']],
    ['with an application on its way', {}, at('2026-10-01', { open: true }), [false, '2026-09-01', 'open']],
    ['with an appeal on its way', {}, at('2026-10-01', { appealed: true }), [false, '2026-09-01', 'appealed']],
    ['of a subject that is barred', { until: null }, at('2026-10-01', { barredUntil: '2027-01-31' }), [false, '2027-02-01', 'barred']],
  ])('%s', (_, over, circumstances, [can, from, why]) => {
    expect(repairable(event(over), RULES, circumstances)).toEqual({ can, from, why });
  });

  const days = fc.integer({ min: 0, max: 1500 }).map(n => dayAfter('2024-01-01', n));
  const events = fc.record({ severity: fc.constantFrom('minor' as const, 'general' as const, 'serious' as const), periodFrom: days, span: fc.option(fc.integer({ min: 0, max: 900 })), scheme: fc.option(fc.integer({ min: 0, max: 400 })) })
    .map(({ severity, periodFrom, span, scheme }) => event({ severity, periodFrom, until: span === null ? null : dayAfter(periodFrom, span), schemeRepairFrom: scheme === null ? null : dayAfter(periodFrom, scheme) }));

  it('never comes before the shortest publication is over, and once it is there it stays', () => {
    fc.assert(fc.property(events, days, fc.integer({ min: 0, max: 400 }), (one, today, later) => {
      const now = repairable(one, RULES, at(today));
      if (!now.can) return;
      expect(today >= monthsAfter(one.periodFrom, RULES.months[one.severity])).toBe(true);
      expect(today >= (now.from ?? '9')).toBe(true);
      expect(repairable(one, RULES, at(dayAfter(today, later))).can).toBe(true);
    }));
  });

  it('is not helped by a bar, an open application or an appeal', () => {
    fc.assert(fc.property(events, days, days, fc.boolean(), fc.boolean(), (one, today, barredUntil, open, appealed) => {
      const free = repairable(one, RULES, at(today));
      const bound = repairable(one, RULES, at(today, { barredUntil, open, appealed }));
      if (bound.can) expect(free.can).toBe(true);
      if (open || appealed || today <= barredUntil) expect(bound.can).toBe(false);
    }));
  });
});

describe('how long publication rests', () => {
  const rules = { workdays: 15, once: true, hidesGrade: true };

  it('counts working days from the acceptance, which does not count itself', () => {
    expect(freezeOf(rules, { acceptedOn: '2026-11-23', before: 0, calendar: HOLIDAY_SEED })).toEqual({ until: '2026-12-14', hidesGrade: true });
  });

  it('does not rest again, unless the rule lets it, and not at all without days', () => {
    expect(freezeOf(rules, { acceptedOn: '2026-11-23', before: 1, calendar: HOLIDAY_SEED })).toBeNull();
    expect(freezeOf({ ...rules, once: false }, { acceptedOn: '2026-11-23', before: 3, calendar: HOLIDAY_SEED })).not.toBeNull();
    expect(freezeOf({ ...rules, workdays: 0 }, { acceptedOn: '2026-11-23', before: 0, calendar: HOLIDAY_SEED })).toBeNull();
  });

  it('lasts longer with more days, and always ends', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 60 }), fc.integer({ min: 0, max: 20 }), (workdays, more) => {
      const until = (n: number): string => freezeOf({ ...rules, workdays: n }, { acceptedOn: '2026-11-23', before: 0, calendar: HOLIDAY_SEED })?.until ?? '';
      expect(until(workdays) > '2026-11-23').toBe(true);
      expect(until(workdays + more) >= until(workdays)).toBe(true);
    }));
  });
});
