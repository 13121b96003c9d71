import { Actor, definePolicy, grant, Policy } from '@huanbao/platform';

/** What the policy looks at in a contract. */
export interface ContractParties {
  readonly enterpriseId: string;
  readonly firmId: string;
  readonly regionCode: string;
}

const ENTERPRISE = ['enterprise.admin', 'enterprise.staff'];
const FIRM = ['firm.manager', 'firm.staff'];

export type ContractAction = `contract.${'read' | 'list' | 'draft' | 'agree' | 'sign' | 'pay' | 'confirm' | 'propose' | 'answer' | 'dispute'}`;

/** Who may do what with a contract. It is the two sides' own: the bureau reads none that nobody has brought before it. */
export const contractPolicy: Policy<ContractAction, ContractParties> = definePolicy({
  room: 'contracts',
  read: 'contract.read',
  relations: contractRelations,
  table: {
    'contract.read': [grant('client', ...ENTERPRISE), grant('contractor', ...FIRM)],
    'contract.list': [grant('any', ...ENTERPRISE, ...FIRM)],
    'contract.draft': [grant('client', ...ENTERPRISE)],
    'contract.agree': [grant('contractor', ...FIRM)],
    // binds the organisation: who may sign for it
    'contract.sign': [grant('client', 'enterprise.admin'), grant('contractor', 'firm.manager')],
    'contract.pay': [grant('client', ...ENTERPRISE), grant('contractor', ...FIRM)],
    'contract.confirm': [grant('client', ...ENTERPRISE), grant('contractor', ...FIRM)],
    'contract.propose': [grant('client', ...ENTERPRISE), grant('contractor', ...FIRM)],
    'contract.dispute': [grant('client', ...ENTERPRISE), grant('contractor', ...FIRM)],
    // changes and ends bind like the signature
    'contract.answer': [grant('client', 'enterprise.admin'), grant('contractor', 'firm.manager')],
  },
});

export function contractRelations(actor: Actor, contract: ContractParties): string[] {
  return [
    ...(actor.orgId !== null && actor.orgId === contract.enterpriseId ? ['client'] : []),
    ...(actor.orgId !== null && actor.orgId === contract.firmId ? ['contractor'] : []),
  ];
}
