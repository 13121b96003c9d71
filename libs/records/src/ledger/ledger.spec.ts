import { completeHospitalForm, completeLimeKilnForm, type Form } from '@huanbao/permits';
import { acceptEntry } from './accept';
import { completenessOf, neededSpan } from './completeness';
import { frequencyOf, periodOf } from './rhythm';
import { ledgerItems } from './template';

const lime = completeLimeKilnForm({ fileIds: { eia: '1' } }) as Form;
const hospital = completeHospitalForm({ fileIds: { eia: '1' } }) as Form;
const withLedgers = (records: object[]): Form => ({ ...lime, ledgers: { records } }) as unknown as Form;

describe('frequencies as permits write them', () => {
  it.each([
    ['day', 'day', 1], ['shift', 'shift', 3], ['1次/日', 'day', 1], ['1次/日（班）', 'day', 1], ['每班1次', 'shift', 3], ['1次/班，四班', 'shift', 4], ['两班，每班记录', 'shift', 2], ['1次/年或变化时', 'year', 1], ['每批次记录', 'batch', 1],
    ['非正常工况每工况期1次', 'event', 1], ['每半年一次', 'half-year', 1], ['1次/季度', 'quarter', 1], ['每周一次', 'week', 1], ['monthly', 'month', 1],
  ])('%s is %s, %d', (words, rhythm, shifts) => expect(frequencyOf(words)).toEqual({ rhythm, shifts }));
  it('does not guess', () => expect(frequencyOf('按要求')).toBeUndefined());
  it.each([
    ['week', '2026-11-24', '2026-11-23', '2026-11-29'], ['month', '2028-02-10', '2028-02-01', '2028-02-29'], ['quarter', '2026-05-31', '2026-04-01', '2026-06-30'],
    ['half-year', '2026-07-01', '2026-07-01', '2026-12-31'], ['year', '2026-01-01', '2026-01-01', '2026-12-31'],
  ] as const)('%s of %s is %s to %s', (rhythm, day, from, to) => expect(periodOf(rhythm, day)).toEqual({ from, to }));
});

describe('the ledger of a permit', () => {
  it('names the permit’s own facilities, treatments and outlets', () => {
    expect(ledgerItems(lime).map(item => item.key)).toEqual([
      'basic', 'facility-operation:plant', 'facility-operation:MF0001', 'facility-operation:MF0002', 'treatment-operation:TA001', 'treatment-operation:TA002', 'monitoring:sampling', 'other:fugitive', 'other:event',
    ]);
    expect(new Set(ledgerItems(lime).map(item => item.kind)).size).toBe(5);
    const plant = ledgerItems(lime).find(item => item.key.endsWith('plant'));
    expect(plant?.fields.map(field => [field.name, field.label.zh, field.unit])).toEqual([
      ['output1', '冶金石灰产量', 't'], ['material1', '石灰石用量', 't'], ['fuel1', '净化焦炉煤气用量', '万m³'], ['stopped', '全厂停产', undefined], ['note', '备注', undefined],
    ]);
  });
  it('asks of a dust filter its pressure drop, of a sewage station its water', () => {
    const names = (form: Form, key: string): string[] => ledgerItems(form).find(item => item.key === key)?.fields.map(field => field.name) ?? [];
    expect(names(lime, 'treatment-operation:TA001')).toContain('pressureDropPa');
    expect(names(hospital, 'treatment-operation:TW001')).toEqual(expect.arrayContaining(['inflowM3', 'outflowM3', 'sludgeT']));
  });
  it('takes the frequency and the years of the permit where it says them, the tightest of several', () => {
    const form = withLedgers([
      { kind: 'treatment-operation', frequency: '1次/日', retentionYears: 5 }, { kind: 'treatment-operation', frequency: '每班一次', retentionYears: 10 }, { kind: 'facility-operation', frequency: 'month', retentionYears: 3 },
    ]);
    const item = (key: string) => ledgerItems(form).find(one => one.key === key);
    expect(item('treatment-operation:TA001')).toMatchObject({ rhythm: 'shift', shifts: 3, retentionYears: 10, basis: { zh: '许可证载明的台账要求' } });
    expect(item('facility-operation:MF0001')).toMatchObject({ rhythm: 'month', retentionYears: 5 });
    expect(item('other:fugitive')).toMatchObject({ rhythm: 'day', basis: { zh: 'HJ 944-2018 一般要求（许可证未载明）' } });
    expect(item('monitoring:sampling')).toMatchObject({ rhythm: 'event' });
  });
});

describe('what may be entered', () => {
  const form = withLedgers([{ kind: 'treatment-operation', frequency: 'shift', retentionYears: 5 }]);
  const context = { today: '2026-11-24', itemsOn: (day: string) => (day < '2026-01-01' ? null : ledgerItems(form)) };
  const kiln = (over: object): object => ({ itemKey: 'facility-operation:MF0001', businessDate: '2026-11-23', data: { state: 'running', runningHours: '24' }, ...over });
  const pointers = (raw: unknown): string[] => {
    const found = acceptEntry(raw, context);
    return 'problems' in found ? found.problems.map(one => `${one.pointer} ${one.code}`) : [];
  };

  it.each<[string, unknown, string[]]>([
    ['all is well', kiln({}), []],
    ['no row', 7, [' type']],
    ['a list', [], [' type']],
    ['tomorrow', kiln({ businessDate: '2026-11-25' }), ['/businessDate future']],
    ['no such day', kiln({ businessDate: '2026-02-30' }), ['/businessDate date']],
    ['before the permit', kiln({ businessDate: '2025-12-31' }), ['/businessDate before-permit']],
    ['somebody else’s facility', kiln({ itemKey: 'facility-operation:MF0099' }), ['/itemKey item']],
    ['25 hours a day', kiln({ data: { state: 'running', runningHours: '25' } }), ['/data/runningHours max']],
    ['negative hours', kiln({ data: { state: 'running', runningHours: '-1' } }), ['/data/runningHours min']],
    ['a unit in the cell', kiln({ data: { state: 'running', runningHours: '24h' } }), ['/data/runningHours unit-in-cell']],
    ['a formula error', kiln({ data: { state: 'running', runningHours: '#REF!' } }), ['/data/runningHours formula-error']],
    ['running without hours', kiln({ data: { state: 'running' } }), ['/data/runningHours missing']],
    ['abnormal without cause', kiln({ data: { state: 'abnormal', runningHours: '3', action: '停机检修' } }), ['/data/cause missing']],
    ['unknown columns', kiln({ data: { state: 'stopped', colour: 'red' }, owner: 'x' }), ['/owner unknown']],
    ['a shift where there is none', kiln({ shift: 1 }), ['/shift shift']],
    ['no shift where one is due', kiln({ itemKey: 'treatment-operation:TA001' }), ['/shift shift']],
    ['a fourth shift of three', kiln({ itemKey: 'treatment-operation:TA001', shift: 4 }), ['/shift shift']],
    ['an empty plant day', kiln({ itemKey: 'facility-operation:plant', data: {} }), ['/data empty']],
  ])('%s', (_name, raw, due) => expect(pointers(raw)).toEqual(due));

  it('reads 全角 digits, keeps one slot a day or shift, and drops what is hidden', () => {
    expect(acceptEntry(kiln({ data: { state: 'running', runningHours: '２３．５' } }), context)).toMatchObject({ entry: { slot: '2026-11-23', data: { runningHours: '23.5' } } });
    expect(acceptEntry(kiln({ itemKey: 'treatment-operation:TA001', shift: 2, data: { state: 'stopped', runningHours: '8' } }), context)).toMatchObject({ entry: { slot: '2026-11-23/2', shift: 2, data: { state: 'stopped' } } });
    expect(acceptEntry({ itemKey: 'other:event', businessDate: '2026-11-23', data: { what: '橙色预警', how: '已停一台窑' } }, context)).toMatchObject({ entry: { slot: null, search: '其他环境管理事项 橙色预警 已停一台窑' } });
  });
});

describe('completeness', () => {
  const span = { from: '2026-11-20', to: '2026-11-26', today: '2026-11-24', begins: '2026-11-21' };
  const states = (rhythm: 'day' | 'shift' | 'week' | 'event', counts: [string, number][], over = {}): string => completenessOf({ key: 'k', rhythm, shifts: 3 }, new Map(counts), { ...span, ...over }).cells.map(cell => cell.state).join(' ');

  it('shows daily gaps; today stays open, days before the permit and to come count for nothing', () => {
    expect(states('day', [['2026-11-22', 1]])).toBe('none missing done missing open none none');
    expect(completenessOf({ key: 'k', rhythm: 'day', shifts: 1 }, new Map([['2026-11-22', 1]]), span)).toMatchObject({ expected: 3, entered: 1 });
  });
  it('knows half-kept days of shifts', () => {
    expect(states('shift', [['2026-11-21', 2], ['2026-11-22', 3], ['2026-11-24', 1]])).toBe('none part done missing open none none');
    expect(completenessOf({ key: 'k', rhythm: 'shift', shifts: 3 }, new Map([['2026-11-21', 5]]), span)).toMatchObject({ expected: 9, entered: 3 });
  });
  it('judges a week when it is over, by any of its days', () => {
    expect(states('week', [['2026-11-17', 1]])).toBe('none none done none none none none');
    expect(states('week', [])).toBe('none none missing none none none none');
    expect(states('week', [], { from: '2026-11-27', to: '2026-11-30' })).toBe('none none open none');
    expect(neededSpan([{ rhythm: 'week' }, { rhythm: 'event' }], '2026-11-20', '2026-11-26')).toEqual({ from: '2026-11-16', to: '2026-11-29' });
  });
  it('misses nothing where nothing is expected', () => expect(states('event', [['2026-11-22', 1]])).toBe('none none done none none none none'));
});
