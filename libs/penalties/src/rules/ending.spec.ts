import { barOfCourtEnd, barOfGivingUp, type EndFacts, GIVE_UP_GROUNDS } from './ending';

const SPAN = { remediesUntil: '2026-07-06', fromDay: '2026-07-06', untilDay: '2026-10-08', remindBy: '2026-09-15' };
const FACTS: EndFacts = { isOverdue: true, isContested: false, isEnded: false, filedOn: null, span: SPAN, today: '2026-10-09' };

describe('what is owed is pursued no more', () => {
  it.each([
    ['period-missed', {}, undefined],
    ['period-missed', { today: '2026-10-08' }, 'period-runs'],
    ['dissolved', { today: '2026-08-01' }, undefined],
    ['no-property', { today: '2026-08-01' }, undefined],
    ['dissolved', { isOverdue: false }, 'nothing-overdue'],
    ['dissolved', { isContested: true, span: undefined }, 'contest'],
    ['no-property', { filedOn: '2026-09-01' }, 'at-court'],
    ['period-missed', { isEnded: true }, 'ended'],
  ] as const)('%s %j: %s', (ground, over, bar) => expect(barOfGivingUp(ground, { ...FACTS, ...over })).toBe(bar));

  it.each([
    [{ filedOn: '2026-09-01' }, undefined],
    // what was paid at the court, or is contested, can still be ended by it
    [{ filedOn: '2026-09-01', isOverdue: false, isContested: true }, undefined],
    [{}, 'not-at-court'],
    [{ filedOn: '2026-09-01', isEnded: true }, 'ended'],
  ] as const)('the court ends it %j: %s', (over, bar) => expect(barOfCourtEnd({ ...FACTS, ...over })).toBe(bar));

  it('is given up on no ground while it is at the court or over', () => {
    for (const ground of GIVE_UP_GROUNDS) for (const over of [{ filedOn: '2026-09-01' }, { isEnded: true }]) expect(barOfGivingUp(ground, { ...FACTS, ...over })).toBeDefined();
  });
});
