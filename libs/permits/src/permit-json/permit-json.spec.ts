import Ajv2020 from 'ajv/dist/2020';
import fc from 'fast-check';
import { completeHospitalForm } from '../demo/hospital.form';
import { completeLimeKilnForm } from '../demo/lime-kiln.form';
import type { Field, Form, Row, Value } from '../form/field';
import { FORM_VERSION, SECTIONS } from '../form/form';
import { acceptDraft } from '../form/validate';
import type { PermitCondition } from '../life/permit-limit.entity';
import type { PermitVersion } from '../life/permit-version.entity';
import type { Permit } from '../permit.entity';
import { withoutPersonal } from '../section-store';
import { documentHash, documentOf, PERMIT_SCHEMA, PermitDocument } from './document';
import { readDocument } from './read-document';
import { PERMIT_JSON_SCHEMA } from './schema';

const USCC = '91130200699229617X';
const OWNER = { name: '孝义市恒泰石灰有限公司', uscc: USCC, fileIds: {} };
const validate = new Ajv2020({ strict: false, allErrors: true, formats: { 'date-time': true, uuid: true } }).compile(PERMIT_JSON_SCHEMA);

/** A permit with one version that rests on this form, as it would be exported. */
function exported(form: Form, face: PermitDocument['face'] = 'full', conditions: readonly PermitCondition[] = []): PermitDocument {
  const snapshot = withoutPersonal(form);
  const shared = {
    enterpriseName: OWNER.name, siteName: '一厂', siteAddress: '孝义市', legalRepresentative: '王五', industryCode: '3012', industryName: '石灰和石膏制造', managementCategory: 'simplified', issuer: '吕梁市生态环境局', issuedOn: '2026-01-01',
    validFrom: '2026-01-01', validTo: '2030-12-31', snapshot, signed: snapshot, formVersion: FORM_VERSION, signedText: '排污许可证/2|…', signature: 'aa', signingKey: 'bb',
  };
  const permit = { ...shared, id: 'p', number: `${USCC}001P`, uscc: USCC, siteSequence: 1, regionCode: '141181', status: 'valid', endedOn: null, endBasis: null, versionNumber: 1, source: 'platform', sourceOn: null } as unknown as Permit;
  const version = { ...shared, permitId: 'p', number: 1, businessType: 'new', effectiveFrom: '2026-01-01' } as unknown as PermitVersion;
  const limit = { medium: 'air', outletCode: 'DA001', pollutant: 'SO2', measure: 'concentration', permitYear: null, value: '50', unit: 'mg/m³', standard: null, validFrom: '2026-01-01', validUntil: null, fromVersion: 1 };
  const document = JSON.parse(JSON.stringify(documentOf({ permit, versions: [version], limits: [limit as never], conditions }, face, '2026-11-23T02:00:00.000Z'))) as PermitDocument;
  return { ...document, hash: { algorithm: 'SM3', value: documentHash(document) } };
}

/** Any value the form takes for a field. */
function valueOf(field: Field): fc.Arbitrary<Value | undefined> {
  const options = (field.options ?? []).map(one => one.value);
  const decimal = fc.integer({ min: 0, max: 500 }).map(String);
  switch (field.type) {
    case 'text': return field.pattern ? fc.constant(undefined) : fc.string({ minLength: 1, maxLength: Math.min(field.max ?? 20, 20) });
    case 'decimal': return field.allowNone ? fc.oneof(decimal, fc.constant('/')) : decimal;
    case 'integer': return fc.integer({ min: field.min ?? 0, max: Math.min(field.max ?? 100, (field.min ?? 0) + 5) });
    case 'select': return fc.constantFrom(...options);
    case 'multiselect': return fc.uniqueArray(fc.constantFrom(...options), { minLength: 1, maxLength: 3 });
    case 'date': return fc.constantFrom('2024-02-29', '2026-11-23');
    case 'boolean': return fc.boolean();
    case 'coordinates': return fc.constant({ longitude: '111.78', latitude: '37.14' });
    case 'table': return fc.array(rowOf(field.columns ?? []), { maxLength: 3 });
    default: return fc.constant(undefined);
  }
}

const rowOf = (fields: readonly Field[]): fc.Arbitrary<Row> => fc.record(Object.fromEntries(fields.map(field => [field.name, valueOf(field)])), { requiredKeys: [] }) as fc.Arbitrary<Row>;
const anyForm: fc.Arbitrary<Form> = fc.record(Object.fromEntries(SECTIONS.filter(one => one.key !== 'attachments' && one.key !== 'submission').map(section => [section.key, rowOf(section.fields).map(row => acceptDraft(section, row).data)])), { requiredKeys: [] });

describe('a permit as JSON', () => {
  it.each([['a lime kiln', completeLimeKilnForm(OWNER)], ['a hospital', completeHospitalForm(OWNER)]] as const)('%s follows the published schema, in full and in public', (_, form) => {
    for (const face of ['full', 'public'] as const) expect([validate(exported(form, face)), validate.errors]).toEqual([true, null]);
  });

  it('says the same after export, import and export, whatever the form holds', () =>
    fc.assert(fc.property(anyForm, form => {
      const first = exported(form);
      expect(validate(first)).toBe(true);
      const read = readDocument(JSON.parse(JSON.stringify(first)));
      if (!read.ok) throw new Error(JSON.stringify(read.problems));
      const again = exported(read.content);
      expect(again.versions[0]?.content).toEqual(Object.fromEntries(Object.entries(first.versions[0]?.content ?? {}).filter(([key]) => key !== 'attachments' && key !== 'submission')));
      expect(exported(again.versions[0]?.content as Form).hash).toEqual(again.hash);
    }), { numRuns: 60 }));

  it('prints in public only the conditions that are for everybody, and says how many others there are', () => {
    const condition = (text: string, isPublic: boolean) => ({ kind: 'other', text, legalBasis: '依据', duty: null, validFrom: '2026-01-01', validUntil: null, fromVersion: 1, isPublic }) as unknown as PermitCondition;
    const shown = (face: 'full' | 'public') => exported(completeHospitalForm(OWNER), face, [condition('公开的条件', true), condition('专有配方的条件', false)]);
    expect([validate(shown('public')), validate.errors]).toEqual([true, null]);
    expect([shown('public').conditions.map(one => one.text), shown('public').withheldConditions]).toEqual([['公开的条件'], 1]);
    expect([shown('full').conditions.length, shown('full').withheldConditions]).toEqual([2, undefined]);
  });

  it('names units, leaves persons out, and in public also what was declared a secret', () => {
    const form = completeLimeKilnForm(OWNER);
    const secret: Form = { ...form, basic: { ...form.basic, tradeSecretSections: ['materials'], tradeSecretReason: '配方' } };
    const open = JSON.stringify(exported(secret, 'public'));
    expect(exported(secret).units['air-limits/limits/concentrationMgM3']).toBe('mg/m³');
    expect(JSON.stringify(exported(secret))).not.toContain(String(form.basic?.['contactPhone']));
    expect([open.includes('"materials":{'), open.includes('配方'), open.includes('fileId')]).toEqual([false, false, false]);
    expect(exported(secret, 'public')).toMatchObject({ withheld: [expect.any(String)], versions: [{ contentComplete: false }] });
  });

  const good = exported(completeLimeKilnForm(OWNER));
  it.each([
    ['nothing of the kind', 42, [' type']],
    ['a later version of the format', { ...good, schema: 'huanbao-guanjia/permit/2' }, ['/schema version']],
    ['another file', { ...good, schema: 'x' }, ['/schema schema']],
    ['a changed content', { ...good, exportedAt: '2020-01-01T00:00:00Z' }, ['/hash/value hash']],
    ['a strange member', { ...good, hash: undefined, more: 1 }, ['/more unknown']],
    ['no version', { ...good, hash: undefined, versions: [] }, ['/versions missing']],
    ['a number of somebody else', { ...good, hash: undefined, permit: { ...good.permit, enterprise: { name: 'x', uscc: '91330100799655058B' } } }, ['/permit/enterprise/uscc number-owner']],
    ['a wrong cell', { ...good, hash: undefined, versions: [{ ...good.versions[0], content: { 'air-limits': { limits: [{ outletCode: 'DA1', concentrationMgM3: '30mg' }] }, nonsense: {} } }] }, ['/versions/0/content/air-limits/limits/0/outletCode code', '/versions/0/content/air-limits/limits/0/concentrationMgM3 unit-in-cell', '/versions/0/content/nonsense unknown']],
  ])('refuses %s by its pointer, with a sentence', (_, raw, expected) => {
    const read = readDocument(JSON.parse(JSON.stringify(raw)) as unknown);
    if (read.ok) throw new Error('it was taken');
    expect(read.problems.map(one => `${one.pointer} ${one.code}`)).toEqual(expected);
    expect(read.problems.every(one => one.zh !== '' && one.en !== '')).toBe(true);
  });

  it('is named by its schema', () => expect([good.schema, PERMIT_JSON_SCHEMA['$schema']]).toEqual([PERMIT_SCHEMA, 'https://json-schema.org/draft/2020-12/schema']));
});
