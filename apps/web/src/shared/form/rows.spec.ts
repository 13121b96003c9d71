import { describe, expect, it } from 'vitest';
import { packed, unpacked } from './draft';
import type { Row } from './field';
import { mergeRows, rowChanges, withRowChanges } from './rows';

const row = (id: string, limit: string, note = ''): Row => ({ id, limit, note });
const BASE: readonly Row[] = [row('a', '10'), row('b', '20'), row('c', '30')];
const [A, B, C] = BASE as [Row, Row, Row];

describe('what became of the rows of a table', () => {
  it('is told by their ids: changed, new at the end, gone', () => {
    const now = [A, row('b', '21'), row('d', '40')];
    expect(rowChanges(BASE, now)).toEqual({ put: [row('b', '21'), row('d', '40')], gone: ['c'] });
    expect(withRowChanges(BASE, { put: [row('b', '21'), row('d', '40')], gone: ['c'] })).toEqual(now);
  });

  it('is nothing for rows that only look anew', () => expect(rowChanges(BASE, BASE.map(one => ({ ...one })))).toEqual({ put: [], gone: [] }));

  it('cannot be told without ids, with the same id twice, or in another order', () => {
    expect(rowChanges([{ limit: '1' }], [{ limit: '2' }])).toBeNull();
    expect(rowChanges(BASE, [A, A])).toBeNull();
    expect(rowChanges(BASE, [B, A, C])).toBeNull();
    expect(rowChanges(BASE, [row('d', '1'), ...BASE])).toBeNull();
  });

  it('is all that a draft keeps of a long table', () => {
    const kept = packed({ name: '甲', limits: [A, row('b', '21'), C] }, { name: '乙', limits: BASE });
    expect(kept).toEqual({ changes: { name: '甲' }, rows: { limits: { put: [row('b', '21')], gone: [] } } });
    expect(unpacked(kept, { limits: BASE })).toEqual({ name: '甲', limits: [A, row('b', '21'), C] });
    // a colleague has added a row meanwhile: it stays
    expect(unpacked(kept, { limits: [...BASE, row('z', '1')] })['limits']).toEqual([A, row('b', '21'), C, row('z', '1')]);
  });
});

describe('two people in one table', () => {
  it('each keep what they changed: other rows, other cells of a row, rows that came and went', () => {
    const mine = [row('a', '11'), row('b', '20', 'my note'), C, row('m', '1')];
    const theirs = [A, row('b', '22'), row('t', '2')];
    const { clash, mine: merged } = mergeRows(BASE, mine, theirs) ?? {};
    expect(clash).toBe(false);
    expect(merged).toEqual([row('a', '11'), row('b', '22', 'my note'), row('t', '2'), row('m', '1')]);
  });

  it('clash only in the same cell; both ways are offered with everything else in them', () => {
    const merged = mergeRows(BASE, [row('a', '11'), row('b', '21'), C], [A, row('b', '22'), C]);
    expect(merged).toEqual({ clash: true, mine: [row('a', '11'), row('b', '21'), C], theirs: [row('a', '11'), row('b', '22'), C] });
  });

  it('clash where one changed a row that the other took away', () => {
    expect(mergeRows(BASE, [A, B], [A, B, row('c', '31')])).toEqual({ clash: true, mine: [A, B], theirs: [A, B, row('c', '31')] });
    expect(mergeRows(BASE, [A, B, row('c', '31')], [A, B])).toEqual({ clash: true, mine: [A, B, row('c', '31')], theirs: [A, B] });
  });

  it('do not clash when both did the same', () => expect(mergeRows(BASE, [A, row('b', '25')], [A, row('b', '25')])).toMatchObject({ clash: false, mine: [A, row('b', '25')] }));

  it('cannot be brought together without ids', () => expect(mergeRows([{ n: '1' }], [{ n: '2' }], [{ n: '3' }])).toBeNull());
});
