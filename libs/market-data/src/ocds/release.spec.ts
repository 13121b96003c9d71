import { readFileSync } from 'node:fs';
import type { Method, Regime } from '@huanbao/marketplace';
import Ajv from 'ajv';
import { momentsOf, TenderFacts } from './facts';
import { methodOf } from './method';
import { official } from '../../../../test/api/market-data/official-schema';
import { Release, releaseOf } from './release';

const profile = new Ajv({ strict: false, allErrors: true }).compile(JSON.parse(readFileSync('test/contracts/ocds.profile.json', 'utf8')) as object);
const schema = official()?.releases;
/** What is wrong by our own closed profile, and by the official schema where it is laid out. */
const wrong = (all: readonly Release[]): unknown[] => [profile, ...(schema ? [schema] : [])].flatMap(check => (check(packed(all)) ? [] : (check.errors ?? [])));
const day = (nth: number): Date => new Date(Date.UTC(2026, 10, nth, 2));
const terms = (over: object = {}): NonNullable<TenderFacts['contract']>['terms'] => ({ valueYuan: '100.00', startsOn: '2026-11-10', endsOn: '2026-12-10', milestones: [{ id: 'm1', title: '采样', dueOn: '2026-11-20' }, { id: 'm2', title: '报告', dueOn: '2026-12-10' }], ...over });

/** A task on which everything that can happen in public has happened, but for its end. */
const whole: TenderFacts = {
  number: 'RW-2026-000001', title: '自行监测', description: '第三版', deliverables: ['报告', '记录'], eligibility: 'CMA', kind: 'testing', serviceCode: 'S-1', method: { procurementMethod: 'selective', procurementMethodDetails: '竞争性磋商：逐家商谈', procurementMethodRationale: '政府采购' }, budgetYuan: '200.00',
  durationDays: 40, priceWeight: 40, publishedAt: day(1), bidDeadline: day(6), enterprise: { uscc: '911401000000000001', name: '甲' }, page: 'http://127.0.0.1/tasks/1',
  changes: [
    { key: 'amendment-2', kind: 'amendment', at: day(2), reason: '一', changes: { description: { before: '第一版', after: '第二版' }, durationDays: { before: 30, after: 40 } }, deadlines: { before: day(3), after: day(4) } },
    { key: 'amendment-3', kind: 'amendment', at: day(3), reason: '二', changes: { description: { before: '第二版', after: '第三版' }, deliverables: { before: ['报告'], after: ['报告', '记录'] } }, deadlines: { before: day(4), after: day(5) } },
    { key: 'prolong-1', kind: 'prolongation', at: day(5), reason: '延长征集：家数不足', changes: {}, deadlines: null },
    { key: 'call-final-1', kind: 'final-round', at: day(6), reason: null, changes: {}, deadlines: null },
  ],
  opening: { at: day(7), tenderers: [{ uscc: null, name: '乙' }, { uscc: '911401000000000003', name: '丙' }] },
  award: { at: day(8), id: 'bid-1', priceYuan: '100.00', durationDays: 30, supplier: { uscc: '911401000000000003', name: '丙' } },
  contract: {
    awardedAt: day(8), number: 'HT-2026-000001', title: '自行监测', terms: terms(),
    steps: [
      { key: 'contract', at: day(9), kind: 'signed' }, { key: 'contract-void', at: day(10), kind: 'void' }, { key: 'contract-2', at: day(11), kind: 'signed' },
      { key: 'milestone-m1', at: day(12), kind: 'met', milestoneId: 'm1', on: day(12) },
      { key: 'payment-p1', at: day(13), kind: 'paid', paymentId: 'p1', direction: 'payment', amountYuan: '40.00', paidOn: '2026-11-13' },
      { key: 'contract-change-1', at: day(14), kind: 'changed', fields: ['price', 'period', 'milestones'], terms: terms({ valueYuan: '90.00', endsOn: '2026-12-20', milestones: [{ id: 'm1', title: '采样', dueOn: '2026-11-20' }] }) },
      { key: 'payment-p2', at: day(15), kind: 'paid', paymentId: 'p2', direction: 'refund', amountYuan: '1.00', paidOn: '2026-11-15' },
      { key: 'contract-settled', at: day(16), kind: 'settled' },
    ],
  },
  cancelled: [],
  revoked: [],
  end: null,
};

function releases(facts: TenderFacts): Release[] {
  const moments = momentsOf(facts);
  return moments.map((_, nth) => releaseOf(facts, moments.slice(0, nth + 1), { seqOf: key => moments.findIndex(one => one.key === key) + 1, prefix: 'ocds-000000' }));
}
const packed = (all: readonly Release[]): object => ({ uri: 'http://127.0.0.1/x', version: '1.1', publishedDate: all[0]?.date, publisher: { name: '局', uri: 'http://127.0.0.1' }, releases: all });
const tags = (facts: TenderFacts): string[] => releases(facts).map(one => one.tag.join('+'));

describe('releases of a task', () => {
  it('each moment has its own, valid by the closed profile, and of a later one none holds anything', () => {
    const all = releases(whole);
    expect(wrong(all)).toEqual([]);
    expect(tags(whole)).toEqual(['tender', 'tenderAmendment', 'tenderAmendment', 'tenderAmendment', 'tenderUpdate', 'tenderUpdate', 'award', 'contract', 'contractUpdate', 'contractUpdate', 'implementation', 'implementationUpdate', 'contractAmendment', 'implementationUpdate', 'contractTermination']);
    const words = all.map(({ tender }) => [(tender['description'] as string).slice(0, 3), (tender['contractPeriod'] as { durationInDays: number }).durationInDays, (tender['tenderPeriod'] as { endDate: string }).endDate]);
    expect(words.slice(0, 4)).toEqual([['第一版', 30, day(3).toISOString()], ['第二版', 40, day(4).toISOString()], ['第三版', 40, day(6).toISOString()], ['第三版', 40, day(6).toISOString()]]);
    expect(all.map(one => [one.awards !== undefined, one.contracts?.[0]?.['status']])).toEqual([...Array.from({ length: 6 }, () => [false, undefined]), [true, undefined], ...['active', 'pending', 'active', 'active', 'active', 'active', 'active', 'terminated'].map(status => [true, status])]);
  });

  it('a contract tells of its changes by what they touched, keeps a part that was dropped as not met, and both ways of money', () => {
    const last = releases(whole).pop() as Release;
    expect(last.contracts?.[0]).toMatchObject({
      awardID: 'bid-1', description: '合同履行完毕，双方已结算', value: { amount: 90 }, period: { startDate: '2026-11-09T16:00:00.000Z', endDate: '2026-12-20T15:59:59.000Z', durationInDays: 40 }, dateSigned: day(11).toISOString(),
      amendments: [{ description: '变更：合同价、履行期限、里程碑；合同价由 100.00 元改为 90.00 元；截止日期由 2026-12-10改为 2026-12-20', amendsReleaseID: 'ocds-000000-RW-2026-000001-8', releaseID: 'ocds-000000-RW-2026-000001-13' }],
      implementation: { milestones: [{ id: 'm1', status: 'met', dateMet: day(12).toISOString() }, { id: 'm2', status: 'notMet' }], transactions: [{ payer: { name: '甲' }, payee: { name: '丙' } }, { payer: { name: '丙' }, payee: { name: '甲' } }] },
    });
    expect(last.parties.find(one => one.name === '丙')?.roles).toEqual(['tenderer', 'supplier', 'payee', 'payer']);
  });

  const before = { ...whole, contract: null, changes: [] };
  it.each<[string, TenderFacts, string[], string, string | undefined]>([
    ['cancelled before the opening', { ...before, opening: null, award: null, end: { at: day(9), state: 'cancelled' } }, ['tender', 'tenderCancellation'], 'cancelled', undefined],
    ['failed without bids', { ...before, opening: null, award: null, end: { at: day(9), state: 'failed' } }, ['tender', 'tenderUpdate'], 'unsuccessful', undefined],
    ['all bids refused', { ...before, award: null, end: { at: day(9), state: 'failed' } }, ['tender', 'tenderUpdate', 'tenderUpdate+award'], 'unsuccessful', 'unsuccessful'],
    ['the award taken back before a contract', { ...before, end: { at: day(9), state: 'cancelled' } }, ['tender', 'tenderUpdate', 'award', 'awardCancellation'], 'complete', 'cancelled'],
    ['commissioned directly', { ...before, opening: null }, ['tender', 'award'], 'complete', 'active'],
    ['the work ended by the contract: the tender stays complete', { ...whole, changes: [], contract: { ...whole.contract!, steps: [{ key: 'contract', at: day(9), kind: 'signed' }, { key: 'contract-ended', at: day(10), kind: 'ended' }, { key: 'contract-settled', at: day(11), kind: 'settled' }] }, end: { at: day(10), state: 'cancelled' } }, ['tender', 'tenderUpdate', 'award', 'contract', 'contractTermination', 'contractUpdate'], 'complete', 'active'],
  ])('%s', (_name, facts, expected, tender, award) => {
    const all = releases(facts);
    expect(wrong(all)).toEqual([]);
    expect([tags(facts), all.at(-1)?.tender['status'], all.at(-1)?.awards?.[0]?.['status']]).toEqual([expected, tender, award]);
  });

  it('what was written when it happened is what is written when it is made up for', () => {
    const madeUp = releases(whole);
    for (const [nth, { at }] of momentsOf(whole).entries()) {
      const then = <T extends { at: Date } | null>(one: T): T | null => (one && one.at <= at ? one : null);
      const contract = whole.contract && { ...whole.contract, steps: whole.contract.steps.filter(one => one.at <= at) };
      const changes = whole.changes.filter(one => one.at <= at);
      const taken = whole.changes.filter(one => one.at > at && one.deadlines).reverse().reduce((facts, { changes: parts, deadlines }) => ({
        ...facts, bidDeadline: deadlines?.before ?? facts.bidDeadline, description: (parts['description']?.before as string) ?? facts.description, deliverables: (parts['deliverables']?.before as string[]) ?? facts.deliverables, durationDays: (parts['durationDays']?.before as number) ?? facts.durationDays,
      }), whole);
      const known: TenderFacts = { ...taken, changes, opening: then(whole.opening), award: then(whole.award), contract: contract && contract.steps.length > 0 ? contract : null };
      expect(JSON.stringify(releases(known)[nth])).toBe(JSON.stringify(madeUp[nth]));
    }
  });

  it('a method is named in the closed list of OCDS, with its law', () => {
    const names = { zh: '竞争性磋商', hint: '逐家商谈', regime: '政府采购', basis: '财库〔2014〕214 号' };
    const of = (method: Method, regime: Regime): string => methodOf({ method, regime, approvalNumber: null }, names).procurementMethod;
    const all = (['direct', 'inquiry', 'negotiation', 'invited', 'open', 'auction'] as const).map(method => [method, ...(['voluntary', 'bidding-law', 'government'] as const).map(regime => of(method, regime))]);
    expect(all).toEqual([['direct', 'direct', 'direct', 'direct'], ['inquiry', 'limited', 'limited', 'selective'], ['negotiation', 'limited', 'limited', 'selective'], ['invited', 'selective', 'selective', 'selective'], ['open', 'open', 'open', 'open'], ['auction', 'open', 'open', 'open']]);
    expect(methodOf({ method: 'negotiation', regime: 'government', approvalNumber: '晋财〔2026〕1 号' }, names)).toEqual({ procurementMethod: 'selective', procurementMethodDetails: '竞争性磋商：逐家商谈', procurementMethodRationale: '政府采购（财库〔2014〕214 号）；批准文号 晋财〔2026〕1 号' });
  });

  it('an award that was not signed is cancelled, the next one follows, and a ruling restores the first', () => {
    const second = { at: day(12), id: 'bid-2', priceYuan: '120.00', durationDays: 30, supplier: { uscc: null, name: '乙' } };
    const taken = { ...(whole.award as NonNullable<TenderFacts['award']>), cancelledAt: day(10), reason: '经书面催告，期满仍不签合同', restoredAt: null };
    const next: TenderFacts = { ...whole, contract: null, award: second, cancelled: [taken] };
    expect(wrong(releases(next))).toEqual([]);
    expect(tags(next).slice(-3)).toEqual(['award', 'awardCancellation', 'award']);
    expect(tags({ ...next, award: { ...second, at: day(10) } }).slice(-3)).toEqual(['award', 'awardCancellation', 'award']); // at one instant
    const statuses = (facts: TenderFacts): unknown[] => releases(facts).map(one => [one.tender['status'], ...(one.awards ?? []).map(award => `${award['id'] as string} ${award['status'] as string}`)]).slice(-3);
    expect(statuses(next)).toEqual([['complete', 'bid-1 active'], ['active', 'bid-1 cancelled'], ['complete', 'bid-1 cancelled', 'bid-2 active']]);
    const restored: TenderFacts = { ...whole, contract: null, cancelled: [{ ...taken, restoredAt: day(11) }] };
    expect(tags(restored).slice(-3)).toEqual(['award', 'awardCancellation', 'awardUpdate']);
    expect(statuses(restored)).toEqual([['complete', 'bid-1 active'], ['active', 'bid-1 cancelled'], ['complete', 'bid-1 active']]);
    const ended: TenderFacts = { ...whole, contract: null, award: null, cancelled: [taken], end: { at: day(13), state: 'failed' } };
    const [signed, first] = [whole.contract!, whole.award as NonNullable<TenderFacts['award']>];
    const revoked: TenderFacts = { ...whole, award: { ...second, at: day(14) }, cancelled: [{ ...taken, cancelledAt: day(13) }], revoked: [{ ...signed, steps: [{ key: 'contract', at: day(9), kind: 'signed' }, { key: 'contract-revoked', at: day(13), kind: 'revoked' }] }], contract: { ...signed, number: 'HT-2026-000002', awardedAt: day(14), steps: [{ key: 'contract@2', at: day(15), kind: 'signed' }] } };
    expect([wrong(releases(revoked)), tags(revoked).slice(-6)]).toEqual([[], ['award', 'contract', 'awardCancellation', 'contractTermination', 'award', 'contract']]);
    expect(releases(revoked).pop()?.contracts?.map(one => [one['id'], one['awardID'], one['status']])).toEqual([[signed.number, first.id, 'terminated'], ['HT-2026-000002', 'bid-2', 'active']]);
    expect([wrong(releases(ended)), tags(ended).slice(-1), statuses(ended).pop()]).toEqual([[], ['tenderUpdate+award'], ['unsuccessful', 'bid-1 cancelled', 'RW-2026-000001-none unsuccessful']]);
  });
});
