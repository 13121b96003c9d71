import Decimal from 'decimal.js';
import fc from 'fast-check';
import { ceilingOf, changeProblems } from './change';
import { differences } from './difference';
import { split, templateOf } from './template';
import { ContractTerms, departures, inconsistencies, MilestoneTerms, sumOf } from './terms';

let counter = 0;
const milestone = (over: Partial<MilestoneTerms> = {}): MilestoneTerms => ({ id: `m${(counter += 1)}`, name: `里程碑${counter}`, dueOn: '2026-12-10', amountYuan: '50.00', payableOn: 'acceptance', deliverable: '报告', ...over });
const terms = (over: Partial<ContractTerms> = {}): ContractTerms => ({
  priceYuan: '100.00', startsOn: '2026-12-01', durationDays: 30, scope: '按证监测', deliverables: ['报告'], milestones: [milestone({ id: 'a', name: '初稿' }), milestone({ id: 'b', name: '终稿' })],
  acceptance: '十日内', confidentiality: '保密', liability: '负责', disputes: '协商', other: '', ...over,
});
const found = (problems: readonly { pointer: string; code: string }[]): string[] => problems.map(one => `${one.pointer} ${one.code}`);

describe('price and period of a contract', () => {
  it.each([
    ['100', 30, []],
    ['100.00', 30, []],
    ['99.99', 30, ['/priceYuan departs-from-bid']],
    ['100.01', 31, ['/priceYuan departs-from-bid', '/durationDays departs-from-bid']],
  ] as const)('CNY %s and %i days against a bid of 100.00 and 30', (priceYuan, durationDays, expected) => {
    expect(found(departures({ priceYuan, durationDays }, { priceYuan: '100.00', durationDays: 30, byLaw: true }))).toEqual(expected);
  });

  it('names the law that binds: of tenders, or of offer and acceptance', () => {
    const reason = (byLaw: boolean): string | undefined => departures({ priceYuan: '90', durationDays: 30 }, { priceYuan: '100', durationDays: 30, byLaw })[0]?.zh;
    expect(reason(true)).toContain('招标投标法第四十六条');
    expect(reason(false)).toContain('民法典第四百八十八条');
  });
});

describe('terms hold together', () => {
  it.each([
    ['as they should', terms(), []],
    ['a cent missing', terms({ milestones: [milestone({ amountYuan: '99.99' })] }), ['/milestones amounts']],
    ['a cent too much', terms({ milestones: [milestone({ amountYuan: '100.01' })] }), ['/milestones amounts']],
    ['all paid before any work', terms({ milestones: [milestone({ amountYuan: '100.00', payableOn: 'signing' })] }), ['/milestones nothing-to-accept']],
    ['a day before the beginning', terms({ milestones: [milestone({ amountYuan: '100.00', dueOn: '2026-11-30' })] }), ['/milestones/0/dueOn outside-period']],
    ['the last day itself', terms({ milestones: [milestone({ amountYuan: '100.00', dueOn: '2026-12-31' })] }), []],
    ['a day after the end', terms({ milestones: [milestone({ amountYuan: '100.00', dueOn: '2027-01-01' })] }), ['/milestones/0/dueOn outside-period']],
    ['no day of the calendar', terms({ milestones: [milestone({ amountYuan: '100.00', dueOn: '2026-12-32' })] }), ['/milestones/0/dueOn date']],
    ['a beginning that is none', terms({ startsOn: '2026-02-30' }), ['/startsOn date']],
    ['two of one name', terms({ milestones: [milestone({ name: '报告' }), milestone({ name: '报告' })] }), ['/milestones/1/name same-name']],
  ] as const)('%s', (_, given, expected) => expect(found(inconsistencies(given))).toEqual(expected));

  it('parts of any amount add up to it exactly', () =>
    fc.assert(
      fc.property(fc.integer({ min: 1, max: 1_000_000_000 }), fc.constantFrom([30, 30, 40], [40, 60], [20, 10, 40, 25, 5], [50, 50]), (amount, shares) => {
        const yuan = new Decimal(amount).div(100).toFixed(2);
        const parts = split(yuan, shares);
        expect(sumOf(parts).toFixed(2)).toBe(yuan);
        expect(parts.every(one => !new Decimal(one).isNegative())).toBe(true);
      }),
    ));

  it('each template is sound for any bid', () =>
    fc.assert(
      fc.property(fc.constantFrom('consulting', 'testing', 'engineering', 'disposal'), fc.integer({ min: 1, max: 100_000_000 }), fc.integer({ min: 1, max: 3650 }), (kind, amount, durationDays) => {
        const priceYuan = new Decimal(amount).div(100).toFixed(2);
        const made = templateOf({ kind: kind as 'testing', scope: '按证监测', deliverables: ['报告'], priceYuan, durationDays, startsOn: '2026-12-01', newId: () => 'x' });
        expect(inconsistencies(made)).toEqual([]);
        expect(departures(made, { priceYuan, durationDays, byLaw: true })).toEqual([]);
      }),
    ));
});

describe('a change of terms', () => {
  const before = terms();
  const [first, second] = before.milestones as [MilestoneTerms, MilestoneTerms];
  const facts = { before, fixed: new Set(['a']), originalYuan: '100.00', isPublic: false, mostRaisedPercent: 10 };
  const changed = (over: Partial<ContractTerms>): ContractTerms => ({ ...before, ...over });
  it.each([
    ['a later day for what is open', changed({ milestones: [first, { ...second, dueOn: '2026-12-20' }] }), []],
    ['what was accepted gets dearer', changed({ priceYuan: '110.00', milestones: [{ ...first, amountYuan: '60.00' }, second] }), ['/terms/milestones/0 milestone-fixed']],
    ['what was accepted is left out', changed({ milestones: [{ ...second, amountYuan: '100.00' }] }), ['/terms/milestones milestone-fixed']],
    ['nothing is left to do', changed({ priceYuan: '50.00', milestones: [first] }), ['/terms/milestones nothing-left']],
    ['it does not add up any more', changed({ priceYuan: '120.00' }), ['/terms/milestones amounts']],
    ['it begins on another day', changed({ startsOn: '2026-12-02' }), ['/terms/startsOn begun']],
    ['a new one payable at once', changed({ priceYuan: '110.00', milestones: [first, second, milestone({ amountYuan: '10.00', payableOn: 'signing' })] }), ['/terms/milestones/2/payableOn new-on-signing']],
  ] as const)('%s', (_, after, expected) => expect(found(changeProblems({ ...facts, after }))).toEqual(expected));

  it.each([
    ['110.00', []],
    ['110.01', ['/terms/priceYuan raised-too-much']],
  ])('a public contract of 100.00 is raised to %s', (priceYuan, expected) => {
    const after = changed({ priceYuan, milestones: [first, { ...second, amountYuan: new Decimal(priceYuan).minus(50).toFixed(2) }] });
    expect(found(changeProblems({ ...facts, after, isPublic: true }))).toEqual(expected);
    expect(changeProblems({ ...facts, after })).toEqual([]);
    expect(ceilingOf({ originalYuan: '100.00', isPublic: false, mostRaisedPercent: 10 })).toBeNull();
  });

  it('is shown as old → new, milestones by what they are and not by their place', () => {
    const after = changed({ priceYuan: '120.00', milestones: [{ ...second, dueOn: '2026-12-20' }, first, milestone({ id: 'c', name: '补充监测', amountYuan: '20.00' })] });
    expect(differences(before, after).map(({ zh, from, to }) => [zh, from, to])).toEqual([
      ['合同价（元）', '100.00', '120.00'],
      ['里程碑：终稿', '终稿；2026-12-10；50.00 元；验收后付款；报告', '终稿；2026-12-20；50.00 元；验收后付款；报告'],
      ['里程碑：补充监测', null, '补充监测；2026-12-10；20.00 元；验收后付款；报告'],
    ]);
    expect(differences(before, before)).toEqual([]);
    expect(differences(before, changed({ milestones: [first] }))[0]).toMatchObject({ zh: '里程碑：终稿', to: null });
  });
});
