import { defineMachine } from '../machine/machine';
import { ballOf } from './ball';
import { canWorkOn, claimSurvives, isBlockedByClaim } from './claim-rules';

const text = (zh: string): { zh: string; en: string } => ({ zh, en: `${zh} en` });
const machine = defineMachine({
  kind: 'spec-ball',
  title: text('球'),
  numberPrefix: 'Q',
  matter: 'none',
  initial: 'draft',
  states: {
    draft: { label: text('草稿'), holder: 'applicant', next: text('提交') },
    intake: { label: text('待受理'), holder: 'bureau.intake', next: text('受理') },
    check: { label: text('核对'), holder: 'bureau.intake', next: text('核对') },
    review: { label: text('审查'), holder: 'bureau', next: text('审查') },
    publicity: { label: text('公示'), holder: 'public', next: text('提意见') },
    done: { label: text('办结'), final: true },
  },
  actions: {
    a: { from: ['draft'], to: 'intake', label: text('一'), article: '一', action: 'x.a' },
    b: { from: ['intake'], to: 'check', label: text('二'), article: '二', action: 'x.b' },
    c: { from: ['check'], to: 'review', label: text('三'), article: '三', action: 'x.c' },
    d: { from: ['review'], to: 'publicity', label: text('四'), article: '四', action: 'x.d' },
    e: { from: ['publicity'], to: 'done', label: text('五'), article: '五', action: 'x.e' },
  },
  clocks: {},
});

const since = new Date('2026-11-20T02:00:00Z');
const claimedAt = new Date('2026-11-21T02:00:00Z');
const facts = { state: 'draft', partyName: '甲公司', agentOrgId: null, agentName: null, claimedBy: null, claimedByName: null, claimedAt: null, stateSince: since, closedAt: null, dueOn: null, clockPaused: false };

describe('who holds the ball', () => {
  it.each([
    ['the applicant', {}, { holder: 'applicant', name: { zh: '甲公司' }, since, next: { zh: '提交' } }],
    ['the agent, with the mark', { agentOrgId: 'f', agentName: '乙环保' }, { holder: 'agent', name: { zh: '乙环保（代甲公司办理）' } }],
    ['the post, while nobody has claimed', { state: 'intake', dueOn: '2026-11-26' }, { holder: 'bureau', role: 'bureau.intake', name: { zh: '受理岗' }, due: '2026-11-26' }],
    ['the officer by name, since the claim', { state: 'intake', claimedBy: 'u', claimedByName: '李静', claimedAt }, { holder: 'officer', name: { zh: '李静' }, since: claimedAt }],
    ['the bureau, and the clock stands', { state: 'review', clockPaused: true }, { holder: 'bureau', paused: true, due: null }],
    ['the public', { state: 'publicity' }, { holder: 'public', name: { zh: '公众' } }],
    ['nobody, once closed', { state: 'done', closedAt: claimedAt, dueOn: '2026-11-26' }, { holder: 'nobody', since: claimedAt, due: null, next: { zh: '已办结' } }],
  ])('%s', (_title, over, expected) => expect(ballOf(machine, { ...facts, ...over })).toMatchObject(expected));
});

describe('claims', () => {
  it.each([
    ['intake', ['bureau.intake'], true],
    ['intake', ['bureau.reviewer'], false],
    ['intake', ['bureau.supervisor'], true],
    ['review', ['bureau.reviewer'], true],
    ['draft', ['bureau.supervisor'], false],
    ['done', ['bureau.supervisor'], false],
  ])('in %s by %j: %s', (state, roles, may) => expect(canWorkOn(machine, state, roles)).toBe(may));

  it('last within one post and end when the ball passes on', () => {
    expect(claimSurvives(machine, 'intake', 'check')).toBe(true);
    expect(claimSurvives(machine, 'check', 'review')).toBe(false);
    expect(claimSurvives(machine, 'publicity', 'done')).toBe(false);
  });

  it.each([
    ['the claimer', 'me', ['bureau.reviewer'], 'bureau', false],
    ['a colleague', 'other', ['bureau.reviewer'], 'bureau', true],
    ['the approver', 'other', ['bureau.approver'], 'bureau', false],
    ['a supervisor', 'other', ['bureau.supervisor'], 'bureau', false],
    ['the applicant', 'other', ['enterprise.staff'], 'enterprise', false],
  ])('of another officer stop %s: %s', (_who, claimedBy, roles, orgKind, blocked) => {
    const actor = { userId: 'me', name: '', sessionId: null, orgId: 'o', orgKind, orgName: '', orgActive: true, roles, regions: [], delegations: [] };
    expect(isBlockedByClaim(actor, claimedBy)).toBe(blocked);
  });
});
