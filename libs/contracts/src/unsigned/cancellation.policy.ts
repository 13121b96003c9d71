import { Actor, coversRegion, definePolicy, grant, Policy } from '@huanbao/platform';
import { ContractParties, contractRelations } from '../contract.policy';

const ENTERPRISE = ['enterprise.admin', 'enterprise.staff'];
const FIRM = ['firm.manager', 'firm.staff'];
const BUREAU = ['bureau.intake', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer', 'bureau.admin'];
const RULERS = ['bureau.supervisor', 'bureau.approver'];

export type CancellationAction = `award-cancellation.${'read' | 'list' | 'remind' | 'notice' | 'complain' | 'state' | 'withdraw' | 'cancel' | 'answer' | 'leave' | 'rule'}`;

/** Who may do what when a contract is not signed. What binds an organisation is done by who may sign for it. */
export const cancellationPolicy: Policy<CancellationAction, ContractParties> = definePolicy({
  room: 'award-cancellations',
  read: 'award-cancellation.read',
  relations: (actor: Actor, record) => [...contractRelations(actor, record), ...(actor.orgKind === 'bureau' && coversRegion(actor, record.regionCode) ? ['jurisdiction'] : [])],
  table: {
    'award-cancellation.read': [grant('client', ...ENTERPRISE), grant('contractor', ...FIRM), grant('jurisdiction', ...BUREAU)],
    'award-cancellation.list': [grant('any', ...ENTERPRISE, ...FIRM, ...BUREAU)],
    'award-cancellation.remind': [grant('client', ...ENTERPRISE)],
    'award-cancellation.notice': [grant('client', 'enterprise.admin')],
    'award-cancellation.complain': [grant('contractor', 'firm.manager')],
    // the side against which it goes
    'award-cancellation.state': [grant('client', 'enterprise.admin'), grant('contractor', 'firm.manager')],
    // the side that began it
    'award-cancellation.withdraw': [grant('client', 'enterprise.admin'), grant('contractor', 'firm.manager')],
    'award-cancellation.cancel': [grant('client', 'enterprise.admin')],
    'award-cancellation.answer': [grant('contractor', 'firm.manager')],
    'award-cancellation.leave': [grant('contractor', 'firm.manager')],
    'award-cancellation.rule': [grant('jurisdiction', ...RULERS)],
  },
});
