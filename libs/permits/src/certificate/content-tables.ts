import type { Field, Form, Row, SectionData, SectionKey } from '../form/field';
import { isVisible, SECTIONS, textOf } from '../form/form';
import { printedColumn } from '../form/units';
import { optionLabel } from '../form/words';
import type { CertificateTable } from './content.types';

export interface ContentPart {
  readonly facts?: readonly (readonly [string, string])[];
  readonly tables?: readonly CertificateTable[];
}

/** A table of the form, looked for in each of these sections: a permit of an earlier form holds it in another place. */
type Place = readonly [table: string, caption: string, ...sections: string[]];

/** The tables of chapters 3, 4, 5, 7, 8 and 11; a part that is empty says 无, so that nothing looks forgotten. */
export function chapterTables(form: Form): Readonly<Record<'nodes' | 'outlets' | 'limits' | 'specialPeriods' | 'recordKeeping' | 'other', ContentPart>> {
  return {
    nodes: partOf(form, [['nodes', '产排污节点、污染物及治理设施', 'process-nodes']]),
    outlets: partOf(form, [['outlets', '大气排放口', 'air-outlets'], ['outlets', '水排放口', 'water-outlets']]),
    limits: partOf(form, [
      ['limits', '大气排放口许可限值', 'air-limits'], ['plantTotals', '全厂大气污染物许可排放量', 'air-totals', 'air-limits'],
      ['limits', '水排放口许可限值', 'water-limits', 'water-outlets'], ['boundaries', '工业噪声', 'noise'],
    ]),
    specialPeriods: partOf(form, [['specialPeriods', '特殊时段措施', 'local']]),
    recordKeeping: partOf(form, [['plan', '自行监测', 'self-monitoring'], ['records', '环境管理台账', 'ledgers'], ['reports', '执行报告', 'ledgers']]),
    other: partOf(form, [['wastes', '工业固体废物', 'solid-waste'], ['requirements', '地方生态环境主管部门的要求', 'local']]),
  };
}

function partOf(form: Form, places: readonly Place[]): ContentPart {
  const facts: (readonly [string, string])[] = [];
  const tables: CertificateTable[] = [];
  for (const [table, caption, ...sections] of places) {
    const found = tableIn(form, table, sections);
    if (found) tables.push({ ...found, caption });
    else facts.push([caption, '无']);
  }
  return { facts, tables };
}

/** Control of fugitive emissions: from its own section, else from the process nodes that emit so. */
export function fugitiveFacts(form: Form): ContentPart {
  const points = tableIn(form, 'points', ['fugitive']);
  if (points) return { tables: [{ ...points, caption: '无组织排放控制' }] };
  const nodes = rows(form, 'process-nodes', 'nodes').filter(node => textOf(node, 'emissionForm') === 'fugitive');
  if (nodes.length === 0) return { facts: [['无组织排放', '无']] };
  return { facts: nodes.map(node => [`${textOf(node, 'facilityCode') ?? ''} ${textOf(node, 'node') ?? ''}`.trim(), textOf(node, 'treatmentName') ?? textOf(node, 'noTreatmentReason') ?? '按规范控制'] as const) };
}

/** How waste water leaves: `none`, `indirect` or `direct`. */
export const discharge = (form: Form): string | undefined => textOf(form['water-outlets'], 'discharge');

export function outletCounts(form: Form): (readonly [string, string])[] {
  const field = SECTIONS.find(one => one.key === 'water-outlets')?.fields.find(one => one.name === 'discharge');
  const way = discharge(form);
  return [
    ['大气排放口数量', `${rows(form, 'air-outlets', 'outlets').length} 个`],
    ['水排放口数量', `${rows(form, 'water-outlets', 'outlets').length} 个`],
    ['废水排放方式', field && way ? optionLabel(field, way) : '不外排'],
  ];
}

function rows(form: Form, section: string, table: string): readonly Row[] {
  const value = form[section as SectionKey]?.[table];
  return Array.isArray(value) ? (value as readonly Row[]) : [];
}

/** The rows of the first section that has some, described as the table stands in today's form. */
function tableIn(form: Form, name: string, sections: readonly string[]): CertificateTable | null {
  const fields = sections.flatMap(section => SECTIONS.find(one => one.key === section)?.fields.find(one => one.name === name) ?? []);
  const section = sections.find(one => rows(form, one, name).length > 0);
  return fields[0] && section !== undefined ? tableOf(fields[0], rows(form, section, name), form[section as SectionKey] ?? {}) : null;
}

/** Columns in which no row says anything are left out, so that a page is not wasted on them. */
function tableOf(field: Field, found: readonly Row[], section: SectionData): CertificateTable {
  const shown = (field.columns ?? []).filter(column => column.type !== 'file' && !column.personal && found.some(row => row[column.name] !== undefined && isVisible(column, row, section)));
  const used = (sameEachYear(found) ? shown.flatMap(mergedYear) : shown).map(column => ({ label: column.label.zh, ...printedColumn(column, found) }));
  return {
    caption: field.label.zh,
    columns: used.map(({ label, unit }) => (unit ? `${label}（${unit}）` : label)),
    rows: found.map(row => used.map(one => one.cell(row))),
  };
}

const YEARS = ['year1T', 'year2T', 'year3T', 'year4T', 'year5T'] as const;

/** Amounts that do not change over the five years are printed once. */
function sameEachYear(found: readonly Row[]): boolean {
  return found.every(row => YEARS.every(year => row[year] === row['year1T']));
}

function mergedYear(column: Field): Field[] {
  if (!(YEARS as readonly string[]).includes(column.name)) return [column];
  return column.name === 'year1T' ? [{ ...column, label: { zh: '各年许可量（第1至5年）', en: 'Each year (1 to 5)' } }] : [];
}
