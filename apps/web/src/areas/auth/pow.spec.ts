import { createHash } from 'node:crypto';
import { describe, expect, it } from 'vitest';
import type { CaptchaChallenge } from '@/api/contract';
import { captchaText, solve } from './pow';

const challengeFor = (answer: number, maxNumber = 3_000): CaptchaChallenge => ({
  algorithm: 'SHA-256',
  salt: 'b7f3.',
  challenge: createHash('sha256').update(`b7f3.${answer}`).digest('hex'),
  maxNumber,
  signature: 'sig',
});

describe('the proof of work', () => {
  it.each([0, 1, 511, 512, 513, 2_999, 3_000])('finds %i', async answer => {
    expect(await solve(challengeFor(answer))).toBe(answer);
  });

  it('gives up on a challenge without answer instead of running for ever', async () => {
    await expect(solve(challengeFor(900, 800))).rejects.toThrow(/without solution/);
  });

  it('returns the whole challenge with its answer', () => {
    expect(JSON.parse(atob(captchaText(challengeFor(5), 5)))).toEqual({
      algorithm: 'SHA-256',
      challenge: challengeFor(5).challenge,
      number: 5,
      salt: 'b7f3.',
      signature: 'sig',
    });
  });
});
