import { Actor, coversRegion, definePolicy, grant } from '@huanbao/platform';

const FIRM = ['firm.manager', 'firm.staff'];
const BUREAU = ['bureau.intake', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer', 'bureau.admin'];

export interface FirmRecord {
  readonly firmId: string;
  readonly regionCode: string;
}

/** Who may keep and who may verify a firm's standing. */
export const providersPolicy = definePolicy({
  room: 'providers',
  read: 'qualification.read',
  relations: (actor: Actor, record: FirmRecord) => [...(actor.orgId === record.firmId ? ['own'] : []), ...(coversRegion(actor, record.regionCode) ? ['jurisdiction'] : [])],
  table: {
    'firm-profile.edit': [grant('own', ...FIRM)],
    'qualification.read': [grant('own', ...FIRM), grant('jurisdiction', ...BUREAU)],
    'qualification.edit': [grant('own', 'firm.manager')],
    'qualification.queue': [grant('any', ...BUREAU)],
    'qualification.review': [grant('jurisdiction', 'bureau.intake', 'bureau.reviewer', 'bureau.supervisor')],
  },
});
