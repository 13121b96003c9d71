import { type EnteredDay, ledgerCover } from './ledger-cover';

const item = (rhythm: string, over: object = {}) => ({ key: 'facility-operation:MF0001', title: { zh: 'MF0001 锅炉', en: 'MF0001 boiler' }, kind: 'facility-operation', rhythm, shifts: 3, ...over }) as Parameters<typeof ledgerCover>[0][number];
const on = (day: string, places = 1, itemKey = 'facility-operation:MF0001'): EnteredDay => ({ itemKey, day, places, firstAt: new Date(`${day}T01:00:00Z`), lastAt: new Date(`${day}T12:00:00Z`) });
const days = (count: number): EnteredDay[] => Array.from({ length: count }, (_, at) => on(`2026-06-${String(at + 1).padStart(2, '0')}`));
const JUNE = { from: '2026-06-01', to: '2026-06-30', begins: '2026-01-01', excuses: [] };
const site = (from: string, to: string | null) => ({ places: null, facilities: null, from, to, recordId: 's', reason: '' });
const facility = (code: string, from: string, to: string) => ({ places: [], facilities: [code], from, to, recordId: 's', reason: '' });

describe('what a span of the ledger needs', () => {
  it.each<[string, ReturnType<typeof item>, EnteredDay[], object, { needed: number; done: number }]>([
    ['an entry a day', item('day'), days(28), {}, { needed: 30, done: 28 }],
    ['each shift', item('shift'), [on('2026-06-01', 3), on('2026-06-02', 2), on('2026-06-03', 9)], {}, { needed: 90, done: 8 }],
    ['a week ends in the span it counts for', item('week'), [on('2026-06-02'), on('2026-06-03')], {}, { needed: 4, done: 1 }],
    ['once a month, whatever the day', item('month'), [on('2026-06-30')], {}, { needed: 1, done: 1 }],
    ['once a year, in a span of the year', item('year', { key: 'basic', kind: 'basic' }), [on('2026-02-03', 1, 'basic')], { from: '2026-01-01', to: '2026-12-31' }, { needed: 1, done: 1 }],
    ['batches have no day on which one is missing', item('batch'), [], {}, { needed: 0, done: 0 }],
    ['another item counts for nothing', item('month'), [on('2026-06-30', 1, 'facility-operation:MF0002')], {}, { needed: 1, done: 0 }],
    ['days before the permit need nothing', item('day'), [], { begins: '2026-06-21' }, { needed: 10, done: 0 }],
    ['days on which the whole site stands need nothing', item('day'), days(10), { excuses: [site('2026-06-11', null)] }, { needed: 10, done: 10 }],
    ['nor those of its own facility', item('day'), days(10), { excuses: [facility('MF0001', '2026-06-11', '2026-06-20')] }, { needed: 20, done: 10 }],
    ['another facility standing excuses nothing', item('day'), days(10), { excuses: [facility('MF0002', '2026-06-11', '2026-06-30')] }, { needed: 30, done: 10 }],
    ['basic facts are kept while production stands', item('month', { key: 'basic', kind: 'basic' }), [], { excuses: [site('2026-01-01', null)] }, { needed: 1, done: 0 }],
  ])('%s', (_name, one, entries, over, due) => {
    expect(ledgerCover([one], entries, { ...JUNE, ...over })).toMatchObject(due);
  });

  it('is there when the last place was filled', () => {
    const cover = ledgerCover([item('day')], [on('2026-06-02'), on('2026-06-01'), { ...on('2026-06-03'), firstAt: new Date('2026-06-09T01:00:00Z') }], { ...JUNE, to: '2026-06-03' });
    expect(cover).toMatchObject({ needed: 3, done: 3, coveredAt: new Date('2026-06-09T01:00:00Z') });
    expect(ledgerCover([item('day')], days(2), { ...JUNE, to: '2026-06-03' }).coveredAt).toBeNull();
  });
});
