import { type CaseParties, caseRelations } from '@huanbao/casework';
import { Actor, coversRegion, definePolicy, grant, Policy } from '@huanbao/platform';

export const MATTER = 'credit';

const OWN = ['enterprise.admin', 'enterprise.staff'];
const FIRM = ['firm.manager', 'firm.staff'];
const BUREAU = ['bureau.intake', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer', 'bureau.admin'];
const RULERS = ['bureau.supervisor', 'bureau.admin'];

export type YearAction = `evaluation-year.${'read' | 'open' | 'list' | 'run' | 'approve' | 'publish' | 'volunteer'}`;

/** A year of evaluation: the bureau's own until its results are public. */
export const yearPolicy: Policy<YearAction, { readonly regionCode: string }> = definePolicy({
  room: 'evaluation-years',
  read: 'evaluation-year.read',
  relations: (actor: Actor, record) => (actor.orgKind === 'bureau' && coversRegion(actor, record.regionCode) ? ['jurisdiction'] : []),
  table: {
    'evaluation-year.read': [grant('jurisdiction', ...BUREAU)],
    'evaluation-year.open': [grant('any', ...RULERS)],
    // who takes part: computed, added and taken off with reasons
    'evaluation-year.list': [grant('jurisdiction', ...RULERS, 'bureau.reviewer')],
    'evaluation-year.run': [grant('jurisdiction', ...RULERS)],
    // in place of a supervisor only where every one of them had a hand in the result, by a dated row
    'evaluation-year.approve': [grant('jurisdiction', 'bureau.supervisor', 'bureau.approver', 'bureau.admin')],
    'evaluation-year.publish': [grant('jurisdiction', 'bureau.supervisor')],
    'evaluation-year.volunteer': [grant('any', 'enterprise.admin')],
  },
});

export type EvaluationAction = `credit-evaluation.${'read' | 'list' | 'prepare' | 'submit' | 'check' | 'review' | 'object' | 'recheck' | 'correct' | 'export'}`;

/** One enterprise's evaluation. Checked and reviewed by two persons, objections re-checked by a third: the service and the database see to it. */
export const evaluationPolicy: Policy<EvaluationAction, CaseParties> = definePolicy({
  room: 'credit-evaluations',
  read: 'credit-evaluation.read',
  relations: caseRelations,
  table: {
    'credit-evaluation.read': [grant('own', ...OWN), grant('delegated', ...FIRM), grant('jurisdiction', ...BUREAU)],
    'credit-evaluation.list': [grant('any', ...OWN, ...FIRM, ...BUREAU)],
    'credit-evaluation.prepare': [grant('own', ...OWN), grant('delegated:prepare', ...FIRM)],
    'credit-evaluation.submit': [grant('own', 'enterprise.admin'), grant('delegated:submit', ...FIRM)],
    'credit-evaluation.check': [grant('jurisdiction', 'bureau.reviewer')],
    'credit-evaluation.review': [grant('jurisdiction', 'bureau.approver')],
    'credit-evaluation.object': [grant('own', 'enterprise.admin'), grant('delegated:submit', ...FIRM)],
    'credit-evaluation.recheck': [grant('jurisdiction', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor')],
    // a second person: who proposed it does not decide
    'credit-evaluation.correct': [grant('jurisdiction', 'bureau.approver', 'bureau.supervisor')],
    'credit-evaluation.export': [grant('any', ...BUREAU)],
  },
});
