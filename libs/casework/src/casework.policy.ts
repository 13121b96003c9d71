import { machineOf } from './machine/machine';
import { isUntold } from './machine/transitions';
import { Actor, coversRegion, definePolicy, delegatedTo, grant, Policy } from '@huanbao/platform';

const VERBS = ['prepare', 'submit', 'sign', 'answer'] as const;
const ENTERPRISE = ['enterprise.admin', 'enterprise.staff'];
const FIRM = ['firm.manager', 'firm.staff'];
const CASE_OFFICERS = ['bureau.intake', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor'];
const BUREAU_READERS = [...CASE_OFFICERS, 'bureau.enforcer', 'bureau.admin'];

/** What the relations need to know of a case. */
export interface CaseParties {
  /** Kind of the case; nothing where what is looked at is no case, e.g. a permit. */
  readonly kind?: string;
  /** Where it stands; nothing where what is looked at is no case. */
  readonly state?: string;
  readonly partyOrgId: string;
  readonly matter: string;
  readonly siteId: string | null;
  readonly regionCode: string;
  readonly submittedAt: Date | null;
}

/** How the actor stands to a case: own, delegated (`delegated` and `delegated:<verb>`), jurisdiction once it is submitted. */
export function caseRelations(actor: Actor, record: CaseParties): string[] {
  const relations: string[] = [];
  const isShown = record.kind === undefined || !isUntold(machineOf(record.kind), record.state ?? '');
  if (isShown && actor.orgId !== null && actor.orgId === record.partyOrgId) relations.push('own');
  const verbs = VERBS.filter(verb => isShown && delegatedTo(actor, record.partyOrgId, { matter: record.matter, verb, site: record.siteId }));
  if (verbs.length > 0) relations.push('delegated', ...verbs.map(verb => `delegated:${verb}`));
  if (record.submittedAt !== null && actor.orgKind === 'bureau' && coversRegion(actor, record.regionCode)) relations.push('jurisdiction');
  return relations;
}

export type CaseAction =
  | 'case.read'
  | 'case.list-own'
  | 'case.queue'
  | 'case.export'
  | 'case.claim'
  | 'case.release'
  | 'case.hand-over'
  | 'case.pause'
  | 'case.resume'
  | 'case.serve-notice'
  | 'case.answer-correction'
  | 'case.state'
  | 'case.answer-statement'
  | 'case.ask-hearing'
  | 'case.withdraw-hearing'
  | 'case.hear'
  | 'case.receive-word'
  | 'case.supervise'
  | 'case.permit-second-correction'
  | 'holiday.read'
  | 'holiday.import';

/** Who may do what with any case; the steps of a procedure are in the capability's own table. */
export const casePolicy: Policy<CaseAction, CaseParties> = definePolicy<CaseAction, CaseParties>({
  room: 'casework',
  read: 'case.read',
  relations: caseRelations,
  table: {
    'case.read': [grant('own', ...ENTERPRISE, ...FIRM), grant('delegated', ...FIRM), grant('jurisdiction', ...BUREAU_READERS)],
    'case.list-own': [grant('any', ...ENTERPRISE, ...FIRM)],
    'case.queue': [grant('any', ...BUREAU_READERS)],
    'case.export': [grant('any', ...CASE_OFFICERS)],
    'case.claim': [grant('jurisdiction', ...CASE_OFFICERS, 'bureau.enforcer')],
    'case.release': [grant('jurisdiction', ...CASE_OFFICERS, 'bureau.enforcer')],
    'case.hand-over': [grant('jurisdiction', ...CASE_OFFICERS, 'bureau.enforcer')],
    'case.pause': [grant('jurisdiction', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor')],
    'case.resume': [grant('jurisdiction', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor')],
    'case.serve-notice': [grant('jurisdiction', ...CASE_OFFICERS)],
    'case.answer-correction': [grant('own', ...ENTERPRISE, ...FIRM), grant('delegated:answer', ...FIRM), grant('jurisdiction', ...CASE_OFFICERS)],
    // 陈述申辩: the word of the party, or of a firm entrusted with answers
    'case.state': [grant('own', 'enterprise.admin', 'firm.manager'), grant('delegated:answer', ...FIRM)],
    'case.answer-statement': [grant('jurisdiction', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor')],
    'case.ask-hearing': [grant('own', 'enterprise.admin', 'firm.manager'), grant('delegated:answer', ...FIRM)],
    'case.withdraw-hearing': [grant('own', 'enterprise.admin', 'firm.manager'), grant('delegated:answer', ...FIRM)],
    'case.hear': [grant('jurisdiction', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor')],
    // what came on paper or by mouth is entered at the desk where it arrived
    'case.receive-word': [grant('jurisdiction', ...CASE_OFFICERS)],
    'case.supervise': [grant('jurisdiction', 'bureau.supervisor')],
    'case.permit-second-correction': [grant('jurisdiction', 'bureau.supervisor')],
    'holiday.read': [grant('any', ...BUREAU_READERS)],
    'holiday.import': [grant('any', 'bureau.admin')],
  },
});
