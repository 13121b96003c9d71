import { subPeriods, daysIn } from './periods';
import { partsOf, placeOf, progressOf } from './form';
import { PART_KEYS, type ReportForm } from './part';

describe('the parts of a period', () => {
  it.each([
    ['annual', '2026-01-01', '2026-12-31', ['2026Q1', '2026Q2', '2026Q3', '2026Q4']],
    // held since November: reported with the next year
    ['annual', '2026-11-23', '2027-12-31', ['2026Q4', '2027Q1', '2027Q2', '2027Q3', '2027Q4']],
    ['quarterly', '2026-10-01', '2026-12-31', ['2026-10', '2026-11', '2026-12']],
    ['quarterly', '2026-12-20', '2027-03-31', ['2026-12', '2027-01', '2027-02', '2027-03']],
    ['monthly', '2026-02-01', '2026-02-28', ['2026-02']],
  ] as const)('%s %s to %s', (kind, from, to, keys) => {
    const parts = subPeriods(kind, { from, to });
    expect(parts.map(one => one.key)).toEqual(keys);
    expect([parts[0]?.from, parts.at(-1)?.to]).toEqual([from, to]);
    expect(parts.reduce((sum, one) => sum + daysIn(one), 0)).toBe(daysIn({ from, to }));
  });
});

describe('the form', () => {
  it('has the thirteen parts of HJ 944 for the year, and what the shorter ones need', () => {
    expect(partsOf('annual').map(part => part.key)).toEqual([...PART_KEYS]);
    for (const kind of ['quarterly', 'monthly'] as const) expect(partsOf(kind).map(part => part.key)).toEqual(['basic', 'emissions', 'monitoring', 'treatment', 'conclusion', 'attachments']);
  });
  it('names places by number and by the id of a row', () => {
    const form: ReportForm = { emissions: { totals: [{ id: 'a1', outletCode: 'DA001' }] } };
    expect(placeOf('annual', form, '/emissions/totals/0/totalT')?.zh).toBe('⑥ 实际排放情况及达标判定 · 报告期合计和许可量 · 第1行（DA001） · 报告期合计');
    expect(placeOf('annual', form, '/emissions/totals/@a1')?.en).toContain('row 1 (DA001)');
    for (const pointer of ['/emissions/totals/1', '/emissions/nothing', '/nothing', 'emissions', '/emissions/totals/0/totalT/x', '/emissions/totals/0/colour']) expect(placeOf('annual', form, pointer)).toBeUndefined();
    expect(placeOf('quarterly', form, '/tax')).toBeUndefined();
  });
  it('is complete only when a person says so and nothing is missing', () => {
    const form: ReportForm = { conclusion: { overall: 'kept', text: '正常' }, remarks: {} };
    const status = (declared: readonly string[]) => Object.fromEntries(progressOf('annual', form, new Set(declared as never)).map(one => [one.part, one.status]));
    expect(status([])).toMatchObject({ conclusion: 'in-progress', remarks: 'not-started' });
    expect(status(['conclusion', 'remarks'])).toMatchObject({ conclusion: 'completed', remarks: 'has-errors' });
  });
});
