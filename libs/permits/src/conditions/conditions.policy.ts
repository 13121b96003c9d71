import { definePolicy, grant, Policy } from '@huanbao/platform';

const READERS = ['bureau.intake', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer', 'bureau.admin'];

/** The library belongs to the bureau as a whole: every officer reads it, whoever answers for permits keeps it. */
export const libraryPolicy: Policy<'condition.list' | 'condition.edit', Record<string, never>> = definePolicy({
  room: 'conditions',
  read: 'condition.list',
  relations: () => [],
  table: {
    'condition.list': [grant('any', ...READERS)],
    'condition.edit': [grant('any', 'bureau.approver', 'bureau.supervisor', 'bureau.admin')],
  },
});
