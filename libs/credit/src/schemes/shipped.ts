import type { Method, SubjectKind } from '../engine/scheme';
import { FIRM_ROWS } from './firms';
import { NATIONAL_ROWS } from './national';
import { SHANXI_ROWS } from './shanxi';
import type { ShippedRow } from './shipped-rows';

export interface ShippedScheme {
  readonly key: string;
  readonly subjectKind: SubjectKind;
  readonly method: Method;
  readonly title: string;
  readonly legalBasis: string;
  readonly effectiveFrom: string;
  readonly rows: readonly ShippedRow[];
}

/** What the platform comes with. Each is computed; which one has its effect is said by the rows below. */
export const SHIPPED_SCHEMES: readonly ShippedScheme[] = [
  { key: 'national-21', subjectKind: 'enterprise', method: 'indicators', title: '国家办法（二十一项指标）', legalBasis: '环发〔2013〕150号', effectiveFrom: '2014-03-01', rows: NATIONAL_ROWS },
  { key: 'shanxi-100', subjectKind: 'enterprise', method: 'points', title: '山西记分办法（百分制）', legalBasis: '山西省企业环境信用评价试点（2024年4月1日起扩至吕梁等市）', effectiveFrom: '2024-04-01', rows: SHANXI_ROWS },
  { key: 'firm-100', subjectKind: 'firm', method: 'points', title: '服务机构记分办法', legalBasis: '本平台约定；造假见生态环境法典第一千二百三十条', effectiveFrom: '2024-01-01', rows: FIRM_ROWS },
];

export interface ShippedForce {
  readonly subjectKind: SubjectKind;
  readonly schemeKey: string;
  readonly effectiveFrom: string;
  readonly effectiveTo: string | null;
  readonly legalBasis: string;
}

/** Which scheme has its effect, by day: Shanxi took over on 2024-04-01 in 吕梁. */
export const SHIPPED_FORCES: readonly ShippedForce[] = [
  { subjectKind: 'enterprise', schemeKey: 'national-21', effectiveFrom: '2014-03-01', effectiveTo: '2024-03-31', legalBasis: '环发〔2013〕150号' },
  { subjectKind: 'enterprise', schemeKey: 'shanxi-100', effectiveFrom: '2024-04-01', effectiveTo: null, legalBasis: '山西省企业环境信用评价试点（2024年4月1日起扩至吕梁等市）' },
  { subjectKind: 'firm', schemeKey: 'firm-100', effectiveFrom: '2024-01-01', effectiveTo: null, legalBasis: '本平台约定' },
];
