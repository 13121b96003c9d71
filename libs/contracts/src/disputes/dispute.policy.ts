import { Actor, coversRegion, definePolicy, grant, Policy } from '@huanbao/platform';
import { ContractParties, contractRelations } from '../contract.policy';

const ENTERPRISE = ['enterprise.admin', 'enterprise.staff'];
const FIRM = ['firm.manager', 'firm.staff'];
const MEDIATORS = ['bureau.supervisor', 'bureau.approver'];

export type DisputeAction = `contract-dispute.${'read' | 'list' | 'state' | 'withdraw' | 'mediate'}`;

/** Who reads a dispute and who acts in it. The bureau sees a contract only through the dispute that was brought before it. */
export const disputePolicy: Policy<DisputeAction, ContractParties> = definePolicy({
  room: 'contract-disputes',
  read: 'contract-dispute.read',
  relations: disputeRelations,
  table: {
    'contract-dispute.read': [grant('client', ...ENTERPRISE), grant('contractor', ...FIRM), grant('jurisdiction', ...MEDIATORS)],
    'contract-dispute.list': [grant('any', ...MEDIATORS)],
    'contract-dispute.state': [grant('client', ...ENTERPRISE), grant('contractor', ...FIRM), grant('jurisdiction', ...MEDIATORS)],
    'contract-dispute.withdraw': [grant('client', ...ENTERPRISE), grant('contractor', ...FIRM)],
    'contract-dispute.mediate': [grant('jurisdiction', ...MEDIATORS)],
  },
});

export function disputeRelations(actor: Actor, dispute: ContractParties): string[] {
  return [...contractRelations(actor, dispute), ...(actor.orgKind === 'bureau' && coversRegion(actor, dispute.regionCode) ? ['jurisdiction'] : [])];
}
