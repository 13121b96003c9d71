import { definePolicy, grant, Policy } from '@huanbao/platform';

const READERS = ['bureau.admin', 'bureau.intake', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer'];

export type ReferenceAction = 'reference.read' | 'reference.verify' | 'reference.edit';

/** Reference data belongs to the whole city: who looks after it compares it with the text. */
export const referencePolicy: Policy<ReferenceAction, object> = definePolicy<ReferenceAction, object>({
  room: 'reference',
  read: 'reference.read',
  relations: () => [],
  table: {
    'reference.read': [grant('any', ...READERS)],
    'reference.verify': [grant('any', 'bureau.admin', 'bureau.supervisor')],
    'reference.edit': [grant('any', 'bureau.admin', 'bureau.supervisor')],
  },
});
