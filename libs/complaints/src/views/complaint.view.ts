import { CaseDetailView, CaseRecord } from '@huanbao/casework';
import { Actor } from '@huanbao/platform';
import { complaintMachine } from '../complaint.machine';
import { ComplaintAction, complaintPolicy } from '../complaints.policy';
import type { Complaint, ComplaintRoute, InformantLook } from '../entities';
import type { ComplaintDispute } from '../disputes/dispute.entity';
import type { ComplaintRound } from '../rounds/round.entity';
import { TONES } from '../rules';
import { ComplaintDisputeView, ComplaintPeriodView, ComplaintRoundView, disputeView, periodsView, roundView } from './round.view';

/** A complaint in a list. */
export class ComplaintItemView {
  id!: string;
  number!: string;
  subject!: string;
  channel!: string;
  place!: string;
  what!: string;
  state!: string;
  stateZh!: string;
  stateEn!: string;
  tone!: string;
  receivedAt!: string;
  /** Last day of the running period. */
  dueOn!: string | null;
  remainingDays!: number | null;
  /** Which period runs, e.g. 启动办理. */
  clockZh!: string | null;
  clockEn!: string | null;
  /** What `remainingDays` are; null without a clock. */
  clockUnit!: 'workday' | 'day' | null;
  /** Round of handling; 0 before the acceptance. */
  round!: number;
  dueProvisional!: boolean;
  claimedByName!: string | null;
  unit!: string | null;
  enterpriseName!: string | null;
  outcome!: string | null;
  satisfaction!: string | null;
}

export class ComplaintPageView {
  items!: ComplaintItemView[];
  nextCursor!: string | null;
}

export class ComplaintLinkView {
  id!: string;
  number!: string;
  place!: string;
  stateZh!: string;
  stateEn!: string;
  receivedAt!: string;
  /** Metres between the two places, when both have coordinates. */
  metres!: number | null;
  satisfaction!: string | null;
  ratingWords!: string | null;
}

export class ComplaintCallBackView {
  reached!: boolean;
  words!: string;
  /** Why a reporter who gave a name was not reached. */
  reason!: string | null;
  byName!: string;
  at!: string;
}

export class ComplaintRefusalToldView {
  way!: string;
  words!: string;
  byName!: string;
  at!: string;
}

export class InformantLookView {
  byName!: string;
  reason!: string;
  at!: string;
}

/** Name and phone in clear; each look is recorded. */
export class InformantView {
  name!: string | null;
  phone!: string | null;
}

export class ComplaintSuggestionView {
  unit!: string;
  kind!: 'own' | 'other';
  phone!: string | null;
  basis!: string;
}

/** A complaint with everything but its informant. */
export class ComplaintView extends ComplaintItemView {
  version!: number;
  regionCode!: string;
  externalNumber!: string | null;
  lng!: string | null;
  lat!: string | null;
  respondent!: string | null;
  enterpriseId!: string | null;
  happenedOn!: string | null;
  happened!: string | null;
  receivedByName!: string | null;
  /** Whether the reporter left a name; the name itself is a look of its own. */
  isNamed!: boolean;
  hasPhone!: boolean;
  wantsReply!: boolean;
  informantLooks!: InformantLookView[];
  answer!: string | null;
  handlingNote!: string | null;
  answeredAt!: string | null;
  answeredByName!: string | null;
  refusedReason!: string | null;
  referredTo!: string | null;
  callBack!: ComplaintCallBackView | null;
  ratingWords!: string | null;
  ratedAt!: string | null;
  reopened!: number;
  /** How the reporter learnt that it is not accepted. */
  refusalTold!: ComplaintRefusalToldView | null;
  /** Named to judge or review, because everybody who would had a hand in it. */
  reviewByName!: string | null;
  rounds!: ComplaintRoundView[];
  /** What reporters said about its answers: of all that were merged, too. */
  disputes!: ComplaintDisputeView[];
  /** Last day on which this reporter may say that the answer does not satisfy. */
  disputeUntil!: string | null;
  /** The dated rows behind the clocks that were started. */
  periods!: ComplaintPeriodView[];
  /** Most days of an extension. */
  extensionDays!: number;
  /** Whom the routing table names. */
  suggestion!: ComplaintSuggestionView | null;
  /** The one it was merged into. */
  parent!: ComplaintLinkView | null;
  children!: ComplaintLinkView[];
  /** Of the same kind, lately and near by: perhaps the same. */
  alike!: ComplaintLinkView[];
  case!: CaseDetailView;
  /** accept, refuse, tell, refer, merge, classify, begin, ask-extension, extend, answer, close, call-back, dispute, judge, decide-review, reopen, informant. */
  actions!: string[];
}

export interface CasedComplaint extends Complaint {
  readonly case: CaseRecord;
}

/** By the dated row of the period; by the machine's own length for a case that is older than the rows. */
function unitOf({ periods }: Complaint, clock: string): 'workday' | 'day' {
  const unit = periods[clock as keyof Complaint['periods']]?.unit;
  if (unit !== undefined) return unit.includes('工作日') ? 'workday' : 'day';
  return complaintMachine.clocks[clock as keyof typeof complaintMachine.clocks].workdays === undefined ? 'day' : 'workday';
}

export function complaintItem(row: CasedComplaint): ComplaintItemView {
  const { id, number, subject, channel, place, what, receivedAt, unit, enterpriseName, outcome, satisfaction, round } = row;
  const { state, dueOn, remainingDays, dueProvisional, claimedByName, clock } = row.case;
  const running = clock === null ? undefined : complaintMachine.clocks[clock as keyof typeof complaintMachine.clocks].label;
  const label = complaintMachine.states[state as keyof typeof complaintMachine.states].label;
  return {
    id, number: number ?? '', subject, channel, place, what: what.length > 160 ? `${what.slice(0, 160)}…` : what, state, stateZh: label.zh, stateEn: label.en, tone: TONES[state] ?? 'neutral', receivedAt: receivedAt.toISOString(),
    dueOn, remainingDays, clockZh: running?.zh ?? null, clockEn: running?.en ?? null, clockUnit: clock === null ? null : unitOf(row, clock), round, dueProvisional, claimedByName, unit, enterpriseName, outcome, satisfaction,
  };
}

export function linkView(row: CasedComplaint, metres: number | null = null): ComplaintLinkView {
  const { id, number, place, stateZh, stateEn, receivedAt, satisfaction } = complaintItem(row);
  return { id, number, place, stateZh, stateEn, receivedAt, metres, satisfaction, ratingWords: row.ratingWords };
}

interface Around {
  readonly case: CaseDetailView;
  readonly looks: readonly InformantLook[];
  readonly route: ComplaintRoute | undefined;
  readonly parent: CasedComplaint | null;
  readonly children: readonly CasedComplaint[];
  readonly alike: readonly ComplaintLinkView[];
  readonly extensionDays: number;
  readonly rounds: readonly ComplaintRound[];
  readonly disputes: readonly ComplaintDispute[];
  /** Numbers of the reports the disputes are of. */
  readonly numbers: ReadonlyMap<string, string>;
  /** The reader may decide a dispute: neither answered nor judged before. */
  readonly canJudge: boolean;
  readonly canDispute: boolean;
  readonly disputeUntil: string | null;
}

export function complaintView(actor: Actor, row: CasedComplaint, around: Around): ComplaintView {
  const { regionCode, externalNumber, lng, lat, respondent, enterpriseId, happenedOn, happened, receivedByName, isNamed, hasPhone, wantsReply, answer, handlingNote, answeredAt, answeredByName, refusedReason, referredTo, callBack, ratingWords, ratedAt, reopened, what, refusalTold, reviewByName } = row;
  const { route } = around;
  return {
    ...complaintItem(row), what, version: row.case.version, regionCode, externalNumber, lng, lat, respondent, enterpriseId, happenedOn, happened, receivedByName, isNamed, hasPhone, wantsReply,
    informantLooks: around.looks.map(({ userName, reason, at }) => ({ byName: userName, reason, at: at.toISOString() })),
    answer, handlingNote, answeredAt: answeredAt?.toISOString() ?? null, answeredByName, refusedReason, referredTo, callBack: callBack && { ...callBack, reason: callBack.reason ?? null }, ratingWords, ratedAt: ratedAt?.toISOString() ?? null, reopened,
    refusalTold, reviewByName, rounds: around.rounds.map(roundView), disputes: around.disputes.map(one => disputeView(one, around.numbers.get(one.complaintId) ?? '')), disputeUntil: around.disputeUntil, periods: periodsView(row.periods), extensionDays: around.extensionDays,
    suggestion: route ? { unit: route.unit, kind: route.kind, phone: route.phone, basis: route.basis } : null,
    parent: around.parent && linkView(around.parent), children: around.children.map(one => linkView(one)), alike: [...around.alike], case: around.case, actions: actionsOf(actor, row, around),
  };
}

const ALWAYS = (): boolean => true;
const newest = ({ rounds }: Around): ComplaintRound | undefined => rounds.at(-1);
const isPending = (around: Around): boolean => newest(around)?.extension?.granted === null;

type Condition = (around: Around, actor: Actor, row: CasedComplaint) => boolean;
const STEPS: readonly (readonly [string, readonly string[], ComplaintAction, Condition?])[] = [
  ['accept', ['received'], 'complaint.judge'], ['refuse', ['received'], 'complaint.judge'], ['tell', ['untold'], 'complaint.judge'], ['refer', ['received'], 'complaint.judge'], ['merge', ['received', 'accepted', 'handling'], 'complaint.judge'],
  ['classify', ['received', 'accepted', 'handling'], 'complaint.classify'], ['begin', ['accepted'], 'complaint.handle'], ['answer', ['handling'], 'complaint.handle'],
  ['ask-extension', ['handling'], 'complaint.handle', around => !isPending(around) && !newest(around)?.extension?.granted],
  ['extend', ['handling'], 'complaint.extend', (around, { userId }, row) => isPending(around) && ![newest(around)?.extension?.askedBy, newest(around)?.begunBy, row.case.claimedBy].includes(userId)],
  ['close', ['answered'], 'complaint.close'], ['judge', ['disputed'], 'complaint.judge-dispute', ({ canJudge }) => canJudge], ['decide-review', ['review'], 'complaint.review', ({ canJudge }) => canJudge],
  ['dispute', ['answered', 'closed', 'disputed', 'review', 'merged'], 'complaint.close', ({ canDispute }) => canDispute], ['reopen', ['answered', 'closed'], 'complaint.close'],
  ['call-back', ['merged'], 'complaint.close', ({ parent }) => ['answered', 'closed'].includes(parent?.case.state ?? '')],
];

function actionsOf(actor: Actor, row: CasedComplaint, around: Around): string[] {
  const steps = STEPS.filter(([, states, action, fits = ALWAYS]) => states.includes(row.case.state) && complaintPolicy.may(actor, action, row) && fits(around, actor, row)).map(([name]) => name);
  return [...steps, ...(row.informant !== null && complaintPolicy.may(actor, 'complaint.informant', row) ? ['informant'] : [])];
}
