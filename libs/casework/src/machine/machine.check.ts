import type { ActionDefinition, AdverseStep, Bilingual, ClockDefinition, Machine } from './machine.types';

/** Everything wrong with a machine, as sentences for its author; empty when it holds together. */
export function checkMachine(machine: Machine): string[] {
  return [...headFaults(machine), ...stateFaults(machine), ...actionFaults(machine), ...adverseFaults(machine), ...clockFaults(machine)];
}

function headFaults(machine: Machine): string[] {
  const faults: string[] = [];
  if (!/^[a-z][a-z0-9-]*$/.test(machine.kind)) faults.push('kind must be kebab-case');
  if (!/^[A-Z]{1,6}$/.test(machine.numberPrefix)) faults.push('numberPrefix must be 1–6 capital letters');
  if (!isText(machine.title)) faults.push('title is missing in Chinese or English');
  if (!machine.states[machine.initial]) faults.push(`initial state ${machine.initial} is not declared`);
  return faults;
}

function stateFaults(machine: Machine): string[] {
  const faults: string[] = [];
  const reached = reachableStates(machine);
  for (const [name, state] of Object.entries(machine.states)) {
    const leaves = Object.values(machine.actions).some(action => action.from.includes(name) && action.to !== name);
    if (!isText(state.label)) faults.push(`state ${name} has no label in Chinese or English`);
    if (!reached.has(name)) faults.push(`state ${name} cannot be reached`);
    if (state.final && Object.values(machine.actions).some(action => action.from.includes(name) && action.reopens !== true)) faults.push(`final state ${name} has actions`);
    if (!state.final && !leaves) faults.push(`state ${name} is a dead end but not final`);
    if (!state.final && (!state.holder || !isText(state.next))) faults.push(`state ${name} does not say who holds the ball and what is next`);
  }
  return faults;
}

function reachableStates(machine: Machine): Set<string> {
  const reached = new Set([machine.initial]);
  for (let size = 0; size !== reached.size; ) {
    size = reached.size;
    for (const action of Object.values(machine.actions)) if (action.from.some(state => reached.has(state))) reached.add(action.to);
  }
  return reached;
}

function actionFaults(machine: Machine): string[] {
  const faults: string[] = [];
  const silent = new Set(Object.values(machine.clocks).map(clock => clock.silence));
  for (const [name, action] of Object.entries(machine.actions)) {
    if (!isText(action.label)) faults.push(`action ${name} has no label in Chinese or English`);
    if (!action.article?.trim()) faults.push(`action ${name} names no article`);
    if (action.from.length === 0) faults.push(`action ${name} starts nowhere`);
    for (const state of [...action.from, action.to]) if (!machine.states[state]) faults.push(`action ${name} names the unknown state ${state}`);
    if (!action.action && !silent.has(name)) faults.push(`action ${name} names no policy action and is not the silence of a clock`);
    faults.push(...clockStepFaults(machine, name));
  }
  return faults;
}

/** A hidden state stands for an open one of the bureau, is entered by the decision alone and left into the open. */
function adverseFaults(machine: Machine): string[] {
  const hidden = (state: string): string | undefined => machine.states[state]?.hiddenAs;
  const stateOnes = Object.entries(machine.states).flatMap(([name, state]) => {
    if (state.hiddenAs === undefined) return [];
    const shown = machine.states[state.hiddenAs];
    const fits = shown && !shown.final && shown.hiddenAs === undefined && shown.holder.startsWith('bureau') && state.holder?.startsWith('bureau');
    return fits ? [] : [`hidden state ${name} needs an open state of the bureau to be seen as`];
  });
  const actionOnes = Object.entries(machine.actions).flatMap(([name, action]) => [
    ...((action.adverse === 'decide') !== (hidden(action.to) !== undefined) ? [`action ${name}: a hidden state is entered by the adverse decision, and by nothing else`] : []),
    ...(action.adverse === 'serve' && !action.from.every(hidden) ? [`action ${name} serves what is not hidden`] : []),
    ...(action.adverse === 'decide' && (action.decision === undefined || action.notice !== 'decision') ? [`action ${name} decides without a decision and its paper`] : []),
    ...(action.adverse === 'propose' && action.notice !== 'intent' ? [`action ${name} proposes without telling beforehand`] : []),
    ...(action.adverse === 'put-forward' && machine.states[action.to]?.untold !== true ? [`action ${name} puts forward what the party sees`] : []),
    ...(machine.states[action.to]?.untold === true && action.visibility !== 'bureau' && action.adverse !== 'decide' ? [`action ${name} leads to what nobody is told and is seen itself`] : []),
    ...(action.adverse === 'put-forward' && (action.notice !== undefined || action.visibility !== 'bureau') ? [`action ${name} tells somebody what is put forward without telling`] : []),
  ]);
  return [...stateOnes, ...actionOnes, ...toldFaults(machine)];
}

/** A notice is served before anything is decided: the way leads from the proposal to its service, and a hearing back to where it was asked for. */
function toldFaults(machine: Machine): string[] {
  const steps = (adverse: AdverseStep): [string, ActionDefinition][] => Object.entries(machine.actions).filter(([, action]) => action.adverse === adverse);
  return steps('propose').flatMap(([name, { to: untold }]) => {
    const told = steps('tell').filter(([, action]) => action.from.includes(untold)).map(([, action]) => action.to)[0];
    if (told === undefined) return [`action ${name} proposes what nobody serves`];
    const hearing = steps('hear').filter(([, action]) => action.from.includes(told)).map(([, action]) => action.to)[0];
    return [
      ...(steps('decide').some(([, action]) => action.from.includes(untold)) ? [`state ${untold} decides before the notice is served`] : []),
      ...(hearing !== undefined && steps('heard').some(([, action]) => action.from.includes(hearing) && action.to === told) ? [] : [`state ${told} has no hearing that leads back to it`]),
    ];
  });
}

function clockStepFaults(machine: Machine, name: string): string[] {
  return (machine.actions[name]?.clock ?? []).flatMap(step => [
    ...[step.clock, step.since].filter(clock => clock !== undefined && !machine.clocks[clock]).map(clock => `action ${name} names the unknown clock ${clock}`),
    ...(step.since !== undefined && step.do !== 'start' ? [`action ${name}: only a start can count since another clock`] : []),
  ]);
}

function clockFaults(machine: Machine): string[] {
  return Object.entries(machine.clocks).flatMap(([name, clock]) => {
    const faults: string[] = [];
    for (const period of [clock, ...Object.values(clock.variants ?? {})]) {
      const lengths = [period.workdays, period.days].filter(length => length !== undefined);
      if (lengths.length !== 1 || !lengths.every(length => Number.isInteger(length) && length > 0)) faults.push(`clock ${name} needs exactly one positive length`);
      if (!period.article?.trim()) faults.push(`clock ${name} names no article`);
    }
    const started = Object.values(machine.actions).some(action => action.clock?.some(step => step.do === 'start' && step.clock === name));
    if (!started) faults.push(`clock ${name} is never started`);
    return [...faults, ...silenceFaults(machine, name, clock)];
  });
}

/** The silence action must be possible in every state in which the clock may run out. */
function silenceFaults(machine: Machine, name: string, clock: ClockDefinition): string[] {
  if (clock.silence === undefined) return [];
  const silence = machine.actions[clock.silence];
  if (!silence) return [`clock ${name} names the unknown silence action ${clock.silence}`];
  const starts = Object.entries(machine.actions).filter(([, action]) => action.clock?.some(step => step.do === 'start' && step.clock === name));
  const faults = starts.filter(([, action]) => !silence.from.includes(action.to)).map(([action]) => `clock ${name} is started by ${action}, but its silence ${clock.silence} is not possible there`);
  if (!silence.clock?.some(step => step.clock === name && step.do === 'stop')) faults.push(`silence action ${clock.silence} does not stop clock ${name}`);
  return faults;
}

function isText(text: Bilingual | undefined): boolean {
  return Boolean(text?.zh?.trim() && text.en?.trim());
}
