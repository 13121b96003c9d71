import fc from 'fast-check';
import { sm4 } from 'sm-crypto-v2';
import { FieldCipher } from './field-cipher';

const K1 = `k1:${'0123456789abcdef'.repeat(2)}`;
const K2 = `k2:${'fedcba9876543210'.repeat(2)}`;
const cipher = new FieldCipher(K1);

describe('field encryption', () => {
  it('is SM4-GCM as in RFC 8998, appendix A.1', () => {
    const hex = (text: string): Buffer => Buffer.from(text, 'hex');
    const plain = 'AAAAAAAAAAAAAAAABBBBBBBBBBBBBBBBCCCCCCCCCCCCCCCCDDDDDDDDDDDDDDDDEEEEEEEEEEEEEEEEFFFFFFFFFFFFFFFFEEEEEEEEEEEEEEEEAAAAAAAAAAAAAAAA';
    const result = sm4.encrypt(hex(plain), hex('0123456789ABCDEFFEDCBA9876543210'), {
      mode: 'gcm', iv: hex('00001234567800000000ABCD'), associatedData: hex('FEEDFACEDEADBEEFFEEDFACEDEADBEEFABADDAD2'), output: 'string', outputTag: true,
    });
    expect(result.tag).toBe('83de3541e4c2b58177e065a9bf7b62ec');
  });

  it('gives back what was put in, and never the same bytes twice', () =>
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), text => {
        const stored = cipher.encrypt(text, 'app_user.phone');
        expect(cipher.decrypt(stored, 'app_user.phone')).toBe(text);
        expect(cipher.encrypt(text, 'app_user.phone')).not.toBe(stored);
      }),
      { numRuns: 50 },
    ));

  it('refuses a value moved to another column', () => {
    expect(() => cipher.decrypt(cipher.encrypt('13800000000', 'a.phone'), 'b.phone')).toThrow();
  });

  it('refuses a value with any byte changed', () => {
    const [id, body] = cipher.encrypt('13800000000', 'a.phone').split(':') as [string, string];
    const bytes = Buffer.from(body, 'base64url');
    for (let i = 0; i < bytes.length; i++) {
      const changed = Buffer.from(bytes);
      changed[i] = (changed[i] as number) ^ 1;
      expect(() => cipher.decrypt(`${id}:${changed.toString('base64url')}`, 'a.phone')).toThrow();
    }
  });

  it.each(['', 'k1', 'k1:', 'k9:AAAA', 'nonsense'])('refuses %p', stored => expect(() => cipher.decrypt(stored, 'a.b')).toThrow());

  it('reads old rows after a rotation and writes new ones with the new key', () => {
    const rotated = new FieldCipher(`${K2},${K1}`);
    const old = cipher.encrypt('秘密', 'a.b');
    expect(rotated.decrypt(old, 'a.b')).toBe('秘密');
    expect(rotated.isOutdated(old)).toBe(true);
    expect(rotated.encrypt('秘密', 'a.b')).toMatch(/^k2:/);
    expect(rotated.blindIndex('x', 'a.b')).toBe(cipher.blindIndex('x', 'a.b'));
    expect(cipher.blindIndex('x', 'a.b')).not.toBe(cipher.blindIndex('x', 'a.c'));
  });
});
