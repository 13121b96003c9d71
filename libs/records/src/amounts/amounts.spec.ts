import { completeLimeKilnForm, type Form } from '@huanbao/permits';
import type { MonitoringExcuse } from '../monitoring/excuses';
import { type DayFacts, type FacilityEntry, operatingDays } from './operating-days';
import { operatingTime } from './operating-time';
import { amountOfQuarter, type QuarterInput, sumOf } from './quarter';

const lime = completeLimeKilnForm({ fileIds: { eia: '1' } }) as Form;
const entry = (itemKey: string, businessDate: string, runningHours?: string) => ({ itemKey, businessDate, data: runningHours === undefined ? { state: 'stopped' } : { state: 'running', runningHours } });
const QUARTER = { key: '2026Q4', from: '2026-10-01', to: '2026-12-31' };

const stop = (from: string, to: string | null, places: readonly string[] | null = null): MonitoringExcuse => ({ places, from, to, recordId: `${from}`, reason: '检修' });

describe('how long an outlet discharged', () => {
  const SPAN = { from: '2026-10-01', to: '2026-10-10', today: '2026-12-01', excuses: [], dischargedOn: new Set<string>(), stoppedOn: new Set<string>() };
  const time = (place: string, over: Partial<DayFacts>) => operatingTime(lime, place, operatingDays(() => lime, place, { ...SPAN, entries: [], ...over }));
  const rest = (from: number): FacilityEntry[] => Array.from({ length: 11 - from }, (_, index) => entry('facility-operation:MF0001', `2026-10-${String(from + index).padStart(2, '0')}`));
  const ran = [entry('facility-operation:MF0001', '2026-10-01', '8'), entry('facility-operation:MF0001', '2026-10-01', '8'), entry('facility-operation:MF0001', '2026-10-02'), entry('facility-operation:MF0001', '2026-10-04', '24'), entry('facility-operation:MF0001', '2026-10-04', '24'), entry('facility-operation:MF0001', '2026-11-01', '24')];
  const words = (found: { source: readonly { zh: string }[] }): string => found.source.map(one => one.zh).join('\n');

  it('takes the ledger of the facilities that lead to it, shifts added up, never more than a day has', () => {
    expect(time('DA001', { entries: [...ran, entry('facility-operation:MF0001', '2026-10-03'), ...rest(5)] })).toMatchObject({ hours: '40', days: '2', missingDays: 0, standingDays: 8, isStanding: false });
    // the entries of another outlet's facility say nothing
    expect(time('DA002', { entries: [...ran, ...rest(5)] })).toMatchObject({ missingDays: 10 });
  });
  it('does not take a day without an entry for zero, and names it', () => {
    const found = time('DA001', { entries: [...ran, ...rest(8)] });
    // 16 + 24 h entered, four days at 7,920 h a year
    expect(found).toMatchObject({ hours: '126.79', days: '6', missingDays: 4, standingDays: 4 });
    expect(words(found)).toContain('台账有 4 天没有运行时间（2026-10-03、2026-10-05 至 2026-10-07），不按零计：按许可证载明的年运行 7920 小时折算 86.79 小时');
  });
  it('takes the permit’s hours for a whole span without a ledger, and the running day is not missed yet', () => {
    expect(time('DA001', {})).toMatchObject({ hours: '216.99', days: '10', missingDays: 10 });
    expect(time('DA001', { today: '2026-10-10' })).toMatchObject({ hours: '195.29', days: '9', missingDays: 9 });
  });
  it.each<[string, Partial<DayFacts>, object]>([
    ['a stoppage of the site', { excuses: [stop('2026-09-20', null)] }, { hours: '0', missingDays: 0, standingDays: 10, isStanding: true }],
    ['one of the outlet', { excuses: [stop('2026-10-01', '2026-10-10', ['DA001'])] }, { isStanding: true }],
    ['one of another outlet', { excuses: [stop('2026-10-01', '2026-10-10', ['DA002'])] }, { isStanding: false, missingDays: 10 }],
    ['a stoppage of four days', { excuses: [stop('2026-10-01', '2026-10-04')] }, { hours: '130.19', standingDays: 4, missingDays: 6, isStanding: false }],
    ['the whole plant by its ledger', { entries: Array.from({ length: 10 }, (_, index) => ({ itemKey: 'facility-operation:plant', businessDate: `2026-10-${String(index + 1).padStart(2, '0')}`, data: { stopped: true } })) }, { isStanding: true, missingDays: 0 }],
    ['hours of the ledger within a reported stoppage', { excuses: [stop('2026-10-01', '2026-10-10')], entries: [entry('facility-operation:MF0001', '2026-10-02', '5')] }, { hours: '5', standingDays: 9, isStanding: false }],
    ['a sample or flow within a reported stoppage', { excuses: [stop('2026-10-01', '2026-10-10')], dischargedOn: new Set(['2026-10-03']) }, { hours: '21.7', standingDays: 9, missingDays: 1, isStanding: false }],
    ['a device that gave every hour as standing', { stoppedOn: new Set(Array.from({ length: 10 }, (_, index) => `2026-10-${String(index + 1).padStart(2, '0')}`)) }, { isStanding: true }],
  ])('%s', (_name, over, due) => expect(time('DA001', over)).toMatchObject(due));
  describe('a ledger that is kept in part', () => {
    const table = (section: string, name: string): object[] => ((lime as Record<string, Record<string, object[]> | undefined>)[section]?.[name] ?? []);
    const shifts = { ...lime, ledgers: { records: [{ kind: 'facility-operation', frequency: '每班1次，每日三班', retentionYears: '5' }] } } as unknown as Form;
    const second = { code: 'MF0009', name: '2号石灰竖窑' };
    const two = { ...lime, products: { ...lime.products, facilities: [...table('products', 'facilities'), second] }, 'process-nodes': { nodes: [...table('process-nodes', 'nodes'), { facilityCode: second.code, outletCode: 'DA001', emissionForm: 'organised' }] }, ledgers: { records: [{ kind: 'facility-operation', frequency: '1次/日', retentionYears: '5' }] } } as unknown as Form;
    const day = { ...SPAN, to: '2026-10-01' };
    const of = (form: Form, entries: FacilityEntry[], over: Partial<DayFacts> = {}) => operatingTime(form, 'DA001', operatingDays(() => form, 'DA001', { ...day, entries, ...over }));
    const one = (code: string, hours?: string): FacilityEntry => entry(`facility-operation:${code}`, '2026-10-01', hours);

    it.each<[string, Form, FacilityEntry[], object]>([
      ['one of three shifts ran: the permit’s 7,920 h a year', shifts, [one('MF0001', '8')], { hours: '21.7', missingDays: 1, days: '1' }],
      ['one of three shifts stood: the others may have run', shifts, [one('MF0001')], { hours: '21.7', missingDays: 1, standingDays: 0, isStanding: false }],
      ['one of two facilities is entered', two, [one('MF0001', '10')], { hours: '21.7', missingDays: 1 }],
      ['one of two stood', two, [one('MF0001')], { hours: '21.7', missingDays: 1, isStanding: false }],
      ['entered hours above the permit’s are kept', two, [one('MF0001', '23')], { hours: '23', missingDays: 1 }],
      ['a whole day of one facility needs no word of the other', two, [one('MF0001', '24')], { hours: '24', missingDays: 0 }],
      ['all three shifts', shifts, [one('MF0001', '8'), one('MF0001', '8'), one('MF0001')], { hours: '16', missingDays: 0 }],
      ['all three stood', shifts, [one('MF0001'), one('MF0001'), one('MF0001')], { hours: '0', isStanding: true }],
    ])('%s', (_name, form, entries, due) => expect(of(form, entries)).toMatchObject(due));

    it('says so', () => expect(words(of(shifts, [one('MF0001', '8')]))).toContain('台账有 1 天没有记全运行时间（2026-10-01）'));
    it('is whole so far while the day is running', () => expect(of(shifts, [one('MF0001', '8')], { today: '2026-10-01' })).toMatchObject({ hours: '8', missingDays: 0 }));
    it('is judged by the facilities that the permit of the day names', () => {
      const entries = [one('MF0001', '10'), entry('facility-operation:MF0001', '2026-10-02', '10')];
      const days = operatingDays(on => (on < '2026-10-02' ? lime : two), 'DA001', { ...SPAN, to: '2026-10-02', entries });
      expect(days.map(found => found.state)).toEqual(['ran', 'missing']);
    });
  });
  it('says what stood, and what contradicts a reported stoppage', () => {
    expect(words(time('DA001', { excuses: [stop('2026-09-20', null)] }))).toBe('停产报告 2026-09-20 至 未复产（检修）：其中 10 天不排放，计 0');
    expect(words(time('DA001', { excuses: [stop('2026-10-01', '2026-10-10')], entries: [entry('facility-operation:MF0001', '2026-10-02', '5')] }))).toContain('停产报告或停运记录的日子里有 1 天（2026-10-02）有运行或排放数据');
  });
});

describe('the amount of a quarter', () => {
  const input: QuarterInput = {
    medium: 'air', quarter: QUARTER, days: 1, readings: [], samples: [], time: { hours: '1000', days: '42', missingDays: 0, standingDays: 0, isStanding: false, source: [{ zh: '台账', en: 'ledger' }] }, stoodOn: new Set(), designFlow: '60000', coefficient: null, balance: null, automaticDemanded: false,
  };
  const hours = (count: number) => Array.from({ length: count }, (_, index) => ({ at: `2026-10-01T${String(index).padStart(2, '0')}`, concentration: '10', flow: '1000', state: 'valid' as const }));
  const sample = (over: object = {}) => ({ sampledOn: '2026-11-03', value: '20', belowDetection: false, flow: '50000', ...over });
  const coefficient = { activity: '1000', activityUnit: 't', factorKgPerUnit: '2', removal: '0.9', treatmentRate: '1', source: '手册' };
  const standing = { hours: '0', days: '0', missingDays: 0, standingDays: 1, isStanding: true, source: [{ zh: '停产报告', en: 'stoppage' }] };
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
    ['everything stood: zero, and no data are wanted', { time: standing }, 'standing 0'],
    ['everything stood where automatic monitoring is demanded', { time: standing, automaticDemanded: true }, 'standing 0'],
    ['everything stood, and yet a person entered what was burnt', { time: standing, coefficient }, 'coefficient 0.2'],
    ['the same with results of earlier in the year, whose zero does not beat it', { time: standing, coefficient, samples: [sample({ sampledOn: '2026-05-03' })] }, 'coefficient 0.2'],
    ['hours of days that stood are not expected', { days: 3, stoodOn: new Set(['2026-10-02', '2026-10-03']), readings: hours(24) }, 'automatic 0.00024'],
  ])('%s', (_name, over, due) => expect(shown(over)).toBe(due));

  it('says whose results and whose flow it used', () => {
    expect(words({ samples: [sample({ sampledOn: '2026-05-03', flow: null, belowDetection: true })] }).split('\n').slice(0, 3)).toEqual(['本季没有手工监测，用当年已有的监测结果', '1 次未检出，按检出限的一半计（待核）', '1 次没有实测流量，用许可证载明的流量 60000']);
  });
  it('says why it is zero', () => expect(words({ time: standing })).toBe('停产报告'));
  it('adds decimals without losing any', () => expect(sumOf(['0.1', '0.2', '0.000000001'])).toBe('0.300000001'));
});
