import fc from 'fast-check';
import { applyCells, changesBetween } from './changes';
import { completeness } from './completeness';
import { Field, FieldProblem, SECTION_KEYS, SectionData, SectionKey } from './field';
import { SECTIONS, sectionOf } from './form';
import { normalise } from './normalise';
import { decimalOf, toPlainNumber } from './plain-text';
import { acceptDraft, validateSection } from './validate';
import { completeLimeKilnForm } from '../demo/lime-kiln.form';

const FILES = { commitment: '018f0000-0000-7000-8000-000000000001' };

describe('the field tables', () => {
  it('hold the ten sections in order, each field named once and in both languages', () => {
    expect(SECTIONS.map(section => section.key)).toEqual([...SECTION_KEYS]);
    for (const section of SECTIONS) checkFields(section.fields);
  });

  function checkFields(fields: readonly Field[]): void {
    expect(new Set(fields.map(field => field.name)).size).toBe(fields.length);
    for (const field of fields) {
      expect(field.label.zh).toMatch(/[\u4e00-\u9fff]|COD|pH/);
      expect(field.label.en.length).toBeGreaterThan(1);
      if (field.type === 'select' || field.type === 'multiselect') expect(field.options?.length).toBeGreaterThan(1);
      if (field.type === 'decimal') expect([field.min, field.max, field.decimals]).not.toContain(undefined);
      if (field.type === 'code') expect(field.code).toBeDefined();
      for (const condition of [field.visibleWhen, field.required]) if (condition && condition !== 'always') expect(condition.in.length).toBeGreaterThan(0);
      if (field.columns) checkFields(field.columns);
    }
  }

  it('give examples that the fields themselves accept', () => {
    const all = SECTIONS.flatMap(section => section.fields.flatMap(field => [field, ...(field.columns ?? [])]));
    for (const field of all.filter(one => one.example !== undefined)) expect([field.name, normalise(field, field.example)]).toEqual([field.name, { value: expect.anything() as unknown }]);
  });
});

describe('what is typed into a draft', () => {
  const height = sectionOf('air-outlets').fields[1]?.columns?.find(c => c.name === 'heightM') as Field;
  it.each([
    ['30', '30'], ['３０．５', '30.5'], [' 1,234.5 ', 'max'], ['030', '30'], [30, '30'], ['', null], ['　', null],
    ['30m', 'unit-in-cell'], ['30 米', 'unit-in-cell'], ['三十', 'not-a-number'], ['1e3', 'not-a-number'], ['-5', 'min'], ['1000000000', 'max'],
    ['30.123', 'decimals'], ['#REF!', 'formula-error'], ['=A1', 'formula-error'], ['/', 'none'], [true, 'type'], [{}, 'type'], [NaN, 'not-a-number'], ['9'.repeat(40), 'max'],
  ])('height %p becomes %p', (typed, expected) => {
    const result = normalise(height, typed);
    expect('problem' in result ? result.problem.code : result.value).toBe(expected);
  });

  it('says which unit is meant when one is typed into the cell', () => {
    const limit = sectionOf('air-limits').fields[0]?.columns?.find(c => c.name === 'concentrationMgM3') as Field;
    const result = normalise(limit, '３０mg/m3');
    expect(result).toEqual({ problem: { code: 'unit-in-cell', zh: '只填数字 30，不要带“mg/m3”；本栏单位固定为 mg/m³', en: 'Enter 30 only, without “mg/m3”; the unit here is mg/m³.' } });
  });

  it.each([
    ['2019-06-01', '2019-06-01'], ['２０１９/06/01', '2019-06-01'], ['2019-02-29', 'date'], ['2019-13-01', 'date'], ['0001-01-01', 'date'], [20190601, 'type'],
  ])('date %p becomes %p', (typed, expected) => {
    const field = sectionOf('basic').fields.find(one => one.name === 'productionStartDate') as Field;
    const result = normalise(field, typed);
    expect('problem' in result ? result.problem.code : result.value).toBe(expected);
  });

  it.each([
    ['111.78, 37.14', { longitude: '111.78', latitude: '37.14' }],
    [{ longitude: 111.78, latitude: '37.14' }, { longitude: '111.78', latitude: '37.14' }],
    ['111.78', 'coordinates'], ['37.14, 111.78', 'coordinates'], [{ longitude: '111°46′', latitude: '37' }, 'coordinates'], [{ longitude: '1', latitude: '2', z: '3' }, 'coordinates'],
  ])('coordinates %p become %p', (typed, expected) => {
    const field = sectionOf('basic').fields.find(one => one.name === 'location') as Field;
    const result = normalise(field, typed);
    expect('problem' in result ? result.problem.code : result.value).toEqual(expected);
  });

  it('refuses unknown fields at every depth with their place', () => {
    const { problems } = acceptDraft(sectionOf('products'), { facilities: [{ code: 'MF0001', colour: 'red' }], 'a/b': 1, __proto__x: 2 });
    expect(problems.map(one => [one.pointer, one.code])).toEqual([
      ['/facilities/0/colour', 'unknown-field'], ['/a~1b', 'unknown-field'], ['/__proto__x', 'unknown-field'],
    ]);
  });

  it('gives each row a lasting id, and a new one to a copy', () => {
    const { data } = acceptDraft(sectionOf('products'), { facilities: [{ id: 'r1', code: 'MF0001' }, { id: 'r1', code: 'MF0002' }, { code: 'MF0003' }] });
    const ids = (data['facilities'] as { id: string }[]).map(row => row.id);
    expect(ids[0]).toBe('r1');
    expect(new Set(ids).size).toBe(3);
    expect(acceptDraft(sectionOf('products'), data).data).toEqual(data);
  });

  it('never throws and never stores what the field would refuse, whatever is sent', () => {
    fc.assert(
      fc.property(fc.constantFrom(...SECTION_KEYS), fc.object({ maxDepth: 3 }), fc.constantFrom(...SECTIONS.flatMap(s => s.fields.map(one => one.name))), fc.anything(), (key, object, name, value) => {
        const { data } = acceptDraft(sectionOf(key), { ...object, [name]: value });
        const again = acceptDraft(sectionOf(key), data);
        expect(again.problems).toEqual([]);
        expect(again.data).toEqual(data);
      }),
      { numRuns: 300 },
    );
  });

  it('keeps every digit of a decimal', () => {
    fc.assert(fc.property(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 0, max: 999_999 }), (whole, fraction) => {
      const typed = `${whole}.${String(fraction).padStart(6, '0')}`;
      expect(decimalOf(toPlainNumber(typed))).toBe(typed);
    }));
  });
});

describe('the complete lime kiln form', () => {
  const form = completeLimeKilnForm({ fileIds: FILES });
  it.each(SECTION_KEYS)('has no problem in section %s', key => {
    expect(validateSection(sectionOf(key), form[key])).toEqual([]);
  });

  it('shows the four states of a section', () => {
    const states = completeness({ ...form, materials: {}, products: { products: [] }, basic: { ...form.basic, siteName: null } }, new Set<SectionKey>(['air-outlets', 'basic']));
    expect(Object.fromEntries(states.map(one => [one.section, one.status]))).toMatchObject({
      materials: 'not-started', products: 'in-progress', 'air-outlets': 'completed', basic: 'has-errors',
    });
  });

  it('asks only for fields that are shown', () => {
    const { eiaNumber: _number, eiaDate: _date, ...rest } = form.basic as Record<string, never>;
    const registered = { ...rest, eiaKind: 'registration', eiaRegistrationNumber: '201814118100000123' } as SectionData;
    expect(validateSection(sectionOf('basic'), registered)).toEqual([]);
    const codes = (problems: readonly FieldProblem[]): string[] => problems.map(one => one.pointer);
    expect(codes(validateSection(sectionOf('basic'), rest as SectionData))).toEqual(['/eiaNumber', '/eiaDate']);
  });

  it('names the attachments that are missing', () => {
    expect(validateSection(sectionOf('attachments'), { files: [{ kind: 'eia', fileId: FILES.commitment }] }).map(one => one.zh)).toEqual([
      '请上传守法承诺书', '请上传厂区平面布置图', '请上传生产工艺流程图', '请上传监测点位示意图',
    ]);
  });

  it('validates 300 outlets with 8 pollutants each', () => {
    const row = form['air-limits']?.['limits'] as SectionData[];
    const limits = Array.from({ length: 2400 }, (_, i) => ({ ...row[0], outletCode: `DA${String((i % 300) + 1).padStart(3, '0')}` }));
    expect(validateSection(sectionOf('air-limits'), { ...form['air-limits'], limits })).toEqual([]);
  });
});

describe('changes', () => {
  it('are told cell by cell', () => {
    const before = { a: '1', t: [{ x: '1' }, { x: '2' }] };
    expect(changesBetween(before, { a: '1', t: [{ x: '1' }, { x: '3' }] })).toEqual([{ pointer: '/t/1/x', before: '2', after: '3' }]);
    expect(changesBetween(before, { a: '2', t: [{ x: '9' }] }).map(one => one.pointer)).toEqual(['/a', '/t/0/x', '/t']);
    expect(changesBetween(before, structuredClone(before))).toEqual([]);
    expect(changesBetween({ a: undefined }, {})).toEqual([]);
  });

  it('can be written cell by cell', () => {
    const before = { t: [{ x: '1' }, { x: '2' }] };
    expect(applyCells(before, [{ pointer: '/t/1/x', value: '5' }, { pointer: '/t/-', value: { x: '6' } }, { pointer: '/t/0', value: null }, { pointer: '/b', value: 'y' }])).toEqual({
      data: { t: [{ x: '5' }, { x: '6' }], b: 'y' }, problems: [],
    });
    expect(before.t).toHaveLength(2);
    expect(applyCells(before, [{ pointer: '/t/9/x', value: '5' }, { pointer: '/__proto__/x', value: '5' }, { pointer: 'x', value: 1 }]).problems).toHaveLength(3);
  });
});
