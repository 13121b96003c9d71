import type { PublicContract, PublicStep } from '@huanbao/contracts';
import type { PublicChange } from '@huanbao/marketplace';
import { shanghaiMinute } from '@huanbao/platform';
import { contractsOf } from './contract-release';
import type { AwardFacts, PublicMoment, TenderFacts } from './facts';
import { OrganisationFacts, partiesOf, Party, Reference, reference, valueOf } from './organisations';

/** An OCDS 1.1 release: the whole of what is known at its date, so that the last one is the compiled one. */
export interface Release {
  readonly ocid: string;
  readonly id: string;
  readonly date: string;
  readonly tag: readonly string[];
  readonly initiationType: 'tender';
  readonly language: 'zh';
  readonly parties: readonly Party[];
  readonly buyer: Reference;
  readonly tender: Readonly<Record<string, unknown>>;
  readonly awards?: readonly Readonly<Record<string, unknown>>[];
  readonly contracts?: readonly Readonly<Record<string, unknown>>[];
}

const ocidOf = (prefix: string, number: string): string => `${prefix}-${number}`;

interface MadeAward {
  readonly award: AwardFacts;
  /** Why it was cancelled; null while it stands. */
  readonly cancelled: string | null;
}

/** What had happened when a release was made. */
interface Known {
  readonly facts: TenderFacts;
  readonly moments: readonly PublicMoment[];
  readonly releaseOf: (key: string) => string;
  readonly opening: TenderFacts['opening'];
  /** Awards that were made until now, the cancelled ones too. */
  readonly awards: readonly MadeAward[];
  /** The one that stands. */
  readonly award: AwardFacts | null;
  readonly end: Extract<PublicMoment, { of: 'end' }> | undefined;
}

/**
 * The release of the last of the moments. Pure: nothing of a later one is in it, whatever is known meanwhile.
 * @param seqOf the number of the release that a moment is in
 */
export function releaseOf(facts: TenderFacts, moments: readonly PublicMoment[], { seqOf, prefix }: { seqOf: (key: string) => number; prefix: string }): Release {
  const last = moments[moments.length - 1] as PublicMoment;
  const ocid = ocidOf(prefix, facts.number);
  const happened = (of: PublicMoment['of']): boolean => moments.some(one => one.of === of);
  const end = moments.find((one): one is Extract<PublicMoment, { of: 'end' }> => one.of === 'end');
  const made = madeAwards(moments);
  const known: Known = { facts, moments, end, awards: made, releaseOf: key => `${ocid}-${seqOf(key)}`, opening: happened('opening') ? facts.opening : null, award: made.find(one => one.cancelled === null)?.award ?? null };
  const awards = awardsOf(known);
  const contracts = contractMoments(known).flatMap(contractsOf);
  return {
    ocid, id: known.releaseOf(last.key), date: last.at.toISOString(), tag: tagsOf(last, known), initiationType: 'tender', language: 'zh',
    parties: partiesOf(rolesOf(known)), buyer: reference(facts.enterprise), tender: tenderOf(known),
    ...(awards.length > 0 ? { awards } : {}), ...(contracts.length > 0 ? { contracts } : {}),
  };
}

function madeAwards(moments: readonly PublicMoment[]): MadeAward[] {
  const made = new Map<string, MadeAward>();
  for (const one of moments) if (one.of === 'award' || one.of === 'award-cancelled' || one.of === 'award-restored') made.set(one.award.id, { award: one.award, cancelled: one.of === 'award-cancelled' ? one.reason : null });
  return [...made.values()];
}

/** The closed list of tags of OCDS 1.1. */
function tagsOf(last: PublicMoment, known: Known): string[] {
  switch (last.of) {
    case 'tender': return ['tender'];
    case 'change': return [last.change.kind === 'final-round' ? 'tenderUpdate' : 'tenderAmendment'];
    case 'opening': return ['tenderUpdate'];
    case 'award': return ['award'];
    case 'award-cancelled': return ['awardCancellation'];
    case 'award-restored': return ['awardUpdate'];
    case 'contract': return [contractTag(last.key, known)];
    case 'end': return last.state === 'failed' ? (known.opening ? ['tenderUpdate', 'award'] : ['tenderUpdate']) : known.award ? ['awardCancellation'] : ['tenderCancellation'];
  }
}

function contractTag(key: string, { facts, moments }: Known): string {
  const own = [...facts.revoked, ...(facts.contract ? [facts.contract] : [])].find(one => one.steps.some(step => step.key === key));
  const steps = moments.flatMap(one => (one.of === 'contract' && own?.steps.some(step => step.key === one.key) ? [one.step] : []));
  const step = steps.find(one => one.key === key);
  const before = steps.filter(one => one.key !== key);
  switch (step?.kind) {
    case 'signed': return before.length === 0 ? 'contract' : 'contractUpdate';
    case 'changed': return 'contractAmendment';
    case 'met':
    case 'paid': return before.some(one => one.kind === 'met' || one.kind === 'paid') ? 'implementationUpdate' : 'implementation';
    case 'ended':
    case 'revoked': return 'contractTermination';
    case 'settled': return before.some(one => one.kind === 'ended') ? 'contractUpdate' : 'contractTermination';
    default: return 'contractUpdate';
  }
}

function tenderOf(known: Known): Record<string, unknown> {
  const { facts, opening, award, end } = known;
  const now = asOf(known);
  const tenderers = opening?.tenderers ?? [];
  return {
    id: facts.number, title: facts.title, description: [now.description, `交付成果：${now.deliverables.join('；')}`].join('\n'),
    status: end && !award ? (end.state === 'cancelled' ? 'cancelled' : 'unsuccessful') : award ? 'complete' : 'active',
    procuringEntity: reference(facts.enterprise), ...(facts.budgetYuan === null ? {} : { value: valueOf(facts.budgetYuan) }),
    items: [{ id: '1', description: facts.title, ...(facts.serviceCode === null ? {} : { classification: { scheme: 'x_huanbao-services', id: facts.serviceCode } }) }],
    ...facts.method, mainProcurementCategory: facts.kind === 'engineering' ? 'works' : 'services',
    awardCriteria: facts.priceWeight === 100 ? 'priceOnly' : 'ratedCriteria', awardCriteriaDetails: `价格 ${facts.priceWeight}%，方案质量 ${100 - facts.priceWeight}%`,
    submissionMethod: ['electronicSubmission'], eligibilityCriteria: facts.eligibility,
    tenderPeriod: { startDate: facts.publishedAt.toISOString(), endDate: now.deadline.toISOString() }, contractPeriod: { durationInDays: now.durationDays },
    ...(opening ? { numberOfTenderers: tenderers.length, tenderers: tenderers.map(reference) } : {}),
    documents: [{ id: 'notice', documentType: 'tenderNotice', title: facts.title, url: facts.page, datePublished: facts.publishedAt.toISOString(), format: 'text/html', language: 'zh' }],
    ...amendmentsOf(known),
  };
}

interface Content {
  readonly description: string;
  readonly deliverables: readonly string[];
  readonly durationDays: number;
  readonly deadline: Date;
}

/** The words as they stood: what was changed later is taken back, the latest first. */
function asOf({ facts, moments }: Known): Content {
  const later = facts.changes.filter(change => !moments.some(one => one.key === change.key)).reverse();
  const start: Content = { description: facts.description, deliverables: facts.deliverables, durationDays: facts.durationDays, deadline: facts.bidDeadline };
  return later.reduce((content, { changes, deadlines }) => ({
    description: (changes['description']?.before as string | undefined) ?? content.description,
    deliverables: (changes['deliverables']?.before as string[] | undefined) ?? content.deliverables,
    durationDays: (changes['durationDays']?.before as number | undefined) ?? content.durationDays,
    deadline: deadlines?.before ?? content.deadline,
  }), start);
}

const WORDS: Readonly<Record<string, string>> = { description: '需求说明', requirements: '要求', deliverables: '交付成果', durationDays: '工期' };

function amendmentsOf({ moments, releaseOf: name }: Known): Record<string, unknown> {
  let amends = name('tender');
  const found = moments.flatMap(one => {
    if (one.of !== 'change' || one.change.kind === 'final-round') return [];
    const entry = { id: one.key, date: one.at.toISOString(), ...(one.change.reason ? { rationale: one.change.reason } : {}), description: described(one.change), amendsReleaseID: amends, releaseID: name(one.key) };
    amends = name(one.key);
    return [entry];
  });
  return found.length > 0 ? { amendments: found } : {};
}

function described({ kind, changes, deadlines }: PublicChange): string {
  if (kind === 'prolongation') return '报价家数不足，延长征集';
  const fields = Object.keys(changes).map(field => WORDS[field] ?? field);
  const later = deadlines && deadlines.after > deadlines.before ? [`截止时间由 ${shanghaiMinute(deadlines.before)} 顺延到 ${shanghaiMinute(deadlines.after)}`] : [];
  return [...(fields.length > 0 ? [`修改：${fields.join('、')}`] : []), ...later].join('；');
}


/** Of bids that were opened and led to nothing, an award without a supplier says so. */
function awardsOf({ facts, award: standing, awards, end, opening }: Known): Record<string, unknown>[] {
  const none = !standing && end?.state === 'failed' && opening ? [{ id: `${facts.number}-none`, title: facts.title, status: 'unsuccessful', date: end.at.toISOString() }] : [];
  return [...awards.map(({ award, cancelled }) => ({
    id: award.id, title: facts.title, ...(cancelled ? { description: `取消中选：${cancelled}` } : {}), status: end || cancelled !== null ? 'cancelled' : 'active', date: award.at.toISOString(), value: valueOf(award.priceYuan), suppliers: [reference(award.supplier)], contractPeriod: { durationInDays: award.durationDays },
  })), ...none];
}

/** The contract of the award that stands, and those that fell with theirs. */
function contractMoments({ facts, moments, award, awards, releaseOf: name }: Known): Parameters<typeof contractsOf>[0][] {
  const happened = (contract: PublicContract): PublicStep[] => contract.steps.filter(step => moments.some(one => one.key === step.key));
  const moment = (contract: PublicContract, its: AwardFacts): Parameters<typeof contractsOf>[0] => ({ contract, steps: happened(contract), awardId: its.id, buyer: facts.enterprise, supplier: its.supplier, releaseOf: name });
  const fallen = facts.revoked.flatMap(contract => {
    const its = awards.find(one => one.award.at.getTime() === contract.awardedAt.getTime())?.award;
    return its ? [moment(contract, its)] : [];
  });
  return [...fallen, ...(facts.contract && award ? [moment(facts.contract, award)] : [])];
}

function rolesOf({ facts, opening, award, awards, moments }: Known): { organisation: OrganisationFacts; role: string }[] {
  const paid = moments.flatMap(one => (one.of === 'contract' && one.step.kind === 'paid' && award ? [one.step.direction === 'payment' ? ([facts.enterprise, award.supplier] as const) : ([award.supplier, facts.enterprise] as const)] : []));
  return [
    { organisation: facts.enterprise, role: 'buyer' }, { organisation: facts.enterprise, role: 'procuringEntity' },
    ...(opening?.tenderers ?? []).map(organisation => ({ organisation, role: 'tenderer' })),
    ...awards.map(one => ({ organisation: one.award.supplier, role: 'supplier' })),
    ...paid.flatMap(([payer, payee]) => [{ organisation: payer, role: 'payer' }, { organisation: payee, role: 'payee' }]),
  ];
}

/** Every release holds all that was known at its date, so the newest is what they compile to. */
export function recordOf(releases: readonly Release[]): Record<string, unknown> {
  const last = releases[releases.length - 1] as Release;
  return { ocid: last.ocid, releases, compiledRelease: { ...last, id: `${last.ocid}-${last.date}`, tag: ['compiled'] } };
}
