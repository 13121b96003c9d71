import { judged, PoolFacts, suggested } from './pool';

const FACTS: PoolFacts = { targetClass: 'general', credit: { grade: 'B', factor: '1' }, facts: [], suspended: false, positive: null, visitsThisYear: 0, cap: 2, openVisit: null, officers: 3 };

describe('the pool of a draw', () => {
  it.each<[string, Partial<PoolFacts>, string]>([
    ['grade A halves', { credit: { grade: 'A', factor: '0.5' } }, '0.5'],
    ['grade D triples', { credit: { grade: 'D', factor: '3' } }, '3'],
    ['no grade counts once', { credit: null }, '1'],
    ['special facts multiply', { credit: { grade: 'C', factor: '2' }, facts: [{ title: '超标', factor: '2' }, { title: '投诉', factor: '1.5' }] }, '6'],
    ['decimals stay exact', { credit: { grade: 'A', factor: '0.1' }, facts: [{ title: 'x', factor: '0.2' }] }, '0.02'],
  ])('weighs: %s', (_, over, weight) => {
    expect(judged({ ...FACTS, ...over }).weight).toBe(weight);
  });

  it.each<[string, Partial<PoolFacts>, string | null]>([
    ['nothing stands against it', {}, null],
    ['a suspended organisation', { suspended: true, positive: 'ZM-1' }, 'suspended'],
    ['the positive list', { positive: 'ZM-1', visitsThisYear: 5 }, 'positive'],
    ['one below the cap', { visitsThisYear: 1 }, null],
    ['the cap reached', { visitsThisYear: 2 }, 'cap'],
    ['a cap of nought', { cap: 0 }, 'cap'],
    ['no cap given', { cap: null, visitsThisYear: 99 }, null],
    ['a planned visit', { openVisit: 'XC-1' }, 'open-visit'],
    ['one officer only', { officers: 1 }, 'officers'],
    ['two officers', { officers: 2 }, null],
  ])('leaves out: %s', (_, over, reason) => {
    const { leftOut, why } = judged({ ...FACTS, ...over });
    expect(leftOut).toBe(reason);
    expect(why === null).toBe(reason === null);
  });

  it('suggests how many: a share of key units, general ones by officers, rounded up', () => {
    expect(suggested({ key: 9, officers: 5 }, { keyPercent: '25', generalPerOfficer: '10' })).toEqual({ key: 3, general: 13 });
    expect(suggested({ key: 0, officers: 0 }, { keyPercent: '25', generalPerOfficer: '10' })).toEqual({ key: 0, general: 0 });
  });
});
