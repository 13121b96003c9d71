/** What the API answers about firms' people and points, the catalogue and the wizard. */
import type { Lookup } from '@/shared/form/field';

/** Any verified firm, by a part of its name. */
export const FIRM_LOOKUP: Lookup = { path: '/api/v1/organisations/partners', query: { kind: 'firm' }, value: 'id', label: ['name', 'firmName', 'usccMasked'], one: '/api/v1/public/firms' };

export interface Words {
  readonly zh: string;
  readonly en: string;
}

export interface Kind {
  readonly name: string;
  readonly nameEn: string;
  readonly numberHint: string | null;
  readonly scopeRequired: boolean;
  readonly scopeWords: readonly string[];
  readonly validityRequired: boolean;
  readonly scanRequired: boolean;
  readonly legalBasis: string;
  readonly verified: boolean;
}

export interface Person {
  readonly id: string;
  readonly name: string;
  readonly idNumberTail: string;
  readonly certificates: readonly { readonly kind: string; readonly number: string; readonly validTo: string | null; readonly isValid: boolean }[];
  readonly isResponsible: boolean;
  readonly maxTasks: number;
  readonly load: number;
  readonly since: string;
  readonly leftOn: string | null;
  readonly isFlagged: boolean;
  readonly version: number;
}

export interface Engagement {
  readonly taskId: string;
  readonly title: string;
  readonly startedAt: string;
  readonly personId: string | null;
  readonly personName: string | null;
}

export interface Flag {
  readonly id: string;
  readonly why: 'same-person' | 'same-certificate';
  readonly sides: readonly { readonly firmId: string; readonly firmName: string; readonly name: string; readonly since: string }[];
  readonly shared: readonly string[];
  readonly state: 'open' | 'cleared' | 'confirmed';
  readonly note: string | null;
  readonly closedByName: string | null;
  readonly foundAt: string;
  readonly version: number;
  readonly actions: readonly string[];
}

export interface Point {
  readonly id: string;
  readonly firmId: string;
  readonly firmName: string;
  readonly ruleZh: string;
  readonly ruleEn: string;
  readonly article: string;
  readonly points: number;
  readonly occurredOn: string;
  readonly expiresOn: string;
  readonly source: string;
  readonly facts: string;
  readonly evidenceFileId: string;
  readonly state: string;
  readonly proposedByName: string;
  readonly decidedByName: string | null;
  readonly decisionReason: string | null;
  readonly objection: string | null;
  readonly answer: string | null;
  readonly version: number;
  readonly actions: readonly string[];
}

export interface Standing {
  readonly domain: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly points: number;
  readonly warnPoints: number;
  readonly restrictPoints: number;
  readonly level: 'clear' | 'warned' | 'restricted';
  readonly from: string | null;
  readonly until: string | null;
  readonly verified: boolean;
}

export interface Domain {
  readonly code: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly warnPoints: number;
  readonly restrictPoints: number;
  readonly cycleMonths: number;
  readonly restrictMonths: number;
  readonly legalBasis: string;
  readonly verified: boolean;
  readonly rules: readonly { readonly code: string; readonly textZh: string; readonly textEn: string; readonly points: number; readonly article: string; readonly verified: boolean }[];
}

export interface OfferedService {
  readonly kind: string;
  readonly stage: string;
  readonly title: string;
  readonly serviceCode: string | null;
}

export interface FirmItem {
  readonly firmId: string;
  readonly firmName: string;
  readonly intro: string;
  readonly regions: readonly string[];
  readonly services: readonly OfferedService[];
  readonly qualificationKinds: readonly string[];
  readonly score: string | null;
  readonly ratings: number;
  readonly confidence: 'none' | 'low' | 'medium' | 'high';
  readonly vetoedUntil: string | null;
  readonly capacityTasks: number | null;
  readonly openTasks: number;
  readonly integrity: 'clear' | 'warned' | 'restricted';
}

export interface Firm extends FirmItem {
  readonly qualifications: readonly { readonly kind: string; readonly number: string; readonly scope: string; readonly issuer: string; readonly validFrom: string; readonly validTo: string | null; readonly verifiedOn: string | null }[];
  readonly history: readonly { readonly at: string; readonly kind: string; readonly number: string; readonly what: string; readonly reason: string | null }[];
  readonly points: readonly { readonly ruleZh: string; readonly ruleEn: string; readonly points: number; readonly article: string; readonly occurredOn: string; readonly expiresOn: string; readonly source: string; readonly isObjected: boolean }[];
  readonly staff: readonly { readonly certificate: string; readonly people: number }[];
  readonly responsibleEngineers: number;
  readonly engineerCapacity: number;
  readonly engineerLoad: number;
}

export interface ServiceItem {
  readonly code: string;
  readonly kind: string;
  readonly stage: string;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly purposeZh: string;
  readonly purposeEn: string;
  readonly requirementZh: string;
  readonly requirementEn: string;
  readonly durationDays: number;
  readonly active: boolean;
}

export interface Service extends ServiceItem {
  readonly scopeTemplate: string;
  readonly deliverables: readonly string[];
  readonly requirement: readonly { readonly anyOf: readonly { readonly kind: string; readonly scope?: readonly string[] }[] }[];
  readonly legalBasis: readonly { readonly law: string; readonly article: string; readonly from: string; readonly to: string | null; readonly verified: boolean }[];
  readonly version: number;
  readonly changedByName: string;
  readonly changedAt: string;
  readonly note: string;
  readonly band: { readonly n: number; readonly lowYuan: string; readonly medianYuan: string; readonly highYuan: string; readonly asOf: string } | null;
  readonly firms: number;
}

export interface Version {
  readonly version: number;
  readonly titleZh: string;
  readonly requirementZh: string;
  readonly note: string;
  readonly changedByName: string;
  readonly changedAt: string;
}

export interface Needs {
  readonly known: { readonly permits: number; readonly duties: number; readonly findings: number; readonly stoppages: number } | null;
  readonly needs: readonly { readonly service: Service; readonly why: readonly { readonly source: string; readonly text: Words; readonly article: string; readonly dueOn: string | null; readonly overdue: boolean }[] }[];
}

export interface Question {
  readonly group: string;
  readonly label: Words;
  readonly answers: readonly { readonly value: string; readonly label: Words }[];
}

export const SERVICE_KINDS = [
  { value: 'consulting', label: { zh: '环保咨询', en: 'Consulting' } },
  { value: 'testing', label: { zh: '环境检测', en: 'Testing' } },
  { value: 'engineering', label: { zh: '工程治理', en: 'Engineering' } },
  { value: 'disposal', label: { zh: '废物处置', en: 'Waste disposal' } },
] as const;

export const LIFE_STAGES = [
  { value: 'construction', label: { zh: '建设期', en: 'Construction' } },
  { value: 'operation', label: { zh: '运营期', en: 'Operation' } },
  { value: 'closure', label: { zh: '停业退场', en: 'Closure' } },
] as const;

export const INTEGRITY_TONE = { clear: 'muted', warned: 'warning', restricted: 'danger' } as const;
export const POINT_TONE: Readonly<Record<string, 'neutral' | 'info' | 'warning' | 'danger' | 'muted'>> = { proposed: 'info', refused: 'muted', confirmed: 'warning', objected: 'info', upheld: 'warning', revoked: 'muted' };
