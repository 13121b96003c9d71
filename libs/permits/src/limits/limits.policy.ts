import { definePolicy, grant, Policy } from '@huanbao/platform';

const READERS = ['bureau.admin', 'bureau.intake', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer'];

export type LimitAction = 'limit.read' | 'limit.propose' | 'limit.confirm';

/** Standards and limits belong to the whole city. Two persons change them: whoever proposed does not confirm. */
export const limitPolicy: Policy<LimitAction, object> = definePolicy<LimitAction, object>({
  room: 'limits',
  read: 'limit.read',
  relations: () => [],
  table: {
    'limit.read': [grant('any', ...READERS)],
    'limit.propose': [grant('any', 'bureau.admin', 'bureau.reviewer', 'bureau.supervisor')],
    'limit.confirm': [grant('any', 'bureau.admin', 'bureau.approver', 'bureau.supervisor')],
  },
});
