import fc from 'fast-check';
import { renderMachine } from './diagram';
import { defineMachine, machineOf, MachineDefinition } from './machine';
import { isFinal, possibleActions, stepOf } from './transitions';

const text = (zh: string): { zh: string; en: string } => ({ zh, en: zh });

const machine = defineMachine({
  kind: 'spec-licence',
  title: text('测试许可'),
  numberPrefix: 'CS',
  matter: 'permits',
  initial: 'draft',
  states: {
    draft: { label: text('草稿'), holder: 'applicant', next: text('填写并提交') },
    submitted: { label: text('待受理'), holder: 'bureau.intake', next: text('受理或补正') },
    accepted: { label: text('审查中'), holder: 'bureau.reviewer', next: text('审查') },
    granted: { label: text('准予'), final: true },
    withdrawn: { label: text('撤回'), final: true },
  },
  actions: {
    submit: { from: ['draft'], to: 'submitted', label: text('提交'), article: '条例 第七条', action: 'spec.submit', number: true, clock: [{ do: 'start', clock: 'intake' }] },
    accept: { from: ['submitted'], to: 'accepted', label: text('受理'), article: '条例 第九条', action: 'spec.accept', clock: [{ do: 'stop', clock: 'intake' }, { do: 'start', clock: 'review' }] },
    'deemed-accepted': { from: ['submitted'], to: 'accepted', label: text('视为受理'), article: '条例 第九条', clock: [{ do: 'stop', clock: 'intake' }, { do: 'start', clock: 'review', since: 'intake' }] },
    grant: { from: ['accepted'], to: 'granted', label: text('准予'), article: '条例 第十二条', action: 'spec.grant' },
    withdraw: { from: ['draft', 'submitted', 'accepted'], to: 'withdrawn', label: text('撤回'), article: '条例 第八条', action: 'spec.withdraw' },
  },
  clocks: {
    intake: { workdays: 3, article: '条例 第九条', silence: 'deemed-accepted' },
    review: { workdays: 20, article: '条例 第十二条', variants: { key: { workdays: 30, article: '条例 第十二条' } } },
  },
});

describe('a machine', () => {
  it('is found by its kind and cannot be declared twice', () => {
    expect(machineOf('spec-licence')).toBe(machine);
    expect(() => defineMachine({ ...machine })).toThrow(/twice/);
    expect(() => machineOf('nothing')).toThrow(/No machine/);
  });

  it.each([
    ['draft', ['submit', 'withdraw']],
    ['submitted', ['accept', 'deemed-accepted', 'withdraw']],
    ['granted', []],
    ['unheard-of', []],
  ])('allows in %s exactly %j', (state, actions) => expect(possibleActions(machine, state)).toEqual(actions));

  it('never leaves its table, whatever is tried in whatever order', () => {
    const names = [...Object.keys(machine.actions), 'no-such-action', 'toString', '__proto__'];
    fc.assert(
      fc.property(fc.array(fc.constantFrom(...names), { maxLength: 60 }), walk => {
        let state: string = machine.initial;
        for (const action of walk) {
          const step = stepOf(machine, state, action as never);
          if (!step) continue;
          expect(isFinal(machine, state)).toBe(false);
          expect(machine.actions[step.action].from).toContain(state);
          state = step.to;
          expect(Object.keys(machine.states)).toContain(state);
        }
      }),
    );
  });

  type Loose = MachineDefinition<string, string, string>;
  const faulty = (change: (m: Loose) => object): (() => unknown) => {
    const base = structuredClone(machine) as unknown as Loose;
    return () => defineMachine({ ...base, kind: `faulty-${Math.random().toString(36).slice(2)}`, ...change(base) } as never);
  };

  it.each<[string, (m: Loose) => object, RegExp]>([
    ['a state nothing reaches', m => ({ states: { ...m.states, island: { label: text('岛'), final: true } } }), /island cannot be reached/],
    ['a dead end', m => ({ states: { ...m.states, granted: { label: text('准'), holder: 'bureau', next: text('等') } } }), /granted is a dead end/],
    ['a final state with a way out', m => ({ states: { ...m.states, accepted: { label: text('完'), final: true } } }), /final state accepted has actions/],
    ['a missing label', m => ({ states: { ...m.states, draft: { ...m.states['draft'], label: { zh: '草稿', en: ' ' } } } }), /draft has no label/],
    ['nobody holding the ball', m => ({ states: { ...m.states, draft: { label: text('草稿') } } }), /who holds the ball/],
    ['an unknown state', m => ({ actions: { ...m.actions, grant: { ...m.actions['grant'], to: 'heaven' } } }), /unknown state heaven/],
    ['an unknown clock', m => ({ actions: { ...m.actions, grant: { ...m.actions['grant'], clock: [{ do: 'stop', clock: 'sundial' }] } } }), /unknown clock sundial/],
    ['a missing article', m => ({ actions: { ...m.actions, grant: { ...m.actions['grant'], article: '' } } }), /names no article/],
    ['an action nobody may do', m => ({ actions: { ...m.actions, grant: { ...m.actions['grant'], action: undefined } } }), /names no policy action/],
    ['an unknown silence', m => ({ clocks: { ...m.clocks, intake: { ...m.clocks['intake'], silence: 'echo' } } }), /unknown silence action echo/],
    ['a silence where it cannot happen', m => ({ actions: { ...m.actions, 'deemed-accepted': { ...m.actions['deemed-accepted'], from: ['draft'] } } }), /not possible there/],
    ['a silence that leaves its clock running', m => ({ actions: { ...m.actions, 'deemed-accepted': { ...m.actions['deemed-accepted'], clock: [] } } }), /does not stop clock intake/],
    ['a period of no length', m => ({ clocks: { ...m.clocks, review: { workdays: 0, article: 'x' } } }), /one positive length/],
    ['a period of two lengths', m => ({ clocks: { ...m.clocks, review: { workdays: 1, days: 1, article: 'x' } } }), /one positive length/],
    ['a clock that never starts', m => ({ clocks: { ...m.clocks, idle: { workdays: 1, article: 'x' } } }), /idle is never started/],
    ['a wrong prefix', () => ({ numberPrefix: 'x-' }), /numberPrefix/],
  ])('is refused with %s', (_what, change, message) => expect(faulty(change)).toThrow(message));

  it('renders as a diagram with every transition and article', () => {
    const page = renderMachine(machine);
    expect(page).toContain('[*] --> draft');
    expect(page).toContain('submitted --> accepted: 视为受理');
    expect(page).toContain('granted --> [*]');
    expect(page).toContain('停止 `intake`；开始 `review`（自 `intake` 起算）');
    expect(page).toContain('| `intake` | 3 个工作日 | 条例 第九条 | 视为“视为受理” |');
    expect(page.match(/-->/g)).toHaveLength(1 + 7 + 2);
  });
});
