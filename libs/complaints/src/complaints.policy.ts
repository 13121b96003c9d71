import { Actor, coversRegion, definePolicy, grant, Policy } from '@huanbao/platform';

const WINDOW = ['bureau.intake', 'bureau.supervisor'];
const HANDLERS = ['bureau.intake', 'bureau.enforcer', 'bureau.supervisor'];

export interface ComplaintParties {
  readonly regionCode: string;
  /** Named to judge or review where everybody who would had a hand in it. */
  readonly reviewBy?: string | null;
}

export type ComplaintAction = `complaint.${'read' | 'classify' | 'list' | 'enter' | 'judge' | 'handle' | 'extend' | 'close' | 'judge-dispute' | 'review' | 'informant' | 'import' | 'export' | 'statistics'}`;

const jurisdiction = (actor: Actor, { regionCode }: ComplaintParties): string[] => (actor.orgKind === 'bureau' && coversRegion(actor, regionCode) ? ['jurisdiction'] : []);
/** Only of the bureau's own: who was moved elsewhere stands in no more. */
const relations = (actor: Actor, complaint: ComplaintParties): string[] => jurisdiction(actor, complaint).flatMap(one => (complaint.reviewBy === actor.userId ? [one, 'stand-in'] : [one]));
const STAND_INS = grant('stand-in', 'bureau.intake', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer', 'bureau.admin');

/** Complaints are the bureau's alone: a reporter has number and code and no account, and nobody who is complained of sees them. */
export const complaintPolicy: Policy<ComplaintAction, ComplaintParties> = definePolicy({
  room: 'complaints',
  read: 'complaint.read',
  relations,
  table: {
    'complaint.read': [grant('jurisdiction', ...HANDLERS), STAND_INS],
    'complaint.classify': [grant('jurisdiction', ...HANDLERS)],
    'complaint.list': [grant('any', ...HANDLERS)],
    'complaint.enter': [grant('any', ...HANDLERS)],
    'complaint.judge': [grant('jurisdiction', ...WINDOW)],
    'complaint.handle': [grant('jurisdiction', 'bureau.enforcer', 'bureau.supervisor')],
    // 经负责人批准
    'complaint.extend': [grant('jurisdiction', 'bureau.supervisor')],
    'complaint.close': [grant('jurisdiction', ...WINDOW)],
    // who did not answer
    'complaint.judge-dispute': [grant('jurisdiction', ...WINDOW), STAND_INS],
    // 复查: the supervisor, who is neither who answered nor who judged; where there is no such, who is named by the dated row
    'complaint.review': [grant('jurisdiction', 'bureau.supervisor'), STAND_INS],
    // who calls back and who answers for it; not who investigates
    'complaint.informant': [grant('jurisdiction', ...WINDOW)],
    'complaint.import': [grant('any', ...WINDOW)],
    'complaint.export': [grant('any', ...WINDOW)],
    'complaint.statistics': [grant('any', ...HANDLERS)],
  },
});

interface DecidedParties extends ComplaintParties {
  /** Who decided a dissatisfaction with it. */
  readonly decidedBy: readonly string[];
}

export type DecidedComplaintAction = 'decided-complaint.read';

/** What somebody decided stays his to read, and nothing of the rest: for who only stood in. */
export const decidedComplaintPolicy: Policy<DecidedComplaintAction, DecidedParties> = definePolicy({
  room: 'decided-complaints',
  read: 'decided-complaint.read',
  relations: (actor: Actor, complaint: DecidedParties) => (complaint.decidedBy.includes(actor.userId) ? jurisdiction(actor, complaint).map(() => 'decided') : []),
  table: { 'decided-complaint.read': [grant('decided', 'bureau.intake', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer', 'bureau.admin')] },
});

export type ComplaintRouteAction = `complaint-route.${'read' | 'list' | 'set'}`;

export const complaintRoutePolicy: Policy<ComplaintRouteAction, ComplaintParties> = definePolicy({
  room: 'complaint-routes',
  read: 'complaint-route.read',
  relations: jurisdiction,
  table: {
    'complaint-route.read': [grant('jurisdiction', ...HANDLERS, 'bureau.admin')],
    'complaint-route.list': [grant('any', ...HANDLERS, 'bureau.admin')],
    'complaint-route.set': [grant('jurisdiction', 'bureau.supervisor', 'bureau.admin')],
  },
});
