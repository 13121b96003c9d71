import { describeRequirement } from '@huanbao/providers';
import type { CatalogueService, CatalogueVersion, PriceBand } from './catalogue.entity';

export class ServiceItemView {
  code!: string;
  kind!: string;
  stage!: string;
  titleZh!: string;
  titleEn!: string;
  purposeZh!: string;
  purposeEn!: string;
  /** What the firm must hold, in words. */
  requirementZh!: string;
  requirementEn!: string;
  durationDays!: number;
  active!: boolean;
}

export class ServiceOptionView {
  kind!: string;
  scope?: string[];
}

export class ClauseView {
  anyOf!: ServiceOptionView[];
}

export class LegalBasisView {
  law!: string;
  article!: string;
  from!: string;
  to!: string | null;
  verified!: boolean;
}

/** Middle half of what was paid, rounded; null below five awards. */
export class PriceBandView {
  n!: number;
  lowYuan!: string;
  medianYuan!: string;
  highYuan!: string;
  asOf!: string;
}

export class ServiceView extends ServiceItemView {
  scopeTemplate!: string;
  deliverables!: string[];
  requirement!: ClauseView[];
  legalBasis!: LegalBasisView[];
  version!: number;
  changedByName!: string;
  changedAt!: string;
  note!: string;
  band!: PriceBandView | null;
  /** Firms that offer it and could bid on it today. */
  firms!: number;
}

export class ServiceVersionView {
  version!: number;
  titleZh!: string;
  active!: boolean;
  scopeTemplate!: string;
  requirementZh!: string;
  note!: string;
  changedByName!: string;
  changedAt!: string;
}

export function itemView(service: CatalogueService, version: CatalogueVersion): ServiceItemView {
  const words = describeRequirement(version.requirement);
  const { titleZh, titleEn, purposeZh, purposeEn, durationDays, active } = version;
  return { code: service.code, kind: service.kind, stage: service.stage, titleZh, titleEn, purposeZh, purposeEn, requirementZh: words.zh, requirementEn: words.en, durationDays, active };
}

export function serviceView(service: CatalogueService, version: CatalogueVersion, { band, firms }: { band: PriceBandView | null; firms: number }): ServiceView {
  const { scopeTemplate, deliverables, requirement, legalBasis, note, changedByName } = version;
  return {
    ...itemView(service, version), scopeTemplate, deliverables, legalBasis: [...legalBasis], version: version.version, note, changedByName, changedAt: version.createdAt.toISOString(), band, firms,
    requirement: requirement.map(clause => ({ anyOf: clause.anyOf.map(({ kind, scope }) => (scope ? { kind, scope: [...scope] } : { kind })) })),
  };
}

export function versionView(version: CatalogueVersion): ServiceVersionView {
  const { titleZh, active, scopeTemplate, note, changedByName, createdAt } = version;
  return { version: version.version, titleZh, active, scopeTemplate, note, changedByName, changedAt: createdAt.toISOString(), requirementZh: describeRequirement(version.requirement).zh };
}

export function bandView({ n, lowYuan, medianYuan, highYuan, asOf }: PriceBand): PriceBandView {
  return { n, lowYuan, medianYuan, highYuan, asOf };
}
