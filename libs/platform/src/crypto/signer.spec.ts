import { Signer } from './signer';

const key = (n: number): string => n.toString(16).padStart(64, '0');

describe('signing', () => {
  const [today, before, stranger] = [1001, 1002, 1003].map(n => new Signer(key(n))) as [Signer, Signer, Signer];
  const rotated = new Signer(key(1001), [before.publicKeyHex]);

  it('holds for what was signed and nothing else', () => {
    const signature = today.sign('孝义');
    expect([today.verify('孝义', signature), today.verify('孝义 ', signature), today.verify(Buffer.from('孝义'), signature)]).toEqual([true, false, true]);
  });

  it('what a former key signed still holds, and names that key', () => {
    const signature = before.sign('x');
    expect([today.verify('x', signature), rotated.verify('x', signature), rotated.keyOf('x', signature)]).toEqual([false, true, before.publicKeyHex]);
    expect(rotated.keyOf('x', rotated.sign('x'))).toBe(today.publicKeyHex);
  });

  it('a foreign key is nobody, whatever it signed', () => {
    expect(rotated.keyOf('x', stranger.sign('x'))).toBeUndefined();
  });

  it.each(['', '00', 'zz', '30'.repeat(40)])('malformed input is a wrong signature (%s)', signature => {
    expect(rotated.verify('x', signature)).toBe(false);
  });
});
