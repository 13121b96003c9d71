import { advance, possibleActions, TASK_ACTIONS, TASK_STATES, TaskAction, TaskState } from './task.flow';

const STATES = Object.keys(TASK_STATES) as TaskState[];
const ACTIONS = Object.keys(TASK_ACTIONS) as TaskAction[];

describe('the states of a task', () => {
  it.each(STATES.flatMap(state => ACTIONS.map(action => [state, action] as const)))('from %s by %s go where the table says, or nowhere', (state, action) => {
    if (TASK_ACTIONS[action].from.includes(state)) expect(advance(state, action)).toBe(TASK_ACTIONS[action].to);
    else expect(() => advance(state, action)).toThrow(expect.objectContaining({ kind: 'conflict', code: 'task.wrong-state' }));
  });

  it('are all reached, and end only where nothing more is to be done', () => {
    const reached = new Set<TaskState>(['draft', ...ACTIONS.map(action => TASK_ACTIONS[action].to)]);
    expect([...reached].sort()).toEqual([...STATES].sort());
    expect(STATES.filter(state => possibleActions(state).length === 0).sort()).toEqual(['accepted', 'cancelled', 'failed']);
  });

  it('name a basis for each step', () => {
    for (const action of ACTIONS) expect(TASK_ACTIONS[action].basis).toMatch(/第.+条/);
  });
});
