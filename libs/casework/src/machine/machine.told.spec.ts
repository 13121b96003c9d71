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
