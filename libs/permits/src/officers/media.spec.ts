import { completeLimeKilnForm } from '../demo/lime-kiln.form';
import type { Form } from '../form/field';
import { isGiven, MEDIA, mediaOf, type Medium } from './media';

const lime = (): Form => completeLimeKilnForm({ name: '孝义市某石灰厂', uscc: '91141181MA0DEMO01X', fileIds: { commitment: '01980000-0000-7000-8000-000000000001' } });
const changed = (section: keyof Form, data: object): Form => ({ ...lime(), [section]: { ...lime()[section], ...data } });
const keys = (...given: Parameters<typeof mediaOf>): string[] => mediaOf(...given).map(one => one.key);
const water = { outlets: [{ id: 'w1', code: 'DW001' }] };

describe('of which media a review has to speak', () => {
  it.each([
    ['a first application: of what it holds', { businessType: 'new', form: lime(), base: null }, ['air', 'solid-noise', 'monitoring']],
    ['one with an outlet into water: of that too', { businessType: 'new', form: changed('water-outlets', water), base: null }, ['air', 'water', 'solid-noise', 'monitoring']],
    ['a renewal: of all it holds, changed or not', { businessType: 'renew', form: lime(), base: lime() }, ['air', 'solid-noise', 'monitoring']],
    ['a change of name: of none', { businessType: 'change', form: changed('basic', { legalRepresentative: '赵新任' }), base: lime() }, []],
    ['an adjustment: of what it alters', { businessType: 'adjust', form: changed('water-outlets', water), base: lime() }, ['water']],
    ['a form nobody filled in: of none', { businessType: 'new', form: {}, base: null }, []],
  ] as const)('%s', (_what, given, expected) => expect(keys(given)).toEqual(expected));

  const air = MEDIA.find(one => one.key === 'air') as Medium;
  it.each([
    ['nothing', { opinions: [], parts: [] }, false],
    ['the overall opinion alone', { opinions: ['overall'], parts: [] }, false],
    ['an opinion on one of its sections', { opinions: ['air-limits'], parts: [] }, true],
    ['its part', { opinions: [], parts: ['air'] }, true],
    ['another part', { opinions: ['noise'], parts: ['water', 'other'] }, false],
  ] as const)('%s', (_what, given, expected) => expect(isGiven(air, given)).toBe(expected));
});
