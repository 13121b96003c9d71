import { accountOf, closingConditions } from './account';
import type { PenaltyDecision } from '../entities';

const DECISION = { dueFineYuan: '20000.00', confiscateYuan: '0.00', plan: [{ dueOn: '2026-01-20', yuan: '20000.00' }], revokedAt: null };
const ENDED = { how: 'given-up', ground: 'period-missed', on: '2026-01-30', documentNo: null, words: '没有递交', fileId: null, proposedByName: '甲', decidedByName: '乙' } as const;
const on = (day: string, pursuitEnded: PenaltyDecision['pursuitEnded']) => accountOf({ ...DECISION, pursuitEnded }, { on: day, payments: [], holds: [], ratePercent: '3' });

describe('what is owed and pursued no more', () => {
  it('grows until the day of its end, and no more after it', () => {
    expect([on('2026-01-30', null).lateDays, on('2026-01-30', ENDED).lateDays]).toEqual([10, 10]);
    expect([on('2026-02-05', null).lateYuan, on('2026-02-05', ENDED).lateYuan]).toEqual(['9600.00', '6000.00']);
    expect(on('2026-02-05', ENDED).openYuan).toBe('26000.00');
  });

  it('is not waited for when the case is closed', () => {
    const decision = { ...DECISION, kind: 'penalty', served: {}, measures: ['fine'], publishes: false, performed: null } as unknown as PenaltyDecision;
    const paid = (pursuitEnded: PenaltyDecision['pursuitEnded']) => closingConditions({ ...decision, pursuitEnded }, on('2026-02-05', pursuitEnded), []).find(one => one.key === 'paid')?.isMet;
    expect([paid(null), paid(ENDED)]).toEqual([false, true]);
  });
});
