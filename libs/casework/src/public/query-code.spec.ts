import { newQueryCode, sameQueryCode } from './query-code';

describe('query codes', () => {
  it('are eight signs that nobody misreads, and differ', () => {
    const codes = Array.from({ length: 500 }, newQueryCode);
    for (const code of codes) expect(code).toMatch(/^[2-9A-HJKMNP-TV-Z]{8}$/);
    expect(new Set(codes).size).toBe(500);
  });

  it.each([
    ['ABCD2345', true],
    ['abcd2345', true],
    ['ABCD 2345', true],
    ['ABCD-2345', true],
    ['ABCD234', false],
    ['ABCD23456', false],
    ['ABCD2346', false],
    ['', false],
    ['中文中文中文中文', false],
    ['\u0000'.repeat(8), false],
  ])('%s matches: %s', (given, same) => expect(sameQueryCode(given, 'ABCD2345')).toBe(same));
});
