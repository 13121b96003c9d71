import { lawOn, type LawRow, suggestionFor, violationsOf } from './law';

const law = (effectiveFrom: string, effectiveTo: string | null, legalBasis: string): LawRow => ({ key: 'idle', title: `不正常运行（${legalBasis}）`, legalBasis, effectiveFrom, effectiveTo, verified: false });
const LAWS = [law('2018-10-26', '2026-08-14', '大气法'), law('2026-08-15', null, '法典')];

describe('the law of the day of conduct', () => {
  it.each([['2018-10-25', null], ['2018-10-26', '大气法'], ['2026-08-14', '大气法'], ['2026-08-15', '法典'], ['2031-01-01', '法典']])('%s: %s', (day, basis) => {
    expect(lawOn(LAWS, 'idle', day)?.legalBasis ?? null).toBe(basis);
  });

  it('of two that hold takes the newer; of another violation none', () => {
    expect(lawOn([...LAWS, law('2027-01-01', null, '新法')], 'idle', '2027-02-01')?.legalBasis).toBe('新法');
    expect(lawOn(LAWS, 'other', '2026-09-01')).toBeNull();
  });

  it('names each violation once, by its newest words', () => {
    expect(violationsOf([...LAWS].reverse())).toEqual([{ key: 'idle', title: '不正常运行（法典）' }]);
  });

  it.each([['slight', 'first', '2026-09-01', 'order'], ['slight', 'first', '2020-01-01', null], ['slight', 'wilful', '2026-09-01', null]])('harm %s and fault %s on %s suggest %s', (harm, fault, day, suggestion) => {
    const matrix = [{ key: 'slight:first', value: 'order', effectiveFrom: '2021-07-15', effectiveTo: null, legalBasis: '', verified: false }, { key: 'slight:wilful', value: 'hang', effectiveFrom: '2021-07-15', effectiveTo: null, legalBasis: '', verified: false }];
    expect(suggestionFor(matrix, harm, fault, day)).toBe(suggestion);
  });
});
