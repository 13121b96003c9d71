import type { Expert, ExpertStatus } from '../evaluation.entity';

export const STATUS_WORDS: Readonly<Record<ExpertStatus, { zh: string; en: string }>> = {
  active: { zh: '在库', en: 'Active' },
  suspended: { zh: '暂停', en: 'Suspended' },
  retired: { zh: '退库', en: 'Retired' },
};

export const SPECIALTY_WORDS: Readonly<Record<string, { zh: string; en: string }>> = {
  eia: { zh: '环境影响评价', en: 'EIA' }, monitoring: { zh: '环境监测', en: 'Monitoring' }, water: { zh: '水污染治理', en: 'Water' }, air: { zh: '大气污染治理', en: 'Air' },
  'solid-waste': { zh: '固体废物', en: 'Solid waste' }, soil: { zh: '土壤与地下水', en: 'Soil' }, noise: { zh: '噪声与振动', en: 'Noise' }, radiation: { zh: '辐射', en: 'Radiation' },
  'cleaner-production': { zh: '清洁生产', en: 'Cleaner production' }, carbon: { zh: '碳核算', en: 'Carbon' }, operation: { zh: '设施运维', en: 'Operation' }, engineering: { zh: '环保工程', en: 'Engineering' },
  cost: { zh: '工程造价', en: 'Cost' }, finance: { zh: '财务', en: 'Finance' }, law: { zh: '法律', en: 'Law' },
};

/** A relation to a unit, from its first to its last day; no last day while it lasts. */
export class ExpertRelationView {
  kind!: 'employment' | 'ownership' | 'relative' | 'contract' | 'other';
  unit!: string;
  unitUscc!: string | null;
  /** Null where it is not on record. */
  since!: string | null;
  until!: string | null;
}

/** An expert of the pool without contact. */
export class ExpertView {
  id!: string;
  name!: string;
  unit!: string;
  unitUscc!: string | null;
  relatedUnits!: string[];
  relations!: ExpertRelationView[];
  title!: string;
  kind!: 'technical' | 'economic';
  specialties!: string[];
  status!: 'active' | 'suspended' | 'retired';
  statusReason!: string | null;
  /** In how many committees the expert has taken part. */
  evaluations!: number;
  version!: number;
  createdAt!: string;
}

export class ExpertPage {
  items!: ExpertView[];
  nextCursor!: string | null;
}

export class ExpertContactView {
  phone!: string;
  email!: string;
}

export function expertView(expert: Expert & { readonly evaluations: number }): ExpertView {
  const { id, name, unit, unitUscc, relatedUnits, relations, title, kind, specialties, status, statusReason, evaluations, version, createdAt } = expert;
  return { id, name, unit, unitUscc, relatedUnits, relations, title, kind, specialties, status, statusReason, evaluations, version, createdAt: createdAt.toISOString() };
}
