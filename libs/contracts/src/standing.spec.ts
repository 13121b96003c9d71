import { CONTRACT_STEPS, ContractState, CONTRACT_STATES, follow, possibleSteps } from './contract.flow';
import { isReminderDay } from './reminders';
import { standingOf } from './standing';
import { signDueOf } from './award';

const TODAY = '2026-12-01';
const of = (state: ContractState, nextDue: string | null, over: object = {}): string => {
  const { tone, zh } = standingOf({ state, nextDue, signByLaw: true, disputed: false, ...over }, TODAY);
  return `${tone} ${zh}`;
};

describe('how a contract stands', () => {
  it.each([
    ['due', '2026-12-20', {}, 'progress 签约还剩 19 天'],
    ['draft', '2026-12-08', {}, 'warning 签约还剩 7 天'],
    ['agreed', TODAY, {}, 'warning 今天须签约'],
    ['agreed', '2026-11-30', {}, 'danger 签约已超法定期限 1 天'],
    ['agreed', '2026-11-30', { signByLaw: false }, 'warning 签约已超建议期限 1 天'],
    ['active', '2027-01-01', {}, 'progress 距里程碑 31 天'],
    ['active', TODAY, {}, 'warning 里程碑今天到期'],
    ['active', '2026-11-29', {}, 'danger 里程碑已超期 2 天'],
    ['active', '2026-11-29', { disputed: true }, 'warning 争议调解中，期限暂停'],
    ['active', null, {}, 'muted 履行中'],
    ['terminated', null, {}, 'warning 已解除，待结算'],
    ['closed', null, {}, 'done 已结算'],
  ] as const)('%s, day %s %j', (state, due, over, expected) => expect(of(state, due, over)).toBe(expected));

  it('the thirtieth day after the day of the notice is the last, by the calendar of the place', () => {
    expect(signDueOf(new Date('2026-11-01T02:00:00Z'), 30)).toBe('2026-12-01');
    expect(signDueOf(new Date('2026-10-31T16:30:00Z'), 30)).toBe('2026-12-01'); // half past midnight of 1 November in Shanghai
  });

  it.each([[16, false], [15, true], [8, false], [7, true], [1, true], [0, true], [-1, true], [-2, false], [-8, true], [-15, true]])('%i days before: %s', (days, expected) => expect(isReminderDay(days)).toBe(expected));
});

describe('the machine of contracts', () => {
  const states = Object.keys(CONTRACT_STATES) as ContractState[];
  it('every step of the table leads on, every other is refused with what is possible', () => {
    for (const state of states)
      for (const [step, row] of Object.entries(CONTRACT_STEPS)) {
        if (row.from.includes(state)) expect(follow(state, step as 'draft')).toBe(row.to);
        else expect(() => follow(state, step as 'draft')).toThrow(expect.objectContaining({ code: 'contract.wrong-state', extra: { state, step, possible: possibleSteps(state) } }) as Error);
      }
  });

  it('what is settled or was never written goes no further', () => {
    expect([possibleSteps('closed'), possibleSteps('waived')]).toEqual([[], ['settle']]);
  });
});
