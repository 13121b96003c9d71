import { completeLimeKilnForm } from '../demo/lime-kiln.form';
import { SECTION_KEYS } from './field';
import { fieldAt } from './places';
import { printed } from './print';

const form = { ...completeLimeKilnForm({ fileIds: { commitment: '018f0000-0000-7000-8000-000000000001' } }) };

describe('places of the form', () => {
  it.each([
    ['/basic', '排污单位基本情况'],
    ['/basic/siteName', '排污单位基本情况 · 生产经营场所名称'],
    ['/air-outlets/outlets', '大气排放口 · 大气排放口'],
    ['/air-outlets/outlets/1', '大气排放口 · 大气排放口 · 第2行（DA002）'],
    ['/air-limits/limits/0/concentrationMgM3', '大气污染物许可排放限值 · 各排放口限值 · 第1行（DA001） · 许可排放浓度'],
  ])('%s is %s', (pointer, words) => expect(fieldAt(form, pointer)?.label.zh).toBe(words));

  it.each(['', 'basic', '/nothing', '/basic/nothing', '/basic/siteName/0', '/air-outlets/outlets/9', '/air-outlets/outlets/-1', '/air-outlets/outlets/0/nothing', '/air-outlets/outlets/0/heightM/x', '/constructor', '/basic/__proto__'])(
    'there is no place %p',
    pointer => expect(fieldAt(form, pointer)).toBeUndefined(),
  );

  it('finds a row by its lasting id', () => {
    const outlets = [{ id: 'abc', code: 'DA009' }];
    expect(fieldAt({ 'air-outlets': { outlets } }, '/air-outlets/outlets/@abc/heightM')?.label.zh).toBe('大气排放口 · 大气排放口 · 第1行（DA009） · 高度');
  });
});

describe('the form in words', () => {
  const sections = printed(form);
  it('shows all sections in order, with options and truths in words and only what is visible', () => {
    expect(sections.map(one => one.key)).toEqual([...SECTION_KEYS]);
    const basic = Object.fromEntries((sections[0]?.facts ?? []).map(fact => [fact.pointer, fact.value]));
    expect(basic).toMatchObject({ '/basic/managementCategory': '简化管理', '/basic/inKeyRegion': '是', '/basic/location': '东经 111.7215°，北纬 37.1068°' });
    expect(basic).not.toHaveProperty('/basic/eiaRegistrationNumber');
  });

  it('prints as many cells as columns', () => {
    for (const table of sections.flatMap(one => one.tables)) for (const row of table.rows) expect(row).toHaveLength(table.columns.length);
  });

  it('leaves out the fields of persons where they are withheld, and says nothing of them', () => {
    const labels = (options?: { withoutPersons: boolean }): string[] => (printed({ basic: form.basic }, options)[0]?.facts ?? []).map(fact => fact.label.zh);
    expect(labels().filter(label => !labels({ withoutPersons: true }).includes(label))).toEqual(['技术负责人', '联系电话']);
  });

  it('leaves out sections that nobody may see', () => expect(printed({ basic: form.basic })).toHaveLength(1));
});
