import { afterAwardProblems, consequenceOf, meetsAward, Stage, stageOf } from './consequences';

const ENOUGH = { left: 3, least: 3 };
const VERDICT = { upheld: true, remedy: null, criterionIds: [], excludesBidId: null };

describe('what an upheld complaint leads to', () => {
  it.each([
    ['opened', 'publicity', 'unsigned', 'open'], ['opened', 'scoring', 'unsigned', 'over'], ['awarded', 'awarded', 'unsigned', 'unsigned'], ['awarded', 'awarded', 'unperformed', 'unperformed'], ['awarded', 'awarded', 'performed', 'performed'],
    ['delivered', 'awarded', 'unsigned', 'performed'], ['rework', 'awarded', 'unperformed', 'performed'], ['accepted', 'awarded', 'performed', 'performed'], ['failed', 'ended', 'unsigned', 'over'], ['cancelled', 'ended', 'unsigned', 'over'],
  ] as const)('a task %s, an evaluation in %s and a contract %s stand at %s', (taskState, evaluationState, contract, stage) => expect(stageOf({ taskState, evaluationState, contract })).toBe(stage));

  it.each<[string | null, string | null, Stage, string | null, boolean]>([
    ['next', 'a', 'unsigned', 'a', true], ['next', 'a', 'unsigned', 'b', false], ['next', 'a', 'unperformed', 'b', false], ['next', 'a', 'open', null, true], ['next', 'a', 'over', null, true], ['reevaluate', null, 'unsigned', 'b', true], ['retender', null, 'unperformed', 'b', true],
  ])('an order %s of %s that waited meets %s with %s awarded: %s', (remedy, excludesBidId, stage, awarded, meets) => expect(meetsAward({ remedy, excludesBidId } as never, stage, awarded)).toBe(meets));

  it.each<[string, Stage, readonly string[]]>([
    ['government', 'unsigned', ['next', 'retender']], ['government', 'unperformed', ['next', 'retender']], ['government', 'performed', []],
    ['bidding-law', 'unsigned', ['next', 'reevaluate', 'retender']], ['bidding-law', 'unperformed', ['next', 'reevaluate', 'retender']], ['bidding-law', 'performed', []],
    ['voluntary', 'unsigned', []], ['voluntary', 'unperformed', []], ['voluntary', 'performed', []],
    ['government', 'over', []], ['voluntary', 'open', ['retender', 'reevaluate', 'correct', 'next']], ['government', 'open', ['retender', 'reevaluate', 'correct', 'next']],
  ])('under %s at %s it may order %j', (regime, stage, remedies) => expect(consequenceOf(regime, stage, ENOUGH).remedies).toEqual(remedies));

  it('the next one is chosen only while the law’s number is left, and never where nobody is', () => {
    expect(consequenceOf('government', 'unsigned', { left: 2, least: 3 }).remedies).toEqual(['retender']);
    expect(consequenceOf('bidding-law', 'unsigned', { left: 1, least: 3 }).remedies).toContain('next');
    expect(consequenceOf('bidding-law', 'unsigned', { left: 0, least: 3 }).remedies).toEqual(['reevaluate', 'retender']);
  });

  it.each<[string, object, boolean, readonly string[], number]>([
    ['names nothing although the result is touched', {}, true, ['next'], 1], ['names what is not possible here', { remedy: 'correct' }, true, ['next', 'retender'], 1], ['orders something although the result stands', { remedy: 'next' }, false, ['next'], 1],
    ['orders something although it is not upheld', { upheld: false, remedy: 'next' }, false, ['next'], 1], ['names what is possible', { remedy: 'next' }, true, ['next'], 0], ['leaves the result alone', {}, false, ['next'], 0], ['comes after performance', {}, true, [], 0], ['is not upheld', { upheld: false }, false, ['next'], 0],
  ])('a decision that %s', (_, verdict, affects, remedies, problems) => expect(afterAwardProblems({ ...VERDICT, ...verdict }, affects, { remedies: remedies as never })).toHaveLength(problems));
});
