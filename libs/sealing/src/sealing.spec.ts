import fc from 'fast-check';
import { fromBase64, SealedEnvelope, toBase64 } from './envelope';
import { generateOpeningKey, OpeningKey, privateMatches } from './keys';
import { openBid } from './open';
import { sealBid } from './seal';

const context = { taskId: 'task-1', firmId: 'firm-1' };
const text = (bytes: Uint8Array): string => new TextDecoder().decode(bytes);
const bytes = (value: string): Uint8Array<ArrayBuffer> => Uint8Array.from(new TextEncoder().encode(value));

describe('sealed bids', () => {
  let owner: OpeningKey;
  let witness: OpeningKey;
  let platform: OpeningKey;
  let envelope: SealedEnvelope;

  beforeAll(async () => {
    [owner, witness, platform] = [await generateOpeningKey(), await generateOpeningKey(), await generateOpeningKey()];
    envelope = await sealBid(bytes('{"priceYuan":"98000.00"}'), keys(), context);
  });

  const keys = (): Parameters<typeof sealBid>[1] => ({ owner: owner.publicKey, witness: witness.publicKey, platform: platform.publicKey });
  const open = (e: SealedEnvelope, over: Partial<Parameters<typeof openBid>[1]> = {}, c = context): Promise<Uint8Array> =>
    openBid(e, { holder: 'owner', holderKey: owner.privateKey, platformKey: platform.privateKey, ...over }, c);

  it('opens with the owner’s key and the platform’s key together', async () => {
    expect(text(await open(envelope))).toBe('{"priceYuan":"98000.00"}');
  });

  it('opens with the witness’s key when the owner’s is lost', async () => {
    expect(text(await open(envelope, { holder: 'witness', holderKey: witness.privateKey }))).toContain('98000');
  });

  it.each([
    ['the owner without the platform', () => ({ platformKey: owner.privateKey })],
    ['the platform without the owner', () => ({ holderKey: platform.privateKey })],
    ['a stranger', () => ({ holderKey: witness.privateKey })],
  ])('does not open for %s', async (_who, over) => {
    await expect(open(envelope, over())).rejects.toMatchObject({ reason: 'keys' });
  });

  it.each([
    ['another task', { taskId: 'task-2', firmId: 'firm-1' }],
    ['another bidder', { taskId: 'task-1', firmId: 'firm-2' }],
  ])('does not open as a bid for %s', async (_what, other) => {
    await expect(open(envelope, {}, other)).rejects.toMatchObject({ reason: 'keys' });
  });

  it('detects a changed byte anywhere in the ciphertext, even when the digest is forged along', async () => {
    const forge = async (at: number): Promise<SealedEnvelope> => {
      const changed = fromBase64(envelope.ciphertext);
      changed[at] = (changed[at] ?? 0) ^ 1;
      const digest = Buffer.from(await crypto.subtle.digest('SHA-256', changed)).toString('hex');
      return { ...envelope, ciphertext: toBase64(changed), digest };
    };
    for (let at = 0; at < fromBase64(envelope.ciphertext).length; at += 5)
      await expect(open(await forge(at))).rejects.toMatchObject({ reason: 'content' });
    await expect(open({ ...(await forge(0)), digest: envelope.digest })).rejects.toMatchObject({ reason: 'digest' });
  });

  it('has no witness share when there is no witness', async () => {
    const alone = await sealBid(bytes('x'), { ...keys(), witness: null }, context);
    await expect(open(alone, { holder: 'witness', holderKey: witness.privateKey })).rejects.toMatchObject({ reason: 'no-share' });
  });

  it('returns any content unchanged and never the same envelope twice', async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 4000 }), async content => {
        const plain = Uint8Array.from(content);
        const first = await sealBid(plain, keys(), context);
        const second = await sealBid(plain, keys(), context);
        expect(first.ciphertext === second.ciphertext).toBe(false);
        expect([...(await open(first))]).toEqual([...plain]);
      }),
      { numRuns: 25 },
    );
  });

  it('tells whether a private key belongs to a public key', async () => {
    expect(await privateMatches(owner.privateKey, owner.publicKey)).toBe(true);
    expect(await privateMatches(owner.privateKey, witness.publicKey)).toBe(false);
    expect(await privateMatches({ ...owner.privateKey, d: witness.privateKey.d }, owner.publicKey)).toBe(false);
    expect(await privateMatches({ ...owner.privateKey, d: '' }, owner.publicKey)).toBe(false);
  });
});
