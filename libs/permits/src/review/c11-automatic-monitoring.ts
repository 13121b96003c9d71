import { rowsOf, textOf } from '../form/form';
import { Finding, findingOf, Rule } from './rule';

const finding = findingOf('C11');
const BASIS = '排污许可管理条例 第二十条；生态环境法典 第一百八十三条';
/** Factors for which automatic monitors are usual at main outlets. */
const AUTOMATIC: ReadonlySet<string> = new Set(['PM', 'SO2', 'NOx', 'COD', 'NH3-N']);

/** C11: a key unit monitors its main outlets automatically, is connected, and says how often by hand when the monitor fails. */
export const c11: Rule = {
  id: 'C11',
  version: '2026.1',
  since: '2026-11-24',
  basis: BASIS,
  title: { zh: '重点单位主要排放口自动监测并联网', en: 'Key units monitor main outlets automatically' },
  check: ({ form }) => {
    const key = textOf(form.basic, 'managementCategory') === 'key';
    const main = new Set([...rowsOf(form, 'air-outlets', 'outlets'), ...rowsOf(form, 'water-outlets', 'outlets')].filter(row => textOf(row, 'outletClass') === 'main').map(row => textOf(row, 'code')));
    return rowsOf(form, 'self-monitoring', 'plan').flatMap((row, index): Finding[] => {
      const at = `/self-monitoring/plan/${index}`;
      const due = key && main.has(textOf(row, 'outletCode')) && AUTOMATIC.has(textOf(row, 'pollutant') ?? '');
      const automatic = textOf(row, 'method') === 'auto';
      if (due && !automatic) return [finding({ level: 'E', pointer: `${at}/method`, actual: '手工', expected: '自动', basis: BASIS, zh: '重点管理单位的主要排放口应当安装自动监测设备并联网，请改为自动，并填写失效时的手工频次', en: 'A main outlet of a key unit is monitored automatically. Choose automatic and give the manual frequency on failure.' })];
      if (due && row['connected'] !== true) return [finding({ level: 'E', pointer: `${at}/connected`, actual: '未联网', expected: '联网', basis: BASIS, zh: '自动监测设备应当与生态环境部门的监控设备联网', en: 'The monitor has to be connected to the bureau.' })];
      if (automatic && textOf(row, 'fallbackFrequency') === undefined) return [finding({ level: 'E', pointer: `${at}/fallbackFrequency`, actual: '未填写', expected: '自动设备失效时的手工监测频次', basis: BASIS, zh: '请填写自动监测设备故障时的手工监测频次', en: 'Give the manual frequency for when the monitor fails.' })];
      return [];
    });
  },
};
