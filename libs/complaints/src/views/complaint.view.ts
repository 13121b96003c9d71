import { CaseDetailView, CaseRecord } from '@huanbao/casework';
import { Actor } from '@huanbao/platform';
import { complaintMachine } from '../complaint.machine';
import { ComplaintAction, complaintPolicy } from '../complaints.policy';
import type { Complaint, ComplaintRoute, InformantLook } from '../entities';
import { TONES } from '../rules';

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
  extendedOnce!: boolean;
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
  /** accept, refuse, refer, merge, classify, extend, answer, reopen, close, informant. */
  actions!: string[];
}

export interface CasedComplaint extends Complaint {
  readonly case: CaseRecord;
}

export function complaintItem(row: CasedComplaint): ComplaintItemView {
  const { id, number, subject, channel, place, what, receivedAt, unit, enterpriseName, outcome, satisfaction } = row;
  const { state, dueOn, remainingDays, dueProvisional, claimedByName } = row.case;
  const label = complaintMachine.states[state as keyof typeof complaintMachine.states].label;
  return {
    id, number: number ?? '', subject, channel, place, what: what.length > 160 ? `${what.slice(0, 160)}…` : what, state, stateZh: label.zh, stateEn: label.en, tone: TONES[state] ?? 'neutral', receivedAt: receivedAt.toISOString(),
    dueOn, remainingDays, dueProvisional, claimedByName, unit, enterpriseName, outcome, satisfaction,
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
}

export function complaintView(actor: Actor, row: CasedComplaint, around: Around): ComplaintView {
  const { regionCode, externalNumber, lng, lat, respondent, enterpriseId, happenedOn, happened, receivedByName, isNamed, hasPhone, wantsReply, answer, handlingNote, answeredAt, answeredByName, refusedReason, referredTo, callBack, ratingWords, ratedAt, reopened, what } = row;
  const { route } = around;
  return {
    ...complaintItem(row), what, version: row.case.version, regionCode, externalNumber, lng, lat, respondent, enterpriseId, happenedOn, happened, receivedByName, isNamed, hasPhone, wantsReply,
    informantLooks: around.looks.map(({ userName, reason, at }) => ({ byName: userName, reason, at: at.toISOString() })),
    answer, handlingNote, answeredAt: answeredAt?.toISOString() ?? null, answeredByName, refusedReason, referredTo, callBack, ratingWords, ratedAt: ratedAt?.toISOString() ?? null, reopened,
    extendedOnce: around.case.timeline.some(one => one.action === 'extend'), extensionDays: around.extensionDays,
    suggestion: route ? { unit: route.unit, kind: route.kind, phone: route.phone, basis: route.basis } : null,
    parent: around.parent && linkView(around.parent), children: around.children.map(one => linkView(one)), alike: [...around.alike], case: around.case, actions: actionsOf(actor, row),
  };
}

const STEPS: readonly (readonly [string, readonly string[], ComplaintAction])[] = [
  ['accept', ['received'], 'complaint.judge'], ['refuse', ['received'], 'complaint.judge'], ['refer', ['received'], 'complaint.judge'], ['merge', ['received', 'handling'], 'complaint.judge'],
  ['classify', ['received', 'handling'], 'complaint.read'], ['answer', ['handling'], 'complaint.handle'], ['extend', ['handling'], 'complaint.extend'],
  ['close', ['answered'], 'complaint.close'], ['reopen', ['answered'], 'complaint.close'],
];

function actionsOf(actor: Actor, row: CasedComplaint): string[] {
  const steps = STEPS.filter(([, states, action]) => states.includes(row.case.state) && complaintPolicy.may(actor, action, row)).map(([name]) => name);
  return [...steps, ...(row.informant !== null && complaintPolicy.may(actor, 'complaint.informant', row) ? ['informant'] : [])];
}
