import { Answered, disputeStanding, DisputeStanding, OwnDispute } from './dispute-rules';

const DAYS = { first: 30, closed: 30, review: 30, recheck: 30 };
const answered = (over: Partial<Answered> = {}): Answered => ({ state: 'answered', round: 1, answeredOn: '2026-06-01', closedOn: null, ...over });
const first = (state: OwnDispute['state'], decidedOn: string | null, round = 1): OwnDispute => ({ level: 'first', state, round, decidedOn });
const review = (state: OwnDispute['state'], decidedOn: string | null): OwnDispute => ({ level: 'review', state, round: 1, decidedOn });

describe('whether a reporter may say that the answer does not satisfy', () => {
  it.each<[string, Answered, OwnDispute[], string, Partial<DisputeStanding>]>([
    ['not before the answer', answered({ state: 'handling', answeredOn: null }), [], '2026-06-02', { bar: 'not-answered' }],
    ['not while it is handled again, though an older answer is there', answered({ state: 'accepted' }), [], '2026-06-02', { bar: 'not-answered' }],
    ['the first time it is judged', answered(), [], '2026-06-02', { bar: null, level: 'first', until: '2026-07-01' }],
    ['on the last day', answered(), [], '2026-07-01', { bar: null, level: 'first' }],
    ['not on the day after', answered(), [], '2026-07-02', { bar: 'late', level: 'first', until: '2026-07-01' }],
    ['for some days after the end, however old the answer is', answered({ state: 'closed', closedOn: '2026-06-20' }), [], '2026-07-20', { bar: null, level: 'first', until: '2026-07-20' }],
    ['never shorter because it was closed early', answered({ state: 'closed', closedOn: '2026-06-01' }), [], '2026-07-01', { bar: null, until: '2026-07-01' }],
    ['not twice at once', answered({ state: 'disputed' }), [first('open', null)], '2026-06-03', { bar: 'open', level: null }],
    ['another reporter may while one is judged', answered({ state: 'disputed' }), [], '2026-06-03', { bar: null, level: 'first' }],
    ['another reporter may while one is reviewed', answered({ state: 'review' }), [], '2026-06-03', { bar: null, level: 'first' }],
    ['the second time it is reviewed, from the reasons on', answered(), [first('upheld', '2026-06-10')], '2026-07-10', { bar: null, level: 'review', until: '2026-07-10' }],
    ['not after the days for a review', answered(), [first('upheld', '2026-06-10')], '2026-07-11', { bar: 'late', level: 'review' }],
    ['the second time after another round, from its answer on', answered({ round: 2, answeredOn: '2026-08-01' }), [first('reopened', '2026-06-10')], '2026-08-31', { bar: null, level: 'review', until: '2026-08-31' }],
    ['not after the review: the higher authority is left', answered(), [first('upheld', '2026-06-10'), review('upheld', '2026-07-20')], '2026-07-21', { bar: 'over', level: null, recheckUntil: '2026-08-19' }],
    ['not after the answer of a round that the review led to', answered({ round: 2, answeredOn: '2026-08-01' }), [first('upheld', '2026-06-10'), review('reopened', '2026-07-20')], '2026-08-02', { bar: 'over' }],
  ])('%s', (_name, given, own, today, expected) => expect(disputeStanding(given, own, DAYS, today)).toMatchObject(expected));
});
