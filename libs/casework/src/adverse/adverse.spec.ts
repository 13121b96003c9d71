import fc from 'fast-check';
import { askedOn, deciding, mayAskHearing, mayState, mayTakePart, mayWithdrawOn, withdrawnOn } from './adverse.rules';

const at = new Date('2026-11-23T02:00:00Z');
const never = { hearingRight: false, hearingDays: null, hearingUntil: null, hearingAskedAt: null, hearingWithdrawnAt: null, hearing: null };
/** Served on a Monday: five working days to speak. */
const open = { state: 'open', statedAt: null, statementDays: 5, statementUntil: '2026-11-30', statement: null, answer: null, ...never } as const;
const untold = { ...open, statementUntil: null };
const unheard = { ...untold, statementDays: null };
/** Told before periods ran from the service: a last day alone. */
const old = { ...open, statementDays: null };
const hearable = { ...open, hearingRight: true, hearingDays: 7, hearingUntil: '2026-12-02' };
const asked = { ...hearable, hearingAskedAt: at };
const set = { notifiedOn: '2026-11-24', noticeId: null, noticeNumber: '孝环听〔2026〕1号', heldOn: '2026-12-04', time: '09:00', place: '会议室', host: '甲', hostUserId: 'c', outcome: null, record: null, recordFileId: null, recordedOn: null } as const;
const spoken = { statedAt: at, statement: '有异议' };

describe('the word of the party before an adverse decision', () => {
  it.each([
    ['on the last day', open, '2026-11-30', 'yes'],
    ['the day after', open, '2026-12-01', 'over'],
    ['before the service, for the paper is issued', untold, '2026-12-31', 'yes'],
    ['once it has spoken', { ...open, statedAt: at, statement: '我方认为…' }, '2026-11-24', 'done'],
    ['once it gave it up', { ...open, statedAt: at }, '2026-11-24', 'done'],
    ['when it was dropped', { ...open, state: 'dropped' }, '2026-11-24', 'over'],
    ['when it was dropped before the service', { ...untold, state: 'dropped' }, '2026-11-24', 'over'],
    ['where nobody is to be heard', unheard, '2026-11-24', 'over'],
    ['after an unserved decision, as if there was none', { ...open, state: 'decided' }, '2026-11-30', 'yes'],
  ] as const)('%s', (_when, one, today, answer) => expect(mayState(one, today)).toBe(answer));

  it.each([
    ['within the period nobody decides', open, '2026-11-30', 'wait'],
    ['after it somebody may', open, '2026-12-01', 'ready'],
    ['before the service never, however long it was proposed', untold, '2027-12-01', 'unserved'],
    ['unless the party spoke, which shows that it was told', { ...untold, ...spoken, answer: '不予采纳' }, '2026-11-24', 'ready'],
    ['what was told before the change keeps its day', old, '2026-11-30', 'wait'],
    ['and is ready after it, without a service', old, '2026-12-01', 'ready'],
    ['nobody is waited for who is not to be heard', unheard, '2026-11-23', 'ready'],
    ['a waiver ends the wait', { ...open, statedAt: at }, '2026-11-24', 'ready'],
    ['what was said is answered first', { ...open, ...spoken }, '2026-12-01', 'answer-first'],
    ['and then it goes on', { ...open, ...spoken, answer: '不予采纳：……' }, '2026-11-24', 'ready'],
    ['a statement does not end the period of the hearing', { ...hearable, ...spoken, answer: '不予采纳' }, '2026-12-02', 'wait'],
    ['which has its own end', { ...hearable, ...spoken, answer: '不予采纳' }, '2026-12-03', 'ready'],
    ['a waiver gives up the hearing as well', { ...hearable, statedAt: at }, '2026-11-24', 'ready'],
    ['a hearing that is asked for is waited for', asked, '2027-01-31', 'hearing'],
    ['also when its day is over and nothing recorded', { ...asked, hearing: set }, '2027-01-31', 'hearing'],
    ['held, it goes on', { ...asked, hearing: { ...set, outcome: 'held', record: '…', recordedOn: '2026-12-04' } }, '2026-12-04', 'ready'],
    ['withdrawn, it goes on when the statement is over', { ...asked, hearingWithdrawnAt: at }, '2026-12-01', 'ready'],
    ['and not before', { ...asked, hearingWithdrawnAt: at }, '2026-11-30', 'wait'],
  ] as const)('%s', (_when, one, today, answer) => expect(deciding(one, today)).toBe(answer));

  it.each([
    ['on the last day', hearable, '2026-12-02', 'yes'],
    ['the day after', hearable, '2026-12-03', 'over'],
    ['before the service', { ...hearable, statementUntil: null, hearingUntil: null }, '2027-01-31', 'yes'],
    ['also after its statement', { ...hearable, ...spoken }, '2026-12-02', 'yes'],
    ['not once it gave it up', { ...hearable, statedAt: at }, '2026-11-24', 'done'],
    ['not twice', { ...asked, hearingWithdrawnAt: at }, '2026-11-24', 'done'],
    ['not without the right', open, '2026-11-24', 'none'],
    ['not where the notice offered none, whatever is written down', { ...open, hearingRight: true }, '2026-11-24', 'none'],
    ['not when it was dropped', { ...hearable, state: 'dropped' }, '2026-11-24', 'over'],
  ] as const)('a hearing is asked for %s', (_when, one, today, answer) => expect(mayAskHearing(one, today)).toBe(answer));

  const receipt = { how: 'paper', receivedOn: '2026-11-20', receivedBy: '甲', givenBy: '乙', fileId: 'f', fileHash: 'h', enteredBy: 'a', enteredByName: '丙' } as const;

  it('counts on paper by the day of its receipt, and online by the day it was sent', () => {
    expect([askedOn({ hearingAskedAt: at, hearingReceipt: null }), askedOn({ hearingAskedAt: at, hearingReceipt: receipt }), askedOn({ hearingAskedAt: null, hearingReceipt: null })]).toEqual(['2026-11-23', '2026-11-20', null]);
    expect([withdrawnOn({ hearingWithdrawnAt: at, withdrawalReceipt: null }), withdrawnOn({ hearingWithdrawnAt: at, withdrawalReceipt: receipt })]).toEqual(['2026-11-23', '2026-11-20']);
  });

  it.each([
    ['on the day it was asked for', { ...asked, hearingReceipt: receipt }, '2026-11-20', true],
    ['not before', { ...asked, hearingReceipt: receipt }, '2026-11-19', false],
    ['on the day of the hearing', { ...asked, hearingReceipt: null, hearing: set }, '2026-12-04', true],
    ['not after it', { ...asked, hearingReceipt: null, hearing: set }, '2026-12-05', false],
    ['not once it was recorded', { ...asked, hearingReceipt: null, hearing: { ...set, outcome: 'held', recordedOn: '2026-12-04' } }, '2026-12-04', false],
    ['not twice', { ...asked, hearingReceipt: null, hearingWithdrawnAt: at }, '2026-11-24', false],
  ] as const)('a request is taken back on paper %s', (_when, one, day, answer) => expect(mayWithdrawOn(one, day)).toBe(answer));

  it('never is decided, nor its hearing chaired, by who proposed it or reviewed it', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd');
    fc.assert(
      fc.property(id, id, fc.array(id), (proposedBy, userId, excluded) => {
        const free = userId !== proposedBy && !excluded.includes(userId);
        expect((['decider', 'chair'] as const).map(as => mayTakePart({ proposedBy, excluded }, userId, as))).toEqual([free, free]);
      }),
    );
  });
});
