import fc from 'fast-check';
import { fromBase64, SealedEnvelope, toBase64 } from './envelope';
import { generateOpeningKey, OpeningKey, privateMatches } from './keys';
import { isShareOf, openBid, openingShare, openWithShares } from './open';
import { sealBid } from './seal';
import { groupsOf, Holder, HOLDERS, joinShares, splitSecret } from './threshold';

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

describe('shares', () => {
  const some = (holders: readonly Holder[], shares: Record<Holder, Uint8Array<ArrayBuffer>>): ReadonlyMap<Holder, Uint8Array<ArrayBuffer>> => new Map(holders.map(holder => [holder, shares[holder]]));
  const fewer = (needed: number): Holder[][] => [[], ...HOLDERS.map(holder => [holder]), ...(needed === 3 ? groupsOf(2) : [])];

  it('make the secret by any group that is large enough, and by no smaller one', () => {
    fc.assert(
      fc.property(fc.uint8Array({ minLength: 32, maxLength: 32 }), fc.constantFrom(2, 3), (bytes, needed) => {
        const secret = Uint8Array.from(bytes);
        const shares = splitSecret(secret, needed);
        for (const group of [...groupsOf(needed), [...HOLDERS]]) expect([...joinShares(some(group, shares), needed)]).toEqual([...secret]);
        for (const group of fewer(needed)) expect(() => joinShares(some(group, shares), needed)).toThrow('Too few shares');
      }),
    );
  });

  it('of one holder are uniformly random whatever the secret is', () => {
    // 400 splits of an all-zero secret: each bit of each share is set about as often as not
    for (const holder of HOLDERS) {
      const ones = Array.from({ length: 400 }, () => splitSecret(new Uint8Array(32), 2)[holder]).flatMap(share => [...share]).reduce((sum, byte) => sum + byte.toString(2).replaceAll('0', '').length, 0);
      expect(Math.abs(ones / (400 * 64 * 8) - 0.5)).toBeLessThan(0.01);
    }
  });

  it.each([[1], [4], [0], [2.5]])('are not made for a threshold of %s', needed => {
    expect(() => splitSecret(new Uint8Array(32), needed)).toThrow();
    expect(() => joinShares(new Map(), needed)).toThrow();
  });
});

describe('bids sealed for several holders', () => {
  const keys = new Map<Holder | 'platform', OpeningKey>();
  let envelope: SealedEnvelope;
  const keyOf = (holder: Holder | 'platform'): OpeningKey => keys.get(holder) as OpeningKey;
  const sealing = (needed: number): Parameters<typeof sealBid>[1] => ({ owner: keyOf('owner').publicKey, witness: keyOf('witness').publicKey, recovery: keyOf('recovery').publicKey, needed, platform: keyOf('platform').publicKey });
  const shareOf = (holder: Holder, from = envelope): Promise<Uint8Array<ArrayBuffer>> => openingShare(from, holder, keyOf(holder).privateKey, context);
  const openBy = async (holders: readonly Holder[], from = envelope, platform = keyOf('platform')): Promise<string> => {
    const shares = new Map<Holder, Uint8Array<ArrayBuffer>>();
    for (const holder of holders) shares.set(holder, await shareOf(holder, from));
    return text(await openWithShares(from, shares, platform.privateKey, context));
  };

  beforeAll(async () => {
    for (const holder of [...HOLDERS, 'platform'] as const) keys.set(holder, await generateOpeningKey());
    envelope = await sealBid(bytes('{"priceYuan":"98000.00"}'), sealing(2), context);
  });

  it.each([[['owner', 'witness']], [['owner', 'recovery']], [['witness', 'recovery']], [['owner', 'witness', 'recovery']]] as Holder[][][])('open for %j', async holders => {
    expect(await openBy(holders)).toContain('98000');
  });

  it.each([[[]], [['owner']], [['witness']], [['recovery']]] as Holder[][][])('stay shut for %j with the platform’s key', async holders => {
    await expect(openBy(holders)).rejects.toMatchObject({ reason: 'shares' });
  });

  it('stay shut without the platform’s key, and in the former manner', async () => {
    await expect(openBy(['owner', 'witness'], envelope, keyOf('owner'))).rejects.toMatchObject({ reason: 'shares' });
    await expect(openBid(envelope, { holder: 'owner', holderKey: keyOf('owner').privateKey, platformKey: keyOf('platform').privateKey }, context)).rejects.toMatchObject({ reason: 'keys' });
  });

  it('ask for all three where three are needed', async () => {
    const three = await sealBid(bytes('x'), sealing(3), context);
    expect(await openBy([...HOLDERS], three)).toBe('x');
    for (const pair of groupsOf(2)) await expect(openBy(pair, three)).rejects.toMatchObject({ reason: 'shares' });
  });

  it('tell a wrong share from a right one without any key', async () => {
    const other = await sealBid(bytes('y'), sealing(2), context);
    const [mine, foreign] = [await shareOf('witness'), await shareOf('witness', other)];
    expect([await isShareOf(envelope, 'witness', mine, context), await isShareOf(envelope, 'witness', foreign, context), await isShareOf(envelope, 'owner', mine, context), await isShareOf(envelope, 'witness', mine, { ...context, firmId: 'firm-2' })]).toEqual([true, false, false, false]);
    await expect(openWithShares(envelope, new Map([['owner', await shareOf('owner')], ['witness', foreign]] as const), keyOf('platform').privateKey, context)).rejects.toMatchObject({ reason: 'shares' });
  });

  it('unwrap for the right key alone, and not when the envelope says another share', async () => {
    await expect(openingShare(envelope, 'owner', keyOf('witness').privateKey, context)).rejects.toMatchObject({ reason: 'keys' });
    await expect(openingShare({ ...envelope, shares: { ...envelope.shares, recovery: envelope.shares.owner } }, 'recovery', keyOf('owner').privateKey, context)).rejects.toMatchObject({ reason: 'keys' });
    const lying = { ...envelope, threshold: { ...(envelope.threshold as NonNullable<SealedEnvelope['threshold']>), proofs: { owner: '0', witness: '0', recovery: '0' } } };
    await expect(openingShare(lying, 'owner', keyOf('owner').privateKey, context)).rejects.toMatchObject({ reason: 'shares' });
  });
});
