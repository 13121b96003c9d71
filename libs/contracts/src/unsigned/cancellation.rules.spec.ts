import { CancellationState, CANCELLATION_STATES, isOpenToRuling, proceed, stepsOf } from './cancellation.flow';
import { obstacleOf } from './cancellation.rules';

const CONTRACT = { state: 'proposed', signDue: '2026-12-31', firmSigned: false } as const;

describe('cancelling an award', () => {
  it.each([
    ['refused', CONTRACT, [], null],
    ['refused', { ...CONTRACT, state: 'due' }, [], null],
    ['force-majeure', { ...CONTRACT, state: 'agreed', firmSigned: true }, [], null],
    ['overdue', CONTRACT, [], 'reminder-missing'],
    ['overdue', CONTRACT, ['2027-01-05'], 'reminder-running'],
    ['overdue', CONTRACT, ['2027-01-10'], 'reminder-running'],
    ['overdue', CONTRACT, ['2027-01-09'], null],
    ['overdue', CONTRACT, ['2027-01-09', '2027-02-01'], null],
    ['overdue', { ...CONTRACT, signDue: '2027-01-10' }, ['2027-01-09'], 'period-running'],
    ['overdue', { ...CONTRACT, state: 'draft' }, ['2027-01-09'], 'own-delay'],
    ['overdue', { ...CONTRACT, state: 'agreed', firmSigned: true }, ['2027-01-09'], 'own-delay'],
    ['no-bond', { ...CONTRACT, state: 'agreed', firmSigned: true }, ['2027-01-09'], null],
    ['no-bond', { ...CONTRACT, state: 'due' }, ['2027-01-09'], 'own-delay'],
  ] as const)('%s of %j after reminders until %j: %s', (ground, contract, reminders, expected) => {
    const today = expected === 'reminder-running' && reminders[0] === '2027-01-05' ? '2027-01-05' : '2027-01-10';
    expect(obstacleOf(ground, contract, { reminders, today })).toBe(expected);
  });

  it('goes by its table, and a complaint by its own', () => {
    expect(stepsOf('cancellation', 'noticed')).toEqual(['state', 'withdraw', 'moot', 'cancel']);
    expect(stepsOf('complaint', 'noticed')).toEqual(['state', 'withdraw', 'moot', 'confirm', 'refuse']);
    expect(stepsOf('cancellation', 'cancelled')).toEqual(['accept', 'object']);
    for (const end of ['withdrawn', 'moot', 'accepted', 'upheld', 'revoked', 'confirmed', 'refused'] as CancellationState[]) expect([stepsOf('cancellation', end), stepsOf('complaint', end)]).toEqual([[], []]);
    expect(() => proceed({ kind: 'complaint', state: 'noticed' }, 'cancel')).toThrow('award-cancellation.wrong-state');
    expect(Object.keys(CANCELLATION_STATES)).toHaveLength(10);
  });

  it('can fall until the last moment for an objection, and while one is open', () => {
    const due = new Date('2027-01-10T15:59:59.999Z');
    expect([isOpenToRuling({ state: 'cancelled', objectDue: due }, due), isOpenToRuling({ state: 'cancelled', objectDue: due }, new Date(due.getTime() + 1)), isOpenToRuling({ state: 'objected', objectDue: due }, new Date('2030-01-01')), isOpenToRuling({ state: 'accepted', objectDue: due }, new Date('2026-01-01'))]).toEqual([true, false, true, false]);
  });
});
