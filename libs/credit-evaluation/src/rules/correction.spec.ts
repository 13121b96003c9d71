import type { CreditLine, Reckoned, ReckonedEvent } from '@huanbao/credit';
import { causesOf, differencesOf, directionOf } from './correction';

const line = (kind: CreditLine['kind'], code: string, over: Partial<CreditLine> = {}): CreditLine => ({ kind, code, title: code, contribution: null, weight: null, score: null, events: [], legalBasis: '', verified: false, note: null, ...over });
const event = (key: string, over: Partial<ReckonedEvent> = {}): ReckonedEvent => ({ key, type: 'fine', typeTitle: '罚款', title: key, severity: 'general', documentNo: null, occurredOn: '2025-06-01', validFrom: '2025-06-01', status: 'active', ...over });
const result = (over: Partial<Reckoned> = {}): Reckoned => ({ scheme: 'shanxi-100', schemeTitle: '山西', inForce: true, score: '97.00', grade: 'A', gradeTitle: 'A级', colour: 'green', place: 0, vetoes: [], lines: [line('start', 'initial', { contribution: '100' }), line('event', 'fine', { contribution: '-3', events: ['f'] })], events: [event('f')], ...over });

describe('what a correction rests on', () => {
  it.each<[string, ReckonedEvent[], (string | null)[][]]>([
    ['nothing moved', [event('f')], []],
    ['revoked', [event('f', { status: 'revoked' })], [['f', 'active', 'revoked']]],
    ['another day', [event('f', { occurredOn: '2025-07-01' })], [['f', 'active', 'active']]],
    ['gone from the year', [], [['f', 'active', null]]],
    ['a fact of the year that was not known', [event('f'), event('late')], [['late', null, 'active']]],
    ['one that was not known and was revoked', [event('f'), event('late', { status: 'revoked' })], []],
    ['values of an evaluation are none', [event('f'), event('credit-evaluation:x:1')], []],
  ])('%s', (_, events, expected) => expect(causesOf([result()], [result({ events })]).map(one => [one.key, one.before, one.after])).toEqual(expected));

  it('names a fact that took the place of another under the same number', () => {
    const before = [result({ events: [event('f', { documentNo: '罚1' })] })];
    const causes = causesOf(before, [result({ events: [event('lower', { documentNo: '罚1' }), event('other', { documentNo: '罚2' })] })]);
    expect(causes.map(one => [one.key, one.before, one.after])).toEqual([['f', 'active', 'replaced'], ['other', null, 'active']]);
  });
});

describe('old and new', () => {
  it('are shown line by line: what is another, what came, what went', () => {
    const after = result({ score: '98.00', lines: [line('start', 'initial', { contribution: '100' }), line('event', 'fine', { contribution: '-2', events: ['lower'] })] });
    expect(differencesOf([result()], [after])).toMatchObject([{ scheme: 'shanxi-100', before: { score: '97.00' }, after: { score: '98.00' }, lines: [{ code: 'fine', before: null, after: '-2' }, { code: 'fine', before: '-3', after: null }] }]);
    expect(differencesOf([result()], [result()])).toEqual([]);
  });

  it.each([[0, 1, 'worse'], [2, 1, 'better'], [1, 1, 'same']] as const)('grade %s to %s is %s', (was, now, expected) => expect(directionOf([result({ place: was })], [result({ place: now })])).toBe(expected));
});
