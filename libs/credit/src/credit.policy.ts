import { Actor, coversRegion, definePolicy, delegatedTo, grant, Policy } from '@huanbao/platform';

const OWN = ['enterprise.admin', 'enterprise.staff', 'firm.manager', 'firm.staff'];
const FIRM = ['firm.manager', 'firm.staff'];
const BUREAU = ['bureau.intake', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer', 'bureau.admin'];
const OFFICERS = ['bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer'];
export const SCHEME_RULERS = ['bureau.approver', 'bureau.supervisor', 'bureau.admin'];

export type SubjectAction = `credit.${'read' | 'list' | 'what-if' | 'record' | 'export-lists'}`;

interface SubjectRecord {
  readonly subjectId: string;
  readonly regionCode: string;
}

/** A subject's credit: its own people and those entrusted with credit read and suppose, the bureau of the region reads and records. */
export const subjectPolicy: Policy<SubjectAction, SubjectRecord> = definePolicy({
  room: 'credit',
  read: 'credit.read',
  relations: (actor: Actor, record) => [
    ...(actor.orgId === record.subjectId ? ['own'] : []),
    ...(['prepare', 'submit', 'sign', 'answer'].some(verb => delegatedTo(actor, record.subjectId, { matter: 'credit', verb })) ? ['delegated'] : []),
    ...(actor.orgKind === 'bureau' && coversRegion(actor, record.regionCode) ? ['jurisdiction'] : []),
  ],
  table: {
    'credit.read': [grant('own', ...OWN), grant('delegated', ...FIRM), grant('jurisdiction', ...BUREAU)],
    'credit.what-if': [grant('own', ...OWN), grant('delegated', ...FIRM), grant('jurisdiction', ...BUREAU)],
    'credit.list': [grant('any', ...BUREAU)],
    'credit.record': [grant('jurisdiction', ...OFFICERS)],
    // the departments act on the lists: prices, funds, procurement
    'credit.export-lists': [grant('any', ...BUREAU, 'department.officer')],
  },
});

export type EntryAction = `credit-entry.${'read' | 'list' | 'decide'}`;

/** Entries by hand: the desk of the bureau. The subject reads what came of them in its ledger. */
export const entryPolicy: Policy<EntryAction, { readonly regionCode: string }> = definePolicy({
  room: 'credit-entries',
  read: 'credit-entry.read',
  relations: (actor: Actor, record) => (actor.orgKind === 'bureau' && coversRegion(actor, record.regionCode) ? ['jurisdiction'] : []),
  table: {
    'credit-entry.read': [grant('jurisdiction', ...BUREAU)],
    'credit-entry.list': [grant('any', ...BUREAU)],
    // two persons: the service and the database refuse who entered it
    'credit-entry.decide': [grant('jurisdiction', ...OFFICERS)],
  },
});

export type SchemeAction = `credit-scheme.${'read' | 'draft' | 'publish' | 'simulate' | 'recompute'}`;

/** Schemes are the same for everybody in the house; drafts are the bureau's. */
export const schemePolicy: Policy<SchemeAction, object> = definePolicy({
  room: 'credit-schemes',
  read: 'credit-scheme.read',
  relations: () => [],
  table: {
    'credit-scheme.read': [grant('any', ...BUREAU)],
    'credit-scheme.draft': [grant('any', ...SCHEME_RULERS)],
    'credit-scheme.publish': [grant('any', ...SCHEME_RULERS)],
    'credit-scheme.simulate': [grant('any', ...SCHEME_RULERS)],
    'credit-scheme.recompute': [grant('any', ...SCHEME_RULERS)],
  },
});
