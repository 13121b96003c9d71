import fc from 'fast-check';
import { hj608PermitNumber, nextCode, parseAdcode, parseFacilityCode, parsePermitNumber, parseUscc, repeatedCodes, usccCheckCharacter } from './index';

const ALPHABET = '0123456789ABCDEFGHJKLMNPQRTUWXY';
const REAL = ['91130200699229617X', '91330100799655058B', '9144030071526726XG', '12100000400000624D'];

const anyUscc = fc.array(fc.constantFrom(...ALPHABET), { minLength: 17, maxLength: 17 }).map(characters => {
  const body = characters.join('');
  return body + usccCheckCharacter(body);
});

describe('统一社会信用代码', () => {
  it.each(REAL)('accepts %s without warnings', code => expect(parseUscc(code)).toMatchObject({ ok: true, value: code, warnings: [] }));
  it('refuses a code with a wrong check character and says so', () => expect(parseUscc('91430100MA4PD3C85K')).toMatchObject({ ok: false, code: 'uscc.check' }));
  it.each([
    ['', 'uscc.empty'],
    ['9113020069922961', 'uscc.length'],
    ['91130200699229617XX', 'uscc.length'],
    ['9113020069922961OX', 'uscc.character'],
    ['9113O200699229617X', 'uscc.character'],
    ['91130200699229617?', 'uscc.character'],
  ])('answers %p with %s', (text, code) => expect(parseUscc(text)).toMatchObject({ ok: false, code }));
  it.each(['９１１３０２００６９９２２９６１７Ｘ', ' 91130200 69922961 7x ', '91130200699229617x\u200b'])('reads %p as people paste it', text =>
    expect(parseUscc(text)).toMatchObject({ ok: true, value: '91130200699229617X' }));
  it('warns when only the inner organisation digit is off', () => {
    const body = '9113020069922961A'.slice(0, 16) + '8';
    expect(parseUscc(body + usccCheckCharacter(body))).toMatchObject({ ok: true, warnings: [expect.anything()] });
  });
  it('detects every single wrong character', () =>
    fc.assert(
      fc.property(anyUscc, fc.nat(17), fc.constantFrom(...ALPHABET), (code, at, other) => {
        fc.pre(code[at] !== other);
        expect(parseUscc(code.slice(0, at) + other + code.slice(at + 1)).ok).toBe(false);
      }),
    ));
  it('detects every swap of neighbours', () =>
    fc.assert(
      fc.property(anyUscc, fc.nat(15), (code, at) => {
        fc.pre(code[at] !== code[at + 1]);
        expect(parseUscc(code.slice(0, at) + code[at + 1] + code[at] + code.slice(at + 2)).ok).toBe(false);
      }),
    ));
  it('never throws, whatever is typed', () => fc.assert(fc.property(fc.string({ unit: 'grapheme' }), text => typeof parseUscc(text).ok === 'boolean')));
});

describe('排污许可证编号', () => {
  it.each(['91130200699229617X001P', '91130200699229617X002P', '91130200699229617x001q'])('accepts %s', text => expect(parsePermitNumber(text).ok).toBe(true));
  it.each([
    ['91130200699229617X01P', 'permit-number.length'],
    ['91130200699229617Y001P', 'permit-number.uscc'],
    ['91130200699229617XA01P', 'permit-number.site'],
    ['91130200699229617X0011', 'permit-number.mark'],
  ])('answers %s with %s', (text, code) => expect(parsePermitNumber(text)).toMatchObject({ ok: false, code }));
  it('is built by HJ 608 and read back', () => {
    expect(hj608PermitNumber('91130200699229617X', 2, 'P')).toBe('91130200699229617X002P');
    for (const site of [0, 1000, 1.5]) expect(() => hj608PermitNumber('91130200699229617X', site, 'P')).toThrow(RangeError);
  });
});

describe('codes inside a permit', () => {
  it.each([['DA001', 'air-outlet'], ['dw012', 'water-outlet'], ['ＹＳ００１', 'rain-outlet'], ['MF0001', 'facility'], ['TA100', 'air-treatment'], ['TS003', 'solid-treatment']])('reads %s as %s', (text, kind) =>
    expect(parseFacilityCode(text)).toMatchObject({ ok: true, parts: { kind } }));
  it.each(['DA1', 'DA0001', 'DA000', 'MF001', 'XX001', 'DA00A', ''])('refuses %p with examples', text => expect(parseFacilityCode(text)).toMatchObject({ ok: false, zh: expect.stringContaining('DA001') }));
  it('keeps to the kinds asked for', () => expect(parseFacilityCode('DW001', ['air-outlet']).ok).toBe(false));
  it('never gives a cancelled code again', () => {
    expect(nextCode('air-outlet', [])).toBe('DA001');
    expect(nextCode('air-outlet', ['DA001', 'DA007', 'DW099'])).toBe('DA008');
    expect(() => nextCode('air-outlet', ['DA999'])).toThrow(RangeError);
  });
  it('finds repeated codes however they are written', () => expect(repeatedCodes(['DA001', 'da001', 'ＤＡ００２', 'DA003', 'DA002'])).toEqual(['DA001', 'DA002']));
});

describe('行政区划代码', () => {
  it.each([['141181', true], ['041181', false], ['14118', false], ['14118x', false]])('%s: %s', (text, ok) => expect(parseAdcode(text).ok).toBe(ok));
});
