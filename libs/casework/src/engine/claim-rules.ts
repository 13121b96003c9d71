import type { Actor } from '@huanbao/platform';
import type { Holder, Machine } from '../machine/machine';

/** Posts that work on what is the bureau's as a whole; enforcers take what is theirs by name. */
const DESKS: readonly string[] = ['bureau.intake', 'bureau.reviewer', 'bureau.approver'];

/** Whether an officer's post can work on a case in this state. Supervisors step in anywhere the bureau holds the ball. */
export function canWorkOn(machine: Machine, state: string, roles: readonly string[]): boolean {
  const holder: Holder | undefined = machine.states[state]?.holder;
  if (!holder?.startsWith('bureau')) return false;
  return roles.includes(holder) || roles.includes('bureau.supervisor') || (holder === 'bureau' && roles.some(role => DESKS.includes(role)));
}

/** A claim ends when the ball passes to another holder; within one post the officer keeps the case. */
export function claimSurvives(machine: Machine, from: string, to: string): boolean {
  const next = machine.states[to]?.holder;
  return next !== undefined && next.startsWith('bureau') && next === machine.states[from]?.holder;
}

/** Whether a claim by somebody else stops this officer. Approvers and supervisors decide and step in whoever has the case. */
export function isBlockedByClaim(actor: Actor, claimedBy: string | null): boolean {
  if (claimedBy === null || claimedBy === actor.userId || actor.orgKind !== 'bureau') return false;
  return !actor.roles.includes('bureau.supervisor') && !actor.roles.includes('bureau.approver');
}
