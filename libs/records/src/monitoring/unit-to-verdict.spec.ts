import { completeLimeKilnForm, type Form, limitsOf, printed } from '@huanbao/permits';
import { acceptResult, type ResultContext } from './accept';
import { planOf } from './plan';

const FILES = { commitment: '018f0000-0000-7000-8000-000000000001' };

/** What was applied for, kept as a limit, printed, and compared with a result: one number in one unit the whole way. */
describe('benzo[a]pyrene from the form to the verdict', () => {
  const kiln = completeLimeKilnForm({ fileIds: FILES }) as Form;
  const limit = { outletCode: 'DA001', pollutant: 'BaP', standard: 'GB 16171-2012', concentrationMgM3: '0.3' };
  const line = { ...((kiln['self-monitoring']?.['plan'] as object[])[0] as object), outletCode: 'DA001', pollutant: 'BaP' };
  const form = { ...kiln, 'air-limits': { limits: [limit] }, 'self-monitoring': { plan: [line] } } as Form;
  const [kept] = limitsOf(form).filter(one => one.pollutant === 'BaP' && one.measure === 'concentration');
  const context: ResultContext = {
    now: new Date('2026-11-30T02:00:00Z'), before: () => [], sampleUsed: () => false,
    on: () => ({ plan: planOf(form), baseOxygenOf: () => null, lowestOf: () => null, limitOf: () => kept && { value: kept.value, standard: kept.standard } }) as never,
  };
  const verdict = (value: string, unit: string): unknown => {
    const found = acceptResult({ place: 'DA001', pollutant: 'BaP', sampledAt: '2026-11-23 10:00', value, unit, flow: '4800', oxygenPercent: '8', laboratory: '山西某检测公司', cma: '200412050001', confirmed: ['unit-slip', 'far', 'jump'] }, context);
    return 'result' in found ? found.result.comparison.verdict : found.problems;
  };

  it('is kept and printed in μg/m³', () => {
    expect(kept).toMatchObject({ value: '0.3', unit: 'μg/m³' });
    const table = printed(form).find(one => one.key === 'air-limits')?.tables[0];
    expect(table?.columns.find(one => one.name === 'concentrationMgM3')?.unit).toBe('μg/m³');
  });

  it.each([['0.2', 'μg/m³', 'met'], ['0.0002', 'mg/m³', 'met'], ['0.31', 'μg/m³', 'exceeded'], ['0.00031', 'mg/m³', 'exceeded']])('%s %s is %s', (value, unit, due) => {
    expect(verdict(value, unit)).toBe(due);
  });
});
