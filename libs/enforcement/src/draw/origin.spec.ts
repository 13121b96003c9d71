import { sm3 } from '@huanbao/platform';
import { originCommitment, originHolds, plainValue, seedOf } from './origin';

const secret = 'ab'.repeat(32);
const origin = { announcedAt: '2026-11-23T01:00:00.000Z', auditSeq: '42', auditHead: 'cd'.repeat(32), publicSource: '双色球开奖号码', publicOn: '2026-11-24', secretDigest: sm3(secret) };
const announced = { number: 'CJ-2026-0001', poolHash: 'ef'.repeat(32), origin };

describe('what the seed of a draw rests on', () => {
  const commitment = originCommitment(announced);
  const drawn = { ...announced, commitment, secret, publicValue: '03 08 15 22 27 31 + 09', seed: seedOf(commitment, secret, '03 08 15 22 27 31 + 09') };

  it('can be followed by everybody', () => expect(originHolds(drawn)).toBe(true));

  it.each<[string, object]>([
    ['another pool', { poolHash: '00'.repeat(32) }], ['another number', { number: 'CJ-2026-0002' }], ['another value', { publicValue: '01 02' }], ['another seed', { seed: 'aa'.repeat(32) }], ['another secret', { secret: 'aa'.repeat(32) }],
    ...(['announcedAt', 'auditSeq', 'auditHead', 'publicSource', 'publicOn'] as const).map((name): [string, object] => [`another ${name}`, { origin: { ...origin, [name]: 'x' } }]),
  ])('%s is seen', (_, over) => expect(originHolds({ ...drawn, ...over })).toBe(false));

  it('reads a value the same however it is copied', () => expect(plainValue(' ０３　08\n15 ')).toBe('03 08 15'));
});
