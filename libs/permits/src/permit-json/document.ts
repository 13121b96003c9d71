import { canonicalJson, sm3 } from '@huanbao/platform';
import type { Field, Form } from '../form/field';
import { FORM_VERSION, SECTIONS } from '../form/form';
import type { PermitCondition, PermitLimit } from '../life/permit-limit.entity';
import type { PermitVersion } from '../life/permit-version.entity';
import type { Permit } from '../permit.entity';
import { publicContent, secretSections, withheldTitles } from '../register/public-content';
import { contentHash } from '../section-store';

/** Name and version of the format. A change that a reader would not understand gets a new number. */
export const PERMIT_SCHEMA = 'huanbao-guanjia/permit/1';

export interface DocumentVersion {
  readonly number: number;
  readonly businessType: string;
  readonly effectiveFrom: string;
  readonly validFrom: string;
  readonly validTo: string;
  readonly issuedOn: string;
  readonly issuer: string;
  readonly enterpriseName: string;
  readonly siteName: string;
  readonly siteAddress: string;
  readonly managementCategory: string;
  readonly industry: { readonly code: string; readonly name: string };
  /** The form it rests on, by section. */
  readonly content: Form;
  /** False where parts are withheld: then `contentHash` cannot be reckoned again from `content`. */
  readonly contentComplete: boolean;
  readonly contentHash: string;
  /** Where `content` is read in the units of today and was signed in those of an earlier form: what was signed, which the hash is of. */
  readonly signedContent?: { readonly formVersion: string; readonly content: Form };
  /** Null for a version that was not issued here. */
  readonly signature: { readonly text: string; readonly sm2: string; readonly key: string } | null;
}

export interface PermitDocument {
  readonly schema: string;
  readonly formVersion: string;
  readonly exportedAt: string;
  readonly face: 'full' | 'public';
  /** Titles of the parts declared a trade secret. */
  readonly withheld: readonly string[];
  /** How many conditions are not for the public. */
  readonly withheldConditions?: number;
  readonly permit: {
    readonly number: string;
    readonly enterprise: { readonly name: string; readonly uscc: string };
    readonly site: { readonly name: string; readonly sequence: number; readonly address: string; readonly region: string };
    readonly legalRepresentative: string;
    readonly status: string;
    readonly endedOn: string | null;
    readonly endBasis: string | null;
    readonly newestVersion: number;
    readonly source: { readonly kind: 'platform' | 'national'; readonly on: string | null };
  };
  /** The newest first. */
  readonly versions: readonly DocumentVersion[];
  readonly limits: readonly Pick<PermitLimit, 'medium' | 'outletCode' | 'pollutant' | 'measure' | 'permitYear' | 'value' | 'unit' | 'standard' | 'validFrom' | 'validUntil' | 'fromVersion'>[];
  readonly conditions: readonly Pick<PermitCondition, 'kind' | 'text' | 'legalBasis' | 'duty' | 'validFrom' | 'validUntil' | 'fromVersion'>[];
  /** Units of the numbers in `content`, by `section/field` and `section/table/column`; of rows in another unit by `section/table/column?pollutant=BaP`. */
  readonly units: Readonly<Record<string, string>>;
  readonly hash?: { readonly algorithm: 'SM3'; readonly value: string };
  readonly seal?: { readonly algorithm: 'SM2'; readonly signature: string; readonly key: string };
}

export interface DocumentParts {
  readonly permit: Permit;
  /** The newest first. */
  readonly versions: readonly PermitVersion[];
  readonly limits: readonly PermitLimit[];
  readonly conditions: readonly PermitCondition[];
}

/** The permit as one document, without its seal. Pure. */
export function documentOf({ permit, versions, limits, conditions: all }: DocumentParts, face: PermitDocument['face'], exportedAt: string): PermitDocument {
  const newest = versions[0]?.snapshot ?? {};
  const secret = secretSections(newest);
  const conditions = face === 'public' ? all.filter(one => one.isPublic) : all;
  return {
    schema: PERMIT_SCHEMA, formVersion: FORM_VERSION, exportedAt, face, withheld: face === 'public' ? withheldTitles(newest, secret) : [], ...(face === 'public' ? { withheldConditions: all.length - conditions.length } : {}),
    permit: {
      number: permit.number, enterprise: { name: permit.enterpriseName, uscc: permit.uscc }, site: { name: permit.siteName, sequence: permit.siteSequence, address: permit.siteAddress, region: permit.regionCode },
      legalRepresentative: permit.legalRepresentative, status: permit.status, endedOn: permit.endedOn, endBasis: permit.endBasis, newestVersion: permit.versionNumber, source: { kind: permit.source, on: permit.sourceOn },
    },
    versions: versions.map(one => versionOf(one, { face, secret })),
    limits: limits.map(({ medium, outletCode, pollutant, measure, permitYear, value, unit, standard, validFrom, validUntil, fromVersion }) => ({ medium, outletCode, pollutant, measure, permitYear, value, unit, standard, validFrom, validUntil, fromVersion })),
    conditions: conditions.map(({ kind, text, legalBasis, duty, validFrom, validUntil, fromVersion }) => ({ kind, text, legalBasis, duty, validFrom, validUntil, fromVersion })),
    units: UNITS,
  };
}

function versionOf(one: PermitVersion, { face, secret }: { face: PermitDocument['face']; secret: readonly string[] }): DocumentVersion {
  const { number, businessType, effectiveFrom, validFrom, validTo, issuedOn, issuer, enterpriseName, siteName, siteAddress, managementCategory, industryCode, industryName, snapshot, signed, formVersion } = one;
  return {
    number, businessType, effectiveFrom, validFrom, validTo, issuedOn, issuer, enterpriseName, siteName, siteAddress, managementCategory, industry: { code: industryCode, name: industryName },
    content: face === 'full' ? snapshot : publicContent(snapshot, secret), contentComplete: face === 'full', contentHash: contentHash(signed),
    ...(face === 'full' && signed !== snapshot ? { signedContent: { formVersion, content: signed } } : {}),
    signature: one.signedText === '' ? null : { text: one.signedText, sm2: one.signature, key: one.signingKey },
  };
}

/** SM3 of the document without hash and seal, with sorted keys and no white space. */
export function documentHash({ hash: _hash, seal: _seal, ...rest }: PermitDocument): string {
  return sm3(canonicalJson(rest));
}

/** What the seal is over: one line that names the format and the hash. */
export const sealedLine = (hash: string): string => `${PERMIT_SCHEMA}|SM3:${hash}`;

const UNITS: Readonly<Record<string, string>> = Object.fromEntries(SECTIONS.flatMap(section => section.fields.flatMap(field => [
  ...(field.unit ? [[`${section.key}/${field.name}`, field.unit] as const] : []),
  ...(field.columns ?? []).flatMap(column => unitsOfColumn(`${section.key}/${field.name}/${column.name}`, column)),
])));

/** The usual unit of a column, and under `…?pollutant=BaP` that of the rows that have another. */
function unitsOfColumn(at: string, { unit, unitBy }: Field): (readonly [string, string])[] {
  if (!unit) return [];
  return [[at, unit], ...Object.entries(unitBy?.units ?? {}).map(([value, own]) => [`${at}?${unitBy?.field ?? ''}=${value}`, own] as const)];
}
