import type { Field, Form, Row, SectionData, SectionKey } from '../form/field';
import { isVisible, rowsOf, sectionOf, textOf } from '../form/form';
import { YEARS } from '../form/sections/air';
import { optionLabel, wordsOf } from '../form/words';

/** What a certificate states of the permit itself. */
export interface CertificateFacts {
  readonly number: string;
  readonly enterpriseName: string;
  readonly uscc: string;
  readonly legalRepresentative: string;
  readonly siteName: string;
  readonly siteAddress: string;
  readonly industryName: string;
  readonly industryCode: string;
  readonly managementCategory: string;
  readonly issuer: string;
  readonly issuedOn: string;
  readonly validFrom: string;
  readonly validTo: string;
}

export interface CertificateTable {
  readonly caption: string;
  readonly columns: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** One of the eleven contents of 排污许可管理条例 art. 13. */
export interface CertificateChapter {
  readonly number: number;
  readonly title: string;
  readonly facts: readonly (readonly [string, string])[];
  readonly tables: readonly CertificateTable[];
  readonly paragraphs: readonly string[];
}

/** 正本 shows the first two contents, with industry and credit code; 副本 shows all eleven. */
export function originalFacts(facts: CertificateFacts): readonly (readonly [string, string])[] {
  return [
    ['单位名称', facts.enterpriseName],
    ['统一社会信用代码', facts.uscc],
    ['法定代表人（主要负责人）', facts.legalRepresentative],
    ['生产经营场所', `${facts.siteName}（${facts.siteAddress}）`],
    ['行业类别', `${facts.industryName}（${facts.industryCode}）`],
    ['管理类别', facts.managementCategory === 'key' ? '重点管理' : '简化管理'],
    ['有效期限', `${facts.validFrom} 至 ${facts.validTo}`],
    ['发证机关', facts.issuer],
    ['发证日期', facts.issuedOn],
  ];
}

/** The eleven contents in the order of the article, from the form the permit rests on. Pure. */
export function chaptersOf(facts: CertificateFacts, form: Form): CertificateChapter[] {
  return [
    chapter(1, '基本信息', { facts: originalFacts(facts).slice(0, 6) }),
    chapter(2, '有效期限、发证机关、发证日期、证书编号和二维码', { facts: [['证书编号', facts.number], ...originalFacts(facts).slice(6)] }),
    chapter(3, '产生和排放污染物环节、污染防治设施', { tables: tables(form, 'process-nodes', ['nodes']) }),
    chapter(4, '污染物排放口位置和数量、排放方式和去向', { facts: outletCounts(form), tables: [...tables(form, 'air-outlets', ['outlets']), ...tables(form, 'water-outlets', ['outlets'])] }),
    chapter(5, '污染物排放种类、许可排放浓度、许可排放量', { tables: [...tables(form, 'air-limits', ['limits', 'plantTotals']), ...tables(form, 'water-outlets', ['limits'])] }),
    chapter(6, '污染防治设施运行和维护要求、排放口规范化建设要求', { paragraphs: UPKEEP }),
    chapter(7, '特殊时段禁止或者限制排放污染物的要求', { paragraphs: SPECIAL_PERIODS }),
    chapter(8, '自行监测、环境管理台账记录、排污许可证执行报告的内容和频次', { tables: tables(form, 'self-monitoring', ['plan']), paragraphs: recordKeeping(facts) }),
    chapter(9, '排污单位环境信息公开要求', { paragraphs: DISCLOSURE }),
    chapter(10, '存在大气污染物无组织排放情形时的无组织排放控制要求', { facts: fugitive(form) }),
    chapter(11, '法律法规规定排污单位应当遵守的其他控制污染物排放的要求', { tables: tables(form, 'solid-waste', ['wastes']), paragraphs: OTHER }),
  ];
}

const chapter = (number: number, title: string, parts: Partial<Omit<CertificateChapter, 'number' | 'title'>>): CertificateChapter => ({
  number, title, facts: parts.facts ?? [], tables: parts.tables ?? [], paragraphs: parts.paragraphs ?? [],
});

function tables(form: Form, section: SectionKey, names: readonly string[]): CertificateTable[] {
  const definition = sectionOf(section);
  return names.flatMap(name => {
    const field = definition.fields.find(one => one.name === name);
    const rows = rowsOf(form, section, name);
    return field && rows.length > 0 ? [tableOf(field, rows, form[section] ?? {})] : [];
  });
}

/** Columns in which no row says anything are left out, so that a page is not wasted on them. */
function tableOf(field: Field, rows: readonly Row[], section: SectionData): CertificateTable {
  const shown = (field.columns ?? []).filter(column => rows.some(row => row[column.name] !== undefined && isVisible(column, row, section)));
  const used = sameEachYear(rows) ? shown.flatMap(mergedYear) : shown;
  return {
    caption: field.label.zh,
    columns: used.map(column => (column.unit ? `${column.label.zh}（${column.unit}）` : column.label.zh)),
    rows: rows.map(row => used.map(column => wordsOf(column, row[column.name]))),
  };
}

/** Amounts that do not change over the five years are printed once. */
function sameEachYear(rows: readonly Row[]): boolean {
  return rows.every(row => YEARS.every(year => row[year] === row['year1T']));
}

function mergedYear(column: Field): Field[] {
  if (!(YEARS as readonly string[]).includes(column.name)) return [column];
  return column.name === 'year1T' ? [{ ...column, label: { zh: '各年许可量（第1至5年）', en: 'Each year (1 to 5)' } }] : [];
}

function outletCounts(form: Form): (readonly [string, string])[] {
  const discharge = sectionOf('water-outlets').fields.find(one => one.name === 'discharge');
  const way = textOf(form['water-outlets'], 'discharge');
  return [
    ['大气排放口', `${rowsOf(form, 'air-outlets', 'outlets').length} 个`],
    ['水排放口', `${rowsOf(form, 'water-outlets', 'outlets').length} 个`],
    ['废水排放方式', discharge && way ? optionLabel(discharge, way) : '不外排'],
  ];
}

function fugitive(form: Form): (readonly [string, string])[] {
  const nodes = rowsOf(form, 'process-nodes', 'nodes').filter(node => textOf(node, 'emissionForm') === 'fugitive');
  if (nodes.length === 0) return [['无组织排放', '无']];
  return nodes.map(node => [`${textOf(node, 'facilityCode') ?? ''} ${textOf(node, 'node') ?? ''}`, textOf(node, 'treatmentName') ?? textOf(node, 'noTreatmentReason') ?? '按规范控制']);
}

const UPKEEP = [
  '污染防治设施应当与产生污染物的生产设施同时运行，按规程操作、检修和维护，不得擅自停运、拆除；故障、检修期间应采取措施并记录。',
  '排放口的位置、数量、排放方式和去向应与本证一致；按规范设置采样孔、监测平台和二维码标识牌。',
];
const SPECIAL_PERIODS = ['重污染天气预警等特殊时段，按所在地人民政府应急预案和本单位应急减排清单的要求限制排放。'];
const DISCLOSURE = ['在全国排污许可证管理信息平台如实公开污染物排放种类、浓度、排放量、防治设施建设运行情况、执行报告和自行监测数据；排入集中处理设施的，同时公开接入位置和排放方式。'];
const OTHER = ['工业固体废物的贮存、利用、处置和转移应当符合国家规定，危险废物执行转移联单制度；法律法规另有规定的，从其规定。'];

/** 简化管理 reports yearly; 重点管理 quarterly as well (HJ 944-2018). */
function recordKeeping(facts: CertificateFacts): string[] {
  const reports = facts.managementCategory === 'key' ? '每年提交年度执行报告，每季度提交季度执行报告' : '每年提交年度执行报告';
  return [
    '环境管理台账记录基本信息、生产设施运行、污染防治设施运行、监测记录和其他环境管理信息，保存期限不少于五年。',
    `${reports}；停产期间也应报告。自动监测设备故障时改为手工监测，频次见自行监测表。`,
  ];
}
