import { Actor, coversRegion, definePolicy, grant, Policy } from '@huanbao/platform';
import { TaskParties, taskRelations } from '@huanbao/marketplace';

const ENTERPRISE = ['enterprise.admin', 'enterprise.staff'];
const FIRM = ['firm.manager', 'firm.staff'];
const BUREAU = ['bureau.intake', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer', 'bureau.admin'];
const KEEPERS = ['bureau.admin', 'bureau.supervisor'];
const EVERYONE = [...ENTERPRISE, ...FIRM, ...BUREAU, 'department.officer', 'bank.manager'];

export interface PoolRecord {
  readonly regionCode: string;
}

/** The pool of experts is the bureau's; nobody else learns who is in it. */
export const expertPolicy: Policy<'expert.list' | 'expert.read' | 'expert.add' | 'expert.edit', PoolRecord> = definePolicy({
  room: 'experts',
  read: 'expert.read',
  relations: (actor: Actor, record: PoolRecord) => (actor.orgKind === 'bureau' && coversRegion(actor, record.regionCode) ? ['jurisdiction'] : []),
  table: {
    'expert.list': [grant('any', ...BUREAU)],
    'expert.read': [grant('jurisdiction', ...BUREAU)],
    'expert.add': [grant('any', ...KEEPERS)],
    'expert.edit': [grant('jurisdiction', ...KEEPERS)],
  },
});

type EvaluationAction = 'evaluation.read' | 'evaluation.plan' | 'evaluation.run' | 'evaluation.recuse' | 'evaluation.explain' | 'evaluation.object' | 'evaluation.complain';

/** Who may do what with the evaluation of a task: the relations are those of the task. Members of the committee act by their personal link. */
export const evaluationPolicy: Policy<EvaluationAction, TaskParties> = definePolicy({
  room: 'evaluation',
  read: 'evaluation.read',
  relations: taskRelations,
  table: {
    // whoever reads the task
    'evaluation.read': [grant('published', ...EVERYONE), grant('jurisdiction', ...BUREAU), grant('asked', ...FIRM), grant('bidder', ...FIRM), grant('own', ...ENTERPRISE), ...['prepare', 'submit', 'sign', 'answer'].map(verb => grant(`delegated:${verb}`, ...FIRM))],
    'evaluation.plan': [grant('own', ...ENTERPRISE), grant('delegated:prepare', ...FIRM)],
    'evaluation.run': [grant('own', ...ENTERPRISE)],
    'evaluation.recuse': [grant('jurisdiction', 'bureau.supervisor', 'bureau.approver')],
    'evaluation.explain': [grant('bidder', ...FIRM)],
    'evaluation.object': [grant('bidder', ...FIRM)],
    'evaluation.complain': [grant('bidder', 'firm.manager')],
  },
});
