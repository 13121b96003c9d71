import { isLowest, isUnitSuspect, parseBidContent } from './bid-content';

const bytes = (value: unknown): Uint8Array => new TextEncoder().encode(typeof value === 'string' ? value : JSON.stringify(value));
const good = { priceYuan: '98000.50', durationDays: 30, proposal: '按期完成', attachments: [] };

describe('content of a bid', () => {
  it('accepts what the form produces', () => expect(parseBidContent(bytes(good))).toMatchObject({ ok: true }));

  it.each([
    ['zero price', { ...good, priceYuan: '0.00' }],
    ['negative price', { ...good, priceYuan: '-5' }],
    ['price as a number', { ...good, priceYuan: 98000 }],
    ['three decimals', { ...good, priceYuan: '1.005' }],
    ['exponent', { ...good, priceYuan: '1e5' }],
    ['full-width digits', { ...good, priceYuan: '９８０００' }],
    ['no duration', { ...good, durationDays: undefined }],
    ['half a day', { ...good, durationDays: 1.5 }],
    ['unknown member', { ...good, eligible: true }],
    ['executable attachment', { ...good, attachments: [{ name: 'a.exe', mediaType: 'application/x-msdownload', base64: '' }] }],
    ['list', [good]],
    ['text', '"98000"'],
    ['nothing', ''],
    ['null', 'null'],
  ])('refuses %s', (_what, value) => expect(parseBidContent(bytes(value))).toMatchObject({ ok: false }));

  it('refuses bytes that are not UTF-8', () => expect(parseBidContent(Uint8Array.of(0xff, 0xfe, 0x00))).toMatchObject({ ok: false }));

  it.each([
    ['9.80', '98000.00', true],
    ['98.00', '98000.00', false],
    ['97.99', '98000.00', true],
    ['9800000.00', '98000.00', false],
    ['9800000.01', '98000.00', true],
    ['1.00', null, false],
  ])('asks about the unit of %s against a budget of %s: %s', (price, budget, suspect) => expect(isUnitSuspect(price, budget)).toBe(suspect));

  it('compares prices as decimals, not as text', () => {
    expect(isLowest('9000.00', ['10000', '9000'])).toBe(true);
    expect(isLowest('10000', ['9000.00'])).toBe(false);
  });
});
