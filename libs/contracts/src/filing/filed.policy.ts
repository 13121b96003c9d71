import { definePolicy, grant, Policy } from '@huanbao/platform';
import { contractRelations } from '../contract.policy';

const ENTERPRISE = ['enterprise.admin', 'enterprise.staff'];
const FIRM = ['firm.manager', 'firm.staff'];

export type FiledAction = `deliverable.${'read' | 'list' | 'place' | 'use'}`;

/** Deliverables are the two sides'; the client says where they belong. The bureau reads what became part of the records of a permit, there. */
export const filedPolicy: Policy<FiledAction, { readonly enterpriseId: string; readonly firmId: string }> = definePolicy({
  room: 'deliverables',
  read: 'deliverable.read',
  relations: (actor, one) => contractRelations(actor, { ...one, regionCode: '' }),
  table: {
    'deliverable.read': [grant('client', ...ENTERPRISE), grant('contractor', ...FIRM)],
    'deliverable.list': [grant('any', ...ENTERPRISE, ...FIRM)],
    'deliverable.place': [grant('client', ...ENTERPRISE)],
    // whether the application is theirs to write is the application's to say
    'deliverable.use': [grant('client', ...ENTERPRISE), grant('contractor', ...FIRM)],
  },
});
