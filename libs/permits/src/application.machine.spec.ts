import { casePolicy, possibleActions } from '@huanbao/casework';
import { applicationMachine, GRANT_CONDITIONS, WITHDRAWALS } from './application.machine';
import { applicationPolicy } from './permits.policy';

describe('the procedure of a permit application', () => {
  it.each([
    ['draft', ['submit', 'close-ended', 'discard']],
    ['submitted', ['request-correction', 'accept', 'deem-accepted', 'reject-intake', 'close-ended', 'withdraw-at-intake']],
    ['correcting', ['resubmit', 'close-ended', 'withdraw-while-correcting']],
    ['accepted', ['start-review', 'close-ended', 'withdraw-in-review']],
    ['reviewing', ['extend-for-site-check', 'site-check-off', 'conclude', 'close-ended', 'withdraw-in-review']],
    ['deciding', ['send-back', 'grant', 'propose-refusal', 'close-ended', 'withdraw-in-review']],
    ['refusal-telling', ['tell-refusal', 'drop-refusal', 'close-ended', 'withdraw-in-review']],
    ['refusing', ['hear-refusal', 'drop-refusal', 'refuse', 'close-ended', 'withdraw-in-review']],
    ['refusal-hearing', ['heard-refusal', 'drop-refusal-at-hearing', 'close-ended', 'withdraw-in-review']],
    ['refusal-unserved', ['serve-refusal', 'close-ended', 'withdraw-in-review']],
    ['granted', ['issue', 'annul-grant', 'close-ended']],
    ['issued', []],
    ['refused', []],
    ['not-accepted', []],
    ['withdrawn', []],
    ['closed', []],
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

  it('names for each step an action that the policy knows, its own or that of every case', () => {
    const known = [...applicationPolicy.actions, ...casePolicy.actions];
    for (const action of Object.values(applicationMachine.actions)) if ('action' in action) expect(known).toContain(action.action);
  });

  it('lets the applicant withdraw from each state that is not decided', () => {
    for (const [state, action] of Object.entries(WITHDRAWALS)) expect(possibleActions(applicationMachine, state)).toContain(action);
    expect(Object.keys(WITHDRAWALS)).not.toContain('granted');
  });

  it('asks the four conditions of art. 11', () => {
    expect(GRANT_CONDITIONS.map(one => one.article)).toEqual(['一', '二', '三', '四'].map(n => `排污许可管理条例 第十一条第${n}项`));
  });
});
