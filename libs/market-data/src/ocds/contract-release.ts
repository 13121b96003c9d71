import type { PublicContract, PublicField, PublicStep, PublicTerms } from '@huanbao/contracts';
import { OrganisationFacts, reference, valueOf } from './organisations';

const FIELD_WORDS: Readonly<Record<PublicField, string>> = { price: '合同价', period: '履行期限', milestones: '里程碑', terms: '其他条款' };
/** Days are civil days of Shanghai. */
const dayBegins = (day: string): string => new Date(`${day}T00:00:00+08:00`).toISOString();
const dayEnds = (day: string): string => new Date(`${day}T23:59:59+08:00`).toISOString();
const DAY_MS = 86_400_000;

export interface ContractMoment {
  readonly contract: PublicContract;
  /** What has happened to it until now. */
  readonly steps: readonly PublicStep[];
  readonly awardId: string;
  readonly buyer: OrganisationFacts;
  readonly supplier: OrganisationFacts;
  /** The release that each step is in. */
  readonly releaseOf: (key: string) => string;
}

/** A contract of OCDS 1.1 as it stands after the steps; an empty list before the signing. */
export function contractsOf(moment: ContractMoment | null): Record<string, unknown>[] {
  if (!moment || moment.steps.length === 0) return [];
  const { contract, steps, awardId } = moment;
  const terms = termsAfter(contract, steps);
  const status = statusOf(steps);
  const signed = steps.filter(one => one.kind === 'signed').pop();
  const ended = ending(steps);
  return [{
    id: contract.number, awardID: awardId, title: contract.title, ...(ended ? { description: ended } : {}), status,
    period: { startDate: dayBegins(terms.startsOn), endDate: dayEnds(terms.endsOn), durationInDays: Math.round((Date.parse(dayBegins(terms.endsOn)) - Date.parse(dayBegins(terms.startsOn))) / DAY_MS) },
    value: valueOf(terms.valueYuan), items: [{ id: '1', description: contract.title }],
    ...(signed && status !== 'pending' ? { dateSigned: signed.at.toISOString() } : {}),
    ...amendments(moment), ...implementation(moment, terms),
  }];
}

/** `terminated` is the end of a contract that was in force, fulfilled or not: the description says which. */
function statusOf(steps: readonly PublicStep[]): 'pending' | 'active' | 'terminated' {
  if (steps.some(one => one.kind === 'ended' || one.kind === 'settled' || one.kind === 'revoked')) return 'terminated';
  const last = steps.filter(one => one.kind === 'signed' || one.kind === 'void').pop();
  return last?.kind === 'void' ? 'pending' : 'active';
}

function ending(steps: readonly PublicStep[]): string | null {
  if (steps.some(one => one.kind === 'revoked')) return '中标、成交结果被认定无效，合同尚未履行，已撤销';
  const early = steps.some(one => one.kind === 'ended');
  const settled = steps.some(one => one.kind === 'settled');
  if (early) return settled ? '合同提前解除，双方已结算' : '合同提前解除，待结算';
  return settled ? '合同履行完毕，双方已结算' : null;
}

function termsAfter(contract: PublicContract, steps: readonly PublicStep[]): PublicTerms {
  return steps.reduce((terms, one) => (one.kind === 'changed' ? one.terms : terms), contract.terms);
}

function amendments({ contract, steps, releaseOf }: ContractMoment): Record<string, unknown> {
  let terms = contract.terms;
  let amends = releaseOf(contract.steps[0]?.key ?? 'contract');
  const found = steps.flatMap(one => {
    if (one.kind !== 'changed') return [];
    const said = [`变更：${one.fields.map(field => FIELD_WORDS[field]).join('、')}`, ...moved('合同价', terms.valueYuan, one.terms.valueYuan, ' 元'), ...moved('截止日期', terms.endsOn, one.terms.endsOn, '')].join('；');
    const entry = { id: one.key, date: one.at.toISOString(), rationale: '双方协商一致（民法典 第五百四十三条）', description: said, amendsReleaseID: amends, releaseID: releaseOf(one.key) };
    [terms, amends] = [one.terms, releaseOf(one.key)];
    return [entry];
  });
  return found.length > 0 ? { amendments: found } : {};
}

const moved = (name: string, before: string, after: string, unit: string): string[] => (before === after ? [] : [`${name}由 ${before}${unit}改为 ${after}${unit}`]);

/** Parts of the work and payments, where the contract has to be announced. A part that a change dropped stays, as not met. */
function implementation({ contract, steps, buyer, supplier }: ContractMoment, terms: PublicTerms): Record<string, unknown> {
  const known = [contract.terms, ...steps.flatMap(one => (one.kind === 'changed' ? [one.terms] : []))].flatMap(one => one.milestones);
  const latest = [...new Map(known.map(one => [one.id, one])).values()];
  const milestones = latest.map(({ id, title, dueOn }) => {
    const met = steps.find(one => one.kind === 'met' && one.milestoneId === id);
    const status = met ? 'met' : terms.milestones.some(one => one.id === id) ? 'scheduled' : 'notMet';
    return { id, title, type: 'delivery', dueDate: dayEnds(dueOn), ...(met?.kind === 'met' ? { dateMet: met.on.toISOString() } : {}), status };
  });
  const transactions = steps.flatMap(one => {
    if (one.kind !== 'paid') return [];
    const [payer, payee] = one.direction === 'payment' ? [buyer, supplier] : [supplier, buyer];
    return [{ id: one.paymentId, date: dayBegins(one.paidOn), value: valueOf(one.amountYuan), payer: reference(payer), payee: reference(payee) }];
  });
  if (milestones.length === 0 && transactions.length === 0) return {};
  return { implementation: { ...(milestones.length > 0 ? { milestones } : {}), ...(transactions.length > 0 ? { transactions } : {}) } };
}
