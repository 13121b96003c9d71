import { possibleActions } from '@huanbao/casework';
import { applicationMachine, GRANT_CONDITIONS, WITHDRAWALS } from './application.machine';
import { applicationPolicy } from './permits.policy';

describe('the procedure of a permit application', () => {
  it.each([
    ['draft', ['submit', 'discard']],
    ['submitted', ['request-correction', 'accept', 'deem-accepted', 'reject-intake', 'withdraw-at-intake']],
    ['correcting', ['resubmit', 'withdraw-while-correcting']],
    ['accepted', ['start-review', 'withdraw-in-review']],
    ['reviewing', ['extend-for-site-check', 'conclude', 'withdraw-in-review']],
    ['deciding', ['send-back', 'grant', 'propose-refusal', 'withdraw-in-review']],
    ['refusing', ['drop-refusal', 'refuse', 'withdraw-in-review']],
    ['refusal-unserved', ['serve-refusal', 'withdraw-in-review']],
    ['granted', ['issue']],
    ['issued', []],
    ['refused', []],
    ['not-accepted', []],
    ['withdrawn', []],
  ])('allows in %s only %p', (state, actions) => {
    expect(possibleActions(applicationMachine, state)).toEqual(actions);
  });

  it('has the periods of the law', () => {
    expect(applicationMachine.clocks.intake).toMatchObject({ workdays: 3, silence: 'deem-accepted' });
    expect(applicationMachine.clocks.review.workdays).toBe(20);
    expect(applicationMachine.clocks.review.variants).toMatchObject({ key: { workdays: 30 }, 'key-site-check': { workdays: 45 } });
    expect(applicationMachine.clocks.delivery.workdays).toBe(10);
  });

  it('counts a deemed acceptance from the day of receipt', () => {
    expect(applicationMachine.actions['deem-accepted'].clock).toContainEqual({ do: 'start', clock: 'review', since: 'intake' });
  });

  it('names for each step an action that the policy knows', () => {
    for (const action of Object.values(applicationMachine.actions)) if ('action' in action) expect(applicationPolicy.actions).toContain(action.action);
  });

  it('lets the applicant withdraw from each state that is not decided', () => {
    for (const [state, action] of Object.entries(WITHDRAWALS)) expect(possibleActions(applicationMachine, state)).toContain(action);
    expect(Object.keys(WITHDRAWALS)).not.toContain('granted');
  });

  it('asks the four conditions of art. 11', () => {
    expect(GRANT_CONDITIONS.map(one => one.article)).toEqual(['一', '二', '三', '四'].map(n => `排污许可管理条例 第十一条第${n}项`));
  });
});
