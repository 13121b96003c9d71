import { barOfCourtEnd, barOfGivingUp, endDay, type EndFacts, firstEndDay } from './ending';
import { GIVE_UP_GROUNDS } from '../words';

const SPAN = { remediesUntil: '2026-07-06', fromDay: '2026-07-06', untilDay: '2026-10-08', remindBy: '2026-09-15' };
const FACTS: EndFacts = { isOverdue: true, isContested: false, isEnded: false, filedOn: null, span: SPAN, today: '2026-10-09' };

describe('what is owed is pursued no more', () => {
  it.each([
    ['period-missed', {}, undefined],
    ['period-missed', { today: '2026-10-08' }, 'period-runs'],
    ['dissolved', { today: '2026-08-01' }, undefined],
    ['no-property', { today: '2026-08-01' }, 'period-runs'],
    ['no-property', {}, undefined],
    ['court-refused', {}, 'not-refused'],
    ['court-refused', { filedOn: '2026-09-01', today: '2026-09-20' }, 'at-court'],
    ['court-refused', { filedOn: '2026-09-01', courtStep: 'accepted', today: '2026-09-20' }, 'at-court'],
    ...(['not-accepted', 'acceptance-above', 'refused', 'ruling-above'] as const).map(courtStep => ['court-refused', { filedOn: '2026-09-01', courtStep, today: '2026-09-20' }, undefined] as const),
    ['dissolved', { filedOn: '2026-09-01', courtStep: 'refused', today: '2026-09-20' }, undefined],
    ['period-missed', { filedOn: '2026-09-01', courtStep: 'refused' }, 'at-court'],
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

  it.each([
    ['give-up', 'dissolved', {}, '2026-08-01'],
    ['give-up', 'period-missed', {}, '2026-10-09'],
    ['give-up', 'period-missed', { happened: ['2026-10-20'] }, '2026-10-20'],
    ['give-up', 'court-refused', { courtOn: '2026-09-15' }, '2026-09-15'],
    ['court-end', null, { courtOn: '2026-07-15' }, '2026-07-15'],
  ] as const)('%s %s %j: not before %s', (kind, ground, over, least) => expect(firstEndDay(kind, ground, { happened: ['2026-07-07', null, undefined, '2026-08-01'], span: SPAN, courtOn: null, ...over })).toBe(least));

  it.each([
    ['give-up', 'period-missed', '吕环审〔2026〕1号', '2026-11-01'],
    ['give-up', 'no-property', '吕环审〔2026〕1号', '2026-11-01'],
    ['give-up', 'dissolved', null, '2026-11-01'],
    ['give-up', 'dissolved', '登注〔2026〕1号', '2026-10-10'],
    ['give-up', 'court-refused', '（2026）晋11行审复1号', '2026-10-10'],
    ['court-end', null, '（2026）晋1181执1号', '2026-10-10'],
  ] as const)('%s %s with the paper %s: something is added until %s', (kind, ground, documentNo, day) => expect(endDay({ kind, ground, endedOn: '2026-10-10', documentNo }, '2026-11-01')).toBe(day));
});
