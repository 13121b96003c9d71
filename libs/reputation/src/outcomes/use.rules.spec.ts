import { mayName, mayRemove, UseVerdict } from './use.rules';

describe('where results went', () => {
  it.each<['client' | 'firm', boolean, UseVerdict]>([
    ['client', false, 'yes'],
    ['client', true, 'yes'],
    ['firm', true, 'yes'],
    ['firm', false, 'no-evidence'],
  ])('named by the %s, its file in the matter: %s', (by, sameFile, verdict) => expect(mayName({ by, sameFile })).toBe(verdict));

  it.each<[string, boolean, boolean, boolean, UseVerdict]>([
    ['named by mistake', false, false, true, 'yes'],
    ['by the other side', false, false, false, 'other-side'],
    ['the file is there', true, false, true, 'in-the-file'],
    ['the bureau has decided', false, true, true, 'decided'],
    ['and the file is there', true, true, false, 'decided'],
  ])('taken back, %s', (_what, sameFile, decided, own, verdict) => expect(mayRemove({ sameFile, decided, own })).toBe(verdict));
});
