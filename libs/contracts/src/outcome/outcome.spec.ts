import type { Contract, ContractMilestone, ContractProposal } from '../contract.entity';
import { outcomeOf } from './outcome';

const CONTRACT = { id: 'c', taskId: 't', enterpriseId: 'e', firmId: 'f', kind: 'testing', state: 'closed', signedAt: new Date('2026-11-01T02:00:00Z'), closedAt: new Date('2026-12-30T02:00:00Z'), priceYuan: '100.00', settledYuan: '100.00' } as Contract;
const NO_END = { termination: null, firstDeliveries: new Map<string, string>() };
const part = (over: Partial<ContractMilestone>): ContractMilestone => ({ id: 'm', contractId: 'c', position: 0, name: '报告', dueOn: '2026-12-10', amountYuan: '100.00', payableOn: 'acceptance', deliverable: '报告', state: 'accepted', acceptedAt: null, deliveredAt: null, approvedAt: null, approvedFor: null, reworks: 0, ...over });

describe('how a contract went', () => {
  it.each<[string, Partial<ContractMilestone>, number, string | null]>([
    ['in time', { deliveredAt: new Date('2026-12-10T15:59:00Z') }, 0, '2026-12-10'], // 23:59 in Shanghai
    ['a minute after midnight of the day', { deliveredAt: new Date('2026-12-10T16:01:00Z') }, 1, '2026-12-11'],
    ['early', { deliveredAt: new Date('2026-12-01T00:00:00Z') }, 0, '2026-12-01'],
    ['late, and accepted much later: the acceptance is the client’s', { deliveredAt: new Date('2026-12-14T00:00:00Z'), acceptedAt: new Date('2027-01-30T00:00:00Z') }, 4, '2026-12-14'],
    ['never', { state: 'open' }, 0, null],
  ])('%s', (_, over, lateDays, deliveredOn) => {
    expect(outcomeOf(CONTRACT, [part(over)], NO_END)).toMatchObject({ closed: true, ended: null, lateDays, milestones: [{ lateDays, deliveredOn }] });
  });

  it('counts a part by its first hand-over: what was sent back and mended is rework, not delay', () => {
    const mended = part({ reworks: 1, deliveredAt: new Date('2027-01-20T00:00:00Z') });
    const firstDeliveries = new Map([['m', '2026-12-12']]);
    expect(outcomeOf(CONTRACT, [mended], { ...NO_END, firstDeliveries })).toMatchObject({ reworks: 1, lateDays: 2, milestones: [{ deliveredOn: '2027-01-20', firstDeliveredOn: '2026-12-12', lateDays: 2 }] });
  });

  it('sums what was sent back, takes the latest part, leaves out advances and what was dropped', () => {
    const whole = outcomeOf(CONTRACT, [
      part({ payableOn: 'signing' }), part({ state: 'dropped', reworks: 9 }), part({ reworks: 2, deliveredAt: new Date('2026-12-12T00:00:00Z') }), part({ reworks: 1, state: 'rework', deliveredAt: new Date('2026-12-20T00:00:00Z') }),
    ], NO_END);
    expect(whole).toMatchObject({ reworks: 3, lateDays: 10, unfinished: 1 });
    expect(whole.milestones).toHaveLength(2);
  });

  it('says by whom and on which ground it was ended', () => {
    const end = { side: 'enterprise', content: { way: 'notice', ground: 'delay', basis: '民法典 第五百六十三条第一款第三项' } } as ContractProposal;
    expect(outcomeOf({ ...CONTRACT, state: 'terminated', closedAt: null }, [], { ...NO_END, termination: end })).toMatchObject({ closed: false, ended: { side: 'enterprise', way: 'notice', ground: 'delay' }, lateDays: 0, unfinished: 0 });
  });
});
