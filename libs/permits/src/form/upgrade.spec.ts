import { differences } from '../life/differences';
import type { Form } from './field';
import { printed } from './print';
import { upgraded } from './upgrade';

const OLD: Form = {
  basic: { siteName: '南阳石灰窑厂区' },
  'air-limits': { limits: [{ id: 'a', outletCode: 'DA001', pollutant: 'PM' }], plantTotals: [{ id: 'b', pollutant: 'PM', year1T: '1' }] },
  'water-outlets': { discharge: 'none' },
};

describe('a form of 2026.1', () => {
  it('is read with plant totals and water limits in their own sections, and is left as it was signed', () => {
    const before = JSON.stringify(OLD);
    expect(upgraded(OLD)).toEqual({
      basic: OLD.basic, 'air-limits': { limits: [{ id: 'a', outletCode: 'DA001', pollutant: 'PM' }] }, 'air-totals': { hasTotals: true, plantTotals: [{ id: 'b', pollutant: 'PM', year1T: '1' }] },
      'water-outlets': { discharge: 'none' }, 'water-limits': { hasWaterLimits: false },
    });
    expect(JSON.stringify(OLD)).toBe(before);
    expect(upgraded(upgraded(OLD))).toEqual(upgraded(OLD));
  });

  it('is printed with them', () => {
    expect(printed(OLD).find(one => one.key === 'air-totals')?.tables[0]?.rows[0]?.slice(0, 2)).toEqual(['颗粒物', '1']);
  });

  it('differs from a form of today only where it says something else', () => {
    expect(differences(OLD, upgraded(OLD))).toEqual([]);
    const next = { ...upgraded(OLD), 'air-totals': { hasTotals: true, plantTotals: [{ id: 'b', pollutant: 'PM', year1T: '0.8' }] } };
    expect(differences(OLD, next)).toMatchObject([{ pointer: '/air-totals/plantTotals/0/year1T', kind: 'changed', before: '1', after: '0.8' }]);
  });
});
