import { completeHospitalForm } from '../demo/hospital.form';
import { completeLimeKilnForm } from '../demo/lime-kiln.form';
import { LIMIT_POLLUTANTS, LIMIT_SOURCES } from '../limits/limit-checks';
import { sameLimit } from '../limits/plan-changes';
import { review } from '../review/rules';
import { limitInBaseUnit, unitsOf } from '../review/strictest-limit';
import { LIMIT_SEED } from './limits';
import { STANDARD_SEED } from './standards';

const USCC = '91130200699229617X';
const FILES = { commitment: '018f0000-0000-7000-8000-000000000001' };
const context = { enterprise: { uscc: USCC, name: '示例' }, applicationDate: '2026-11-23', limits: LIMIT_SEED, bounds: { west: 111, south: 36, east: 113, north: 38 }, cityName: '示例市' };

describe('the reference limits', () => {
  it('name standards, sources, pollutants and units that are known, each limit once at a time', () => {
    const codes = new Set(STANDARD_SEED.map(one => one.code));
    for (const row of LIMIT_SEED) {
      expect([row.standard, codes.has(row.standard)]).toEqual([row.standard, true]);
      expect(LIMIT_SOURCES[row.medium].map(one => one.value)).toContain(row.source);
      expect(LIMIT_POLLUTANTS[row.medium].map(one => one.value)).toContain(row.pollutant);
      expect(unitsOf(row.medium)).toContain(row.unit);
      expect(limitInBaseUnit(row)?.gt(0)).toBe(true);
    }
    for (const [at, row] of LIMIT_SEED.entries()) expect([row.standard, row.source, row.pollutant, LIMIT_SEED.slice(at + 1).some(other => sameLimit(row, other))]).toEqual([row.standard, row.source, row.pollutant, false]);
  });

  it('claim nothing that nobody compared, say where each was taken from, and bring no values the fact sheet doubts', () => {
    expect(LIMIT_SEED.filter(row => row.verified || !row.origin)).toEqual([]);
    expect(LIMIT_SEED.filter(row => row.standard.startsWith('GB 16171.1'))).toEqual([]);
  });

  it('let the demonstration forms pass without a remark', () => {
    expect(review({ ...context, form: completeLimeKilnForm({ uscc: USCC, fileIds: FILES }) })).toEqual([]);
    expect(review({ ...context, form: completeHospitalForm({ uscc: USCC, fileIds: FILES }) })).toEqual([]);
  });
});
