/** What becomes public of a task, in order. */
export type ReleaseStage = 'tender' | 'opening' | 'award' | 'end';
const STAGES: readonly ReleaseStage[] = ['tender', 'opening', 'award', 'end'];

export interface OrganisationFacts {
  readonly uscc: string | null;
  readonly name: string;
}

/** What of a task may be published. Nothing of its bidders is in here before the opening, and of nobody a person. */
export interface TenderFacts {
  readonly number: string;
  readonly title: string;
  readonly description: string;
  readonly deliverables: readonly string[];
  readonly eligibility: string;
  readonly kind: string;
  readonly serviceCode: string | null;
  readonly budgetYuan: string | null;
  readonly durationDays: number;
  readonly priceWeight: number;
  readonly publishedAt: Date;
  readonly bidDeadline: Date;
  readonly enterprise: OrganisationFacts;
  readonly page: string;
  readonly opening: { readonly at: Date; readonly tenderers: readonly OrganisationFacts[] } | null;
  readonly award: { readonly at: Date; readonly id: string; readonly priceYuan: string; readonly supplier: OrganisationFacts } | null;
  readonly end: { readonly at: Date; readonly state: 'cancelled' | 'failed' } | null;
}

interface Reference {
  readonly id: string;
  readonly name: string;
}
interface Party extends Reference {
  readonly identifier?: { readonly scheme: string; readonly id: string; readonly legalName: string };
  readonly address: { readonly countryName: string };
  readonly roles: readonly string[];
}
interface Value {
  readonly amount: number;
  readonly currency: 'CNY';
}

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
}

const SCHEME = 'CN-USCC';
const TAGS: Readonly<Record<ReleaseStage, string>> = { tender: 'tender', opening: 'tenderUpdate', award: 'award', end: 'tenderCancellation' };

const ocidOf = (prefix: string, number: string): string => `${prefix}-${number}`;

/** The stages that have happened, with their time. */
export function stagesOf(facts: TenderFacts): { readonly stage: ReleaseStage; readonly at: Date }[] {
  const times: Readonly<Record<ReleaseStage, Date | undefined>> = { tender: facts.publishedAt, opening: facts.opening?.at, award: facts.award?.at, end: facts.end?.at };
  return STAGES.flatMap(stage => (times[stage] ? [{ stage, at: times[stage] }] : []));
}

/** The release of one stage. Pure: nothing of a later stage is in it, whatever is known meanwhile. */
export function releaseOf(facts: TenderFacts, { stage, at, seq, prefix }: { stage: ReleaseStage; at: Date; seq: number; prefix: string }): Release {
  const ocid = ocidOf(prefix, facts.number);
  const isOpen = facts.opening !== null && stage !== 'tender';
  const award = stage === 'award' ? facts.award : null;
  const end = stage === 'end' ? facts.end : null;
  const tenderers = isOpen ? (facts.opening?.tenderers ?? []) : [];
  return {
    ocid, id: `${ocid}-${seq}`, date: at.toISOString(), tag: [end?.state === 'failed' ? 'tenderUpdate' : TAGS[stage]], initiationType: 'tender', language: 'zh',
    parties: partiesOf(facts.enterprise, tenderers, award?.supplier ?? null), buyer: reference(facts.enterprise),
    tender: {
      ...tenderOf(facts), status: end ? (end.state === 'cancelled' ? 'cancelled' : 'unsuccessful') : award ? 'complete' : 'active',
      ...(isOpen ? { numberOfTenderers: tenderers.length, tenderers: tenderers.map(reference) } : {}),
    },
    ...(award ? { awards: [{ id: award.id, title: facts.title, status: 'active', date: award.at.toISOString(), value: valueOf(award.priceYuan), suppliers: [reference(award.supplier)], contractPeriod: { durationInDays: facts.durationDays } }] } : {}),
  };
}

function tenderOf(facts: TenderFacts): Record<string, unknown> {
  return {
    id: facts.number, title: facts.title, description: [facts.description, `交付成果：${facts.deliverables.join('；')}`].join('\n'),
    procuringEntity: reference(facts.enterprise), ...(facts.budgetYuan === null ? {} : { value: valueOf(facts.budgetYuan) }),
    items: [{ id: '1', description: facts.title, ...(facts.serviceCode === null ? {} : { classification: { scheme: 'x_huanbao-services', id: facts.serviceCode } }) }],
    procurementMethod: 'open', procurementMethodDetails: '公开征集，密封报价',
    mainProcurementCategory: facts.kind === 'engineering' ? 'works' : 'services',
    awardCriteria: facts.priceWeight === 100 ? 'priceOnly' : 'ratedCriteria', awardCriteriaDetails: `价格 ${facts.priceWeight}%，方案质量 ${100 - facts.priceWeight}%`,
    submissionMethod: ['electronicSubmission'], eligibilityCriteria: facts.eligibility,
    tenderPeriod: { startDate: facts.publishedAt.toISOString(), endDate: facts.bidDeadline.toISOString() }, contractPeriod: { durationInDays: facts.durationDays },
    documents: [{ id: 'notice', documentType: 'tenderNotice', title: facts.title, url: facts.page, datePublished: facts.publishedAt.toISOString(), format: 'text/html', language: 'zh' }],
  };
}

/** OCDS amounts are JSON numbers; twelve digits and two decimals are exact as one. */
const valueOf = (yuan: string): Value => ({ amount: Number(yuan), currency: 'CNY' });

const idOf = ({ uscc, name }: OrganisationFacts): string => (uscc ? `${SCHEME}-${uscc}` : `x_name-${name}`);
const reference = (organisation: OrganisationFacts): Reference => ({ id: idOf(organisation), name: organisation.name });

function partiesOf(enterprise: OrganisationFacts, tenderers: readonly OrganisationFacts[], supplier: OrganisationFacts | null): Party[] {
  const roles = new Map<string, { readonly organisation: OrganisationFacts; readonly roles: string[] }>();
  const add = (organisation: OrganisationFacts, ...more: string[]): void => {
    const known = roles.get(idOf(organisation)) ?? { organisation, roles: [] };
    roles.set(idOf(organisation), { organisation, roles: [...known.roles, ...more] });
  };
  add(enterprise, 'buyer', 'procuringEntity');
  for (const tenderer of tenderers) add(tenderer, 'tenderer');
  if (supplier) add(supplier, 'supplier');
  return [...roles.values()].map(each => ({
    ...reference(each.organisation), ...(each.organisation.uscc ? { identifier: { scheme: SCHEME, id: each.organisation.uscc, legalName: each.organisation.name } } : {}), address: { countryName: '中国' }, roles: each.roles,
  }));
}

/** Every release holds all that was known at its date, so the newest is what they compile to. */
export function recordOf(releases: readonly Release[]): Record<string, unknown> {
  const last = releases[releases.length - 1] as Release;
  return { ocid: last.ocid, releases, compiledRelease: { ...last, id: `${last.ocid}-${last.date}`, tag: ['compiled'] } };
}
