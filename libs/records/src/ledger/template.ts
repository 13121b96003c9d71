import type { Field, Form, Row, Text } from '@huanbao/permits';
import { tableOf, textIn } from '../form-words';
import { facilityFields, otherFields, plantFields, sampling, treatmentFields, upkeepFields, basicFields, fugitiveFields } from './fields';
import { Frequency, frequencyOf, tighter } from './rhythm';

export const LEDGER_KINDS = ['basic', 'facility-operation', 'treatment-operation', 'monitoring', 'other'] as const;
export type LedgerKind = (typeof LEDGER_KINDS)[number];

export const KIND_TITLES: Readonly<Record<LedgerKind, Text>> = {
  basic: { zh: '基本信息', en: 'Basic information' },
  'facility-operation': { zh: '生产设施运行', en: 'Production facilities' },
  'treatment-operation': { zh: '污染治理设施运行', en: 'Treatment facilities' },
  monitoring: { zh: '监测记录', en: 'Monitoring' },
  other: { zh: '其他环境管理', en: 'Other management' },
};

/** One line of the ledger as the permit of a day demands it. */
export interface LedgerItem extends Frequency {
  /** Stable while the permit names the same thing: `facility-operation:MF0001`. */
  readonly key: string;
  readonly kind: LedgerKind;
  readonly title: Text;
  /** Where the frequency comes from. */
  readonly basis: Text;
  readonly retentionYears: number;
  readonly fields: readonly Field[];
}

/** 保存期限不得少于5年 (排污许可管理条例 art. 21). */
const KEPT_YEARS = 5;
const PERMIT: Text = { zh: '许可证载明的台账要求', en: 'As the permit demands' };
const STANDARD: Text = { zh: 'HJ 944-2018 一般要求（许可证未载明）', en: 'HJ 944-2018, as the permit does not say' };

type Draft = Pick<LedgerItem, 'key' | 'kind' | 'title' | 'fields'> & { readonly usual: Frequency; readonly fixed?: boolean };
const per = (rhythm: Frequency['rhythm']): Frequency => ({ rhythm, shifts: 1 });

/** What the ledgers of a permit consist of: its own facilities, treatments, outlets and frequencies. */
export function ledgerItems(form: Form): LedgerItem[] {
  const demanded = demands(form);
  return drafts(form).map(({ usual, fixed, ...item }) => {
    const said = demanded.get(item.kind);
    const use = said?.frequency && !fixed ? said.frequency : usual;
    return { ...item, ...use, basis: said?.frequency && !fixed ? PERMIT : STANDARD, retentionYears: Math.max(KEPT_YEARS, said?.years ?? KEPT_YEARS) };
  });
}

function drafts(form: Form): Draft[] {
  return [
    { key: 'basic', kind: 'basic', title: { zh: '基本信息核对', en: 'Basic information' }, usual: per('year'), fields: basicFields() },
    { key: 'facility-operation:plant', kind: 'facility-operation', title: { zh: '全厂产量和原辅料、燃料', en: 'Output, materials and fuels' }, usual: per('day'), fields: plantFields(form) },
    ...facilities(form),
    ...treatments(form),
    ...automatic(form),
    { key: 'monitoring:sampling', kind: 'monitoring', title: { zh: '手工监测采样记录', en: 'Sampling by hand' }, usual: per('event'), fixed: true, fields: sampling(form) },
    ...fugitive(form),
    { key: 'other:event', kind: 'other', title: { zh: '其他环境管理事项', en: 'Other matters' }, usual: per('event'), fixed: true, fields: otherFields() },
  ];
}

function facilities(form: Form): Draft[] {
  return unique(tableOf(form, 'products', 'facilities'), 'code').map(row => ({
    key: `facility-operation:${textIn(row, 'code')}`, kind: 'facility-operation', usual: per('day'), fields: facilityFields(), title: named(row, 'code', 'name'),
  }));
}

function treatments(form: Form): Draft[] {
  return unique(tableOf(form, 'process-nodes', 'nodes').filter(row => textIn(row, 'treatmentCode') !== ''), 'treatmentCode').map(row => ({
    key: `treatment-operation:${textIn(row, 'treatmentCode')}`, kind: 'treatment-operation', usual: per('day'), title: named(row, 'treatmentCode', 'treatmentName'),
    fields: treatmentFields({ isWater: textIn(row, 'emissionForm') === 'water', process: textIn(row, 'treatmentProcess') }),
  }));
}

function automatic(form: Form): Draft[] {
  const watched = unique(tableOf(form, 'self-monitoring', 'plan').filter(row => textIn(row, 'method') === 'auto' && textIn(row, 'outletCode') !== ''), 'outletCode');
  return watched.map(row => ({
    key: `monitoring:auto:${textIn(row, 'outletCode')}`, kind: 'monitoring', usual: per('week'), fixed: true, fields: upkeepFields(),
    title: { zh: `${textIn(row, 'outletCode')} 自动监测运行维护`, en: `${textIn(row, 'outletCode')} upkeep of automatic monitoring` },
  }));
}

function fugitive(form: Form): Draft[] {
  const points = tableOf(form, 'fugitive', 'points').length > 0 || tableOf(form, 'process-nodes', 'nodes').some(row => textIn(row, 'emissionForm') === 'fugitive');
  return points ? [{ key: 'other:fugitive', kind: 'other', title: { zh: '无组织排放控制', en: 'Control of fugitive emissions' }, usual: per('day'), fields: fugitiveFields() }] : [];
}

const named = (row: Row, code: string, name: string): Text => {
  const title = `${textIn(row, code)} ${textIn(row, name)}`.trim();
  return { zh: title, en: title };
};

const unique = (rows: readonly Row[], name: string): Row[] => [...new Map(rows.filter(row => textIn(row, name) !== '').map(row => [textIn(row, name), row])).values()];

interface Demand {
  readonly frequency: Frequency | undefined;
  readonly years: number;
}

/** The tightest frequency and the longest keeping the permit names for each kind. */
function demands(form: Form): Map<string, Demand> {
  const found = new Map<string, Demand>();
  for (const row of tableOf(form, 'ledgers', 'records')) {
    const [kind, frequency, years] = [textIn(row, 'kind'), frequencyOf(textIn(row, 'frequency')), Number(textIn(row, 'retentionYears')) || KEPT_YEARS];
    const before = found.get(kind);
    const both = before?.frequency && frequency ? tighter(before.frequency, frequency) : (frequency ?? before?.frequency);
    found.set(kind, { frequency: both, years: Math.max(years, before?.years ?? 0) });
  }
  return found;
}
