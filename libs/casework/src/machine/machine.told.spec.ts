import { defineMachine, MachineDefinition } from './machine';

type Loose = MachineDefinition<string, string, string>;
const text = (zh: string): { zh: string; en: string } => ({ zh, en: zh });
const step = (from: string, to: string, over: object): Loose['actions'][string] => ({ from: [from], to, label: text('一步'), article: '法 第一条', action: 'spec.do', ...over });
const desk = { label: text('办理'), holder: 'bureau.approver', next: text('办理') } as const;

const states = { open: desk, telling: desk, told: desk, hearing: desk, unserved: { ...desk, hiddenAs: 'told' }, done: { label: text('办结'), final: true as const } };
const actions = {
  propose: step('open', 'telling', { adverse: 'propose', notice: 'intent' }),
  tell: step('telling', 'told', { adverse: 'tell' }),
  hear: step('told', 'hearing', { adverse: 'hear' }),
  heard: step('hearing', 'told', { adverse: 'heard' }),
  decide: step('told', 'unserved', { adverse: 'decide', decision: 'imposed', notice: 'decision' }),
  serve: step('unserved', 'done', { adverse: 'serve' }),
};
let nth = 0;
const define = (over: Partial<Record<keyof typeof actions, Loose['actions'][string]>>): unknown => {
  nth += 1;
  return defineMachine({ kind: `spec-told-${nth}`, title: text('测试'), numberPrefix: 'CS', matter: 'none', initial: 'open', states, actions: { ...actions, ...over }, clocks: {} } as Loose);
};

/** What a machine must hold to so that nothing is decided before the notice is served. */
describe('a machine that decides against a party', () => {
  it('leads from the proposal through its service to the decision, and back from a hearing', () => expect(() => define({})).not.toThrow());

  it.each([
    ['the proposal leads to where the party counts as told', { propose: step('open', 'told', { adverse: 'propose', notice: 'intent' }), tell: step('open', 'telling', { adverse: 'tell' }) }, /proposes what nobody serves/],
    ['it may be decided before the service', { decide: { ...step('told', 'unserved', { adverse: 'decide', decision: 'imposed', notice: 'decision' }), from: ['telling', 'told'] } }, /decides before the notice is served/],
    ['a hearing leads elsewhere', { heard: step('hearing', 'telling', { adverse: 'heard' }) }, /no hearing that leads back/],
    ['there is no hearing', { hear: step('told', 'hearing', {}) }, /no hearing that leads back/],
  ])('is refused where %s', (_what, over, fault) => expect(() => define(over)).toThrow(fault));
});

/** What is put forward because nobody is to be heard: the party sees nothing of it before the service. */
describe('a machine that puts forward without a word', () => {
  const quiet = {
    states: { open: desk, proposed: { ...desk, untold: true as const }, unserved: { ...desk, hiddenAs: 'proposed', untold: true as const }, done: { label: text('办结'), final: true as const }, dropped: { label: text('不办'), final: true as const, untold: true as const } },
    actions: {
      forward: step('open', 'proposed', { adverse: 'put-forward', visibility: 'bureau' }),
      drop: step('proposed', 'dropped', { adverse: 'drop', visibility: 'bureau' }),
      decide: step('proposed', 'unserved', { adverse: 'decide', decision: 'imposed', notice: 'decision', visibility: 'public' }),
      serve: step('unserved', 'done', { adverse: 'serve' }),
    },
  };
  const forward = (over: { states?: object; actions?: object } = {}): unknown => {
    nth += 1;
    return defineMachine({ kind: `spec-told-${nth}`, title: text('测试'), numberPrefix: 'CS', matter: 'none', initial: 'open', states: { ...quiet.states, ...over.states }, actions: { ...quiet.actions, ...over.actions }, clocks: {} } as Loose);
  };

  it('keeps it the bureau’s own until it is served, or for good where it is dropped', () => expect(() => forward()).not.toThrow());

  it.each([
    ['the party sees where it stands', { states: { proposed: desk } }, /puts forward what the party sees/],
    ['the party sees the step', { actions: { drop: step('proposed', 'dropped', { adverse: 'drop', visibility: 'parties' }) } }, /is seen itself/],
  ])('is refused where %s', (_what, over, fault) => expect(() => forward(over)).toThrow(fault));
});
