import fc from 'fast-check';
import { compared } from './compare';
import { DocumentFacts, factsOf } from './facts';

const APPROVAL = `孝义市生态环境局文件
孝环函〔２０１８〕12 号
关于孝义示范石灰有限公司年产 30 万吨活性石灰项目环境影响报告书的批复
孝义示范石灰有限公司：
你公司报送的《年产30万吨活性石灰项目环境影响报告书》收悉，根据省厅晋环函[2017]345号文件，现批复如下：
三、污染物排放总量控制指标为：颗粒物 4.752t/a、二氧化硫7.92 吨/年、氮氧化物排放量不超过 23.76t/a；化学需氧量：850kg/a。
                                   2018 年 3 月 12 日`;

const REPORT = `监测报告
报告编号：LJ2026-0815
资质认定证书编号：160412050123
采样日期：2026年08月03日    报告日期：2026-08-10
监测点位 DA001 1号窑窑尾排气筒
颗粒物 实测 8.6 mg/m³  二氧化硫 22 mg/m3  氮氧化物 87.5 mg/m³
监测点位 DW001 污水总排口
化学需氧量 46 mg/L`;

const of = (...texts: string[]): DocumentFacts => factsOf(texts.map((text, index) => ({ page: index + 1, text })));
const values = (found: readonly { value: string }[]): string[] => found.map(each => each.value);

describe('key numbers of an approval', () => {
  const facts = of('封面', APPROVAL);

  it('knows what it is, and finds its number, its date and whose number it cites', () => {
    expect(facts.kind).toBe('approval');
    expect(values(facts.approvalNumbers)).toEqual(['孝环函〔2018〕12号', '省厅晋环函〔2017〕345号']);
    expect(values(facts.dates)).toEqual(['2018-03-12']);
    expect(facts.approvalNumbers[0]?.page).toBe(2);
  });

  it.each([
    ['PM', '4.752', 't/a'],
    ['SO2', '7.92', 't/a'],
    ['NOx', '23.76', 't/a'],
    ['COD', '850', 'kg/a'],
  ])('finds the total of %s: %s %s', (pollutant, value, unit) => {
    expect(facts.totals).toContainEqual(expect.objectContaining({ pollutant, value, unit, page: 2, quote: expect.stringContaining(value) as string }));
  });
});

describe('key numbers of a monitoring report', () => {
  const facts = of(REPORT);

  it('finds report number, CMA number and both days', () => {
    expect({ kind: facts.kind, number: values(facts.reportNumbers), cma: values(facts.cma), sampled: values(facts.sampleDates), reported: values(facts.reportDates) })
      .toEqual({ kind: 'monitoring', number: ['LJ2026-0815'], cma: ['160412050123'], sampled: ['2026-08-03'], reported: ['2026-08-10'] });
  });

  it.each([
    ['DA001', 'PM', '8.6', 'mg/m³'],
    ['DA001', 'SO2', '22', 'mg/m³'],
    ['DA001', 'NOx', '87.5', 'mg/m³'],
    ['DW001', 'COD', '46', 'mg/L'],
  ])('gives %s %s %s %s to the outlet named last', (outletCode, pollutant, value, unit) => {
    expect(facts.concentrations).toContainEqual(expect.objectContaining({ outletCode, pollutant, value, unit }));
  });
});

describe('odd papers', () => {
  it.each([
    ['吕环审批字（2020）第7号', '吕环审批字〔2020〕7号'],
    ['批复文号：孝环函【2018】12号', '孝环函〔2018〕12号'],
    ['晋环许﹝2019﹞3号', undefined],
    ['GB 13271-2014', undefined],
  ])('reads %s as %s', (text, expected) => {
    expect(of(text).approvalNumbers[0]?.value).toBe(expected);
  });

  it.each([['2018年2月30日'], ['2018年13月1日'], ['1850-01-01']])('takes %s for no day', text => {
    expect(of(text).dates).toEqual([]);
  });

  it('does not take a production figure for a total', () => {
    expect(of('年产石灰300000t/a，颗粒物排放浓度10mg/m³').totals).toEqual([]);
  });

  it('reads anything without falling over', () => {
    fc.assert(fc.property(fc.string({ unit: 'binary' }), text => {
      expect(of(text).concentrations.length).toBeGreaterThanOrEqual(0);
    }));
  });

  it('reads 300 dense pages in reasonable steps', () => {
    const pages = Array.from({ length: 300 }, () => REPORT.repeat(4));
    expect(of(...pages).concentrations).toHaveLength(300 * 16);
  });
});

describe('compared with the form', () => {
  const form = {
    basic: { eiaNumber: '孝环函〔2018〕12号', eiaDate: '2018-03-12', approvedTotals: [{ pollutant: 'PM', amountTA: '4.752', source: 'eia' }, { pollutant: 'COD', amountTA: '0.85', source: 'eia' }] },
    'air-limits': { limits: [{ outletCode: 'DA001', pollutant: 'PM', concentrationMgM3: '10' }, { outletCode: 'DA001', pollutant: 'NOx', concentrationMgM3: '100' }] },
    'water-limits': { limits: [{ outletCode: 'DW001', pollutant: 'COD', concentrationMgL: '60' }] },
  };
  const documents = [{ fileId: 'a', name: '批复.pdf', facts: of(APPROVAL) }, { fileId: 'b', name: '监测报告.pdf', facts: of(REPORT) }];
  const kinds = (over: object, facts = documents): string[] => compared(facts, { ...form, ...over }, '2026-11-24').map(each => `${each.kind} ${each.pointer ?? ''}`.trim());

  it('says nothing where they agree, kilograms and full-width digits included', () => {
    expect(kinds({})).toEqual([]);
  });

  it.each([
    [{ basic: { ...form.basic, eiaNumber: '孝环函〔2018〕21号' } }, 'approval-number /basic/eiaNumber'],
    [{ basic: { ...form.basic, eiaDate: '2018-03-21' } }, 'approval-date /basic/eiaDate'],
    [{ basic: { ...form.basic, approvedTotals: [{ pollutant: 'PM', amountTA: '47.52', source: 'eia' }] } }, 'total /basic/approvedTotals/0/amountTA'],
    [{ 'air-limits': { limits: [{ outletCode: 'DA001', pollutant: 'PM', concentrationMgM3: '5' }] } }, 'concentration /air-limits/limits/0/concentrationMgM3'],
    [{ 'water-limits': { limits: [{ outletCode: 'DW001', pollutant: 'COD', concentrationMgL: '40' }] } }, 'concentration /water-limits/limits/0/concentrationMgL'],
  ])('finds %j', (over, expected) => {
    expect(kinds(over)).toEqual([expected]);
  });

  const LIMITED = `${APPROVAL}\n外排废气中颗粒物排放浓度不得高于10mg/m3；废水中化学需氧量浓度执行40mg/L。`;
  const approved = [{ fileId: 'a', name: '批复.pdf', facts: of(LIMITED) }];
  const air = (...values: (string | undefined)[]): object => ({ limits: values.map((approvalMgM3, index) => ({ outletCode: `DA00${index + 1}`, pollutant: 'PM', concentrationMgM3: '10', approvalMgM3 })) });
  const water = { limits: [{ outletCode: 'DW001', pollutant: 'COD', concentrationMgL: '40', approvalMgL: '40' }] };

  it.each([
    ['agrees', { 'air-limits': air('10', '10.0'), 'water-limits': water }, []],
    ['differs at one outlet', { 'air-limits': air('10', '20'), 'water-limits': water }, ['approved-concentration /air-limits/limits/1/approvalMgM3']],
    ['says nothing, asked once', { 'air-limits': air(undefined, '/'), 'water-limits': water }, ['approved-concentration /air-limits/limits/0/approvalMgM3']],
    ['differs in water', { 'air-limits': air('10'), 'water-limits': { limits: [{ ...water.limits[0], approvalMgL: '50' }] } }, ['approved-concentration /water-limits/limits/0/approvalMgL']],
    ['limits another pollutant', { 'air-limits': { limits: [{ outletCode: 'DA001', pollutant: 'NOx', approvalMgM3: '5' }] }, 'water-limits': water }, []],
  ])('compares what the approval demands with its column: %s', (_what, over, expected) => {
    expect(kinds(over, approved)).toEqual(expected);
  });

  it('leaves totals of another source, other outlets and “/” alone', () => {
    expect(kinds({ basic: { ...form.basic, approvedTotals: [{ pollutant: 'PM', amountTA: '3', source: 'total-control' }] }, 'air-limits': { limits: [{ outletCode: 'DA002', pollutant: 'PM', concentrationMgM3: '5' }, { outletCode: 'DA001', pollutant: 'PM', concentrationMgM3: '/' }] } })).toEqual([]);
  });

  it.each([
    ['2026-08-10', '2026-08-01'],
    ['2026-08-10', '2027-08-11'],
  ])('finds a report sampled %s and written %s', (sampled, reported) => {
    const facts = of(REPORT.replace('2026年08月03日', sampled).replace('报告日期：2026-08-10', `报告日期：${reported}`));
    expect(kinds({}, [{ fileId: 'b', name: '监测报告.pdf', facts }])).toEqual(['date-order']);
  });

  it('misses CMA', () => {
    expect(kinds({}, [{ fileId: 'b', name: '监测报告.pdf', facts: of(REPORT.replace(/资质认定.*\n/, '')) }])).toEqual(['cma']);
  });
});
