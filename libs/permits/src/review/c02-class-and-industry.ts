import { type Answers, boundOf, type Catalogue, catalogueOn, type ClassBound, classify, type Decided, entryFor, type EntryVerdict, industryOf, type PermitLevel, questionsOf } from '@huanbao/standards';
import { textOf } from '../form/form';
import { classFacts } from './class-facts';
import { Finding, findingOf, ReviewContext, Rule } from './rule';

const finding = findingOf('C2');
const BASIS = '固定污染源排污许可分类管理名录（2019年版）第二条、第五条';
const WORDS: Readonly<Record<PermitLevel, string>> = { key: '重点管理', simplified: '简化管理', registration: '登记管理' };
const RANK: readonly PermitLevel[] = ['key', 'simplified', 'registration'];
const AT = '/basic/managementCategory';
/** The list of key dischargers is the bureau's, published each year, and no matter of the form: who declares 简化管理 says that he is not on it. */
const LISTED = 'key-discharger';

/** C2: the declared category is the one the catalogue gives for the industry and what the form says of sizes, fuels and common processes; the industry's name is the one of its code. */
export const c02: Rule = {
  id: 'C2',
  version: '2026.3',
  since: '2026-11-30',
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

function categoryOff({ form, applicationDate, verifiedCatalogues, fuels }: ReviewContext): Finding[] {
  const code = textOf(form.basic, 'industryCode');
  const declared = textOf(form.basic, 'managementCategory') as PermitLevel | undefined;
  const catalogue = catalogueOn(applicationDate);
  if (!catalogue || code === undefined || declared === undefined || WORDS[declared] === undefined || code.length !== 4 || !industryOf(code)) return [];
  const answers = Object.fromEntries(Object.entries(classFacts(form, fuels)).filter(([question]) => question in catalogue.questions));
  const bound = boundOf(catalogue, code, { answers, declared });
  const question = { catalogue, code, declared, answers };
  if (bound.level !== null && RANK.indexOf(bound.level) < RANK.indexOf(declared)) {
    // What the catalogue says was entered from the promulgated text and not yet compared row by row: until then it warns.
    const isVerified = catalogue.verified || (verifiedCatalogues?.includes(catalogue.effectiveFrom) ?? false);
    return [tooLight(question, bound, isVerified ? 'E' : 'W')];
  }
  const outcome = classify(catalogue, [code], answers);
  if (outcome.state === 'decided') return (outcome.level ?? 'registration') === declared ? [] : [tooHeavy(question, outcome)];
  const missing = bound.asks.filter(one => one !== LISTED);
  return missing.length === 0 ? [] : [cannotTell(question, missing)];
}

interface Question {
  readonly catalogue: Catalogue;
  readonly code: string;
  readonly declared: PermitLevel;
  readonly answers: Answers;
}

function tooLight(question: Question, bound: ClassBound, level: 'E' | 'W'): Finding {
  const { code, declared } = question;
  const due = bound.level ?? 'registration';
  const [entry] = bound.deciding;
  return finding({
    level, pointer: AT, actual: WORDS[declared], expected: WORDS[due], basis: BASIS,
    zh: `行业 ${code} 按名录第 ${entry?.entryNo ?? ''} 类（${entry?.entryTitle ?? ''}）属于${WORDS[due]}${level === 'W' ? '（名录内容尚未核对原文）' : ''}，请核对管理类别；可用“我需要办排污许可证吗”逐题判定`,
    en: `By entry ${entry?.entryNo ?? ''} class ${code} is ${due}. Check the category.`,
    evidence: [...bound.deciding.map(one => one.text ?? ''), ...known(question, bound.deciding)].join('；'),
  });
}

function tooHeavy(question: Question, { level, deciding }: Decided): Finding {
  const { catalogue, code, declared } = question;
  const due = level ?? 'registration';
  const entry = entryFor(catalogue, code);
  return finding({
    level: 'W', pointer: AT, actual: WORDS[declared], expected: WORDS[due], basis: BASIS,
    zh: `行业 ${code} 按名录第 ${entry.no} 类（${entry.title}）和填报的内容属于${WORDS[due]}，申报的类别更重，请核对`, en: `By entry ${entry.no} and what the form says class ${code} is ${due}; a stricter one is declared. Check it.`,
    evidence: [...deciding.map(one => one.text ?? ''), ...known(question, deciding)].join('；'),
  });
}

/** A stricter class cannot be ruled out: names what the form does not say. */
function cannotTell(question: Question, missing: readonly string[]): Finding {
  const { catalogue, code, declared } = question;
  const entry = entryFor(catalogue, code);
  const asked = (language: 'zh' | 'en'): string => missing.map(one => catalogue.questions[one]?.ask[language] ?? one).join(language === 'zh' ? '、' : '; ');
  return finding({
    level: 'W', pointer: AT, actual: WORDS[declared], expected: '能从填报内容判定管理类别', basis: BASIS,
    zh: `名录第 ${entry.no} 类（${entry.title}）要看下列内容才能判定是否属于更重的类别，填报内容里没有：${asked('zh')}。请在产品产能、设施参数、原辅料或燃料中补充，或由审查人员核对`,
    en: `Entry ${entry.no} may give a stricter class; the form does not say: ${asked('en')}. Add it to products, facilities, materials or fuels, or let a person check.`,
    evidence: [...Object.values(entry.columns).map(column => column.text), ...known(question, [])].join('；'),
  });
}

/** What was read from the form for the entries in question, so that a person can check it. */
function known({ catalogue, code, answers }: Question, deciding: readonly EntryVerdict[]): string[] {
  const entries = [entryFor(catalogue, code), ...catalogue.entries.filter(entry => deciding.some(one => one.entryNo === entry.no))];
  const read = [...new Set(entries.flatMap(questionsOf))].flatMap(name => {
    const [question, answer] = [catalogue.questions[name], answers[name]];
    if (question === undefined || answer === undefined || answer === false || answer === '0') return [];
    return [answer === true ? `“${question.ask.zh}”是` : `${question.ask.zh} ${answer} ${question.unit?.zh ?? ''}`.trim()];
  });
  return read.length === 0 ? [] : [`从填报内容读到：${read.join('、')}`];
}
