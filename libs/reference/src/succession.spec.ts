import fc from 'fast-check';
import { type Editing, lastDayBefore, successionFaults, type Successor } from './succession';
import type { ReferenceItem } from './reference-item';

const row: ReferenceItem = { key: 'reconsideration|2024-01-01', title: '申请行政复议', titleEn: 'Reconsideration', value: '60', unit: '日', effectiveFrom: '2024-01-01', effectiveTo: null, legalBasis: '行政复议法 第二十条', verified: false, origin: null, note: null };
const next: Successor = { title: row.title, titleEn: 'Reconsideration', value: '90', unit: '日', legalBasis: row.legalBasis, effectiveFrom: '2027-01-01', effectiveTo: null, note: null };
const whole: Editing = { whole: true, units: ['日', '个月'], bilingual: true };
const faults = (over: Partial<Successor>, of: Partial<ReferenceItem> = {}, editing: Editing = whole): string[] => successionFaults({ ...row, ...of }, { ...next, ...over }, { editing, today: '2026-11-28' }).map(one => `${one.pointer} ${one.code}`);

describe('a row that follows another', () => {
  it.each<[string, Partial<Successor>, Partial<ReferenceItem>, Editing, string[]]>([
    ['a new value', {}, {}, whole, []],
    ['from today', { effectiveFrom: '2026-11-28' }, {}, whole, []],
    ['from yesterday', { effectiveFrom: '2026-11-27' }, {}, whole, ['/effectiveFrom day']],
    ['before a row still to come', { effectiveFrom: '2027-01-01' }, { effectiveFrom: '2027-01-01' }, whole, ['/effectiveFrom day']],
    ['the day after one to come', { effectiveFrom: '2027-01-02' }, { effectiveFrom: '2027-01-01' }, whole, []],
    ['a gap after an ended row', { effectiveFrom: '2027-03-01' }, { effectiveTo: '2027-01-31' }, whole, ['/effectiveFrom day']],
    ['beyond the end of a row', { effectiveTo: null }, { effectiveTo: '2027-01-31' }, whole, ['/effectiveTo day']],
    ['within the end of a row', { effectiveTo: '2027-01-31' }, { effectiveTo: '2027-01-31' }, whole, []],
    ['the wrong way round', { effectiveTo: '2026-12-31' }, {}, whole, ['/effectiveTo day']],
    ['nothing changed', { value: '60' }, {}, whole, ['/value same']],
    ['half a day', { value: '1.5' }, {}, whole, ['/value whole']],
    ['none', { value: '0' }, {}, whole, ['/value whole']],
    ['with its unit', { value: '90日' }, {}, whole, ['/value whole']],
    ['too many', { value: '1001' }, {}, whole, ['/value whole']],
    ['a text for a number', { value: '九十' }, {}, { whole: false }, ['/value number']],
    ['a text for a text', { value: '7.5/6/5/3/2' }, { value: '7/6/5/3/2' }, { whole: false }, []],
    ['another unit where there is a choice', { unit: '个月' }, {}, whole, []],
    ['another unit where there is none', { unit: 'kg' }, {}, { whole: true }, ['/unit unit']],
    ['no English', { titleEn: null }, {}, whole, ['/titleEn english']],
  ])('%s', (_name, over, of, editing, expected) => expect(faults(over, of, editing)).toEqual(expected));

  it('never leaves a day without a row, nor with two', () => {
    const day = fc.integer({ min: 0, max: 800 }).map(n => new Date(Date.UTC(2026, 10, 28 + n)).toISOString().slice(0, 10));
    fc.assert(fc.property(day, from => {
      expect(faults({ effectiveFrom: from })).toEqual([]);
      expect(lastDayBefore(from) < from && lastDayBefore(from) >= '2026-11-27').toBe(true);
    }));
  });
});
