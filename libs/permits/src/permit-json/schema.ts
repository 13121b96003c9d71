import type { Field, Section } from '../form/field';
import { SECTIONS } from '../form/form';
import { PERMIT_SCHEMA } from './document';

type Schema = Readonly<Record<string, unknown>>;

const DAY: Schema = { type: 'string', pattern: '^\\d{4}-\\d{2}-\\d{2}$' };
const TEXT: Schema = { type: 'string' };
const nullable = (schema: Schema): Schema => ({ anyOf: [schema, { type: 'null' }] });
const object = (properties: Readonly<Record<string, Schema>>, optional: readonly string[] = []): Schema => ({
  type: 'object', properties, required: Object.keys(properties).filter(name => !optional.includes(name)), additionalProperties: false,
});

/** One field of the form as a schema; its unit stands in `x-unit` and in the description. */
function fieldSchema(field: Field): Schema {
  const title = { title: field.label.zh, ...(field.unitBy ? { 'x-unit-by': field.unitBy } : {}), ...(field.unit ? { 'x-unit': field.unit, description: `${field.label.en} (${field.unit})` } : { description: field.label.en }) };
  if (field.type === 'table') return { ...title, type: 'array', items: { type: 'object', properties: { id: TEXT, ...Object.fromEntries((field.columns ?? []).map(column => [column.name, fieldSchema(column)])) }, additionalProperties: false } };
  return { ...title, ...SHAPES[field.type](field) };
}

const number = '^-?\\d+(\\.\\d+)?$';
const SHAPES: Record<Exclude<Field['type'], 'table'>, (field: Field) => Schema> = {
  text: () => TEXT, code: () => TEXT, date: () => DAY, file: () => ({ type: 'string', format: 'uuid' }), boolean: () => ({ type: 'boolean' }),
  decimal: field => ({ type: 'string', pattern: field.allowNone ? `^/$|${number}` : number }),
  integer: () => ({ type: 'integer' }),
  select: field => ({ enum: (field.options ?? []).map(one => one.value) }),
  multiselect: field => ({ type: 'array', uniqueItems: true, items: { enum: (field.options ?? []).map(one => one.value) } }),
  coordinates: () => object({ longitude: { type: 'string', pattern: number }, latitude: { type: 'string', pattern: number } }),
};

/** Where forms of 2026.1 kept what has a page of its own now: earlier versions hold it there. */
const FORMERLY: Readonly<Record<string, readonly (readonly [section: string, table: string])[]>> = { 'air-limits': [['air-totals', 'plantTotals']], 'water-outlets': [['water-limits', 'limits']] };

function sectionSchema(section: Section): Schema {
  const former = (FORMERLY[section.key] ?? []).flatMap(([key, table]) => {
    const field = SECTIONS.find(one => one.key === key)?.fields.find(one => one.name === table);
    return field ? [[table, fieldSchema(field)] as const] : [];
  });
  return { title: section.title.zh, description: section.nationalPage, type: 'object', properties: Object.fromEntries([...section.fields.map(field => [field.name, fieldSchema(field)] as const), ...former]), additionalProperties: false };
}

const VERSION: Schema = object({
  number: { type: 'integer', minimum: 1 }, businessType: TEXT, effectiveFrom: DAY, validFrom: DAY, validTo: DAY, issuedOn: DAY, issuer: TEXT, enterpriseName: TEXT, siteName: TEXT, siteAddress: TEXT,
  managementCategory: { enum: ['key', 'simplified'] }, industry: object({ code: TEXT, name: TEXT }), content: { $ref: '#/$defs/content' }, contentComplete: { type: 'boolean' }, contentHash: { type: 'string', pattern: '^[0-9a-f]{64}$' }, signedContent: object({ formVersion: TEXT, content: { $ref: '#/$defs/content' } }),
  signature: nullable(object({ text: TEXT, sm2: TEXT, key: TEXT })),
}, ['signedContent']);

const LIMIT: Schema = object({
  medium: { enum: ['air', 'water', 'noise'] }, outletCode: TEXT, pollutant: TEXT, measure: { enum: ['concentration', 'hour-mean', 'day-mean', 'rate', 'annual', 'day-level', 'night-level'] }, permitYear: nullable({ type: 'integer', minimum: 1, maximum: 5 }),
  value: { type: 'string', pattern: number }, unit: TEXT, standard: nullable(TEXT), validFrom: DAY, validUntil: nullable(DAY), fromVersion: { type: 'integer' },
});

const CONDITION: Schema = object({
  kind: TEXT, text: TEXT, legalBasis: TEXT, duty: nullable(object({ period: TEXT, firstDueOn: DAY, content: TEXT })), validFrom: DAY, validUntil: nullable(DAY), fromVersion: { type: 'integer' },
});

/** JSON Schema 2020-12 of a whole permit, made from the same field tables as the form. */
export const PERMIT_JSON_SCHEMA: Schema = {
  $schema: 'https://json-schema.org/draft/2020-12/schema',
  $id: `urn:${PERMIT_SCHEMA.replaceAll('/', ':')}`,
  title: '排污许可证',
  description: 'A discharge permit with its versions, limits and conditions. 许可证全本：各版本、限值、条件，带 SM3 校验值和 SM2 签名。',
  ...object({
    schema: { const: PERMIT_SCHEMA }, formVersion: TEXT, exportedAt: { type: 'string', format: 'date-time' }, face: { enum: ['full', 'public'] }, withheld: { type: 'array', items: TEXT }, withheldConditions: { type: 'integer', minimum: 0 },
    permit: object({
      number: { type: 'string', minLength: 22, maxLength: 22 }, enterprise: object({ name: TEXT, uscc: { type: 'string', minLength: 18, maxLength: 18 } }), site: object({ name: TEXT, sequence: { type: 'integer', minimum: 1, maximum: 999 }, address: TEXT, region: TEXT }),
      legalRepresentative: TEXT, status: { enum: ['valid', 'revoked', 'forfeited', 'withdrawn', 'cancelled'] }, endedOn: nullable(DAY), endBasis: nullable(TEXT), newestVersion: { type: 'integer', minimum: 1 },
      source: object({ kind: { enum: ['platform', 'national'] }, on: nullable(DAY) }),
    }),
    versions: { type: 'array', minItems: 1, items: VERSION }, limits: { type: 'array', items: LIMIT }, conditions: { type: 'array', items: CONDITION }, units: { type: 'object', additionalProperties: TEXT },
    hash: object({ algorithm: { const: 'SM3' }, value: { type: 'string', pattern: '^[0-9a-f]{64}$' } }), seal: object({ algorithm: { const: 'SM2' }, signature: TEXT, key: TEXT }),
  }, ['withheldConditions', 'hash', 'seal']),
  $defs: { content: { type: 'object', properties: Object.fromEntries(SECTIONS.map(section => [section.key, sectionSchema(section)])), additionalProperties: false } },
};
