import { completeHospitalForm } from '../demo/hospital.form';
import { completeLimeKilnForm } from '../demo/lime-kiln.form';
import { AIR_POLLUTANTS, AIR_SOURCES, WATER_POLLUTANTS, WATER_SOURCES } from '../form/sections/options';
import { review } from '../review/rules';
import { limitInBaseUnit } from '../review/strictest-limit';
import { LIMIT_SEED } from './limits';

const USCC = '91130200699229617X';
const FILES = { commitment: '018f0000-0000-7000-8000-000000000001' };
const context = { enterprise: { uscc: USCC, name: '示例' }, applicationDate: '2026-11-23', limits: LIMIT_SEED, bounds: { west: 111, south: 36, east: 113, north: 38 }, cityName: '示例市' };

describe('the reference limits', () => {
  it('name sources and pollutants of the form only, each once and in a unit that can be compared', () => {
    const [air, water] = [AIR_SOURCES.map(one => one.value), WATER_SOURCES.map(one => one.value)];
    const pollutants = [...AIR_POLLUTANTS, ...WATER_POLLUTANTS].map(one => one.value);
    for (const row of LIMIT_SEED) {
      expect(row.medium === 'air' ? air : water).toContain(row.source);
      expect(pollutants).toContain(row.pollutant);
      expect(limitInBaseUnit(row)?.gt(0)).toBe(true);
    }
    const keys = LIMIT_SEED.map(row => [row.standard, row.medium, row.source, row.pollutant, row.tier, row.validFrom].join());
    expect(new Set(keys).size).toBe(keys.length);
  });

  it('let the demonstration forms pass without a remark', () => {
    expect(review({ ...context, form: completeLimeKilnForm({ uscc: USCC, fileIds: FILES }) })).toEqual([]);
    expect(review({ ...context, form: completeHospitalForm({ uscc: USCC, fileIds: FILES }) })).toEqual([]);
  });
});
