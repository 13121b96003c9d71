import { HOLIDAY_SEED } from '@huanbao/calendar';
import { lawOn, PROCUREMENT_VALUES } from '../methods/law';
import type { Method, Regime } from '../methods/methods';
import { AFTER_AWARD, AfterAwardFacts, AfterAwardStep, standingOf } from './steps';

const almanac = { law: lawOn(PROCUREMENT_VALUES, '2026-11-30'), calendar: HOLIDAY_SEED };
const facts = (over: Partial<AfterAwardFacts>): AfterAwardFacts => ({ regime: 'government', method: 'open', judged: null, awarded: null, signed: null, isHeld: false, recorded: new Map(), ...over });
const steps = (over: Partial<AfterAwardFacts>, today = '2026-11-30'): string[] => standingOf(facts(over), today, almanac).map(one => `${one.step} ${one.due ?? '—'}${one.doneOn ? ` done ${one.doneOn}` : ''}${one.late ? ' late' : ''}`);

describe('after the award', () => {
  it.each<[Regime, Method, readonly AfterAwardStep[]]>([
    ['voluntary', 'open', []], ['voluntary', 'direct', []],
    ['bidding-law', 'open', ['report-tendering']], ['bidding-law', 'invited', ['report-tendering']], ['bidding-law', 'negotiation', []],
    ['government', 'open', ['send-report', 'confirm', 'announce', 'publish-contract', 'file-contract']], ['government', 'negotiation', ['send-report', 'confirm', 'announce', 'publish-contract', 'file-contract']], ['government', 'direct', ['announce', 'publish-contract', 'file-contract']],
  ])('%s by %s owes %j', (regime, method, expected) => expect(standingOf(facts({ regime, method }), '2026-11-30', almanac).map(one => one.step)).toEqual(expected));

  // 2026-11-20 is a Friday
  it('counts working days for the government, days for the tendering law, each from its own start', () => {
    expect(steps({ judged: '2026-11-20', awarded: '2026-11-27', signed: '2026-11-30' })).toEqual(['send-report 2026-11-24 done 2026-11-20', 'confirm 2026-11-27 done 2026-11-27', 'announce 2026-12-01', 'publish-contract 2026-12-02', 'file-contract 2026-12-09']);
    expect(steps({ regime: 'bidding-law', awarded: '2026-11-15' })).toEqual(['report-tendering 2026-11-30']);
  });

  it('what has not begun has no day, what is past its day undone or was done after it is late', () => {
    expect(steps({ judged: '2026-11-20' }, '2026-11-28')).toEqual(['send-report 2026-11-24 done 2026-11-20', 'confirm 2026-11-27 late', 'announce —', 'publish-contract —', 'file-contract —']);
    expect(steps({ regime: 'bidding-law', awarded: '2026-11-14', recorded: new Map([['report-tendering', '2026-11-30']]) }, '2027-01-01')).toEqual(['report-tendering 2026-11-29 done 2026-11-30 late']);
    expect(steps({ regime: 'bidding-law', awarded: '2026-11-15', recorded: new Map([['report-tendering', '2026-11-30']]) }, '2027-01-01')).toEqual(['report-tendering 2026-11-30 done 2026-11-30']);
  });

  it('does not call the choice late while something keeps it from being made', () => {
    expect(steps({ judged: '2026-11-20', isHeld: true }, '2026-12-28')[1]).toBe('confirm —');
    expect(steps({ judged: '2026-11-20', awarded: '2026-12-01', isHeld: true }, '2026-12-28')[1]).toBe('confirm 2026-11-27 done 2026-12-01 late');
  });

  it('whatever the client records has something to prove it by, what the platform does has not', () => expect(Object.values(AFTER_AWARD).every(row => (row.doneBy === null) === (row.proof !== null))).toBe(true));
});
