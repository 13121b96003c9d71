import Decimal from 'decimal.js';

export const PARTS = ['credit', 'online', 'performance', 'rectify', 'carbon', 'insurance'] as const;
export type Part = (typeof PARTS)[number];

export const PART_WORDS: Readonly<Record<Part, { readonly zh: string; readonly en: string }>> = {
  credit: { zh: '环境信用分', en: 'Credit score' },
  online: { zh: '在线达标率', en: 'Online compliance' },
  performance: { zh: '绩效分', en: 'Performance grade' },
  rectify: { zh: '整改按期率', en: 'Corrections in time' },
  carbon: { zh: '碳强度行业百分位', en: 'Carbon intensity in its industry' },
  insurance: { zh: '环责险、清洁生产', en: 'Liability insurance, cleaner production' },
};

export interface FRules {
  readonly weights: Readonly<Record<Part, string>>;
  /** Points of a performance grade. */
  readonly performance: Readonly<Record<string, string>>;
  readonly missing: 'reweight' | 'refuse';
  /** With less weight known than this there is no F. */
  readonly leastWeight: string;
  readonly yellowCap: string;
  readonly bands: readonly { readonly from: string; readonly advice: string }[];
  readonly verified: boolean;
}

/** Each part 0–100 as a text, or null with why it is not there. */
export interface FPart {
  readonly value: string | null;
  readonly why: { readonly zh: string; readonly en: string } | null;
}

export interface FInput {
  readonly parts: Readonly<Record<Part, FPart>>;
  /** Colour of the credit grade in force; null without one. */
  readonly colour: string | null;
  /** On the list of serious cases; null: not known. */
  readonly listed: boolean | null;
}

export interface FLine {
  readonly part: Part;
  readonly value: string | null;
  /** By the rules. */
  readonly weight: string;
  /** After the weight of missing parts went to the others. */
  readonly usedWeight: string | null;
  readonly contribution: string | null;
  readonly why: { readonly zh: string; readonly en: string } | null;
}

export type FGate = 'refuse-new' | 'cap' | null;

export interface FScore {
  /** Two decimals; null when too little is known. */
  readonly f: string | null;
  /** Before the cap of a yellow grade. */
  readonly uncapped: string | null;
  readonly gate: FGate;
  readonly collateral: boolean;
  readonly advice: string | null;
  readonly knownWeight: string;
  readonly lines: readonly FLine[];
  readonly notes: readonly { readonly zh: string; readonly en: string }[];
  readonly verified: boolean;
}

const HUNDRED = new Decimal(100);
const ZERO = new Decimal(0);
const REFUSING = new Set(['red', 'black']);
const shown = (value: Decimal): string => value.toDecimalPlaces(2, Decimal.ROUND_HALF_UP).toFixed(2);
const fine = (value: Decimal): string => value.toDecimalPlaces(4, Decimal.ROUND_HALF_UP).toFixed();
const within = (value: string): Decimal => Decimal.max(ZERO, Decimal.min(HUNDRED, new Decimal(value)));

/**
 * F of §1.4: Σ wᵢ·vᵢ over the parts that are known, their weights brought to 1 (or no F at all, as the rule says). A red or black grade, or a
 * place on the list, refuses new credit whatever F is; a yellow one caps F and asks for collateral. While it is not known whether the enterprise is on
 * the list, nothing is advised: the gate was not looked at. The bank decides; this advises.
 */
export function fScore(rules: FRules, { parts, colour, listed }: FInput): FScore {
  const known = PARTS.filter(part => parts[part].value !== null && new Decimal(rules.weights[part]).gt(0));
  const weight = known.reduce((sum, part) => sum.plus(rules.weights[part]), ZERO);
  const sum = known.reduce((total, part) => total.plus(new Decimal(rules.weights[part]).times(within(parts[part].value as string))), ZERO);
  const asked = PARTS.filter(part => new Decimal(rules.weights[part]).gt(0));
  const enough = weight.gt(0) && weight.gte(rules.leastWeight) && (rules.missing === 'reweight' || known.length === asked.length);
  const gate: FGate = (colour !== null && REFUSING.has(colour)) || listed === true ? 'refuse-new' : colour === 'yellow' ? 'cap' : null;
  const uncapped = enough ? shown(sum.div(weight)) : null;
  const f = uncapped !== null && gate === 'cap' ? shown(Decimal.min(uncapped, rules.yellowCap)) : uncapped;
  const lines = PARTS.map(part => lineOf(part, { rules, part: parts[part], weight: enough ? weight : null }));
  return {
    f, uncapped, gate, collateral: gate === 'cap', knownWeight: fine(weight), lines, verified: rules.verified,
    advice: gate === 'refuse-new' || listed === null || f === null ? null : adviceOf(rules, f),
    notes: [...missingNotes(rules, { enough, weight, complete: known.length === asked.length }), ...gateNotes(rules, { gate, f, uncapped, listed })],
  };
}

/** Points of a performance grade; null for one the rules do not know. */
export function performancePoints(rules: FRules, grade: string | null): string | null {
  return grade === null ? null : (rules.performance[grade] ?? null);
}

function lineOf(part: Part, { rules, part: { value, why }, weight }: { rules: FRules; part: FPart; weight: Decimal | null }): FLine {
  const own = new Decimal(rules.weights[part]);
  if (value === null || weight === null || own.isZero()) return { part, value, weight: own.toFixed(), usedWeight: null, contribution: null, why };
  return { part, value: within(value).toFixed(), weight: own.toFixed(), usedWeight: fine(own.div(weight)), contribution: fine(own.times(within(value)).div(weight)), why };
}

/** The band with the highest start that F reaches. */
function adviceOf({ bands }: FRules, f: string): string | null {
  return [...bands].sort((a, b) => new Decimal(b.from).comparedTo(a.from)).find(one => new Decimal(f).gte(one.from))?.advice ?? null;
}

function missingNotes(rules: FRules, { enough, weight, complete }: { enough: boolean; weight: Decimal; complete: boolean }): FScore['notes'] {
  if (complete && enough) return [];
  const known = weight.times(100).toDecimalPlaces(1).toFixed();
  if (enough) return [{ zh: `只有占权重 ${known}% 的分项有数据，其余分项的权重按比例分给它们`, en: `Parts with ${known}% of the weight are known; the weight of the others went to them.` }];
  if (rules.missing === 'refuse') return [{ zh: '有分项没有数据，按规则不评分', en: 'A part is not known: by the rule there is no score.' }];
  return [{ zh: `有数据的分项只占权重 ${known}%，少于规定的 ${new Decimal(rules.leastWeight).times(100).toFixed()}%，不评分`, en: `Only ${known}% of the weight is known, less than ${new Decimal(rules.leastWeight).times(100).toFixed()}%: no score.` }];
}

function gateNotes({ yellowCap }: FRules, { gate, f, uncapped, listed }: { gate: FGate; f: string | null; uncapped: string | null; listed: boolean | null }): FScore['notes'] {
  const unknown = listed === null ? [{ zh: '名单未授权，硬门槛未核，不给出建议', en: 'The list was not authorised: this hard gate was not looked at, and nothing is advised.' }] : [];
  if (gate === 'refuse-new') return [listed ? { zh: '在严重失信主体名单上：建议不予新增贷款', en: 'On the list of serious cases: no new credit is advised.' } : { zh: '信用等级为红牌或黑牌：建议不予新增贷款', en: 'The credit grade is red or black: no new credit is advised.' }];
  if (gate !== 'cap') return unknown;
  const capped = f !== uncapped ? `，由 ${uncapped ?? ''} 降为 ${f ?? ''}` : '';
  return [...unknown, { zh: `信用等级为黄牌：F 不超过 ${yellowCap}${capped}，并建议要求抵押`, en: `The credit grade is yellow: F is at most ${yellowCap}${f !== uncapped ? ` (${uncapped ?? ''} became ${f ?? ''})` : ''}, and collateral is advised.` }];
}
