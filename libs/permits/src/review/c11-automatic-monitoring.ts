import { rowsOf, textOf } from '../form/form';
import { Finding, findingOf, type ReviewContext, type Rule } from './rule';

const finding = findingOf('C11');
const BASIS = '排污许可管理条例 第二十条；生态环境法典 第一百八十三条';

interface Due {
  /** By a row that somebody compared: an error; by one that nobody compared, or by a total alone, a person looks. */
  readonly level: 'E' | 'W';
}

/**
 * Which pollutants of a medium are monitored automatically: those of the dated rows of that day, and those whose yearly total an approval or a
 * quota limits, for a total is kept by measuring. Pure.
 */
export function automaticOf({ form, automatic = [] }: Pick<ReviewContext, 'form' | 'automatic'>): ReadonlyMap<string, Due> {
  const totals = rowsOf(form, 'basic', 'approvedTotals').flatMap(row => textOf(row, 'pollutant') ?? []);
  return new Map<string, Due>([
    ...MEDIA.flatMap(medium => totals.map((pollutant): [string, Due] => [`${medium}:${pollutant}`, { level: 'W' }])),
    ...automatic.map((one): [string, Due] => [one.key, { level: one.level }]),
  ]);
}

const MEDIA = ['air', 'water'] as const;

/** C11: a key unit monitors its main outlets automatically, is connected, and says how often by hand when the monitor fails. */
export const c11: Rule = {
  id: 'C11',
  version: '2026.2',
  since: '2026-11-30',
  basis: BASIS,
  title: { zh: '重点单位主要排放口自动监测并联网', en: 'Key units monitor main outlets automatically' },
  check: ({ form, automatic: rows }) => {
    const key = textOf(form.basic, 'managementCategory') === 'key';
    const media = new Map(MEDIA.flatMap(medium => rowsOf(form, `${medium}-outlets`, 'outlets').filter(row => textOf(row, 'outletClass') === 'main').map(row => [textOf(row, 'code'), medium] as const)));
    const wanted = automaticOf({ form, automatic: rows });
    return rowsOf(form, 'self-monitoring', 'plan').flatMap((row, index): Finding[] => {
      const at = `/self-monitoring/plan/${index}`;
      const due = key ? wanted.get(`${media.get(textOf(row, 'outletCode')) ?? ''}:${textOf(row, 'pollutant') ?? ''}`) : undefined;
      const automatic = textOf(row, 'method') === 'auto';
      if (due && !automatic) return [byHand(due, at)];
      if (due && row['connected'] !== true) return [finding({ level: due.level, pointer: `${at}/connected`, actual: '未联网', expected: '联网', basis: BASIS, zh: '自动监测设备应当与生态环境部门的监控设备联网', en: 'The monitor has to be connected to the bureau.' })];
      if (automatic && textOf(row, 'fallbackFrequency') === undefined) return [finding({ level: 'E', pointer: `${at}/fallbackFrequency`, actual: '未填写', expected: '自动设备失效时的手工监测频次', basis: BASIS, zh: '请填写自动监测设备故障时的手工监测频次', en: 'Give the manual frequency for when the monitor fails.' })];
      return [];
    });
  },
};

function byHand({ level }: Due, at: string): Finding {
  return finding({
    level, pointer: `${at}/method`, actual: '手工', expected: '自动', basis: BASIS,
    zh: level === 'E' ? '重点管理单位的主要排放口应当安装自动监测设备并联网，请改为自动，并填写失效时的手工频次' : '重点管理单位的主要排放口，这种污染物通常要自动监测（参考值没有核对，或者只因有总量指标），请对照技术规范核对',
    en: level === 'E' ? 'A main outlet of a key unit is monitored automatically. Choose automatic and give the manual frequency on failure.' : 'At a main outlet of a key unit this pollutant is usually monitored automatically (the row is not verified, or a total alone asks for it). Compare with the specification.',
  });
}
