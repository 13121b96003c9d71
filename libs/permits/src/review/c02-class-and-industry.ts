import { catalogueOn, classify, entryFor, industryOf, type PermitLevel } from '@huanbao/standards';
import { textOf } from '../form/form';
import { Finding, findingOf, ReviewContext, Rule } from './rule';

const finding = findingOf('C2');
const BASIS = '固定污染源排污许可分类管理名录（2019年版）第二条、第五条';
const WORDS: Readonly<Record<PermitLevel, string>> = { key: '重点管理', simplified: '简化管理', registration: '登记管理' };

/** C2: the declared category is one the catalogue gives for the industry, and the industry's name is the one of its code. */
export const c02: Rule = {
  id: 'C2',
  version: '2026.1',
  since: '2026-11-24',
  basis: BASIS,
  title: { zh: '管理类别符合名录，行业代码与名称一致', en: 'Category by the catalogue, industry code and name' },
  check: context => [...nameOff(context), ...categoryOff(context)],
};

function nameOff({ form }: ReviewContext): Finding[] {
  const [code, name] = [textOf(form.basic, 'industryCode'), textOf(form.basic, 'industryName')];
  const industry = code === undefined ? undefined : industryOf(code);
  if (code === undefined || (industry && (name === undefined || industry.name === name))) return [];
  if (!industry) return [finding({ level: 'E', pointer: '/basic/industryCode', actual: code, expected: 'GB/T 4754-2017 的四位小类', basis: 'GB/T 4754-2017', zh: '行业代码不在国民经济行业分类里，请从行业目录中选择', en: 'No such class in GB/T 4754. Choose it from the list.' })];
  return [finding({ level: 'W', pointer: '/basic/industryName', actual: name ?? '', expected: industry.name, basis: 'GB/T 4754-2017', zh: `代码 ${code} 的行业名称是“${industry.name}”，请核对代码和名称`, en: `Class ${code} is called ${industry.name}. Check code and name.` })];
}

function categoryOff({ form, applicationDate, verifiedCatalogues }: ReviewContext): Finding[] {
  const code = textOf(form.basic, 'industryCode');
  const declared = textOf(form.basic, 'managementCategory') as PermitLevel | undefined;
  const catalogue = catalogueOn(applicationDate);
  if (!catalogue || code === undefined || declared === undefined || code.length !== 4 || !industryOf(code)) return [];
  const entry = entryFor(catalogue, code);
  const outcome = classify(catalogue, [code], {});
  const possible = outcome.state === 'decided' ? [outcome.level ?? 'registration'] : LEVELS_BY_PROCESS;
  if (possible.includes(declared)) return [];
  const expected = possible.map(level => WORDS[level]).join('或');
  // What the catalogue says was entered from the promulgated text and not yet compared row by row: until then it warns.
  return [finding({
    level: catalogue.verified || verifiedCatalogues?.includes(catalogue.effectiveFrom) ? 'E' : 'W', pointer: '/basic/managementCategory', actual: WORDS[declared], expected, basis: BASIS,
    zh: `行业 ${code} 按名录第 ${entry.no} 类（${entry.title}）属于${expected}，请核对管理类别；可用“我需要办排污许可证吗”逐题判定`, en: `By entry ${entry.no} class ${code} is ${possible.join(' or ')}. Check the category.`,
    evidence: Object.values(entry.columns).map(column => column.text).join('；'),
  })];
}

/** Sizes and common processes decide: each level may be right. */
const LEVELS_BY_PROCESS: readonly PermitLevel[] = ['key', 'simplified', 'registration'];
