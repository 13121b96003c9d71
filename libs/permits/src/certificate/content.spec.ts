import fc from 'fast-check';
import { completeHospitalForm } from '../demo/hospital.form';
import { completeLimeKilnForm } from '../demo/lime-kiln.form';
import type { Row } from '../form/field';
import { CertificateFacts, chaptersOf, originalFacts } from './content';
import { formerSignedTextOf, saysTheSame, signedTextOf, signedTextWithoutConditions } from './signed-text';
import { PAGE_WIDTH, partsOf, widthsOf } from './table-layout';
import { dayBefore, fiveYearsAfter, statusOn } from './validity';

const FILES = { commitment: '018f0000-0000-7000-8000-000000000001' };
const rowsIn = (form: object): unknown => ['water-limits', 'water-outlets'].map(key => (form as Record<string, { limits?: unknown }>)[key]?.limits).find(Boolean);
const FACTS: CertificateFacts = {
  number: '91130200699229617X001P', enterpriseName: '示例石灰有限公司', uscc: '91130200699229617X', legalRepresentative: '郭建军', siteName: '南阳石灰窑厂区', siteAddress: '工业路18号',
  industryName: '石灰和石膏制造', industryCode: '3012', managementCategory: 'simplified', issuer: '示例市生态环境局', issuedOn: '2026-11-23', validFrom: '2026-11-23', validTo: '2031-11-22',
};

describe('the certificate', () => {
  const chapters = chaptersOf(FACTS, completeLimeKilnForm({ fileIds: FILES }));

  it('has the eleven contents of art. 13 in order, each with something to read', () => {
    expect(chapters.map(one => one.number)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11]);
    for (const one of chapters) expect(one.facts.length + one.tables.length + one.paragraphs.length).toBeGreaterThan(0);
  });

  it('prints limits in words and units, with as many cells as columns', () => {
    const [limits] = chapters[4]?.tables ?? [];
    expect(limits?.columns).toContain('许可排放浓度（mg/m³）');
    expect(limits?.rows[0]).toEqual(expect.arrayContaining(['DA001', '颗粒物', '10', '4.752']));
    for (const table of chapters.flatMap(one => one.tables)) for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
  });

  it('gives each number its own unit where a column holds several', () => {
    const form = completeHospitalForm({ fileIds: FILES });
    const rows = [['COD', '50'], ['pH', '9'], ['fecal-coliform', '500'], ['colour', '30']].map(([pollutant, concentrationMgL]) => ({ outletCode: 'DW001', pollutant, standard: 'GB 18466-2005', concentrationMgL }));
    const air = [['odour', '2000'], ['BaP', '0.3'], ['PM', '/']].map(([pollutant, concentrationMgM3]) => ({ outletCode: 'DA001', pollutant, standard: 'GB 14554-1993', concentrationMgM3 }));
    const tables = chaptersOf(FACTS, { ...form, 'air-limits': { limits: air }, 'water-limits': { hasWaterLimits: true, limits: rows } })[4]?.tables ?? [];
    const [inAir, inWater] = ['大气排放口许可限值', '水排放口许可限值'].map(caption => tables.find(one => one.caption === caption));
    const place = (table: typeof inAir): number => table?.columns.findIndex(one => one.startsWith('许可排放浓度')) ?? -1;
    expect([inAir?.columns[place(inAir)], inAir?.rows.map(row => row[place(inAir)])]).toEqual(['许可排放浓度', ['2000 无量纲', '0.3 μg/m³', '/']]);
    expect([inWater?.columns[place(inWater)], inWater?.rows.map(row => row[place(inWater)])]).toEqual(['许可排放浓度', ['50 mg/L', '9 无量纲', '500 MPN/L', '30 倍']]);
  });

  it('prints amounts once when they are the same each year, and five times when not', () => {
    const form = completeLimeKilnForm({ fileIds: FILES });
    expect(chapters[4]?.tables[1]?.columns).toEqual(['污染物', '各年许可量（第1至5年）（t/a）']);
    const [first, ...others] = form['air-totals']['plantTotals'] as Row[];
    const falling = { ...form, 'air-totals': { ...form['air-totals'], plantTotals: [{ ...first, year5T: '4' }, ...others] } };
    expect(chaptersOf(FACTS, falling)[4]?.tables[1]?.columns).toHaveLength(6);
  });

  it('names fugitive sources, or says there are none', () => {
    expect(chapters[9]?.tables[0]?.rows[0]?.[0]).toBe('厂界');
    const { fugitive: _section, ...earlier } = completeLimeKilnForm({ fileIds: FILES });
    expect(chaptersOf(FACTS, earlier)[9]?.facts[0]?.[0]).toBe('MF0002 堆场扬尘');
    const { fugitive: _none, ...hospital } = completeHospitalForm({ fileIds: FILES });
    expect(chaptersOf(FACTS, hospital)[9]?.facts).toEqual([['无组织排放', '无']]);
  });

  it('shows on 正本 the first two contents with industry and credit code', () => {
    expect(originalFacts(FACTS).map(([label]) => label)).toEqual([
      '单位名称', '统一社会信用代码', '法定代表人（主要负责人）', '生产经营场所', '行业类别', '管理类别', '有效期限', '发证机关', '发证日期',
    ]);
  });

  it('says 无 for each part of an empty form, and leaves no chapter out', () => {
    const empty = chaptersOf(FACTS, {});
    expect(empty).toHaveLength(11);
    expect(empty.map(one => one.facts.filter(([, value]) => value === '无').length)).toEqual([0, 0, 1, 2, 4, 0, 1, 3, 0, 1, 2]);
  });

  it('prints each condition in the chapter it belongs to', () => {
    const at = (kind: string): number | undefined => chaptersOf(FACTS, {}, [{ kind, text: '每季检修一次布袋', legalBasis: 'HJ 2000' }]).find(one => one.paragraphs.includes('每季检修一次布袋（HJ 2000）'))?.number;
    expect(['operation', 'special-period', 'monitoring', 'ledger', 'report', 'disclosure', 'improvement', 'other', 'unheard-of'].map(at)).toEqual([6, 7, 8, 8, 8, 9, 11, 11, 11]);
  });

  it('finds a table that has moved where the permit has it', () => {
    const form = completeHospitalForm({ fileIds: FILES });
    const caption = (given: object): string[] => (chaptersOf(FACTS, given as typeof form)[4]?.tables ?? []).map(one => one.caption);
    expect(caption(form)).toContain('水排放口许可限值');
    const { limits, ...outlets } = { limits: rowsIn(form), ...form['water-outlets'] };
    expect(caption({ ...form, 'water-outlets': { ...outlets, limits: undefined }, 'water-limits': { limits } })).toContain('水排放口许可限值');
    expect(caption({ ...form, 'water-outlets': { ...outlets, limits }, 'water-limits': {} })).toContain('水排放口许可限值');
  });
});

describe('validity', () => {
  it.each([['2026-11-23', '2031-11-22'], ['2024-02-29', '2029-02-27'], ['2026-01-01', '2030-12-31']])('a permit of %s holds until %s', (from, to) => {
    expect(dayBefore(fiveYearsAfter(from))).toBe(to);
  });

  it.each([
    ['valid', '2026-11-22', '2026-11-22', 'valid'],
    ['valid', '2026-11-22', '2026-11-23', 'expired'],
    ['revoked', '2030-01-01', '2026-11-23', 'revoked'],
    ['cancelled', '2020-01-01', '2026-11-23', 'cancelled'],
  ] as const)('%s until %s is on %s %s', (status, validTo, today, expected) => {
    expect(statusOn({ status, validTo }, today)).toBe(expected);
  });
});

describe('the signed line', () => {
  const facts = { ...FACTS, contentHash: 'ab'.repeat(32), conditionsHash: 'cd'.repeat(32) };
  it('changes with every printed fact', () => {
    const line = signedTextOf(facts);
    for (const name of Object.keys(facts) as (keyof typeof facts)[]) expect(signedTextOf({ ...facts, [name]: `${facts[name]}1` })).not.toBe(line);
  });

  it('cannot be made to mean something else by a name with the separator in it', () => {
    fc.assert(fc.property(fc.string(), name => expect(signedTextOf({ ...facts, enterpriseName: name }).split(/[|\n\r]/)).toHaveLength(12)));
  });

  it('is recognised in the forms it had on certificates of before', () => {
    const lines = [signedTextOf, signedTextWithoutConditions, formerSignedTextOf].map(form => form(facts));
    expect(lines.map(line => saysTheSame(line, facts))).toEqual([true, true, true]);
    expect(lines.map(line => saysTheSame(line, { ...facts, validTo: '2041-11-22' }))).toEqual([false, false, false]);
    // other conditions are noticed where they were signed
    expect(lines.map(line => saysTheSame(line, { ...facts, conditionsHash: '00'.repeat(32) }))).toEqual([false, true, true]);
  });
});

describe('tables on the page', () => {
  const table = (columns: number, cell = '颗粒物'): { caption: string; columns: string[]; rows: string[][] } => ({ caption: '表', columns: Array.from({ length: columns }, (_, i) => `列${i}`), rows: [Array.from({ length: columns }, () => cell)] });

  it('parts wide ones evenly and loses no column', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 40 }), count => {
      const parts = partsOf(table(count));
      for (const part of parts) expect(part.columns.length).toBeLessThanOrEqual(8);
      expect([...new Set(parts.flatMap(part => part.columns))]).toEqual(table(count).columns);
    }));
  });

  it('gives every column room, more to those that say more, and fills the page exactly', () => {
    fc.assert(fc.property(fc.array(fc.string({ maxLength: 60 }), { minLength: 1, maxLength: 8 }), cells => {
      const widths = widthsOf({ caption: '', columns: cells.map(() => '列'), rows: [cells] }, PAGE_WIDTH);
      expect(widths.reduce((sum, one) => sum + one, 0)).toBe(PAGE_WIDTH);
      for (const one of widths) expect(one).toBeGreaterThanOrEqual(38);
    }));
    const [code = 0, sentence = 0] = widthsOf({ caption: '', columns: ['编号', '措施'], rows: [['DA001', '密闭输送并设置集气罩和布袋除尘']] }, PAGE_WIDTH);
    expect(sentence).toBeGreaterThan(2 * code);
  });
});
