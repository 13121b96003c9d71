import fc from 'fast-check';
import type { LimitRow, StandardHead } from '../review/rule';
import { Book, LimitChange, LimitContent, planChanges, sameLimit, StoredLimit } from './plan-changes';

const TODAY = '2026-11-23';
const head = (over: Partial<StandardHead> = {}): StandardHead => ({ code: 'GB 13271-2014', title: '锅炉', inForceFrom: '2014-07-01', inForceTo: null, replacedBy: null, verified: false, ...over });
const content = (over: Partial<LimitContent> = {}): LimitContent => ({ standard: 'GB 13271-2014', medium: 'air', source: 'boiler-gas', pollutant: 'NOx', tier: 'special', value: '150', unit: 'mg/m³', validFrom: '2014-07-01', note: null, ...over });
const stored = (over: Partial<StoredLimit> = {}): StoredLimit => ({ ...content(), id: 'a', title: '锅炉', verified: false, validTo: null, ...over });
const book = (limits: readonly StoredLimit[] = [stored()], standards: readonly StandardHead[] = [head()]): Book => ({ limits, standards });
const said = (given: Book, ...changes: LimitChange[]): string[] => planChanges(given, changes, TODAY).problems.map(one => `${one.code} ${one.pointer}`);
const spans = (given: Book): string[] => [...given.limits].sort((a, b) => a.validFrom.localeCompare(b.validFrom)).map(row => `${row.value} ${row.validFrom} ${row.validTo ?? ''}`.trim());

describe('changes of limits', () => {
  it('end a row and begin another; the past stays as it was', () => {
    const { next, problems } = planChanges(book(), [{ op: 'replace', id: 'a', row: content({ value: '100', validFrom: '2027-01-01' }) }], TODAY);
    expect([problems, spans(next)]).toEqual([[], ['150 2014-07-01 2026-12-31', '100 2027-01-01']]);
  });

  it.each<[string, LimitChange, string[]]>([
    ['a new value in the past', { op: 'replace', id: 'a', row: content({ value: '100', validFrom: '2026-11-22' }) }, ['past /items/0/row/validFrom']],
    ['a row that is gone', { op: 'replace', id: 'x', row: content({ value: '100', validFrom: '2027-01-01' }) }, ['limit-gone /items/0/id']],
    ['a second row at the same time', { op: 'add', row: content({ value: '100', validFrom: '2027-01-01' }) }, ['overlap /items/0/row/validFrom']],
    ['a row of the same day', { op: 'add', row: content({ value: '100' }) }, ['overlap /items/0/row/validFrom']],
    ['a negative limit', { op: 'add', row: content({ pollutant: 'PM', value: '-5' }) }, ['min /items/0/row/value']],
    ['10⁹', { op: 'add', row: content({ pollutant: 'PM', value: '1000000000' }) }, ['max /items/0/row/value']],
    ['a unit in the value', { op: 'add', row: content({ pollutant: 'PM', value: '30mg' }) }, ['not-a-number /items/0/row/value']],
    ['a unit of another medium', { op: 'add', row: content({ pollutant: 'PM', unit: 'mg/L' }) }, ['unit /items/0/row/unit']],
    ['an unknown standard', { op: 'add', row: content({ pollutant: 'PM', standard: 'GB 99999-2099' }) }, ['unknown-standard /items/0/row/standard']],
    ['a limit before its standard', { op: 'add', row: content({ pollutant: 'PM', validFrom: '2014-06-30' }) }, ['before-standard /items/0/row/validFrom']],
    ['a day that does not exist', { op: 'add', row: content({ pollutant: 'PM', validFrom: '2027-02-30' }) }, ['date /items/0/row/validFrom']],
    ['a source of another medium', { op: 'add', row: content({ pollutant: 'PM', source: 'hospital' }) }, ['choice /items/0/row/source']],
    ['oxygen of 21 %', { op: 'add', row: content({ pollutant: 'PM', baseOxygen: '21' }) }, ['oxygen /items/0/row/baseOxygen']],
    ['new plants without a day', { op: 'add', row: content({ pollutant: 'PM', buildPeriod: 'new' }) }, ['date /items/0/row/builtSince']],
    ['μg for mg', { op: 'replace', id: 'a', row: content({ value: '150', unit: 'μg/m³', validFrom: '2027-01-01' }) }, ['slip /items/0/row/value']],
    ['μg for mg, confirmed', { op: 'replace', id: 'a', row: content({ value: '150', unit: 'μg/m³', validFrom: '2027-01-01' }), confirmed: true }, []],
    ['an end in the past', { op: 'end', id: 'a', lastDay: '2026-11-01' }, ['past /items/0/lastDay']],
    ['an end', { op: 'end', id: 'a', lastDay: '2026-12-31' }, []],
    ['a standard known already', { op: 'add-standard', standard: { code: 'GB13271—2014', title: '锅炉', kind: 'national', inForceFrom: null, replaces: null, note: null } }, ['known /items/0/standard/code']],
    ['the end of a standard by an unknown one', { op: 'end-standard', code: 'GB 13271-2014', lastDay: '2026-12-31', replacedBy: 'GB 13271-2027' }, ['unknown /items/0/replacedBy']],
  ])('%s', (_title, change, expected) => {
    expect(said(book(), change)).toEqual(expected);
  });

  it('refuse a gap with its days', () => {
    const limits = [stored({ validTo: '2026-12-31' })];
    expect(said(book(limits), { op: 'add', row: content({ value: '100', validFrom: '2027-02-01' }) })).toEqual(['gap /items/0/row/validFrom']);
    expect(planChanges(book(limits), [{ op: 'add', row: content({ value: '100', validFrom: '2027-02-01' }) }], TODAY).problems[0]?.zh).toContain('2027-01-01 至 2027-01-31');
    const two = [stored({ validTo: '2026-12-31' }), stored({ id: 'b', value: '100', validFrom: '2027-01-01' })];
    expect(said(book(two), { op: 'end', id: 'a', lastDay: '2026-12-01' })).toEqual(['gap /items/0/lastDay']);
  });

  it('call a row wrong from the beginning only while nobody has verified it', () => {
    const change: LimitChange = { op: 'correct', id: 'a', row: content({ value: '200' }) };
    expect(spans(planChanges(book(), [change], TODAY).next)).toEqual(['200 2014-07-01']);
    expect(said(book([stored({ verified: true })]), change)).toEqual(['verified /items/0/id']);
  });

  it('register a standard and its limits together, and end all limits with their standard', () => {
    const standard: LimitChange = { op: 'add-standard', standard: { code: 'GB 13271-2027', title: '锅炉', kind: 'national', inForceFrom: '2027-03-01', replaces: 'GB 13271-2014', note: null } };
    const end: LimitChange = { op: 'end-standard', code: 'GB 13271-2014', lastDay: '2027-02-28', replacedBy: 'GB 13271-2027' };
    const add: LimitChange = { op: 'add', row: content({ standard: 'GB13271-2027', value: '50', validFrom: '2027-03-01' }) };
    const { problems, next } = planChanges(book(), [standard, end, add], TODAY);
    expect([problems, spans(next)]).toEqual([[], ['150 2014-07-01 2027-02-28', '50 2027-03-01']]);
    expect(next.limits.at(-1)?.standard).toBe('GB 13271-2027');
  });

  it('never leave two rows of one limit on a day, and never change a day before today', () => {
    const days = ['2026-11-23', '2026-12-01', '2027-01-01', '2027-01-02', '2027-06-30'];
    const day = fc.constantFrom(...days);
    const change = fc.oneof(
      fc.record({ op: fc.constant('replace' as const), at: fc.nat(3), from: day, value: fc.integer({ min: 80, max: 200 }) }),
      fc.record({ op: fc.constant('end' as const), at: fc.nat(3), from: day, value: fc.constant(0) }),
      fc.record({ op: fc.constant('add' as const), at: fc.constant(0), from: day, value: fc.integer({ min: 80, max: 200 }) }),
    );
    fc.assert(fc.property(fc.array(change, { maxLength: 8 }), changes => {
      let now = book();
      changes.forEach((one, index) => {
        const id = now.limits[one.at % now.limits.length]?.id ?? '';
        const row = content({ value: String(one.value), validFrom: one.from });
        const step: LimitChange = one.op === 'add' ? { op: 'add', row } : one.op === 'end' ? { op: 'end', id, lastDay: one.from } : { op: 'replace', id, row };
        const { next, problems } = planChanges(now, [step], TODAY);
        // ids of new rows are by place in one proposal; told apart here as the table would
        if (problems.length === 0) now = { ...next, limits: next.limits.map(limit => (limit.id.startsWith('new-') ? { ...limit, id: `${limit.id}.${index}.` } : limit)) };
      });
      for (const on of ['2014-07-01', '2026-11-22', ...days]) {
        const holding = now.limits.filter(row => row.validFrom <= on && (row.validTo === null || row.validTo >= on));
        expect(holding.length).toBeLessThanOrEqual(1);
        if (on < TODAY) expect(holding.map(row => row.value)).toEqual(['150']);
      }
    }), { numRuns: 200 });
  });

  it('tells limits apart by every condition', () => {
    for (const over of [{ industry: '252' }, { fuel: '天然气' }, { variant: '回转窑' }, { buildPeriod: 'new' }, { discharge: 'direct' }, { averaging: 'day' }, { tier: 'national' }] as Partial<LimitRow>[]) {
      expect([over, sameLimit(content(), content(over))]).toEqual([over, false]);
    }
  });
});
