import { caseRelations, type CaseParties } from '@huanbao/casework';
import { definePolicy, grant, Policy } from '@huanbao/platform';

export const MATTER = 'credit';

const OWN = ['enterprise.admin', 'enterprise.staff', 'firm.manager', 'firm.staff'];
/** Who speaks for the subject itself. */
const HEADS = ['enterprise.admin', 'firm.manager'];
const FIRM = ['firm.manager', 'firm.staff'];
const BUREAU = ['bureau.intake', 'bureau.reviewer', 'bureau.approver', 'bureau.supervisor', 'bureau.enforcer', 'bureau.admin'];
const WINDOW = ['bureau.intake', 'bureau.supervisor'];

export type RepairAction = `credit-repair.${'read' | 'list' | 'prepare' | 'submit' | 'accept' | 'verify' | 'decide' | 'export' | 'propose-withdrawal' | 'state-withdrawal' | 'decide-withdrawal'}`;

/** 信用修复. Accepted, verified and decided by three posts; the service and the database see to it that no person holds two of them. */
export const repairPolicy: Policy<RepairAction, CaseParties> = definePolicy({
  room: 'credit-repairs',
  read: 'credit-repair.read',
  relations: caseRelations,
  table: {
    'credit-repair.read': [grant('own', ...OWN), grant('delegated', ...FIRM), grant('jurisdiction', ...BUREAU)],
    'credit-repair.list': [grant('any', ...OWN, ...BUREAU)],
    'credit-repair.prepare': [grant('own', ...OWN), grant('delegated:prepare', ...FIRM)],
    'credit-repair.submit': [grant('own', ...HEADS), grant('delegated:submit', ...FIRM)],
    'credit-repair.accept': [grant('jurisdiction', ...WINDOW)],
    'credit-repair.verify': [grant('jurisdiction', 'bureau.reviewer')],
    'credit-repair.decide': [grant('jurisdiction', 'bureau.approver')],
    'credit-repair.export': [grant('any', ...BUREAU)],
    // a repair that was granted upon false papers: two persons, and the word of the party between
    'credit-repair.propose-withdrawal': [grant('jurisdiction', 'bureau.reviewer', 'bureau.supervisor')],
    'credit-repair.state-withdrawal': [grant('own', ...HEADS), grant('delegated:answer', ...FIRM)],
    'credit-repair.decide-withdrawal': [grant('jurisdiction', 'bureau.approver')],
  },
});

export type AppealAction = `credit-appeal.${'read' | 'list' | 'prepare' | 'submit' | 'accept' | 'verify' | 'decide' | 'export'}`;

/** 异议 against an event of credit. Who entered the event takes no part. */
export const appealPolicy: Policy<AppealAction, CaseParties> = definePolicy({
  room: 'credit-appeals',
  read: 'credit-appeal.read',
  relations: caseRelations,
  table: {
    'credit-appeal.read': [grant('own', ...OWN), grant('delegated', ...FIRM), grant('jurisdiction', ...BUREAU)],
    'credit-appeal.list': [grant('any', ...OWN, ...BUREAU)],
    'credit-appeal.prepare': [grant('own', ...OWN), grant('delegated:prepare', ...FIRM)],
    'credit-appeal.submit': [grant('own', ...HEADS), grant('delegated:submit', ...FIRM)],
    'credit-appeal.accept': [grant('jurisdiction', ...WINDOW)],
    'credit-appeal.verify': [grant('jurisdiction', 'bureau.reviewer')],
    'credit-appeal.decide': [grant('jurisdiction', 'bureau.approver')],
    'credit-appeal.export': [grant('any', ...BUREAU)],
  },
});
