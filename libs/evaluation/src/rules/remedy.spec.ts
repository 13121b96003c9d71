import { furthest, type Remedy, type Verdict, verdictProblems } from './remedy';

const KNOWN = { criterionIds: ['c1', 'c2'], candidateIds: ['b1', 'b2'] };
const verdict = (over: Partial<Verdict>): Verdict => ({ upheld: true, remedy: null, criterionIds: [], excludesBidId: null, ...over });

describe('what follows from an objection', () => {
  it.each<[string, Partial<Verdict>, string[]]>([
    ['not upheld: nothing', { upheld: false }, []],
    ['not upheld, yet something follows', { upheld: false, remedy: 'retender' }, ['/remedy']],
    ['not upheld, yet a candidate is taken off', { upheld: false, excludesBidId: 'b1' }, ['/excludesBidId']],
    ['upheld without a consequence', {}, ['/remedy']],
    ['criteria named', { remedy: 'correct', criterionIds: ['c1'] }, []],
    ['no criterion', { remedy: 'correct' }, ['/criterionIds']],
    ['a criterion of another plan', { remedy: 'correct', criterionIds: ['c1', 'x'] }, ['/criterionIds']],
    ['a new evaluation', { remedy: 'reevaluate' }, []],
    ['a new evaluation of named criteria', { remedy: 'reevaluate', criterionIds: ['c1'] }, ['/criterionIds']],
    ['the next candidate', { remedy: 'next', excludesBidId: 'b1' }, []],
    ['the next candidate, nobody taken off', { remedy: 'next' }, ['/excludesBidId']],
    ['somebody who is not on the list', { remedy: 'next', excludesBidId: 'x' }, ['/excludesBidId']],
    ['a new tender that takes somebody off', { remedy: 'retender', excludesBidId: 'b1' }, ['/excludesBidId']],
  ])('%s', (_, over, pointers) => {
    expect(verdictProblems(verdict(over), KNOWN).map(one => one.pointer)).toEqual(pointers);
  });

  it('the last candidate is not simply taken off', () => {
    expect(verdictProblems(verdict({ remedy: 'next', excludesBidId: 'b1' }), { ...KNOWN, candidateIds: ['b1'] }).map(one => one.code)).toEqual(['last']);
  });

  it.each<[Remedy[], Remedy | null]>([[[], null], [['next'], 'next'], [['next', 'correct'], 'correct'], [['correct', 'reevaluate', 'next'], 'reevaluate'], [['reevaluate', 'retender'], 'retender']])('of %j the furthest is %s', (remedies, found) => {
    expect(furthest(remedies)).toBe(found);
  });
});
