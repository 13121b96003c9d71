import { Actor, definePolicy, delegatedTo, grant, Policy } from '@huanbao/platform';

const ENTERPRISE = ['enterprise.admin', 'enterprise.staff'];
const FIRM = ['firm.manager', 'firm.staff'];
const BUREAU = ['bureau.intake', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer', 'bureau.admin'];

/** Whose needs are asked about. */
export interface NeedOf {
  readonly enterpriseId: string;
}

type ServicesAction = 'service-need.read' | 'catalogue.read' | 'catalogue.edit';

/** The catalogue is everybody's to read and the bureau's to edit; what an enterprise needs is its own and its stewards' to see. */
export const servicesPolicy: Policy<ServicesAction, NeedOf> = definePolicy({
  room: 'services',
  read: 'service-need.read',
  relations: (actor: Actor, { enterpriseId }: NeedOf) => [
    ...(actor.orgId === enterpriseId ? ['own'] : []),
    ...(['prepare', 'submit', 'sign', 'answer'].some(verb => delegatedTo(actor, enterpriseId, { matter: 'tasks', verb })) ? ['delegated'] : []),
  ],
  table: {
    'service-need.read': [grant('own', ...ENTERPRISE), grant('delegated', ...FIRM)],
    'catalogue.read': [grant('any', ...BUREAU)],
    'catalogue.edit': [grant('any', 'bureau.supervisor', 'bureau.admin')],
  },
});
