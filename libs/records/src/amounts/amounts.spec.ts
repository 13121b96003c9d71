import { completeLimeKilnForm, type Form } from '@huanbao/permits';
import { operatingTime } from './operating-time';
import { amountOfQuarter, type QuarterInput, sumOf } from './quarter';

const lime = completeLimeKilnForm({ fileIds: { eia: '1' } }) as Form;
const entry = (itemKey: string, businessDate: string, runningHours?: string) => ({ itemKey, businessDate, data: runningHours === undefined ? { state: 'stopped' } : { state: 'running', runningHours } });
const QUARTER = { key: '2026Q4', from: '2026-10-01', to: '2026-12-31' };

describe('how long an outlet discharged', () => {
  const span = { from: '2026-10-01', to: '2026-10-10' };
  it('takes the ledger of the facilities that lead to it, shifts added up, never more than a day has', () => {
    const entries = [entry('facility-operation:MF0001', '2026-10-01', '8'), entry('facility-operation:MF0001', '2026-10-01', '8'), entry('facility-operation:MF0001', '2026-10-02'), entry('facility-operation:MF0002', '2026-10-03', '20'), entry('facility-operation:MF0001', '2026-10-04', '24'), entry('facility-operation:MF0001', '2026-10-04', '24'), entry('facility-operation:MF0001', '2026-11-01', '24')];
    expect(operatingTime(lime, 'DA001', { entries, ...span })).toMatchObject({ hours: '40', days: '2' });
    expect(operatingTime(lime, 'DA002', { entries, ...span })).toMatchObject({ hours: '20', days: '1' });
  });
  it('falls back to the permit’s hours in proportion, and says so', () => {
    const time = operatingTime(lime, 'DA001', { entries: [], ...span });
    expect([time.hours, time.days]).toEqual(['216.99', '10']);
    expect(time.source.zh).toContain('年运行 7920 小时');
  });
});

describe('the amount of a quarter', () => {
  const input: QuarterInput = {
    medium: 'air', quarter: QUARTER, days: 1, readings: [], samples: [], time: { hours: '1000', days: '42', source: { zh: '台账', en: 'ledger' } }, designFlow: '60000', coefficient: null, balance: null, automaticDemanded: false,
  };
  const hours = (count: number) => Array.from({ length: count }, (_, index) => ({ at: `2026-10-01T${String(index).padStart(2, '0')}`, concentration: '10', flow: '1000', state: 'valid' as const }));
  const sample = (over: object = {}) => ({ sampledOn: '2026-11-03', value: '20', belowDetection: false, flow: '50000', ...over });
  const coefficient = { activity: '1000', activityUnit: 't', factorKgPerUnit: '2', removal: '0.9', treatmentRate: '1', source: '手册' };
  const shown = (over: Partial<QuarterInput>): string => {
    const found = amountOfQuarter({ ...input, ...over });
    return 'figure' in found ? `${found.figure.method} ${found.figure.amountT}` : found.refused.code;
  };
  const words = (over: Partial<QuarterInput>): string => {
    const found = amountOfQuarter({ ...input, ...over });
    return 'figure' in found ? found.figure.steps.map(one => one.zh).join('\n') : found.refused.zh;
  };

  it.each<[string, Partial<QuarterInput>, string]>([
    ['a whole day of hours', { readings: hours(24), samples: [sample()] }, 'automatic 0.00024'],
    ['too few hours: by hand', { readings: hours(17), samples: [sample()] }, 'manual 1'],
    ['not detected is half of the limit', { samples: [sample({ value: '2', belowDetection: true })] }, 'manual 0.05'],
    ['the permit’s flow where none was measured', { samples: [sample({ flow: null })] }, 'manual 1.2'],
    ['no flow at all', { samples: [sample({ flow: null })], designFlow: null }, 'no-flow'],
    ['water by days', { medium: 'water', samples: [sample({ value: '40', flow: '500' })] }, 'manual 0.84'],
    ['a coefficient', { coefficient }, 'coefficient 0.2'],
    ['demanded and not there: direct discharge', { coefficient, samples: [sample()], automaticDemanded: true }, 'coefficient 2'],
    ['nothing', {}, 'no-data'],
  ])('%s', (_name, over, due) => expect(shown(over)).toBe(due));

  it('says whose results and whose flow it used', () => {
    expect(words({ samples: [sample({ sampledOn: '2026-05-03', flow: null, belowDetection: true })] }).split('\n').slice(0, 3)).toEqual(['本季没有手工监测，用当年已有的监测结果', '1 次未检出，按检出限的一半计（待核）', '1 次没有实测流量，用许可证载明的流量 60000']);
  });
  it('adds decimals without losing any', () => expect(sumOf(['0.1', '0.2', '0.000000001'])).toBe('0.300000001'));
});
