import { Actor, coversRegion, definePolicy, grant, Policy } from '@huanbao/platform';
import type { PointState } from './integrity/integrity.entity';

const FIRM = ['firm.manager', 'firm.staff'];
const BUREAU = ['bureau.intake', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer', 'bureau.admin'];
const VERIFIERS = ['bureau.intake', 'bureau.reviewer', 'bureau.supervisor'];
const OFFICERS = ['bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer'];

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
  | 'qualification.suspend'
  | 'firm.export'
  | 'engagement.assign';

const relations = (actor: Actor, record: FirmRecord): string[] => [...(actor.orgId === record.firmId ? ['own'] : []), ...(actor.orgKind === 'bureau' && coversRegion(actor, record.regionCode) ? ['jurisdiction'] : [])];

/** Who may keep and who may verify a firm's standing. */
export const providersPolicy: Policy<ProvidersAction, FirmRecord> = definePolicy({
  room: 'providers',
  read: 'qualification.read',
  relations,
  table: {
    'firm-profile.edit': [grant('own', ...FIRM)],
    'qualification.read': [grant('own', ...FIRM), grant('jurisdiction', ...BUREAU)],
    'qualification.edit': [grant('own', 'firm.manager')],
    'qualification.queue': [grant('any', ...BUREAU)],
    'firm.export': [grant('any', ...FIRM, ...BUREAU, 'enterprise.admin', 'enterprise.staff', 'department.officer', 'bank.manager')],
    'qualification.review': [grant('jurisdiction', ...VERIFIERS)],
    'qualification.suspend': [grant('jurisdiction', 'bureau.supervisor', 'bureau.enforcer')],
    'engagement.assign': [grant('own', 'firm.manager')],
  },
});

type PeopleAction = 'firm-person.own' | 'firm-person.read' | 'firm-person.edit' | 'person-flag.list' | 'person-flag.close';

/** People of firms: the firm keeps them, the bureau of the place reads them and looks into flags. */
export const peoplePolicy: Policy<PeopleAction, FirmRecord> = definePolicy({
  room: 'providers',
  read: 'firm-person.read',
  relations,
  table: {
    'firm-person.own': [grant('own', ...FIRM)],
    'firm-person.read': [grant('own', ...FIRM), grant('jurisdiction', ...BUREAU)],
    'firm-person.edit': [grant('own', 'firm.manager')],
    'person-flag.list': [grant('any', ...BUREAU)],
    'person-flag.close': [grant('jurisdiction', ...VERIFIERS, 'bureau.enforcer')],
  },
});

export interface PointRecord extends FirmRecord {
  readonly state: PointState;
}

type IntegrityAction = 'integrity-point.read' | 'integrity-point.list' | 'integrity-point.propose' | 'integrity-point.decide' | 'integrity-point.answer' | 'integrity-point.object';

/** Points: what is only proposed, or was refused, is the bureau's own matter; the firm sees what counts against it or did. */
export const integrityPolicy: Policy<IntegrityAction, PointRecord> = definePolicy({
  room: 'providers',
  read: 'integrity-point.read',
  relations: (actor: Actor, record: PointRecord) => relations(actor, record).filter(relation => relation !== 'own' || (record.state !== 'proposed' && record.state !== 'refused')),
  table: {
    'integrity-point.read': [grant('own', ...FIRM), grant('jurisdiction', ...BUREAU)],
    'integrity-point.list': [grant('any', ...FIRM, ...BUREAU)],
    'integrity-point.propose': [grant('jurisdiction', ...OFFICERS)],
    // two persons: whoever proposed can neither decide nor answer; the service and the database both refuse
    'integrity-point.decide': [grant('jurisdiction', ...OFFICERS)],
    'integrity-point.answer': [grant('jurisdiction', ...OFFICERS)],
    'integrity-point.object': [grant('own', 'firm.manager')],
  },
});
