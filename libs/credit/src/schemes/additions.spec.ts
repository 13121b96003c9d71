import { missingRows, withAdditions } from './additions';

const rows = (...codes: string[]) => codes.map(code => ({ kind: code === 'A' ? 'tier' : 'deduction', code }));
const codes = (found: readonly { code: string }[]): string => found.map(one => one.code).join(' ');

describe('rows that ship later', () => {
  it.each([
    ['nothing is missing', 'x y', 'x y', '', 'x y'],
    ['one in the middle', 'x y A', 'x A', 'y', 'x y A'],
    ['one at the beginning', 'w x A', 'x A', 'w', 'w x A'],
    ['two behind one another', 'x y z A', 'x A', 'y z', 'x y z A'],
    ['the order of the stored scheme stays', 'x y z', 'z x', 'y', 'z x y'],
    ['rows of its own stay', 'x y', 'x own', 'y', 'x y own'],
  ])('%s', (_, shipped, stored, missing, whole) => {
    const [all, kept] = [rows(...shipped.split(' ')), rows(...stored.split(' '))];
    const found = missingRows(all, new Set(kept.map(one => `${one.kind}:${one.code}`)));
    expect(codes(found)).toBe(missing);
    expect(codes(withAdditions(kept, all, found))).toBe(whole);
  });

  it('a code of another kind is another row', () => {
    expect(missingRows([{ kind: 'veto', code: 'x' }], new Set(['deduction:x']))).toHaveLength(1);
  });
});
