import type { Requirement } from '@huanbao/providers';
import type { LegalBasis, LifeStage, ServiceKind } from './catalogue.entity';

export interface CatalogueRow {
  readonly code: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly purposeZh: string;
  readonly purposeEn: string;
  readonly scope: string;
  readonly deliverables: readonly string[];
  readonly days: number;
  readonly requirement: Requirement;
  readonly law: readonly LegalBasis[];
}

export interface CatalogueCell {
  readonly stage: LifeStage;
  readonly kind: ServiceKind;
  readonly rows: readonly CatalogueRow[];
}

export const need = (kind: string, ...scope: string[]): Requirement[number] => ({ anyOf: [scope.length > 0 ? { kind, scope } : { kind }] });
export const either = (...kinds: string[]): Requirement[number] => ({ anyOf: kinds.map(kind => ({ kind })) });

/** 生态环境法典, in force from 2026-08-15; the second-hand text was not compared with the official one. */
export const code = (article: string): LegalBasis => ({ law: '生态环境法典', article, from: '2026-08-15', to: null, verified: false });
/** A law that the code replaced on 2026-08-15. */
export const before = (law: string, article: string, from: string): LegalBasis => ({ law, article, from, to: '2026-08-14', verified: false });
export const rule = (law: string, article: string, from: string, verified = false): LegalBasis => ({ law, article, from, to: null, verified });
export const permitRule = (article: string): LegalBasis => rule('排污许可管理条例（国务院令第736号）', article, '2021-03-01', true);
export const monitoringRule = (article = ''): LegalBasis => rule('生态环境监测条例（国务院令第820号）', article, '2026-01-01');

/** [code, zh, en], [purpose zh, en], scope lines, deliverables, days, requirement, law. */
export function service(
  [id, titleZh, titleEn]: readonly [string, string, string], [purposeZh, purposeEn]: readonly [string, string],
  work: { readonly scope: readonly string[]; readonly deliverables: readonly string[]; readonly days: number }, proof: { readonly requirement: Requirement; readonly law: readonly LegalBasis[] },
): CatalogueRow {
  return { code: id, titleZh, titleEn, purposeZh, purposeEn, scope: work.scope.map((line, nth) => `${nth + 1}. ${line}`).join('\n'), deliverables: work.deliverables, days: work.days, ...proof };
}
