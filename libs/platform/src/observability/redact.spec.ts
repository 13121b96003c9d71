import fc from 'fast-check';
import { redact, redactText } from './redact';

const digits = (length: number): fc.Arbitrary<string> => fc.array(fc.constantFrom(...'0123456789'), { minLength: length, maxLength: length }).map(each => each.join(''));
const phone = fc.tuple(fc.constantFrom('', '+86', '+86 ', '86-', '0086 '), fc.constantFrom('3', '5', '7', '8', '9'), digits(9), fc.constantFrom('', ' ', '-')).map(([prefix, second, rest, gap]) => `${prefix}1${second}${rest[0]}${gap}${rest.slice(1, 5)}${gap}${rest.slice(5)}`);
const idNumber = fc
  .tuple(fc.constantFrom('141181', '110101', '652301'), fc.date({ min: new Date('1930-01-01'), max: new Date('2025-12-31'), noInvalidDate: true }), digits(3), fc.constantFrom(...'0123456789Xx'))
  .map(([region, born, order, check]) => `${region}${born.toISOString().slice(0, 10).replaceAll('-', '')}${order}${check}`);
const token = fc.tuple(fc.base64String({ minLength: 20 }), fc.base64String({ minLength: 20 }), fc.base64String({ minLength: 20 })).map(parts => `eyJ${parts.map(part => part.replace(/[+/=]/g, '_')).join('.')}`);
const email = fc.oneof(fc.emailAddress(), fc.constantFrom('li.min+hb@huanbao.gov.cn', '李敏@环保.公司', 'x@1.example.com'));
const around = fc.constantFrom('', ' ', '，', '：', '"', '(', '失败', 'to: ', 'phone=', 'x-');

describe('what may not stand in a log', () => {
  it.each([['mobile numbers', phone], ['identity numbers', idNumber], ['tokens', token], ['mail addresses', email]])('%s do not survive, wherever they stand', (_what, arbitrary) =>
    fc.assert(
      fc.property(arbitrary, around, around, (secret, before, after) => {
        const text = `${before}${secret}${/^[0-9A-Za-z]/.test(after) ? ` ${after}` : after}`;
        const bare = secret.replace(/^(?:\+|00)?86[- ]?/, '');
        for (const shown of [redactText(text), JSON.stringify(redact({ note: text })), JSON.stringify(redact([{ deep: { deeper: text } }])), JSON.stringify(redact(new Error(text)))]) {
          expect(shown).not.toContain(secret);
          expect(shown).not.toContain(bare);
        }
      }),
      { numRuns: 300 },
    ));

  it('members that are named as secrets are hidden whatever they hold', () =>
    fc.assert(
      fc.property(fc.constantFrom('password', 'newPassword', 'accessToken', 'authorization', 'Cookie', 'totpSecret', 'contactPhone', 'adminEmail', 'id_number', 'privateKey', 'recoveryCodes', 'apiKey'), fc.string({ minLength: 6 }).filter(text => !'[hidden]'.includes(text)), (name, value) => {
        expect(redact({ [name]: value, inner: { [name]: [value] } })).toEqual({ [name]: '[hidden]', inner: { [name]: '[hidden]' } });
      }),
    ));

  it.each([
    ['postgres://huanbao:s3cret@db:5432/huanbao refused', 'postgres://[hidden]@db:5432/huanbao refused'],
    ['GET /reset?token=abc.def-123&lang=zh', 'GET /reset?token=[hidden]&lang=zh'],
    ['{"password":"Kalkofen-7","login":"a"}', '{"password":"[hidden]","login":"a"}'],
    ['cookie hb_at=xyz; hb_csrf=uvw', 'cookie hb_at=[hidden]; hb_csrf=[hidden]'],
    ['Authorization: Bearer abc.def_ghi-1', 'Authorization: Bearer [token]'],
  ])('%s', (text, shown) => expect(redactText(text)).toBe(shown));

  it.each([
    '018f4d2e-1391-7abc-9138-123456789012', 'request 01a20916-0000-7000-8000-138123456789 took 13 ms', '91141181MA0EXAMPL4', 'XK-2026-000123', '0.13812345678', '1732380000000', '2026-11-23T08:00:00.000Z',
    'at Object.<anonymous> (/srv/node_modules/@nestjs/core/router/router.js:12:3)', 'duplicate key value violates unique constraint "app_user_email"', 'tokens are renewed', '排污许可证 91141181MA0EXAMPL4001V', '孝环许受〔2026〕12号',
  ])('%j is no secret and stays', text => expect(redactText(text)).toBe(text));

  it('a line of a megabyte is worked off at once', () => {
    const started = performance.now();
    for (const filler of ['a', '1', '@', 'a@', 'eyJ', '138 ', 'token', 'x://']) redactText(filler.repeat(1_000_000 / filler.length));
    expect(performance.now() - started).toBeLessThan(1000);
    for (const cut of [3, 5, 8]) expect(/1381/.test(redactText(`${'x'.repeat(20_000 - cut)} 138 1234 5678 and more`))).toBe(false);
  });

  it('odd values do not break it', () => {
    const circle: Record<string, unknown> = { name: 'a' };
    circle['self'] = circle;
    expect(JSON.stringify(redact(circle))).toContain('[deep]');
    expect(redact({ big: 10n, when: new Date(0), bytes: Buffer.from('x'), none: null, missing: undefined })).toEqual({ big: '10', when: '1970-01-01T00:00:00.000Z', bytes: '[1 bytes]', none: null, missing: undefined });
    expect((redact(Array.from({ length: 90 }, (_, i) => i)) as number[]).length).toBe(50);
  });
});
