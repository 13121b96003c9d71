/** One qualification that would do: its kind and, where given, words of which the scope must hold at least one. */
export interface Option {
  readonly kind: string;
  readonly scope?: readonly string[];
}

/** One thing to be proved; any of the options proves it. */
export interface Clause {
  readonly anyOf: readonly Option[];
}

/** What a firm must hold, as data: every clause, each by any of its options. Empty: nothing. */
export type Requirement = readonly Clause[];

export interface HeldQualification {
  readonly kind: string;
  readonly state: string;
  readonly scope: string;
  readonly validFrom: string;
  /** null: without a last day. */
  readonly validTo: string | null;
}

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** A task may name kinds of qualification by itself; each is a clause of one option. */
export const allOfKinds = (kinds: readonly string[]): Requirement => [...new Set(kinds)].map(kind => ({ anyOf: [{ kind }] }));

/** Both together, without saying the same twice. */
export function together(one: Requirement, other: Requirement): Requirement {
  const seen = new Set<string>();
  return [...one, ...other].filter(clause => {
    const key = JSON.stringify(clause.anyOf.map(option => [option.kind, [...(option.scope ?? [])].sort()]).sort());
    return !seen.has(key) && seen.add(key);
  });
}

/** The kinds that play a part in a requirement. */
export const kindsOf = (requirement: Requirement): string[] => [...new Set(requirement.flatMap(clause => clause.anyOf.map(option => option.kind)))];

/** Whether the qualification counts on a civil date. */
export const isValidOn = (q: HeldQualification, on: string): boolean => q.state === 'verified' && q.validFrom <= on && (q.validTo === null || on <= q.validTo);

const covers = (q: HeldQualification, option: Option): boolean => q.kind === option.kind && (!option.scope || option.scope.length === 0 || option.scope.some(word => q.scope.includes(word)));

/** Whether what the firm holds proves the clause on that day. */
export const proves = (held: readonly HeldQualification[], clause: Clause, on: string): boolean => clause.anyOf.some(option => held.some(q => covers(q, option) && isValidOn(q, on)));

/** Why the clause is not proved, with what mends it; null when it is. The nearest option decides which words are said. */
export function shortfall(held: readonly HeldQualification[], clause: Clause, on: string): Words | null {
  if (proves(held, clause, on)) return null;
  const name = describeClause(clause);
  const fitting = held.filter(q => clause.anyOf.some(option => covers(q, option)));
  const near = held.filter(q => clause.anyOf.some(option => option.kind === q.kind));
  if (fitting.some(q => q.state === 'suspended')) return { zh: `${name.zh}资质已被暂停，恢复前不能使用`, en: `the qualification ${name.en} is suspended` };
  if (fitting.some(q => q.state === 'verified')) return { zh: `${name.zh}资质不在有效期内，请上传新证`, en: `the qualification ${name.en} is not valid today: upload the new one` };
  if (fitting.some(q => q.state === 'pending')) return { zh: `${name.zh}资质正在核验，通过后即可报价`, en: `the qualification ${name.en} is being verified` };
  if (near.some(q => isValidOn(q, on))) return { zh: `现有资质的范围不含${name.zh}，请登记范围相符的证书`, en: `the scope does not cover ${name.en}: register a certificate that does` };
  return { zh: `缺少${name.zh}资质，请上传并等待核验`, en: `the qualification ${name.en} is missing: upload it` };
}

/** “CMA（土壤、地下水）”或“土壤调查”: one clause in words. */
export function describeClause(clause: Clause): Words {
  const one = (option: Option): Words => {
    const scope = option.scope && option.scope.length > 0 ? option.scope : null;
    return { zh: `“${option.kind}”${scope ? `（范围含${scope.join('或')}）` : ''}`, en: `"${option.kind}"${scope ? ` (scope: ${scope.join(' or ')})` : ''}` };
  };
  return { zh: clause.anyOf.map(option => one(option).zh).join('或'), en: clause.anyOf.map(option => one(option).en).join(' or ') };
}

/** The whole requirement in words. */
export function describe(requirement: Requirement): Words {
  if (requirement.length === 0) return { zh: '不要求特定资质', en: 'No particular qualification' };
  const clauses = requirement.map(describeClause);
  return { zh: clauses.map(one => one.zh).join('，并且'), en: clauses.map(one => one.en).join(', and ') };
}
