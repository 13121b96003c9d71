import type { SheetColumn, SheetOption, SheetRow, SheetTable } from '@huanbao/sheets';
import { unitsOf, TIER_WORDS } from '../review/strictest-limit';
import type { LimitMedium, LimitTier } from '../review/rule';
import { LIMIT_POLLUTANTS, LIMIT_SOURCES } from './limit-checks';
import { MEDIUM_WORDS } from './limit-names';
import { MEDIA, TIERS } from './limits.dto';
import type { LimitListRowView } from './limits.view';
import type { LimitContent } from './plan-changes';

const unique = (options: readonly SheetOption[]): SheetOption[] => [...new Map(options.map(({ value, zh, en }) => [value, { value, zh, en }])).values()];
const choice = (key: string, label: readonly [string, string], options: readonly SheetOption[], rest: Partial<SheetColumn> = {}): SheetColumn => ({ key, label: { zh: label[0], en: label[1] }, type: 'choice', options: unique(options), ...rest });
const text = (key: string, label: readonly [string, string], rest: Partial<SheetColumn> = {}): SheetColumn => ({ key, label: { zh: label[0], en: label[1] }, type: 'text', ...rest });
const word = (value: string, zh: string, en: string): SheetOption => ({ value, zh, en });

/** The limits as a sheet: the same columns out and in. */
export const LIMIT_SHEET: SheetTable = {
  title: '排放限值',
  mostRows: 1000,
  columns: [
    text('standard', ['标准号', 'Standard'], { required: true, example: 'GB 13271-2014' }),
    choice('medium', ['介质', 'Medium'], MEDIA.map(value => ({ value, ...MEDIUM_WORDS[value] })), { required: true }),
    choice('source', ['排放源', 'Source'], MEDIA.flatMap(medium => LIMIT_SOURCES[medium]), { required: true }),
    choice('pollutant', ['污染物', 'Pollutant'], MEDIA.flatMap(medium => LIMIT_POLLUTANTS[medium]), { required: true }),
    choice('tier', ['类别', 'Kind'], TIERS.map(value => ({ value, ...TIER_WORDS[value] })), { required: true }),
    // bounds are told by the table's own checks, which know the pollutant
    text('value', ['限值', 'Limit'], { required: true, example: '30' }),
    choice('unit', ['单位', 'Unit'], MEDIA.flatMap(medium => unitsOf(medium)).map(unit => word(unit, unit, unit)), { required: true }),
    { key: 'validFrom', label: { zh: '起用日期', en: 'From' }, type: 'date', required: true, example: '2026-12-01' },
    text('industry', ['行业代码', 'Industry'], { example: '252' }),
    text('fuel', ['燃料', 'Fuel']),
    text('variant', ['情形', 'Case']),
    choice('buildPeriod', ['新建或现有', 'New or existing'], [word('new', '新建', 'new'), word('existing', '现有', 'existing')]),
    { key: 'builtSince', label: { zh: '新建、现有的分界日期', en: 'New since' }, type: 'date' },
    choice('discharge', ['排放方式', 'Discharge'], [word('direct', '直接排放', 'direct'), word('indirect', '间接排放', 'indirect')]),
    choice('averaging', ['平均时间', 'Averaging'], [word('hour', '小时', 'hour'), word('day', '日均', 'day'), word('month', '月均', 'month'), word('once', '一次', 'once')]),
    text('baseOxygen', ['基准含氧量', 'Base oxygen'], { unit: '%', example: '3.5' }),
    text('legalBasis', ['表号或条款', 'Table or article'], { example: '表3' }),
    text('note', ['备注', 'Note']),
  ],
};

const given = (value: unknown): string | null => (typeof value === 'string' && value.trim() !== '' ? value.trim() : typeof value === 'number' ? String(value) : null);

/** One row of the sheet as a limit. */
export function limitOfSheet(values: SheetRow): LimitContent {
  return {
    standard: given(values['standard']) ?? '', medium: values['medium'] as LimitMedium, source: given(values['source']) ?? '', pollutant: given(values['pollutant']) ?? '', tier: values['tier'] as LimitTier,
    value: (given(values['value']) ?? '').normalize('NFKC'), unit: given(values['unit']) ?? '', validFrom: given(values['validFrom']) ?? '', industry: given(values['industry']), fuel: given(values['fuel']), variant: given(values['variant']),
    buildPeriod: given(values['buildPeriod']) as LimitContent['buildPeriod'], builtSince: given(values['builtSince']), discharge: given(values['discharge']) as LimitContent['discharge'],
    averaging: given(values['averaging']) as LimitContent['averaging'], baseOxygen: given(values['baseOxygen']), legalBasis: given(values['legalBasis']), note: given(values['note']),
  };
}

export function sheetOfLimit(row: LimitListRowView): SheetRow {
  return Object.fromEntries(LIMIT_SHEET.columns.flatMap(({ key }) => {
    const value = row[key as keyof LimitListRowView];
    return typeof value === 'string' ? [[key, value] as const] : [];
  }));
}
