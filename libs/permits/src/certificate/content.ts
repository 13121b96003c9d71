import type { Form } from '../form/field';
import type { CertificateTable } from './content.types';
import { chapterTables, discharge, fugitiveFacts, outletCounts } from './content-tables';

export type { CertificateTable } from './content.types';

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

/** One of the eleven contents of 排污许可管理条例 art. 13. */
export interface CertificateChapter {
  readonly number: number;
  readonly title: string;
  readonly facts: readonly (readonly [string, string])[];
  readonly tables: readonly CertificateTable[];
  readonly paragraphs: readonly string[];
}

/** A condition of the permit as it is printed; see `permit_condition`. */
export interface PrintedCondition {
  readonly kind: string;
  readonly text: string;
  readonly legalBasis: string;
  /** DA001, MF0001 …; null for the whole site. */
  readonly subjectCode?: string | null;
  readonly duty?: { readonly period: string; readonly content: string; readonly firstDueOn: string } | null;
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

const PERIOD: Readonly<Record<string, string>> = { once: '一次', monthly: '每月', quarterly: '每季度', 'half-yearly': '每半年', yearly: '每年' };

/** What is demanded, of what, how often and from when, and on which ground. */
function conditionLine({ subjectCode, text, duty, legalBasis }: PrintedCondition): string {
  const again = duty ? `（${PERIOD[duty.period] ?? duty.period}：${duty.content}，首次 ${duty.firstDueOn} 前）` : '';
  return `${subjectCode ? `${subjectCode}：` : ''}${text}${again}（${legalBasis}）`;
}

/** In which chapter a condition of a kind is printed. */
const CHAPTER_OF: Readonly<Record<string, number>> = { operation: 6, 'special-period': 7, monitoring: 8, ledger: 8, report: 8, disclosure: 9, improvement: 11, other: 11 };

type Parts = Partial<Omit<CertificateChapter, 'number' | 'title'>>;

/** The eleven contents in the order of the article, from the form the permit rests on and the conditions laid down with it. Pure. */
export function chaptersOf(facts: CertificateFacts, form: Form, conditions: readonly PrintedCondition[] = []): CertificateChapter[] {
  const make = (number: number, title: string, parts: Parts): CertificateChapter => {
    const laidDown = conditions.filter(one => (CHAPTER_OF[one.kind] ?? 11) === number).map(conditionLine);
    return { number, title, facts: parts.facts ?? [], tables: parts.tables ?? [], paragraphs: [...(parts.paragraphs ?? []), ...laidDown] };
  };
  const tables = chapterTables(form);
  return [
    make(1, '基本信息', { facts: originalFacts(facts).slice(0, 6) }),
    make(2, '有效期限、发证机关、发证日期、证书编号和二维码', { facts: [['证书编号', facts.number], ...originalFacts(facts).slice(6), ['二维码', '见本证首页，扫码查询当前状态']] }),
    make(3, '产生和排放污染物环节、污染防治设施', tables.nodes),
    make(4, '污染物排放口位置和数量、排放方式和去向', { facts: [...outletCounts(form), ...(tables.outlets.facts ?? [])], tables: tables.outlets.tables }),
    make(5, '污染物排放种类、许可排放浓度、许可排放量', tables.limits),
    make(6, '污染防治设施运行和维护要求、排放口规范化建设要求', { paragraphs: UPKEEP }),
    make(7, '特殊时段禁止或者限制排放污染物的要求', { ...tables.specialPeriods, paragraphs: SPECIAL_PERIODS }),
    make(8, '自行监测、环境管理台账记录、排污许可证执行报告的内容和频次', { ...tables.recordKeeping, paragraphs: recordKeeping(facts) }),
    make(9, '排污单位环境信息公开要求', { paragraphs: discharge(form) === 'indirect' ? [DISCLOSURE, DISCLOSURE_SEWER] : [DISCLOSURE] }),
    make(10, '存在大气污染物无组织排放情形时的无组织排放控制要求', fugitiveFacts(form)),
    make(11, '法律法规规定排污单位应当遵守的其他控制污染物排放的要求', { ...tables.other, paragraphs: OTHER }),
  ];
}

const UPKEEP = [
  '污染防治设施应当与产生污染物的生产设施同时运行，按规程操作、检修和维护，不得擅自停运、拆除；故障、检修期间应采取措施并记录。',
  '排放口的位置、数量、排放方式和去向应与本证一致；按规范设置采样孔、监测平台和二维码标识牌。',
];
const SPECIAL_PERIODS = ['重污染天气预警等特殊时段，按所在地人民政府应急预案和本单位应急减排清单的要求限制排放。'];
const DISCLOSURE = '在全国排污许可证管理信息平台如实公开污染物排放种类、浓度、排放量、防治设施建设运行情况、执行报告和自行监测数据。';
/** 排污许可管理条例 art. 23. */
const DISCLOSURE_SEWER = '水污染物排入市政排水管网的，同时公开污水接入市政排水管网的位置和排放方式。';
const OTHER = ['工业固体废物的贮存、利用、处置和转移应当符合国家规定，危险废物执行转移联单制度；法律法规另有规定的，从其规定。'];

/** 简化管理 reports yearly; 重点管理 quarterly as well (HJ 944-2018). */
function recordKeeping(facts: CertificateFacts): string[] {
  const reports = facts.managementCategory === 'key' ? '每年提交年度执行报告，每季度提交季度执行报告' : '每年提交年度执行报告';
  return [
    '环境管理台账记录基本信息、生产设施运行、污染防治设施运行、监测记录和其他环境管理信息，保存期限不少于五年。',
    `${reports}；停产期间也应报告。自动监测设备故障时改为手工监测，频次见自行监测表。`,
  ];
}
