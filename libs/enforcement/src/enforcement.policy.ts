import { Actor, coversRegion, definePolicy, grant, Policy } from '@huanbao/platform';

const BUREAU = ['bureau.intake', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer', 'bureau.admin'];
/** Who inspects. */
const FIELD = ['bureau.enforcer', 'bureau.supervisor'];
/** Who answers for those who inspect. */
const HEADS = ['bureau.supervisor', 'bureau.approver', 'bureau.admin'];
const ENTERPRISE = ['enterprise.admin', 'enterprise.staff'];

interface OfRegion {
  readonly regionCode: string;
}

const inRegion = (actor: Actor, { regionCode }: OfRegion): string[] => (actor.orgKind === 'bureau' && coversRegion(actor, regionCode) ? ['jurisdiction'] : []);

export type OfficerAction = `enforcement-officer.${'read' | 'list' | 'keep' | 'avoid'}`;

/** 执法人员名录库. */
export const officerPolicy: Policy<OfficerAction, OfRegion> = definePolicy({
  room: 'enforcement-officers',
  read: 'enforcement-officer.read',
  relations: inRegion,
  table: {
    'enforcement-officer.read': [grant('jurisdiction', ...BUREAU)],
    'enforcement-officer.list': [grant('any', ...BUREAU)],
    'enforcement-officer.keep': [grant('jurisdiction', ...HEADS)],
    // who knows of a tie says so, whoever it is
    'enforcement-officer.avoid': [grant('jurisdiction', ...new Set([...FIELD, ...HEADS]))],
  },
});

export type TargetAction = `draw-target.${'read' | 'list' | 'keep'}`;

/** 检查对象名录库. */
export const targetPolicy: Policy<TargetAction, OfRegion> = definePolicy({
  room: 'draw-targets',
  read: 'draw-target.read',
  relations: inRegion,
  table: {
    'draw-target.read': [grant('jurisdiction', ...BUREAU)],
    'draw-target.list': [grant('any', ...BUREAU)],
    'draw-target.keep': [grant('jurisdiction', ...FIELD)],
  },
});

interface OfEnterprise extends OfRegion {
  readonly enterpriseId: string;
  /** False while only the bureau knows of it. */
  readonly isReleased: boolean;
}

const sides = (actor: Actor, record: OfEnterprise): string[] => [...inRegion(actor, record), ...(actor.orgId !== null && actor.orgId === record.enterpriseId && record.isReleased ? ['own'] : [])];

export type PositiveAction = `positive-entry.${'read' | 'list' | 'propose' | 'decide' | 'leave'}`;

/** 监督执法正面清单: two persons let in, one puts out. */
export const positivePolicy: Policy<PositiveAction, OfEnterprise> = definePolicy({
  room: 'positive-list',
  read: 'positive-entry.read',
  relations: sides,
  table: {
    'positive-entry.read': [grant('jurisdiction', ...BUREAU), grant('own', ...ENTERPRISE)],
    'positive-entry.list': [grant('any', ...BUREAU, ...ENTERPRISE)],
    'positive-entry.propose': [grant('jurisdiction', ...FIELD)],
    'positive-entry.decide': [grant('jurisdiction', ...HEADS)],
    'positive-entry.leave': [grant('jurisdiction', ...FIELD)],
  },
});

export type DrawAction = `inspection-draw.${'read' | 'list' | 'announce' | 'draw' | 'cancel'}`;

export const drawPolicy: Policy<DrawAction, OfRegion> = definePolicy({
  room: 'inspection-draws',
  read: 'inspection-draw.read',
  relations: inRegion,
  table: {
    'inspection-draw.read': [grant('jurisdiction', ...BUREAU)],
    'inspection-draw.list': [grant('any', ...BUREAU)],
    'inspection-draw.announce': [grant('jurisdiction', ...FIELD)],
    'inspection-draw.draw': [grant('jurisdiction', ...FIELD)],
    'inspection-draw.cancel': [grant('jurisdiction', ...FIELD)],
  },
});

export type InspectionAction = `inspection.${'read' | 'list' | 'plan' | 'override' | 'hold' | 'cancel' | 'decide-cancel' | 'crew' | 'seal' | 'answer'}`;

export interface InspectionParties extends OfEnterprise {
  /** Accounts of the officers who were sent. */
  readonly team: readonly string[];
}

/** An enterprise reads of a visit when its record is sealed, not before; only who was sent writes the record and signs it. */
export const inspectionPolicy: Policy<InspectionAction, InspectionParties> = definePolicy({
  room: 'inspections',
  read: 'inspection.read',
  relations: (actor: Actor, record: InspectionParties): string[] => [...sides(actor, record), ...(inRegion(actor, record).length > 0 && record.team.includes(actor.userId) ? ['team'] : [])],
  table: {
    'inspection.read': [grant('jurisdiction', ...BUREAU), grant('own', ...ENTERPRISE)],
    'inspection.list': [grant('any', ...BUREAU, ...ENTERPRISE)],
    'inspection.plan': [grant('jurisdiction', ...new Set([...FIELD, ...HEADS]))],
    // beyond the yearly cap, or to a unit of the positive list
    'inspection.override': [grant('jurisdiction', ...HEADS)],
    'inspection.hold': [grant('team', ...BUREAU)],
    'inspection.cancel': [grant('jurisdiction', ...FIELD)],
    // of a visit that was drawn, by another person than who asks
    'inspection.decide-cancel': [grant('jurisdiction', ...HEADS)],
    // another officer in place of one; sealing without one of the signatures
    'inspection.crew': [grant('jurisdiction', ...HEADS)],
    'inspection.seal': [grant('jurisdiction', ...HEADS)],
    'inspection.answer': [grant('own', ...ENTERPRISE)],
  },
});
