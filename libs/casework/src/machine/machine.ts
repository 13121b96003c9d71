import { checkMachine } from './machine.check';
import type { Machine, MachineDefinition } from './machine.types';

export * from './machine.types';

const registry = new Map<string, Machine>();

/**
 * Declares a procedure and registers it by its kind.
 * @throws Error listing every fault at once: unreachable states, dead ends, unknown clocks or silence actions, missing labels or articles.
 */
export function defineMachine<const S extends string, const A extends string, const C extends string>(
  definition: MachineDefinition<S, A, C>,
): Machine<S, A, C> {
  const machine: Machine<S, A, C> = definition;
  const faults = checkMachine(machine);
  if (faults.length > 0) throw new Error(`Machine ${machine.kind} does not hold together:\n  ${faults.join('\n  ')}`);
  if (registry.has(machine.kind)) throw new Error(`Machine ${machine.kind} is defined twice`);
  registry.set(machine.kind, machine);
  return machine;
}

/** @throws Error for a kind that no capability has declared. */
export function machineOf(kind: string): Machine {
  const machine = registry.get(kind);
  if (!machine) throw new Error(`No machine is declared for cases of kind ${kind}`);
  return machine;
}

/** Where the web shows its cases. */
export const pageOf = (machine: Pick<Machine, 'page'>): string => machine.page ?? 'cases';

/** Kinds of which the party learns only by what is served on it. */
export function kindsHiddenFromParty(): readonly string[] {
  return allMachines().filter(machine => machine.hiddenFromParty).map(machine => machine.kind);
}

/** `kind/state` in which the party does not see a case, though it does others of its kind. */
export function statesUntold(): readonly string[] {
  return allMachines().flatMap(machine => Object.entries(machine.states).filter(([, state]) => state.untold).map(([name]) => `${machine.kind}/${name}`));
}

export function allMachines(): readonly Machine[] {
  return [...registry.values()];
}
