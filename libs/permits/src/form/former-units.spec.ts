import fc from 'fast-check';
import { differences } from '../life/differences';
import { limitsOf } from '../life/limits-of';
import { FORM_VERSION } from './form';
import { inTodaysUnits, isBefore } from './former-units';
import type { Form } from './field';
import { printed } from './print';

const limit = (pollutant: string, concentrationMgM3: string, over: object = {}): object => ({ id: pollutant, outletCode: 'DA001', pollutant, concentrationMgM3, ...over });
const OLD = {
  basic: { siteName: '焦化厂' },
  'air-limits': { limits: [limit('BaP', '0.0003', { approvalMgM3: '0.00030', committedMgM3: '/', rateKgH: '0.0001' }), limit('PM', '0.0003')] },
  fugitive: { hasFugitive: true, points: [{ id: 'b', place: '厂界', pollutant: 'BaP', concentrationMgM3: '0.00001' }] },
} as unknown as Form;

describe('a form whose benzo[a]pyrene is in mg/m³', () => {
  it('is read in μg/m³, and left as it was signed', () => {
    const before = JSON.stringify(OLD);
    const read = inTodaysUnits(OLD, '2026.3');
    expect(read).toEqual({
      basic: OLD.basic, 'air-limits': { limits: [limit('BaP', '0.3', { approvalMgM3: '0.3', committedMgM3: '/', rateKgH: '0.0001' }), limit('PM', '0.0003')] },
      fugitive: { hasFugitive: true, points: [{ id: 'b', place: '厂界', pollutant: 'BaP', concentrationMgM3: '0.01' }] },
    });
    expect(JSON.stringify(OLD)).toBe(before);
  });

  it('gives the limit its permit has, prints it, and is no other than what today’s form says', () => {
    const read = inTodaysUnits(OLD, '2026.3');
    expect(limitsOf(read).find(one => one.pollutant === 'BaP' && one.measure === 'concentration')).toMatchObject({ value: '0.3', unit: 'μg/m³' });
    const table = printed(read).find(one => one.key === 'fugitive')?.tables[0];
    expect(table?.rows[0]).toContain('0.01');
    expect(differences(read, inTodaysUnits(OLD, '2026.1'))).toEqual([]);
    const stricter = { ...read, fugitive: { hasFugitive: true, points: [{ id: 'b', place: '厂界', pollutant: 'BaP', concentrationMgM3: '0.008' }] } } as unknown as Form;
    expect(differences(read, stricter).map(one => [one.before, one.after])).toEqual([['0.01', '0.008']]);
  });

  it.each<[string, Form, string]>([
    ['a form of today', OLD, '2026.4'],
    ['one after today', OLD, '2026.10'],
    ['a number that cannot have been milligrams', { 'air-limits': { limits: [limit('BaP', '0.3'), limit('BaP', '0.002')] } } as unknown as Form, '2026.3'],
    ['no limit, nothing, words', { 'air-limits': { limits: [limit('BaP', '/'), limit('BaP', '0'), limit('BaP', '约0.0003')] } } as unknown as Form, '2026.3'],
    ['a form without such tables', { basic: {} } as unknown as Form, '2026.1'],
  ])('leaves %s alone', (_name, form, version) => {
    expect(inTodaysUnits(form, version)).toBe(form);
  });

  it('multiplies exactly, whatever the number', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 1_999_999 }), digits => {
      const form = { 'air-limits': { limits: [limit('BaP', `0.00${String(digits).padStart(7, '0')}`)] } } as unknown as Form;
      const [row] = (inTodaysUnits(form, '2026.3')['air-limits'] as unknown as { limits: { concentrationMgM3: string }[] }).limits;
      expect(Number(row?.concentrationMgM3)).toBeCloseTo(digits / 1e6, 10);
      expect(row?.concentrationMgM3).toMatch(/^\d+(\.\d*[1-9])?$/);
    }), { numRuns: 50 });
  });

  it('counts versions as numbers', () => {
    expect([isBefore('2026.3', '2026.4'), isBefore('2026.4', '2026.4'), isBefore('2026.10', '2026.4'), isBefore('2025.9', '2026.1'), isBefore(FORM_VERSION, FORM_VERSION)]).toEqual([true, false, false, true, false]);
  });
});
