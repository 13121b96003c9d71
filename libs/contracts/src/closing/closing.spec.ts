import { ClosingFacts, closingByTime, mayCloseByMediation } from './closing.rules';

type Milestone = ClosingFacts['milestones'][number];
type Payment = ClosingFacts['payments'][number];
const at = (day: string): Date => new Date(`${day}T04:00:00Z`);
const milestone = (over: Partial<Milestone> = {}): Milestone => ({ id: 'm1', amountYuan: '1000.00', state: 'accepted', payableOn: 'acceptance', approvedAt: null, acceptedAt: at('2026-11-01'), ...over });
const paid = (over: Partial<Payment> = {}): Payment => ({ milestoneId: 'm1', direction: 'payment', amountYuan: '1000.00', state: 'confirmed', recordedAt: at('2026-11-03'), decidedAt: at('2026-11-05'), ...over });
const due = (over: { milestones?: Milestone[]; payments?: Payment[]; contract?: Partial<ClosingFacts['contract']> } = {}): string | null =>
  closingByTime({ contract: { state: 'active', priceYuan: '1000.00', disputedOn: null, ...over.contract }, milestones: over.milestones ?? [milestone()], payments: over.payments ?? [paid()], days: 15 })?.on ?? null;

describe('a contract closes by time', () => {
  it.each<[string, Parameters<typeof due>[0], string | null]>([
    ['accepted, paid and confirmed: from the confirmation on', {}, '2026-11-20'],
    ['paid and never answered: from the record on', { payments: [paid({ state: 'recorded', decidedAt: null })] }, '2026-11-18'],
    ['the acceptance came last', { milestones: [milestone({ acceptedAt: at('2026-11-10') })] }, '2026-11-25'],
    ['the last moment of a day in Shanghai', { payments: [paid({ decidedAt: new Date('2026-11-05T16:00:00Z') })] }, '2026-11-21'],
    ['refused is not paid', { payments: [paid({ state: 'refused' })] }, null],
    ['paid in part', { payments: [paid({ amountYuan: '999.99' })] }, null],
    ['more was paid than is payable', { payments: [paid({ amountYuan: '1000.01' })] }, null],
    ['paid and paid back', { payments: [paid(), paid({ direction: 'refund', milestoneId: null })] }, null],
    ['work is open', { milestones: [milestone(), milestone({ id: 'm2', state: 'open', amountYuan: '0.00' })] }, null],
    ['work was sent back', { milestones: [milestone({ state: 'rework' })] }, null],
    ['dropped work counts for nothing', { milestones: [milestone(), milestone({ id: 'm2', state: 'dropped', amountYuan: '500.00' })] }, '2026-11-20'],
    ['it waits for the bureau’s approval', { milestones: [milestone({ payableOn: 'approval' })] }, null],
    ['approved: from then on', { milestones: [milestone({ payableOn: 'approval', approvedAt: at('2026-11-12') })] }, '2026-11-27'],
    ['in mediation', { contract: { disputedOn: '2026-11-06' } }, null],
    ['ended before its time: what is owed is to be agreed on or mediated', { contract: { state: 'terminated' } }, null],
    ['not signed', { contract: { state: 'agreed', priceYuan: null } }, null],
    ['nothing was due', { milestones: [] }, null],
  ])('%s', (_what, over, on) => expect(due(over)).toBe(on));

  it.each<[string, Parameters<typeof mayCloseByMediation>, boolean]>([
    ['ended', ['terminated', [milestone({ state: 'open' })]], true],
    ['all accepted', ['active', [milestone(), milestone({ state: 'dropped' })]], true],
    ['work is open', ['active', [milestone({ state: 'delivered' })]], false],
    ['nothing signed', ['agreed', []], false],
    ['closed already', ['closed', [milestone()]], false],
  ])('by mediation: %s', (_what, args, may) => expect(mayCloseByMediation(...args)).toBe(may));
});
