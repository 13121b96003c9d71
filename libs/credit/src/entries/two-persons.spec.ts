import { type EntryWeight, twoPersonsNeeded } from './two-persons';

describe('who enters or takes back alone', () => {
  const entry: EntryWeight = { kind: 'record', severity: 'general', usual: 'general', bringsGrade: false, validUntil: null, schemeUntil: '2027-08-31' };

  it.each<[string, Partial<EntryWeight>, boolean]>([
    ['a fine as it usually is', {}, false],
    ['a fine with the end of the scheme', { validUntil: '2027-08-31' }, false],
    ['a fine with a later end', { validUntil: '2027-09-01' }, false],
    ['a fine that ends a day early', { validUntil: '2027-08-30' }, true],
    ['a fine called minor', { severity: 'minor' }, true],
    ['a warning called general', { severity: 'general', usual: 'minor' }, false],
    ['a warning', { severity: 'minor', usual: 'minor' }, false],
    ['a warning called serious', { severity: 'serious', usual: 'minor' }, true],
    ['a crime', { severity: 'serious', usual: 'serious' }, true],
    ['a crime called minor', { severity: 'minor', usual: 'serious' }, true],
    ['what brings a lower grade', { bringsGrade: true }, true],
    ['an end where no scheme has one', { validUntil: '2026-09-02', schemeUntil: null }, false],
    ['the revocation of a fine', { kind: 'revoke' }, true],
    ['the revocation of a fine once called minor', { kind: 'revoke', severity: 'minor' }, true],
    ['the revocation of a warning', { kind: 'revoke', severity: 'minor', usual: 'minor', validUntil: '2026-09-02' }, false],
  ])('%s', (_, over, expected) => expect(twoPersonsNeeded({ ...entry, ...over })).toBe(expected));
});
