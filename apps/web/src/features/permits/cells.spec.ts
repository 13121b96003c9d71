import { describe, expect, it } from 'vitest';
import { cellsOf } from './cells';

const STORED = { siteName: '甲', outlets: [{ id: '1', code: 'DA001', heightM: '35' }, { id: '2', code: 'DA002', heightM: '15' }] };

describe('what is sent while only single cells may change', () => {
  it('is the cell, not its table; what was never filled is no difference', () => {
    const outlets = [{ id: '1', code: 'DA001', heightM: '40', note: null, pollutants: [] }, { id: '2', code: 'DA002', heightM: '15', note: '' }];
    expect(cellsOf({ outlets }, STORED)).toEqual([{ pointer: '/outlets/0/heightM', value: '40' }]);
  });

  it('is the member where rows came or went, and for a plain field', () => {
    expect(cellsOf({ outlets: [STORED.outlets[0]], siteName: '乙' }, STORED)).toEqual([
      { pointer: '/outlets', value: [STORED.outlets[0]] },
      { pointer: '/siteName', value: '乙' },
    ]);
  });

  it('does not mind the order in which coordinates are written', () =>
    expect(cellsOf({ t: [{ at: { longitude: '111', latitude: '37' } }] }, { t: [{ at: { latitude: '37', longitude: '111' } }] })).toEqual([]));

  it('tells an emptied cell', () => expect(cellsOf({ outlets: [{ ...STORED.outlets[0], heightM: null }, STORED.outlets[1]] }, STORED)).toEqual([{ pointer: '/outlets/0/heightM', value: null }]));
});
