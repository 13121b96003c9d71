import type { ActionDefinition, Machine } from './machine';

export interface Step<S extends string, A extends string> {
  readonly action: A;
  readonly from: S;
  readonly to: S;
}

/** The actions the table allows in a state, in the table's order. */
export function possibleActions<S extends string, A extends string>(machine: Machine<S, A, string>, state: string): A[] {
  return (Object.keys(machine.actions) as A[]).filter(action => (machine.actions[action] as ActionDefinition<S>).from.includes(state as S));
}

/** The step the table gives, or undefined when the action cannot happen in this state. */
export function stepOf<S extends string, A extends string>(machine: Machine<S, A, string>, state: string, action: A): Step<S, A> | undefined {
  // Own members only: `toString` is no action.
  const row: ActionDefinition<S> | undefined = Object.hasOwn(machine.actions, action) ? machine.actions[action] : undefined;
  if (!row || !row.from.includes(state as S)) return undefined;
  return { action, from: state as S, to: row.to };
}

export function isFinal(machine: Machine, state: string): boolean {
  return machine.states[state]?.final === true;
}

/** How the applicant and the public see a state: a decision that is not served yet is not there for them. */
export function shownState(machine: Machine, state: string): string {
  return machine.states[state]?.hiddenAs ?? state;
}

export function isHidden(machine: Machine, state: string): boolean {
  return machine.states[state]?.hiddenAs !== undefined;
}

/** Whether the party sees nothing of a case in this state: by its kind, or before what was prepared without it is served. */
export function isUntold(machine: Machine, state: string): boolean {
  return machine.hiddenFromParty === true || machine.states[state]?.untold === true;
}

/** The states that outsiders see as this one: what a filter of theirs means. */
export function statesShownAs(machine: Machine, shown: string): string[] {
  return Object.keys(machine.states).filter(state => shownState(machine, state) === shown);
}
