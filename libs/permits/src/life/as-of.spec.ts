import { conditionDifferences, limitDifferences } from './as-of';

const limit = (over: object) => ({ medium: 'air' as const, outletCode: 'DA001', pollutant: 'SO2', measure: 'concentration' as const, permitYear: null, value: '50', unit: 'mg/m³', standard: 'GB 13271-2014', ...over });
const condition = (id: string, over: object = {}) => ({ id, libraryCode: null as string | null, title: '封闭', subjectCode: null as string | null, kind: 'other' as const, text: '料场封闭', duty: null, legalBasis: '依据', ...over });

describe('two days of a permit', () => {
  it.each<[string, object[], object[], string[]]>([
    ['the same', [limit({})], [limit({ value: '50.0' })], []],
    ['stricter', [limit({})], [limit({ value: '35' })], ['changed 50 mg/m³→35 mg/m³']],
    ['another standard only', [limit({})], [limit({ standard: 'DB14/1929-2019' })], ['changed 50 mg/m³→50 mg/m³']],
    ['new and gone', [limit({})], [limit({ pollutant: 'NOx' })], ['added →50 mg/m³', 'removed 50 mg/m³→']],
    ['the amount of another year', [limit({ measure: 'annual', permitYear: 1, value: '3', unit: 't/a' })], [limit({ measure: 'annual', permitYear: 2, value: '3', unit: 't/a' })], []],
  ])('limits: %s', (_name, before, after, said) => expect(limitDifferences(before as never, after as never).map(one => `${one.change} ${one.before}→${one.after}`)).toEqual(said));

  it.each<[string, object[], object[], string[]]>([
    ['the same row', [condition('a')], [condition('a')], []],
    ['changed words under the same title', [condition('a')], [condition('b', { text: '全封闭' })], ['changed a→b']],
    ['another version of the library', [condition('a', { libraryCode: 'TS-01', title: '旧' })], [condition('b', { libraryCode: 'TS-01', title: '新', text: '新' })], ['changed a→b']],
    ['laid down anew with the same words', [condition('a')], [condition('b')], []],
    ['on another outlet', [condition('a', { subjectCode: 'DA001' })], [condition('b', { subjectCode: 'DA002' })], ['added →b', 'removed a→']],
    ['dropped', [condition('a')], [], ['removed a→']],
    ['two of the same title', [condition('a'), condition('b')], [condition('c', { text: '一' }), condition('d', { text: '二' }), condition('e', { text: '三' })], ['changed a→c', 'changed b→d', 'added →e']],
  ])('conditions: %s', (_name, before, after, said) => expect(conditionDifferences(before as never, after as never).map(one => `${one.change} ${one.before?.id ?? ''}→${one.after?.id ?? ''}`)).toEqual(said));
});
