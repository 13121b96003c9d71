import type { SheetColumn, SheetTable } from '@huanbao/sheets';
import type { Text } from '../form/field';

const t = (zh: string, en: string): Text => ({ zh, en });
const option = (value: string, zh: string, en: string): { value: string; zh: string; en: string } => ({ value, zh, en });

/** A yearly amount of the list: which pollutant of which medium. */
export interface ListedTotal {
  readonly key: string;
  readonly medium: 'air' | 'water';
  readonly pollutant: string;
}

const total = (medium: 'air' | 'water', pollutant: string, label: Text): { total: ListedTotal; column: SheetColumn } => {
  const key = `${medium}:${pollutant}`;
  return {
    total: { key, medium, pollutant },
    column: { key, label: t(`${label.zh}许可年排放量`, `${label.en}, amount a year`), type: 'decimal', unit: 't/a', min: 0, max: 1_000_000, decimals: 4, allowNone: true, help: t('国家平台没有许可量的留空或填“/”', 'Leave empty or “/” where none is permitted') },
  };
};

const TOTAL_COLUMNS = [
  total('air', 'PM', t('颗粒物', 'Particulate matter')), total('air', 'SO2', t('二氧化硫', 'Sulphur dioxide')), total('air', 'NOx', t('氮氧化物', 'Nitrogen oxides')),
  total('air', 'VOCs', t('挥发性有机物', 'VOCs')), total('water', 'COD', t('化学需氧量', 'COD')), total('water', 'NH3-N', t('氨氮', 'Ammonia nitrogen')),
  total('water', 'TN', t('总氮', 'Total nitrogen')), total('water', 'TP', t('总磷', 'Total phosphorus')),
];

export const LISTED_TOTALS: readonly ListedTotal[] = TOTAL_COLUMNS.map(one => one.total);

/** What the authority has done to a permit, in the words of the national platform. */
export const LIST_STATUSES = [
  option('valid', '有效', 'Valid'), option('expired', '已过期', 'Expired'), option('cancelled', '注销', 'Cancelled'), option('revoked', '撤销', 'Revoked'),
  option('forfeited', '吊销', 'Forfeited'), option('withdrawn', '撤回', 'Withdrawn'),
] as const;

/** Why a permit was revoked, as far as something follows from it. */
export const REVOCATION_GROUNDS = [option('fraud', '以欺骗、贿赂等不正当手段取得', 'By fraud or bribery'), option('other', '其他情形', 'Other')] as const;

export const LIST_CATEGORIES = [option('key', '重点管理', 'Key'), option('simplified', '简化管理', 'Simplified')] as const;

/** The list of permits as a sheet: what the export of the national platform gives, one permit a line. */
export const PERMIT_LIST: SheetTable = {
  title: '排污许可证名单',
  columns: [
    { key: 'name', label: t('单位名称', 'Enterprise'), type: 'text', required: true, example: '孝义市某某石灰有限公司', help: t('与营业执照一致', 'As on the licence') },
    { key: 'uscc', label: t('统一社会信用代码', 'Credit code'), type: 'text', required: true, example: '91130200699229617X', help: t('18 位，单元格格式设为“文本”', '18 characters, the cell formatted as text') },
    { key: 'siteName', label: t('生产经营场所名称', 'Site'), type: 'text', example: '一厂区', help: t('只有一个场所的可以留空', 'May be empty where there is only one') },
    { key: 'address', label: t('生产经营场所地址', 'Site address'), type: 'text', required: true, example: '孝义市梧桐镇南阳村' },
    { key: 'longitude', label: t('经度', 'Longitude'), type: 'decimal', unit: '°', min: -180, max: 180, example: '111.78', help: t('十进制度，WGS-84', 'Decimal degrees, WGS-84') },
    { key: 'latitude', label: t('纬度', 'Latitude'), type: 'decimal', unit: '°', min: -90, max: 90, example: '37.14', help: t('十进制度，WGS-84', 'Decimal degrees, WGS-84') },
    { key: 'legalRepresentative', label: t('法定代表人', 'Legal representative'), type: 'text' },
    { key: 'number', label: t('排污许可证编号', 'Permit number'), type: 'text', required: true, example: '91130200699229617X001P', help: t('22 位，前 18 位是本单位的统一社会信用代码', '22 characters; the first 18 are the enterprise’s own credit code') },
    { key: 'category', label: t('管理类别', 'Category'), type: 'choice', required: true, options: LIST_CATEGORIES, example: '简化管理' },
    { key: 'industry', label: t('行业类别', 'Industry'), type: 'text', required: true, example: '石灰和石膏制造 3012', help: t('填四位小类代码（如 3012），或与《国民经济行业分类》一致的名称', 'Four digits of GB/T 4754, or its exact name') },
    { key: 'validFrom', label: t('有效期开始日期', 'Valid from'), type: 'date', required: true, example: '2024-03-01' },
    { key: 'validTo', label: t('有效期截止日期', 'Valid to'), type: 'date', required: true, example: '2029-02-28' },
    { key: 'issuedOn', label: t('发证日期', 'Issued on'), type: 'date', help: t('留空则按有效期开始日期', 'The first day of validity where empty') },
    { key: 'issuer', label: t('发证机关', 'Issuing authority'), type: 'text', required: true, example: '吕梁市生态环境局' },
    { key: 'status', label: t('许可证状态', 'Status'), type: 'choice', required: true, options: LIST_STATUSES, example: '有效' },
    { key: 'endedOn', label: t('终止日期', 'Ended on'), type: 'date', help: t('注销、撤销、吊销、撤回的填写', 'For permits that were ended') },
    { key: 'endGround', label: t('撤销情形', 'Ground of revocation'), type: 'choice', options: REVOCATION_GROUNDS, help: t('撤销的填写；以欺骗、贿赂等取得的三年内不得再次申请（条例第四十条）', 'For permits that were revoked; by fraud there is no new application for three years (art. 40)') },
    { key: 'pollutants', label: t('主要污染物种类', 'Main pollutants'), type: 'text', help: t('用“、”隔开，例如：颗粒物、二氧化硫', 'Separated by 、') },
    ...TOTAL_COLUMNS.map(one => one.column),
  ],
  withIds: true,
};

export const listColumn = (key: string): SheetColumn => PERMIT_LIST.columns.find(one => one.key === key) as SheetColumn;
