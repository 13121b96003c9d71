import { addDays } from '@huanbao/calendar';
import fc from 'fast-check';
import { MATERIAL_SEED } from '../reference/materials';
import { beginning, renewalLastDay, StandingPermit } from './beginning';
import { BUSINESS_TYPE_KEYS, BUSINESS_TYPES } from './business-types';
import { CLOCKS_OF_REGISTRATION, MEASURE_TEXTS, REGISTRATION_PROCEDURES, REQUEST_TEXTS } from './guide-texts';
import { MATERIAL_KINDS } from './material-kinds';
import { isNeeded } from './materials';

const PERMIT: StandingPermit = { number: '91140000000000000X001P', validFrom: '2026-11-23', validTo: '2031-11-22', renewBy: '2031-09-23', standing: 'valid' };

describe('what can begin', () => {
  it.each([
    ['new', null, true], ['reapply', null, false], ['change', null, false], ['adjust', null, false], ['renew', null, false],
    ['new', PERMIT, false], ['reapply', PERMIT, true], ['change', PERMIT, true], ['adjust', PERMIT, true], ['renew', PERMIT, true],
    ['new', { ...PERMIT, standing: 'expired' }, false], ['reapply', { ...PERMIT, standing: 'expired' }, true], ['change', { ...PERMIT, standing: 'expired' }, false], ['renew', { ...PERMIT, standing: 'expired' }, false],
    ['renew', { ...PERMIT, validFrom: '2031-11-23', validTo: '2036-11-22' }, false], ['change', { ...PERMIT, validFrom: '2031-11-23', validTo: '2036-11-22' }, true],
  ] as const)('%s with %j: %s', (type, permit, possible) => {
    const told = beginning(type, permit as StandingPermit | null, '2031-10-01', null);
    expect(told.possible).toBe(possible);
    if (!possible) expect(told.remark?.zh).toBeTruthy();
  });

  it.each([['2031-09-23', false, '2031-09-23'], ['2031-09-24', true, '迟了 1 天'], ['2031-10-23', true, '迟了 30 天'], ['2031-11-22', true, '还有 0 天']])('tells of a renewal on %s whether it is late, before it begins', (today, late, said) => {
    const remark = beginning('renew', PERMIT, today, null).remark;
    expect(remark?.zh).toContain(said);
    expect(remark?.zh).toContain('第十四条');
    expect(remark?.zh.includes('已经迟了')).toBe(late);
    if (late) expect(remark?.zh).toContain('第三十三条');
  });

  it.each([['2031-05-25', false, 1], ['2031-05-26', true, 0], ['2026-11-23', false, 1645], ['2031-11-22', true, 0]])('begins a renewal in its window only: %s', (today, possible, left) => {
    const told = beginning('renew', { ...PERMIT, renewableFrom: '2031-05-26' }, today, null);
    expect(told.possible).toBe(possible);
    if (!possible) expect(told.remark?.zh).toMatch(new RegExp(`2031-05-26 起可以申请延续.*还有 ${left} 天.*2031-09-23`));
    // nothing else has a window
    expect(beginning('change', { ...PERMIT, renewableFrom: '2031-05-26' }, today, null).possible).toBe(true);
  });

  it('is never late on the sixtieth day before the end, always on the next one', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 20_000 }), days => {
      const validTo = addDays('2026-01-01', days);
      const last = renewalLastDay(validTo, 60);
      const remark = (today: string): string => beginning('renew', { ...PERMIT, validFrom: '2021-01-01', validTo, renewBy: last }, today, null).remark?.zh ?? '';
      expect([addDays(last, 60), remark(last).includes('迟了'), remark(addDays(last, 1)).includes('迟了 1 天')]).toEqual([validTo, false, true]);
    }));
  });

  it.each([['2029-12-02', false], ['2029-12-03', true]])('bars from a first application and one anew until the last day of three years after fraud: %s', (today, possible) => {
    for (const [type, permit] of [['new', null], ['reapply', PERMIT]] as const) expect(beginning(type, permit, today, '2029-12-02').possible).toBe(possible);
    expect(beginning('renew', PERMIT, today, '2029-12-02').possible).toBe(true);
  });
});

describe('materials', () => {
  it('are of kinds that can be uploaded, with cases the type has, and each type has some', () => {
    const kinds = new Set(MATERIAL_KINDS.map(one => one.value));
    for (const row of MATERIAL_SEED) {
      const type = (BUSINESS_TYPES as Partial<Record<string, (typeof BUSINESS_TYPES)['new']>>)[row.businessType];
      expect([row.kind, kinds.has(row.kind)]).toEqual([row.kind, true]);
      const cases = type?.triggers ?? (row.businessType === 'reissue' ? REQUEST_TEXTS.reissue.triggers : []);
      expect((row.triggers ?? []).filter(key => !cases.some(one => one.key === key))).toEqual([]);
      expect(row.legalBasis).toMatch(/第.+条|条号待核/);
      // what nobody compared with the text says so
      expect(row.verified).toBe(!row.legalBasis.includes('待核'));
    }
    // requests of a holder hand in papers as well
    expect(new Set(MATERIAL_SEED.filter(row => row.need === 'always').map(row => row.businessType))).toEqual(new Set([...BUSINESS_TYPE_KEYS, 'cancel', 'reissue', ...REGISTRATION_PROCEDURES.map(one => one.key)]));
  });

  it.each([
    ['always', null, [], true], ['optional', null, ['name'], false], ['when', ['name', 'domicile'], ['standard'], false], ['when', ['name', 'domicile'], ['standard', 'domicile'], true], ['when', ['name'], [], false],
  ] as const)('%s with %j and the cases %j: %s', (need, triggers, given, needed) => {
    expect(isNeeded({ need, triggers: triggers && [...triggers] }, given)).toBe(needed);
  });
});

describe('the guide', () => {
  it('tells in both languages of each business what it is for, when, by which article, how long and with what result', () => {
    const all = [
      ...BUSINESS_TYPE_KEYS.map(key => BUSINESS_TYPES[key]), ...Object.values(REQUEST_TEXTS), ...REGISTRATION_PROCEDURES,
      ...Object.values(MEASURE_TEXTS).map(one => ({ ...one, label: one.purpose })),
    ];
    for (const { label, purpose, article, result } of all) {
      for (const text of [label, purpose, result]) expect([text.zh.length > 1, /[\u4e00-\u9fff]/.test(text.en), text.en.length > 3]).toEqual([true, false, true]);
      expect(article).toMatch(/第.+条|待核/);
    }
    for (const { key, triggers } of REGISTRATION_PROCEDURES) expect([CLOCKS_OF_REGISTRATION[key].length > 0, triggers.length > 0]).toEqual([true, true]);
  });
});
