import { addDays, HOLIDAY_SEED } from '@huanbao/calendar';
import fc from 'fast-check';
import type { DutyCondition, DutyInput, PlannedDuty } from './duty';
import { planDuties } from './plan';
import { reconcile, StoredDuty } from './reconcile';

const REPORTS = [{ period: 'annual', dueMonthDay: '01-31', content: '' }, { period: 'quarterly', dueDay: 15, content: '' }, { period: 'monthly', dueDay: 15, content: '' }];
const PLAN = [{ source: 'air-outlet', outletCode: 'DA001', pollutant: 'NOx', method: 'manual', frequency: 'quarter' }, { source: 'air-outlet', outletCode: 'DA002', pollutant: 'PM', method: 'auto', frequency: 'month' }];
const form = { ledgers: { reports: REPORTS }, 'self-monitoring': { plan: PLAN } } as unknown as DutyInput['versions'][number]['form'];
const CALENDAR = HOLIDAY_SEED;

function anInput(over: Partial<DutyInput> = {}): DutyInput {
  return {
    begins: '2026-01-01', validTo: '2030-12-31', endedOn: null, versions: [{ effectiveFrom: '2026-01-01', form, category: 'key' }], conditions: [], stoppages: [], calendar: CALENDAR,
    due: { from: '2026-01-01', to: '2027-06-30' }, renewBy: { day: '2030-11-01', legalBasis: '排污许可管理条例 第十四条', verified: true }, ...over,
  };
}

const of = (input: DutyInput, kind: string): PlannedDuty[] => planDuties(input).filter(one => one.kind === kind);
const dues = (duties: readonly PlannedDuty[]): string[] => duties.filter(one => !one.excuse).map(one => one.dueOn);

describe('the duties of a permit', () => {
  it.each<[string, string, string[]]>([
    ['report-annual', 'the year after, on the day of the certificate', ['2027-01-31']],
    ['report-quarterly', 'on the 15th after the quarter', ['2026-04-15', '2026-07-15', '2026-10-15', '2027-01-15', '2027-04-15']],
    ['monitoring', 'by the end of each quarter, manual lines only', ['2026-03-31', '2026-06-30', '2026-09-30', '2026-12-31', '2027-03-31', '2027-06-30']],
    ['renewal', 'on the day the terms of renewals name', ['2030-11-01']],
  ])('%s: %s', (kind, _when, due) => expect(dues(of(anInput(), kind))).toEqual(due));

  it('uses the usual reports of the category where the certificate is silent, and says that they are not verified', () => {
    const silent = [{ effectiveFrom: '2026-01-01', form: {}, category: 'simplified' }];
    const [annual] = of(anInput({ versions: silent }), 'report-annual');
    expect([annual?.dueOn, annual?.verified, of(anInput({ versions: silent }), 'report-quarterly')]).toEqual(['2027-01-15', false, []]);
  });

  it.each<[string, string, string, boolean]>([
    ['report-annual', '2026-10-01', 'three months', false], ['report-annual', '2026-10-02', 'a day less', true],
    ['report-quarterly', '2026-12-01', 'a month', false], ['report-quarterly', '2026-12-02', 'a day less', true],
    ['report-monthly', '2026-12-22', 'ten days', false], ['report-monthly', '2026-12-23', 'nine days', true],
  ])('%s of a permit that begins on %s (%s) is merged: %s', (kind, begins, _long, isMerged) => {
    const [first, second] = of(anInput({ begins, versions: [{ effectiveFrom: begins, form, category: 'key' }], due: { from: begins, to: '2028-06-30' } }), kind);
    expect(first?.excuse !== null).toBe(isMerged);
    // What is merged is reported with the next period, not lost.
    expect(second?.period.from === begins).toBe(isMerged);
  });

  it('demands the ledger month by month from the day of its rule on, by the kinds the permit asks for, and not of days on which the whole site stands', () => {
    expect([...new Set(dues(of(anInput(), 'ledger')))]).toEqual(['2027-01-05', '2027-02-05', '2027-03-05', '2027-04-05', '2027-05-05', '2027-06-05']);
    const asked = { ledgers: { records: [{ kind: 'basic', frequency: '1次/年' }] } } as unknown as typeof form;
    const yearly = of(anInput({ versions: [{ effectiveFrom: '2026-01-01', form: asked, category: 'key' }], due: { from: '2026-01-01', to: '2028-06-30' } }), 'ledger');
    expect(yearly.map(one => [one.key, one.dueOn, one.verified])).toEqual([['ledger:basic:year:2027-01-01', '2028-01-05', false]]);
    const standing = of(anInput({ stoppages: [{ from: '2027-01-20', to: '2027-03-10' }] }), 'ledger');
    expect(standing.filter(one => one.excuse).map(one => one.period.from)).toEqual(['2027-02-01']);
    expect(of(anInput({ stoppages: [{ from: '2027-01-20', to: '2027-03-10', outlets: [], facilities: ['MF0009'] }] }), 'ledger').some(one => one.excuse)).toBe(false);
    // the platform learned of the permit in the middle of January: that month is no longer looked at
    expect(dues(of(anInput({ due: { from: '2027-01-20', to: '2027-06-30' } }), 'ledger'))[0]).toBe('2027-03-05');
  });

  it('looks at ledgers by the quarter where the row says so', () => {
    const values = [{ key: 'ledger.check-period', value: 'quarter', effectiveFrom: '2026-12-01', effectiveTo: null, legalBasis: '', verified: false }];
    expect(of(anInput({ values }), 'ledger').map(one => one.key)).toEqual(['ledger:facility-operation:quarter:2027-01-01', 'ledger:monitoring:quarter:2027-01-01']);
  });

  it('asks for the last report of a short time when there is no next one', () => {
    const ended = anInput({ endedOn: '2026-02-10' });
    expect(of(ended, 'report-annual').map(one => [one.period, one.dueOn, one.excuse])).toEqual([[{ from: '2026-01-01', to: '2026-02-09' }, '2027-01-31', null]]);
    expect([of(ended, 'renewal'), of(ended, 'monitoring'), dues(of(ended, 'retention'))]).toEqual([[], [], ['2031-02-10']]);
  });

  it('asks for the records to be kept when the period has passed without renewal, and not before', () => {
    const over = (today: string) => of(anInput({ validTo: '2027-03-10', today }), 'retention').map(one => [one.key, one.dueOn]);
    expect([over('2027-03-10'), over('2027-03-11')]).toEqual([[], [['retention:2027-03-11', '2032-03-11']]]);
  });

  it('demands reports but no measurements of a quarter in which production stood', () => {
    const standing = anInput({ stoppages: [{ from: '2026-03-20', to: '2026-10-05' }] });
    expect(of(standing, 'monitoring').filter(one => one.excuse).map(one => one.period.from)).toEqual(['2026-04-01', '2026-07-01']);
    expect(dues(of(standing, 'report-quarterly'))).toEqual(dues(of(anInput(), 'report-quarterly')));
  });

  it('demands nothing of outlets that only stopped facilities feed, the rest as before, and names the stoppage', () => {
    const lines = (form['self-monitoring'] as unknown as { plan: { outletCode?: string; frequency: string; method: string }[] }).plan;
    const [outlet] = lines.filter(one => one.frequency === 'quarter' && one.method !== 'auto' && one.outletCode).map(one => one.outletCode as string);
    const stopped = anInput({ stoppages: [{ from: '2026-03-20', to: '2026-10-05', outlets: [outlet as string] }] });
    const [before, after] = [of(anInput(), 'monitoring'), of(stopped, 'monitoring')];
    const changed = after.filter(one => JSON.stringify(one) !== JSON.stringify(before.find(each => each.key === one.key)));
    expect(changed.every(one => one.period.from >= '2026-03-20' && one.period.to <= '2026-10-05')).toBe(true);
    const second = after.find(one => one.key === 'monitoring:quarter:2026-04-01');
    expect(`${second?.content.zh ?? ''}${second?.excuse?.zh ?? ''}`).toContain('2026-03-20 至 2026-10-05 的停产报告');
    expect(of(anInput({ stoppages: [{ from: '2026-03-20', to: '2026-10-05', outlets: [] }] }), 'monitoring')).toEqual(before);
    expect(dues(of(stopped, 'report-quarterly'))).toEqual(dues(of(anInput(), 'report-quarterly')));
  });

  it('asks what the version at the end of a period says', () => {
    const monthlyGone = { ledgers: { reports: REPORTS.filter(one => one.period !== 'quarterly') } } as unknown as typeof form;
    const versions = [{ effectiveFrom: '2026-01-01', form, category: 'key' }, { effectiveFrom: '2026-08-15', form: monthlyGone, category: 'key' }];
    expect(dues(of(anInput({ versions }), 'report-quarterly'))).toEqual(['2026-04-15', '2026-07-15']);
  });

  it('turns a condition into a duty of every period while it holds', () => {
    const condition: DutyCondition = { id: 'c1', kind: 'improvement', text: '每季检查煤场防尘网', legalBasis: '许可证副本', duty: { period: 'quarterly', firstDueOn: '2026-01-31', content: '检查防尘网' }, validFrom: '2026-01-01', validUntil: '2026-11-01' };
    expect(dues(of(anInput({ conditions: [condition] }), 'condition'))).toEqual(['2026-01-31', '2026-04-30', '2026-07-31', '2026-10-31']);
  });

  it('keeps to the end of the month where the condition does', () => {
    const condition: DutyCondition = { id: 'c2', kind: 'other', text: '月末校验', legalBasis: '副本', duty: { period: 'monthly', firstDueOn: '2026-02-28', content: '校验', atMonthEnd: true }, validFrom: '2026-01-01', validUntil: '2026-06-01' };
    expect(dues(of(anInput({ conditions: [condition] }), 'condition'))).toEqual(['2026-02-28', '2026-03-31', '2026-04-30', '2026-05-31']);
  });

  it('says that a day is off or its year unpublished, and shifts nothing', () => {
    const annual = of(anInput(), 'report-annual')[0];
    const october = of(anInput(), 'monitoring').find(one => one.dueOn === '2026-03-31');
    expect([annual?.dueOn, annual?.provisional, annual?.isDayOff, october?.provisional]).toEqual(['2027-01-31', true, true, false]);
  });
});

const days = fc.integer({ min: 0, max: 1500 }).map(n => addDays('2026-01-01', n));
const rhythms = fc.constantFrom('once', 'monthly', 'quarterly', 'half-yearly', 'yearly') as fc.Arbitrary<NonNullable<DutyCondition['duty']>['period']>;
const inputs = fc.record({
  begins: days, years: fc.integer({ min: 1, max: 5 }), ended: fc.option(fc.integer({ min: 1, max: 900 }), { nil: null }),
  conditions: fc.uniqueArray(fc.record({ id: fc.uuid(), period: rhythms, first: days }), { maxLength: 3, selector: one => one.id }),
  stops: fc.array(fc.record({ from: days, length: fc.integer({ min: 1, max: 300 }) }), { maxLength: 2 }), changed: fc.option(days, { nil: null }),
}).map(({ begins, years, ended, conditions, stops, changed }): DutyInput => anInput({
  begins, validTo: addDays(begins, years * 365), endedOn: ended === null ? null : addDays(begins, ended),
  versions: [{ effectiveFrom: begins, form, category: 'key' }, ...(changed && changed > begins ? [{ effectiveFrom: changed, form: {}, category: 'simplified' }] : [])],
  conditions: conditions.map(one => ({ id: one.id, kind: 'other', text: '条件', legalBasis: '副本', duty: { period: one.period, firstDueOn: one.first, content: '事项' }, validFrom: begins, validUntil: null })),
  stoppages: stops.map(one => ({ from: one.from, to: addDays(one.from, one.length) })), due: { from: begins, to: addDays(begins, 2000) },
}));

describe('rows of duties', () => {
  const at = { today: '2027-03-10', since: '2026-01-01' };

  it('are the same when planned twice, and whatever the order of what they follow from', () => {
    fc.assert(fc.property(inputs, input => {
      const planned = planDuties(input);
      const once = reconcile([], planned, at);
      expect(reconcile(once, planned, at)).toEqual(once);
      const turned = { ...input, conditions: [...input.conditions].reverse(), stoppages: [...input.stoppages].reverse(), versions: [...input.versions].reverse() };
      expect(planDuties(turned)).toEqual(planned);
      expect(new Set(planned.map(one => one.key)).size).toBe(planned.length);
    }), { numRuns: 200 });
  });

  it('are those of the permit as it stands, whichever plans went before', () => {
    fc.assert(fc.property(inputs, inputs, inputs, (a, b, last) => {
      const after = (...plans: DutyInput[]): StoredDuty[] => plans.reduce<StoredDuty[]>((rows, plan) => reconcile(rows, planDuties(plan), at), []);
      const demanded = (rows: StoredDuty[]): StoredDuty[] => rows.filter(one => one.dueOn >= at.today && one.status !== 'excused');
      expect(demanded(after(a, b, last))).toEqual(demanded(after(b, a, last)));
      expect(demanded(after(a, last))).toEqual(demanded(after(last)));
    }), { numRuns: 100 });
  });

  it('never change in the past, nor once done, overdue or excused by an officer', () => {
    const planned = planDuties(anInput());
    const stored = reconcile([], planned, { today: '2026-01-01', since: '2026-01-01' }).map((one, index): StoredDuty => (index % 3 === 0 ? { ...one, status: 'done' } : index % 3 === 1 ? { ...one, status: 'excused', excusedBy: 'officer', excuse: { zh: '免', en: '' } } : one));
    const replanned = reconcile(stored, planDuties(anInput({ endedOn: '2026-06-01' })), at);
    const fixed = (one: StoredDuty): boolean => one.dueOn < at.today || one.status === 'done' || one.excusedBy === 'officer';
    for (const old of stored.filter(fixed)) expect(replanned.find(one => one.key === old.key)).toEqual(old);
    expect(replanned.filter(one => one.dueOn >= at.today && one.excusedBy === 'rule').length).toBeGreaterThan(0);
  });

  it('of a condition that is changed on a day are what they were before it, and the new words from then on', () => {
    fc.assert(fc.property(rhythms, days, fc.integer({ min: 0, max: 700 }), (period, first, later) => {
      const begins = '2026-01-01';
      const changed = addDays('2026-02-01', later);
      const old: DutyCondition = { id: 'old', kind: 'other', text: '旧', legalBasis: '副本', duty: { period, firstDueOn: first, content: '旧' }, validFrom: begins, validUntil: null };
      const plan = (conditions: DutyCondition[]): PlannedDuty[] => of(anInput({ begins, conditions, due: { from: begins, to: '2028-06-30' } }), 'condition');
      const before = plan([old]);
      const after = plan([{ ...old, validUntil: changed }, { ...old, id: 'new', text: '新', validFrom: changed, duty: { period, firstDueOn: first > changed ? first : changed, content: '新' } }]);
      expect(after.filter(one => one.dueOn < changed)).toEqual(before.filter(one => one.dueOn < changed));
      for (const one of after.filter(each => each.dueOn >= changed)) expect(one.content.zh).toBe('新');
      const rows = reconcile([], before, { today: begins, since: begins });
      const replanned = reconcile(rows, after, { today: changed, since: begins });
      for (const row of rows.filter(one => one.dueOn < changed)) expect(replanned.find(one => one.key === row.key)).toEqual(row);
    }), { numRuns: 100 });
  });

  it('of self-monitoring are due on the last day of the period until a bureau leaves time for laboratories, and say whether anybody verified that', () => {
    const [first] = of(anInput(), 'monitoring');
    expect([first?.dueOn, first?.period.to, first?.verified]).toEqual(['2026-03-31', '2026-03-31', false]);
    expect(first?.legalBasis).toContain('截止日：法律没有规定监测结果录入的期限；按 0 天');
    const values = [{ key: 'monitoring.entry-days', value: '20', effectiveFrom: '2021-03-01', effectiveTo: null, legalBasis: '本市规定', verified: true }];
    const [later] = of(anInput({ values }), 'monitoring');
    expect([later?.key, later?.dueOn, later?.period.to, later?.verified, later?.legalBasis.endsWith('截止日：本市规定')]).toEqual([first?.key, '2026-04-20', '2026-03-31', true, true]);
  });

  it('say of what they are and whether anybody verified their ground', () => {
    const [one] = of(anInput({ conditions: [{ id: 'c', kind: 'monitoring', text: '比对监测', legalBasis: 'HJ 75', verified: false, subjectCode: 'DA001', duty: { period: 'yearly', firstDueOn: '2026-06-30', content: '比对' }, validFrom: '2026-01-01', validUntil: null }] }), 'condition');
    expect([one?.title.zh, one?.content.zh, one?.verified]).toEqual(['DA001 比对', 'DA001 比对监测', false]);
  });
});
