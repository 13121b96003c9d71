import { f, type Field, type Form, help, option } from '@huanbao/permits';
import { tableOf, textIn } from '../form-words';

const STATE = [option('running', '运行', 'Running'), option('stopped', '停运', 'Stopped'), option('abnormal', '异常', 'Abnormal')];
const RUNS = { field: 'state', in: ['running', 'abnormal'] } as const;
const ABNORMAL = { field: 'state', in: ['abnormal'] } as const;

const state = (): Field => f.select('state', ['状态', 'State'], { required: 'always', options: STATE });
const hours = (): Field => f.decimal('runningHours', ['运行时间', 'Hours'], { required: RUNS, visibleWhen: RUNS, unit: 'h', min: 0, max: 24, decimals: 2, example: '24' });
const cause = (): Field => f.text('cause', ['异常情况和原因', 'What was abnormal, and why'], { required: ABNORMAL, visibleWhen: ABNORMAL, max: 200 });
const action = (): Field => f.text('action', ['采取的措施', 'What was done'], { required: ABNORMAL, visibleWhen: ABNORMAL, max: 200 });
const note = (): Field => f.text('note', ['备注', 'Note'], { max: 200 });

export const basicFields = (): Field[] => [
  f.boolean('changed', ['与许可证相比有变化', 'Differs from the permit'], { required: 'always' }),
  f.text('what', ['变化的内容', 'What changed'], { required: { field: 'changed', in: [true] }, visibleWhen: { field: 'changed', in: [true] }, max: 500 }),
  note(),
];

export const facilityFields = (): Field[] => [
  state(), hours(), f.decimal('loadPercent', ['生产负荷', 'Load'], { visibleWhen: RUNS, unit: '%', min: 0, max: 150, decimals: 1, example: '85' }), cause(), action(), note(),
];

const MOST = 1_000_000_000;

/** Output of each product, use of each material and fuel of the permit, in the permit's own units without the year. */
export function plantFields(form: Form): Field[] {
  const amount = (name: string, label: [string, string], unit: string): Field => f.decimal(name, label, { unit: unit.replace(/\/[ad]$/, ''), min: 0, max: MOST, decimals: 4 });
  return [
    ...tableOf(form, 'products', 'products').map((row, index) => amount(`output${index + 1}`, [`${textIn(row, 'name')}产量`, `Output: ${textIn(row, 'name')}`], textIn(row, 'capacityUnit'))),
    ...tableOf(form, 'materials', 'materials').map((row, index) => amount(`material${index + 1}`, [`${textIn(row, 'name')}用量`, `Use: ${textIn(row, 'name')}`], textIn(row, 'unit'))),
    ...tableOf(form, 'materials', 'fuels').map((row, index) => amount(`fuel${index + 1}`, [`${textIn(row, 'name')}用量`, `Use: ${textIn(row, 'name')}`], textIn(row, 'unit'))),
    f.boolean('stopped', ['全厂停产', 'The whole plant stood still']),
    note(),
  ];
}

export function treatmentFields({ isWater, process }: { isWater: boolean; process: string }): Field[] {
  const water = [
    f.decimal('inflowM3', ['进水量', 'Inflow'], { visibleWhen: RUNS, unit: 'm³', min: 0, max: MOST, decimals: 2 }),
    f.decimal('outflowM3', ['出水量', 'Outflow'], { visibleWhen: RUNS, unit: 'm³', min: 0, max: MOST, decimals: 2 }),
    f.decimal('sludgeT', ['污泥产生量', 'Sludge'], { visibleWhen: RUNS, unit: 't', min: 0, max: MOST, decimals: 4 }),
  ];
  const dust = /除尘|布袋|电袋|静电/.test(process) ? [f.decimal('pressureDropPa', ['除尘器压差', 'Pressure drop'], { visibleWhen: RUNS, unit: 'Pa', min: 0, max: 20_000, decimals: 1, example: '1200' })] : [];
  return [
    state(), hours(), ...(isWater ? water : dust),
    f.text('reagent', ['药剂名称', 'Reagent'], { visibleWhen: RUNS, max: 60, example: '尿素' }),
    f.decimal('reagentKg', ['药剂用量', 'Reagent used'], { visibleWhen: RUNS, unit: 'kg', min: 0, max: MOST, decimals: 3 }),
    f.decimal('powerKwh', ['用电量', 'Power'], { visibleWhen: RUNS, unit: 'kW·h', min: 0, max: MOST, decimals: 2 }),
    cause(), action(), note(),
  ];
}

export function sampling(form: Form): Field[] {
  const outlets = [...tableOf(form, 'air-outlets', 'outlets'), ...tableOf(form, 'water-outlets', 'outlets')].map(row => option(textIn(row, 'code'), `${textIn(row, 'code')} ${textIn(row, 'name')}`, textIn(row, 'code')));
  return [
    f.select('outletCode', ['排放口', 'Outlet'], { required: 'always', options: [...outlets, option('boundary', '厂界', 'Boundary')] }),
    f.text('sampleNo', ['样品编号', 'Sample'], { max: 60 }),
    f.text('laboratory', ['采样或检测单位', 'Who sampled'], { required: 'always', max: 100 }),
    f.decimal('loadPercent', ['采样时生产负荷', 'Load at sampling'], { unit: '%', min: 0, max: 150, decimals: 1, help: help('工况记录影响监测结果是否有效', 'The working condition decides whether the result counts.') }),
    note(),
  ];
}

export const upkeepFields = (): Field[] => [
  f.boolean('calibrated', ['已校准', 'Calibrated'], { required: 'always' }),
  f.decimal('zeroDriftPercent', ['零点漂移', 'Zero drift'], { unit: '%', min: 0, max: 100, decimals: 3 }),
  f.decimal('spanDriftPercent', ['量程漂移', 'Span drift'], { unit: '%', min: 0, max: 100, decimals: 3 }),
  f.text('fault', ['故障和处理', 'Fault and repair'], { max: 200 }),
  note(),
];

const MEASURES = [
  option('sprayed', '洒水、喷雾', 'Sprayed'), option('covered', '苫盖、密闭', 'Covered'), option('swept', '清扫', 'Swept'), option('washed', '车辆冲洗', 'Vehicles washed'), option('other', '其他', 'Other'),
];

export const fugitiveFields = (): Field[] => [
  f.multiselect('measures', ['今天采取的措施', 'Measures today'], { required: 'always', options: MEASURES }),
  f.boolean('complaint', ['有扬尘或异味投诉', 'Complaint of dust or odour']),
  note(),
];

export const otherFields = (): Field[] => [f.text('what', ['事项', 'Matter'], { required: 'always', max: 100, example: '重污染天气橙色预警应急减排' }), f.text('how', ['情况和结果', 'What happened'], { required: 'always', max: 500 })];
