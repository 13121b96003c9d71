import { Actor, coversRegion, definePolicy, grant, Policy } from '@huanbao/platform';

const FIRM = ['firm.manager', 'firm.staff'];
const BUREAU = ['bureau.intake', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer', 'bureau.admin'];

export interface FirmRecord {
  readonly firmId: string;
  readonly regionCode: string;
}

type ProvidersAction =
  | 'firm-profile.edit'
  | 'qualification.read'
  | 'qualification.edit'
  | 'qualification.queue'
  | 'qualification.review'
  | 'firm.export';

/** Who may keep and who may verify a firm's standing. */
export const providersPolicy: Policy<ProvidersAction, FirmRecord> = definePolicy({
  room: 'providers',
  read: 'qualification.read',
  relations: (actor: Actor, record: FirmRecord) => [...(actor.orgId === record.firmId ? ['own'] : []), ...(coversRegion(actor, record.regionCode) ? ['jurisdiction'] : [])],
  table: {
    'firm-profile.edit': [grant('own', ...FIRM)],
    'qualification.read': [grant('own', ...FIRM), grant('jurisdiction', ...BUREAU)],
    'qualification.edit': [grant('own', 'firm.manager')],
    'qualification.queue': [grant('any', ...BUREAU)],
    'firm.export': [grant('any', ...FIRM, ...BUREAU, 'enterprise.admin', 'enterprise.staff', 'department.officer', 'bank.manager')],
    'qualification.review': [grant('jurisdiction', 'bureau.intake', 'bureau.reviewer', 'bureau.supervisor')],
  },
});
