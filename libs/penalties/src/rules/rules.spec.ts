import { addDays, daysBetween } from '@huanbao/calendar';
import fc from 'fast-check';
import { LAWS, FACTORS, MITIGATIONS, PARAMETERS } from '../reference.rows';
import { maskedText } from '../words';
import { type Discretion, discretion, inputFaults, scaleOn } from './discretion';
import { chooseLaw, lawsOf, monthsAfter, timeBar, yearsAfter } from './law';
import { dailyPenalty, type Due, grouped, lateFee, minus, moreThan, overdueFrom, replanned } from './money';
import { circumstancesOn, mitigate, mitigationWords, wasReviewed } from './mitigation';
import { type Burden, discussionNeeded, heavierIn, reviewNeeded, type Thresholds } from './thresholds';

describe('the law of the day of the conduct', () => {
  const options = lawsOf(LAWS, 'over-permit');

  it.each([
    ['before the code', '2026-05-01', '2026-08-14', '排污许可管理条例 第三十四条', ['newer-lighter', 'unverified']],
    ['on its first day', '2026-08-15', '2026-08-15', '生态环境法典 第一千一百零三条', ['unverified']],
    ['across the day', '2026-08-01', '2026-09-01', '生态环境法典 第一千一百零三条', ['across-change', 'unverified']],
  ])('is chosen for a conduct %s', (_, from, to, basis, warnings) => {
    const choice = chooseLaw(options, { from, to }, '2026-11-23');
    expect([choice?.law.legalBasis, choice?.warnings]).toEqual([basis, warnings]);
  });

  it('offers the law of today where that one is milder, and none before the first law', () => {
    expect(chooseLaw(options, { from: '2026-05-01', to: '2026-05-02' }, '2026-11-23')?.others.map(one => one.effectiveFrom)).toEqual(['2026-08-15']);
    expect(chooseLaw(options, { from: '2010-05-01', to: '2010-05-02' }, '2026-11-23')).toBeUndefined();
    expect(lawsOf([{ ...(LAWS[0] as (typeof LAWS)[number]), key: 'fine:x', value: '9-1' }], 'x')).toEqual([]);
  });

  it.each([['2024-02-29', 2, '2026-02-28'], ['2024-11-23', 2, '2026-11-23'], ['2024-02-29', 4, '2028-02-29']])('%s and %i years is %s', (day, years, until) => expect(yearsAfter(day, years)).toBe(until));
  it.each([['2026-11-30', 3, '2027-02-28'], ['2026-01-31', 12, '2027-01-31'], ['2027-12-05', 1, '2028-01-05']])('%s and %i months is %s', (day, months, until) => expect(monthsAfter(day, months)).toBe(until));

  it('bars by time from the end of the conduct', () => {
    expect(timeBar('2024-11-22', '2026-11-22', 2)).toEqual({ until: '2026-11-22', isBarred: false });
    expect(timeBar('2024-11-22', '2026-11-23', 2).isBarred).toBe(true);
  });
});

describe('discretion', () => {
  const scale = scaleOn(FACTORS, '2026-11-23');
  const law = { minYuan: '100000.00', maxYuan: '1000000.00' };
  const mildest = { harm: 1, degree: 1, pollutant: 1, duration: 1, place: 1 };
  const worst = { harm: 5, degree: 5, pollutant: 3, duration: 4, place: 4 };
  const range = ({ centreYuan, fromYuan, toYuan }: Discretion): string[] => [centreYuan, fromYuan, toYuan];

  it.each([
    ['the mildest of all', mildest, [], ['100000.00', '100000.00', '145000.00']],
    ['the worst of all', worst, [], ['1000000.00', '955000.00', '1000000.00']],
    // 30 % × 2/4 + 25 % × 1/4 + 20 % × 1/2 = 31.25 %
    ['the middle', { ...mildest, harm: 3, degree: 2, pollutant: 2 }, [], ['381250.00', '336250.00', '426250.00']],
    ['the middle, put right', { ...mildest, harm: 3, degree: 2, pollutant: 2 }, ['corrected'], ['305000.00', '260000.00', '350000.00']],
    ['the middle, again within two years and small', { ...mildest, harm: 3, degree: 2, pollutant: 2 }, ['repeat', 'small'], ['419375.00', '374375.00', '464375.00']],
  ])('of %s', (_, levels, adjustments, expected) => expect(range(discretion(law, scale, { levels, adjustments }))).toEqual(expected));

  it('shows its steps and asks for every factor once', () => {
    expect(discretion(law, scale, { levels: mildest, adjustments: ['corrected'] }).steps.map(one => one.result)).toEqual(['0.00%', '0.00%', '0.00%', '0.00%', '0.00%', '0.00%', '100000.00 元', '100000.00 元', '100000.00–145000.00 元']);
    expect(inputFaults(scale, { levels: { ...mildest, harm: 6, wind: 1 }, adjustments: ['small', 'small', 'rich'] })).toEqual(['harm', 'wind', 'small', 'rich']);
  });

  const levels = fc.record({ harm: fc.integer({ min: 1, max: 5 }), degree: fc.integer({ min: 1, max: 5 }), pollutant: fc.integer({ min: 1, max: 3 }), duration: fc.integer({ min: 1, max: 4 }), place: fc.integer({ min: 1, max: 4 }) });
  const someLaw = fc.tuple(fc.integer({ min: 0, max: 1e8 }), fc.integer({ min: 0, max: 1e9 })).map(([a, b]) => ({ minYuan: (a / 100).toFixed(2), maxYuan: ((a + b) / 100).toFixed(2) }));
  const adjusting = fc.subarray(['corrected', 'cooperates', 'small', 'repeat', 'obstructs']);

  it('never leaves the law, whatever is chosen', () => {
    fc.assert(fc.property(someLaw, levels, adjusting, (bounds, chosen, adjustments) => {
      const { fromYuan, centreYuan, toYuan } = discretion(bounds, scale, { levels: chosen, adjustments });
      const ordered = [bounds.minYuan, fromYuan, centreYuan, toYuan, bounds.maxYuan];
      expect(ordered.every((one, nth) => nth === 0 || !moreThan(ordered[nth - 1] as string, one))).toBe(true);
    }));
  });

  it('is never milder for a graver level, and never graver for a mitigation', () => {
    fc.assert(fc.property(someLaw, levels, fc.constantFrom('harm', 'degree', 'pollutant', 'duration', 'place'), (bounds, chosen, key) => {
      const graver = { ...chosen, [key]: Math.min(chosen[key as keyof typeof chosen] + 1, key === 'pollutant' ? 3 : key === 'duration' || key === 'place' ? 4 : 5) };
      const of = (input: Record<string, number>, adjustments: string[] = []): string => discretion(bounds, scale, { levels: input, adjustments }).centreYuan;
      expect(moreThan(of(chosen), of(graver))).toBe(false);
      expect(moreThan(of(chosen, ['corrected']), of(chosen))).toBe(false);
    }));
  });
});

describe('mitigation (减轻处罚)', () => {
  const law = { minYuan: '100000.00', maxYuan: '1000000.00' };
  const known = circumstancesOn(MITIGATIONS, '2026-11-23');
  const reason = '主动拆除管道并清理河道，没有造成后果';
  const asked = { fineYuan: '60000.00', circumstance: 'undone', reason, isDaily: false };

  it.each([
    ['the least of the law, without more', { fineYuan: '100000.00', circumstance: null, reason: null }, null],
    ['the most of the law', { fineYuan: '1000000.00', circumstance: null, reason: null }, null],
    ['no fine at all', { fineYuan: null, circumstance: null, reason: null }, null],
    ['a cent below, without a circumstance', { fineYuan: '99999.99', circumstance: null }, 'outside'],
    ['a cent above, whatever is given', { fineYuan: '1000000.01' }, 'outside'],
    ['a circumstance and nothing mitigated', { fineYuan: '100000.00' }, 'not-below'],
    ['a circumstance and no fine', { fineYuan: null }, 'not-below'],
    ['a circumstance nobody knows', { circumstance: 'friendly' }, 'unknown'],
    ['without a reason', { reason: null }, 'unreasoned'],
    ['with nine characters', { reason: '主动消除了危害后果 ' }, 'unreasoned'],
    ['a daily penalty', { isDaily: true }, 'outside'],
  ])('%s', (_, over, expected) => expect(mitigate(law, { ...asked, ...over }, known)).toBe(expected));

  it('stands on a circumstance of its day, and keeps which one, the least of the law and why', () => {
    expect(mitigate(law, asked, known)).toEqual({ key: 'undone', title: '主动消除或者减轻违法行为危害后果', legalBasis: '行政处罚法 第三十二条第一项', verified: false, minYuan: '100000.00', reason });
    expect(mitigate(law, asked, circumstancesOn(MITIGATIONS, '2021-07-14'))).toBe('unknown');
    const [first] = MITIGATIONS;
    expect(circumstancesOn([{ ...(first as (typeof MITIGATIONS)[number]), effectiveTo: '2026-11-22' }], '2026-11-23')).toEqual([]);
    expect(mitigationWords({ key: 'merit', title: '立功', legalBasis: '行政处罚法 第三十二条第四项', verified: false, minYuan: '20000.00', reason: '提供线索。' })).toBe('罚款低于法定最低额 20000.00 元，属于减轻处罚。法定情节：立功（行政处罚法 第三十二条第四项）。理由：提供线索。');
  });

  it.each([
    ['nothing is mitigated', '20000.00', null, '20000.00', null, true],
    ['a reviewed mitigation is not used', '8000.00', 'undone', '20000.00', null, true],
    ['as it was reviewed', '8000.00', 'undone', '8000.00', 'undone', true],
    ['less than was reviewed', '8000.00', 'undone', '9000.00', 'undone', true],
    ['a cent further down', '8000.00', 'undone', '7999.99', 'undone', false],
    ['on another circumstance', '8000.00', 'undone', '8000.00', 'merit', false],
    ['reviewed without any mitigation', '20000.00', null, '8000.00', 'undone', false],
  ] as const)('goes to the decision %s', (_, seen, seenOn, fine, on, expected) => {
    const weighed = (fineYuan: string, key: string | null): Parameters<typeof wasReviewed>[0] => ({ fineYuan, mitigation: key === null ? null : { key } });
    expect(wasReviewed(weighed(seen, seenOn), weighed(fine, on))).toBe(expected);
  });

  it('needs a legal review and a discussion, however small the fine', () => {
    const value = (key: string): string => PARAMETERS.find(one => one.key === key)?.value ?? '';
    const thresholds: Thresholds = { hearing: { fine: '50000', personFine: '5000', confiscate: '50000', measures: [] }, review: { fine: value('review:fine'), measures: [], afterHearing: true }, grave: { fine: value('grave:fine'), measures: [] } };
    const small: Burden = { measures: ['fine'], fineYuan: '1000.00', confiscateYuan: '0.00' };
    const both = (burden: Burden & { mitigation?: object | null }): boolean[] => [reviewNeeded(thresholds, burden, false), discussionNeeded(thresholds, burden)];
    expect([both(small), both({ ...small, mitigation: null }), both({ ...small, mitigation: {} })]).toEqual([[false, false], [false, false], [true, true]]);
  });
});

describe('money', () => {
  it.each([['0.00', '0.00'], ['999.99', '999.99'], ['26000.00', '26,000.00'], ['1234567', '1,234,567'], ['123456789012.50', '123,456,789,012.50']])('shows %s as %s', (yuan, shown) => expect(grouped(yuan)).toBe(shown));

  const plan = [{ dueOn: '2026-12-10', yuan: '100000.00' }];
  const fee = (until: string, paid: { paidOn: string; yuan: string }[] = [], holds: { from: string; to: string | null }[] = []): unknown[] => Object.values(lateFee(plan, paid, { until, ratePercent: '3', holds }));

  it.each([
    ['in time', fee('2026-12-10'), ['0.00', 0, false]],
    ['a day late', fee('2026-12-11'), ['3000.00', 1, false]],
    ['33 days late', fee('2027-01-12'), ['99000.00', 33, false]],
    ['34 days late: capped at the fine', fee('2027-01-13'), ['100000.00', 34, true]],
    ['a year late: still capped', fee('2027-12-13'), ['100000.00', 34, true]],
    ['half paid in time', fee('2026-12-12', [{ paidOn: '2026-12-09', yuan: '50000.00' }]), ['3000.00', 2, false]],
    ['paid on the second day', fee('2026-12-20', [{ paidOn: '2026-12-12', yuan: '100000.00' }]), ['6000.00', 2, false]],
    ['while a contest goes on', fee('2026-12-20', [], [{ from: '2026-12-11', to: '2026-12-18' }]), ['6000.00', 2, false]],
    ['while a contest is open', fee('2026-12-20', [], [{ from: '2026-12-01', to: null }]), ['0.00', 0, false]],
  ])('what is added: %s', (_, actual, expected) => expect(actual).toEqual(expected));

  it('counts each instalment from its own day', () => {
    const two = [{ dueOn: '2026-12-10', yuan: '40000.00' }, { dueOn: '2026-12-20', yuan: '60000.00' }];
    expect(lateFee(two, [{ paidOn: '2026-12-10', yuan: '40000.00' }], { until: '2026-12-21', ratePercent: '3', holds: [] })).toEqual({ yuan: '1800.00', days: 1, isCapped: false });
  });

  it('never adds more than the fine', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1e9 }), fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 1e9 }), (fine, days, paid) => {
      const yuan = (fine / 100).toFixed(2);
      const { yuan: added } = lateFee([{ dueOn: '2026-12-10', yuan }], [{ paidOn: '2026-12-15', yuan: (paid / 100).toFixed(2) }], { until: monthsAfter('2026-12-10', Math.floor(days / 30)), ratePercent: '3', holds: [] });
      expect(moreThan(added, yuan)).toBe(false);
      expect(minus(added, '0').startsWith('-')).toBe(false);
    }), { numRuns: 50 });
  });

  it.each([
    ['from the day after the order to the re-inspection', '2026-11-01', '2026-11-11', [], { from: '2026-11-02', to: '2026-11-11', days: 10, yuan: '1000000.10' }],
    ['a day', '2026-11-01', '2026-11-02', [], { from: '2026-11-02', to: '2026-11-02', days: 1, yuan: '100000.01' }],
    ['nothing before the order', '2026-11-02', '2026-11-01', [], undefined],
    ['only the days after an earlier one, with an order in between', '2026-11-08', '2026-11-20', [{ from: '2026-11-02', to: '2026-11-11' }], { from: '2026-11-12', to: '2026-11-20', days: 9, yuan: '900000.09' }],
    ['all days after a later order', '2026-11-12', '2026-11-20', [{ from: '2026-11-02', to: '2026-11-11' }], { from: '2026-11-13', to: '2026-11-20', days: 8, yuan: '800000.08' }],
    ['none where all are counted', '2026-11-01', '2026-11-11', [{ from: '2026-11-02', to: '2026-11-11' }], undefined],
  ] as const)('a daily penalty: %s', (_, orderServedOn, reinspectedOn, counted, expected) => expect(dailyPenalty('100000.01', { orderServedOn, reinspectedOn, counted })).toEqual(expected));

  it('counts no day twice and leaves none between, however often it is inspected', () => {
    fc.assert(fc.property(fc.array(fc.integer({ min: 1, max: 30 }), { minLength: 1, maxLength: 6 }), gaps => {
      let [day, days] = ['2026-01-01', 0];
      const counted: { from: string; to: string }[] = [];
      for (const gap of gaps) {
        const on = addDays(day, gap);
        const span = dailyPenalty('1.00', { orderServedOn: '2026-01-01', reinspectedOn: on, counted });
        if (span) { counted.push(span); days += span.days; }
        day = on;
      }
      expect(days).toBe(daysBetween('2026-01-01', day));
    }));
  });

  it.each([
    ['the last one gets less', '12000', [['2026-12-10', '10000.00'], ['2026-12-20', '2000.00']]],
    ['one falls away', '10000', [['2026-12-10', '10000.00']]],
    ['the first one gets less', '4000.50', [['2026-12-10', '4000.50']]],
    ['nothing is left', '0', []],
  ])('a lowered fine keeps what was agreed: %s', (_, fine, expected) => expect(replanned([{ dueOn: '2026-12-10', yuan: '10000.00' }, { dueOn: '2026-12-20', yuan: '10000.00' }], fine).map(one => [one.dueOn, one.yuan])).toEqual(expected));
});

describe('no heavier than the notice', () => {
  const told: Burden = { measures: ['fine', 'restrict'], fineYuan: '100000.00', confiscateYuan: '0.00' };
  it.each([
    ['the same', told, []],
    ['less', { ...told, measures: ['fine'] as const, fineYuan: '90000.00' }, []],
    ['a cent more', { ...told, fineYuan: '100000.01' }, ['fine']],
    ['another measure', { ...told, measures: ['fine', 'suspend'] as const }, ['suspend']],
    ['only a warning besides', { ...told, measures: ['fine', 'warning'] as const }, []],
  ])('%s', (_, now, heavier) => expect(heavierIn(told, now)).toEqual(heavier));
});

describe('what the public reads', () => {
  it('names no person and no number', () => {
    expect(maskedText('张三（142331199001011234，电话 13800000000）私设暗管，张三已改正', { kind: 'person', name: '张三' })).toBe('张某（******************，电话 ***********）私设暗管，张某已改正');
    expect(maskedText('某厂（91141181MA0DRW0001）超标', { kind: 'unit', name: '某厂' })).toBe('某厂（91141181MA0DRW0001）超标');
  });
});

describe('what is overdue', () => {
  const whole: Due = { plan: [{ dueOn: '2026-02-17', yuan: '20000.00' }], paymentDueOn: '2026-02-17', confiscateYuan: '0.00', lateYuan: '0.00' };
  const twice: Due = { ...whole, plan: [{ dueOn: '2026-03-20', yuan: '8000.00' }, { dueOn: '2026-04-20', yuan: '12000.00' }] };
  it.each<[string, Due, string, string, string | undefined]>([
    ['not on the last day', whole, '0.00', '2026-02-17', undefined],
    ['the day after it', whole, '0.00', '2026-02-18', '2026-02-17'],
    ['a yuan short', whole, '19999.00', '2026-02-18', '2026-02-17'],
    ['not when paid', whole, '20000.00', '2026-06-01', undefined],
    ['not by the first day once it is put off', twice, '0.00', '2026-03-20', undefined],
    ['an instalment that was missed', twice, '0.00', '2026-03-21', '2026-03-20'],
    ['not by an instalment that is not due yet', twice, '8000.00', '2026-04-20', undefined],
    ['the second instalment', twice, '8000.00', '2026-04-21', '2026-04-20'],
    ['the addition alone, by the day that was missed', { ...whole, lateYuan: '600.00' }, '20000.00', '2026-03-01', '2026-02-17'],
    ['what was confiscated keeps its day', { ...twice, confiscateYuan: '500.00' }, '0.00', '2026-02-18', '2026-02-17'],
    ['not what was confiscated and paid', { ...twice, confiscateYuan: '500.00' }, '500.00', '2026-03-20', undefined],
  ])('%s', (_, due, paid, today, from) => expect(overdueFrom(due, paid, today)).toBe(from));

  it('is overdue on no day before the addition begins, and on each day on which it grows', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 20000 }), fc.integer({ min: 0, max: 90 }), (paid, offset) => {
      const [today, yuan] = [addDays('2026-03-01', offset), `${paid}.00`];
      const grows = lateFee(twice.plan, [{ paidOn: '2026-03-01', yuan }], { until: today, ratePercent: '3', holds: [] });
      expect(overdueFrom({ ...twice, lateYuan: grows.yuan }, yuan, today) !== undefined).toBe(grows.days > 0);
    }));
  });
});
