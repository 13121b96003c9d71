import { requirementOf, STANDING_RULES, standingRule } from './standing';
import { TASK_STATES, TaskState } from './task.flow';

describe('a firm that loses what a task asks for', () => {
  it.each<[TaskState, string | null]>([
    ['draft', null], ['published', 'wait'], ['short', 'wait'], ['closed', 'wait'], ['negotiating', 'wait'], ['opened', 'ineligible'], ['awarded', 'enterprise-decides'], ['delivered', 'enterprise-decides'], ['rework', 'enterprise-decides'],
    ['accepted', null], ['cancelled', null], ['failed', null],
  ])('while the task is %s: %s', (state, consequence) => expect(standingRule(state)?.consequence ?? null).toBe(consequence));

  it('has a rule looked at for every state of the flow', () => expect(Object.keys(TASK_STATES)).toHaveLength(12));
  it('is not told to the enterprise before the opening, which would name a bidder', () => expect(STANDING_RULES.filter(rule => rule.enterprise === null).map(rule => rule.phase)).toEqual(['bidding', 'sealed']));

  it('is measured by the catalogue and by what the enterprise named, each once', () => {
    const cma = { anyOf: [{ kind: 'CMA' }] };
    expect(requirementOf({ requirement: null, requiredQualifications: ['CMA', 'CMA'] })).toEqual([cma]);
    expect(requirementOf({ requirement: [cma, { anyOf: [{ kind: 'CMA', scope: ['噪声'] }] }], requiredQualifications: ['CMA', '运维服务'] })).toEqual([cma, { anyOf: [{ kind: 'CMA', scope: ['噪声'] }] }, { anyOf: [{ kind: '运维服务' }] }]);
  });
});
