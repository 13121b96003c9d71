import fc from 'fast-check';
import { deciding, mayState, mayTakePart } from './adverse.rules';

const at = new Date('2026-11-23T02:00:00Z');
const open = { state: 'open', statedAt: null, statementUntil: '2026-11-30', statement: null, answer: null } as const;

describe('the word of the party before an adverse decision', () => {
  it.each([
    ['on the last day', open, '2026-11-30', 'yes'],
    ['the day after', open, '2026-12-01', 'over'],
    ['once it has spoken', { ...open, statedAt: at, statement: '我方认为…' }, '2026-11-24', 'done'],
    ['once it gave it up', { ...open, statedAt: at }, '2026-11-24', 'done'],
    ['when it was dropped', { ...open, state: 'dropped' }, '2026-11-24', 'over'],
    ['where nobody is to be heard', { ...open, statementUntil: null }, '2026-11-24', 'over'],
    ['after an unserved decision, as if there was none', { ...open, state: 'decided' }, '2026-11-30', 'yes'],
  ] as const)('%s', (_when, one, today, answer) => expect(mayState(one, today)).toBe(answer));

  it.each([
    ['within the period nobody decides', open, '2026-11-30', 'wait'],
    ['after it somebody may', open, '2026-12-01', 'ready'],
    ['nobody is waited for who is not to be heard', { ...open, statementUntil: null }, '2026-11-23', 'ready'],
    ['a waiver ends the wait', { ...open, statedAt: at }, '2026-11-24', 'ready'],
    ['what was said is answered first', { ...open, statedAt: at, statement: '有异议' }, '2026-12-01', 'answer-first'],
    ['and then it goes on', { ...open, statedAt: at, statement: '有异议', answer: '不予采纳：……' }, '2026-11-24', 'ready'],
  ] as const)('%s', (_when, one, today, answer) => expect(deciding(one, today)).toBe(answer));

  it('never is decided by who proposed it or reviewed it', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd');
    fc.assert(
      fc.property(id, id, fc.array(id), (proposedBy, userId, excluded) => {
        const allowed = mayTakePart({ proposedBy, excluded }, userId, 'decider');
        expect(allowed).toBe(userId !== proposedBy && !excluded.includes(userId));
      }),
    );
  });
});
