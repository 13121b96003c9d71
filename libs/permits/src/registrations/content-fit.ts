import { type Answers, type Catalogue, classify, type Decided, industriesBelow, industryOf } from '@huanbao/standards';
import { Decimal } from 'decimal.js';
import type { FieldProblem, Row, SectionData } from '../form/field';
import { AMOUNT_RULES, ANSWER_RULES, type AmountRule, PRODUCT_NAMES, SOLVENT_RULES, UNITS, WATER_BASED } from './content-words';

export interface Stated {
  readonly catalogue: Catalogue;
  readonly industries: readonly string[];
  readonly answers: Answers;
}

const AGAIN = '请重新做分类判定，或者改正这一项';
const problem = (pointer: string, zh: string, en: string): FieldProblem => ({ pointer, code: 'classification', zh, en });
const rowsOf = (content: SectionData, table: string): readonly Row[] => (content[table] ?? []) as readonly Row[];
const text = (row: Row, column: string): string => (typeof row[column] === 'string' ? row[column].normalize('NFKC').trim() : '');
const amount = (row: Row, column: string): Decimal => new Decimal(text(row, column) || '0');

/**
 * Where the content says something else than what the class was decided on: a registration of briquettes must not carry a
 * coking plant. Each place with the mend. Words are compared, so what is called by another name is not found.
 */
export function contradictions(content: SectionData, stated: Stated): FieldProblem[] {
  return [...otherIndustries(content, stated), ...otherAnswers(content, stated), ...burntNowhere(content, stated), ...tooMuchMade(content, stated), ...tooMuchSolvent(content, stated)];
}

/** Products and processes that belong to another class of the industries, when that class would need a permit or was never judged. */
function otherIndustries(content: SectionData, stated: Stated): FieldProblem[] {
  return rowsOf(content, 'products').flatMap((row, index) => {
    for (const column of ['product', 'process']) {
      const code = madeBy(text(row, column), text(row, 'process'), stated);
      const why = code && judged(code, stated);
      if (code && why) return [problem(`/products/${index}/${column}`, `“${text(row, column)}”属于行业 ${code} ${industryOf(code)?.name ?? ''}，与登记的行业 ${stated.industries.join('、')} 不符。${why.zh}`, `Belongs to class ${code}, not to ${stated.industries.join(', ')}. ${why.en}`)];
    }
    return [];
  });
}

function madeBy(words: string, process: string, { industries }: Stated): string | undefined {
  const named = PRODUCT_NAMES.filter(one => one.words.test(words) && !one.unless?.test(process)).map(one => one.industry);
  const found = words === '' ? [] : [...named, ...(BY_NAME.get(words) ?? [])];
  return found.some(code => industries.includes(code)) ? undefined : found[0];
}

/** Nothing when the class registers as well: then it hides no duty. */
function judged(code: string, { catalogue, industries, answers }: Stated): { zh: string; en: string } | null {
  const outcome = classify(catalogue, [...industries, code], answers);
  if (outcome.state === 'asking') return { zh: `${AGAIN}：把这个行业加进去`, en: 'Classify again with this class, or mend this.' };
  return outcome.level === 'key' || outcome.level === 'simplified' ? permitNeeded(outcome, outcome.level) : null;
}

/** What to do instead of registering, and the entry that decided. */
export function permitNeeded(outcome: Decided, level: 'key' | 'simplified'): { zh: string; en: string } {
  const entries = outcome.deciding.map(one => `第 ${one.entryNo} 类“${one.entryTitle}”：${one.text ?? ''}`).join('；');
  return {
    zh: `按名录属于${level === 'key' ? '重点' : '简化'}管理（${entries}），应当申请排污许可证，不能只做登记`,
    en: `This unit falls under ${level} management (entry ${outcome.deciding.map(one => one.entryNo).join(', ')}): apply for a permit.`,
  };
}

function otherAnswers(content: SectionData, { catalogue, answers }: Stated): FieldProblem[] {
  return ANSWER_RULES.filter(rule => answers[rule.question] === rule.said).flatMap(rule => {
    const [table, columns] = rule.where === 'work' ? ['products', ['process', 'product']] as const : ['fuels', ['name']] as const;
    const said = `分类时“${catalogue.questions[rule.question]?.ask.zh ?? rule.question}”回答的是“${rule.said ? '是' : '否'}”`;
    return rowsOf(content, table).flatMap((row, index) => columns.filter(column => rule.words.test(text(row, column))).slice(0, 1)
      .map(column => problem(`/${table}/${index}/${column}`, `${said}，与“${text(row, column)}”不符。${AGAIN}`, `Against the answer to “${catalogue.questions[rule.question]?.ask.en ?? ''}”. Classify again, or mend this.`)));
  });
}

/** Solid fuel needs something to burn it in. */
function burntNowhere(content: SectionData, { answers }: Stated): FieldProblem[] {
  const boiler = answers['boiler-t-h'];
  if (answers['furnace-other'] !== false || typeof boiler !== 'string' || !new Decimal(boiler || '1').isZero()) return [];
  return rowsOf(content, 'fuels').flatMap((row, index) => (row['kind'] === 'solid' ? [problem(`/fuels/${index}/kind`, `分类时回答没有锅炉、也没有工业炉窑，这里却有固体燃料。${AGAIN}`, 'No boiler and no furnace was answered, yet solid fuel is burnt. Classify again, or mend this.')] : []));
}

function tooMuchMade(content: SectionData, stated: Stated): FieldProblem[] {
  return AMOUNT_RULES.flatMap(rule => {
    const answered = numberOf(stated.answers, rule.question);
    if (answered === null) return [];
    const counted = rowsOf(content, 'products').map((row, index) => ({ row, index })).filter(({ row }) => rule.words.test(text(row, 'product')));
    const unread = counted.filter(({ row }) => aYear(row, rule) === null);
    if (unread.length > 0) return unread.map(({ index }) => problem(`/products/${index}/unit`, `产能要能与分类时回答的年产量比较，计量单位请写成“${UNITS[rule.measure].example}”`, `Write the unit as “${UNITS[rule.measure].example}”, to be compared with the classification.`));
    const total = counted.reduce((sum, { row }) => sum.plus(aYear(row, rule) ?? 0), new Decimal(0));
    return total.gt(answered) ? [beyond(`/products/${counted[0]?.index ?? 0}/capacity`, { stated, question: rule.question, total, answered })] : [];
  });
}

function tooMuchSolvent(content: SectionData, stated: Stated): FieldProblem[] {
  return SOLVENT_RULES.flatMap(({ question, words }) => {
    const answered = numberOf(stated.answers, question);
    if (answered === null) return [];
    const counted = rowsOf(content, 'vocMaterials').map((row, index) => ({ row, index })).filter(({ row }) => words.test(text(row, 'name')) && !WATER_BASED.test(text(row, 'name')));
    const total = counted.reduce((sum, { row }) => sum.plus(amount(row, 'annualUseT')), new Decimal(0));
    return total.gt(answered) ? [beyond(`/vocMaterials/${counted[0]?.index ?? 0}/annualUseT`, { stated, question, total, answered })] : [];
  });
}

function beyond(pointer: string, { stated, question, total, answered }: { stated: Stated; question: string; total: Decimal; answered: Decimal }): FieldProblem {
  const asked = stated.catalogue.questions[question];
  return problem(pointer, `合计 ${total.toString()}，超过分类时“${asked?.ask.zh ?? question}”回答的 ${answered.toString()} ${asked?.unit?.zh ?? ''}。${AGAIN}`, `Together ${total.toString()}, beyond the ${answered.toString()} ${asked?.unit?.en ?? ''} of the classification. Classify again, or mend this.`);
}

function numberOf(answers: Answers, question: string): Decimal | null {
  const answer = answers[question];
  return typeof answer === 'string' && answer !== '' ? new Decimal(answer) : null;
}

/** The capacity a year in the measure of the question; null when its unit cannot be read. */
function aYear(row: Row, { measure }: AmountRule): Decimal | null {
  const [, tenThousand, unit = ''] = /^(万)?(.+?)(?:\/(?:a|年))?$/i.exec(text(row, 'unit').replaceAll(' ', '')) ?? [];
  return UNITS[measure].words.test(unit) ? amount(row, 'capacity').times(tenThousand ? 10_000 : 1) : null;
}

/** What a class makes, by its own name without “制造” and the like; the trades of others are no products. */
const BY_NAME: ReadonlyMap<string, readonly string[]> = namesOfClasses();

function namesOfClasses(): Map<string, string[]> {
  const names = new Map<string, string[]>();
  const classes = (code: string): readonly string[] => (code.length === 4 ? [code] : industriesBelow(code).flatMap(one => classes(one.code)));
  for (const code of ['B', 'C', 'D'].flatMap(classes)) {
    const name = industryOf(code)?.name ?? '';
    for (const one of new Set([name, name.replace(/(?:制造|生产|加工|冶炼|开采)$/, '')])) names.set(one, [...(names.get(one) ?? []), code]);
  }
  return names;
}
