import { createHash } from 'node:crypto';
import { checkSolution, newChallenge } from './captcha';
import { passwordProblem } from './password-rules';

describe('password rules', () => {
  it.each(['Demo-k7mp-q2wx', 'Kiln&Lime2026ok', '石灰窑Lime-88x', 'correct Horse 7 battery'])('accepts %s', text => expect(passwordProblem(text, ['王工', 'wang@example.com'])).toBeUndefined());
  it.each([
    ['short', 'Ab1-xyz', /10/],
    ['one kind', 'abkdjtlqmvzr', /三种/],
    ['a common word', 'Passw0rd-1', /常见/],
    ['a common word in disguise', 'P@ssw0rd!1', /常见/],
    ['a run', 'Kiln-12345-x', /连续/],
    ['repetition', 'Kiln-xxxx-77', /连续/],
    ['the own login', 'Wangwu-kiln-7', /姓名/],
    ['endless', `Aa1-${'xy'.repeat(80)}`, /128/],
  ])('refuses %s and says how to mend it', (_what, text, sentence) => expect(passwordProblem(text, ['wangwu', 'wangwu@example.com'])?.zh).toMatch(sentence));
});

describe('proof of work', () => {
  const secret = 'x'.repeat(32);
  const now = new Date('2026-11-23T08:00:00Z');
  const solve = (c = newChallenge(secret, now), over: object = {}): string => {
    let number = 0;
    while (createHash('sha256').update(`${c.salt}${number}`).digest('hex') !== c.challenge) number += 1;
    return Buffer.from(JSON.stringify({ ...c, number, ...over })).toString('base64');
  };

  it('accepts a solved challenge', () => expect(checkSolution(solve(), secret, now)).toMatchObject({ signature: expect.any(String) }));
  it.each([
    ['a wrong number', { number: -1 }],
    ['a forged signature', { signature: 'a'.repeat(64) }],
    ['a longer life', { salt: `abc.${Date.parse('2030-01-01')}` }],
    ['a text as number', { number: '1' }],
  ])('refuses %s', (_what, over) => expect(checkSolution(solve(undefined, over), secret, now)).toBeUndefined());
  it('refuses one of another installation, an old one and noise', () => {
    expect(checkSolution(solve(), 'y'.repeat(32), now)).toBeUndefined();
    expect(checkSolution(solve(), secret, new Date(now.getTime() + 11 * 60_000))).toBeUndefined();
    for (const noise of ['', 'e30=', '!!!!', 'bnVsbA==']) expect(checkSolution(noise, secret, now)).toBeUndefined();
  });
});
