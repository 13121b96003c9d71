import { codeProblem } from '../form/codes';
import { Form, SectionKey } from '../form/field';
import { rowsOf, textOf } from '../form/form';
import { pollutantName } from '../form/pollutants';
import { Finding, findingOf, Rule } from './rule';

const finding = findingOf('C1');
const BASIS = 'HJ 608-2017；GB 32100-2015';

interface Reference {
  readonly section: SectionKey;
  readonly table: string;
  readonly field: string;
  readonly to: (form: Form, value: string) => boolean;
  readonly words: { readonly zh: string; readonly en: string };
}

const outlets = (form: Form): Set<string> => new Set([...codes(form, 'air-outlets', 'outlets'), ...codes(form, 'water-outlets', 'outlets')]);
const isOutlet = (form: Form, value: string): boolean => outlets(form).has(value) || value.startsWith('YS');
const OUTLET = { zh: '排放口', en: 'outlet' };

const REFERENCES: readonly Reference[] = [
  { section: 'process-nodes', table: 'nodes', field: 'facilityCode', to: (form, v) => codes(form, 'products', 'facilities').includes(v), words: { zh: '生产设施', en: 'facility' } },
  { section: 'process-nodes', table: 'nodes', field: 'outletCode', to: isOutlet, words: OUTLET },
  { section: 'air-limits', table: 'limits', field: 'outletCode', to: (form, v) => codes(form, 'air-outlets', 'outlets').includes(v), words: OUTLET },
  { section: 'water-limits', table: 'limits', field: 'outletCode', to: (form, v) => codes(form, 'water-outlets', 'outlets').includes(v), words: OUTLET },
  { section: 'self-monitoring', table: 'plan', field: 'outletCode', to: isOutlet, words: OUTLET },
];

const UNIQUE: readonly (readonly [SectionKey, string])[] = [['products', 'facilities'], ['air-outlets', 'outlets'], ['water-outlets', 'outlets']];

/** C1: the codes are well formed, unique within the permit, each outlet has one limit for a pollutant, and what refers to an outlet or facility refers to one that is listed. */
export const c01: Rule = {
  id: 'C1',
  version: '2026.2',
  since: '2026-11-30',
  basis: BASIS,
  title: { zh: '编码规则、唯一性与引用', en: 'Codes, uniqueness and references' },
  check: ({ form, enterprise }) => [...creditCode(form, enterprise.uscc), ...duplicates(form), ...limitsTwice(form), ...dangling(form)],
};

function creditCode(form: Form, verified: string): Finding[] {
  const uscc = textOf(form.basic, 'uscc');
  if (uscc === undefined) return [];
  const wrong = codeProblem('uscc', uscc);
  const at = { level: 'E', pointer: '/basic/uscc', actual: uscc, basis: 'GB 32100-2015' } as const;
  if (wrong) return [finding({ ...at, expected: '校验位正确的 18 位统一社会信用代码', ...wrong })];
  if (uscc === verified) return [];
  return [finding({ ...at, expected: verified, zh: '与已核验的单位档案不一致，请按营业执照更正，或先变更单位档案', en: 'Differs from the verified organisation record. Correct it, or change the record first.' })];
}

function duplicates(form: Form): Finding[] {
  return UNIQUE.flatMap(([section, table]) => {
    const first = new Map<string, number>();
    return rowsOf(form, section, table).flatMap((row, index) => {
      const code = textOf(row, 'code');
      if (code === undefined) return [];
      const before = first.get(code);
      if (before === undefined) first.set(code, index);
      return before === undefined ? [] : [finding({
        level: 'E', pointer: `/${section}/${table}/${index}/code`, actual: code, expected: '同一许可证内不重复', basis: BASIS,
        zh: `编号 ${code} 与第 ${before + 1} 行重复，请改为未使用的编号；已注销的编号不再使用`, en: `${code} repeats row ${before + 1}. Use a new code; cancelled codes are not used again.`,
      })];
    });
  });
}

/** What names the place a limit stands at, by table. A point at the boundary may have rows by unit and standard: nothing is kept of them by outlet. */
const LIMITS: readonly (readonly [SectionKey, string, string])[] = [['air-limits', 'limits', 'outletCode'], ['water-limits', 'limits', 'outletCode']];

/** Of two rows for one outlet and pollutant only one could be kept as the permitted limit, while the certificate printed both. */
function limitsTwice(form: Form): Finding[] {
  return LIMITS.flatMap(([section, table, place]) => {
    const first = new Map<string, number>();
    return rowsOf(form, section, table).flatMap((row, index) => {
      const [at, pollutant] = [textOf(row, place), textOf(row, 'pollutant')];
      if (at === undefined || pollutant === undefined) return [];
      const before = first.get(`${at}|${pollutant}`);
      if (before === undefined) first.set(`${at}|${pollutant}`, index);
      const { zh, en } = pollutantName(pollutant);
      return before === undefined ? [] : [finding({
        level: 'E', pointer: `/${section}/${table}/${index}/pollutant`, actual: `${at} ${zh}`, expected: `${at} 的${zh}只填一行`, basis: BASIS,
        zh: `${at} 的${zh}与第 ${before + 1} 行重复，请合并成一行：小时值、日均值都有规定的，填较严的一个，并在“执行标准”里写明是哪一个`, en: `${at}, ${en}: repeats row ${before + 1}. Keep one row with the stricter value, and say in “Standard” which one it is.`,
      })];
    });
  });
}

function dangling(form: Form): Finding[] {
  return REFERENCES.flatMap(({ section, table, field, to, words }) => {
    const known = new Map<string, boolean>();
    return rowsOf(form, section, table).flatMap((row, index) => {
      const code = textOf(row, field);
      if (code === undefined) return [];
      if (!known.has(code)) known.set(code, to(form, code));
      return known.get(code) ? [] : [finding({
        level: 'E', pointer: `/${section}/${table}/${index}/${field}`, actual: code, expected: `已填报的${words.zh}编号`, basis: BASIS,
        zh: `${words.zh} ${code} 没有填报，请先补充该${words.zh}或改正编号`, en: `The ${words.en} ${code} is not listed. Add it or correct the code.`,
      })];
    });
  });
}

function codes(form: Form, section: SectionKey, table: string): string[] {
  return rowsOf(form, section, table).flatMap(row => textOf(row, 'code') ?? []);
}
