import { WordReceiptView } from './word-receipt.view';
import type { Json } from '../corrections/snapshot';

/** A text in both languages. */
export class TextView {
  zh!: string;
  en!: string;
}

/** Who holds the ball. */
export class BallView {
  /** applicant, agent, officer, bureau, system, public or nobody. */
  holder!: string;
  /** The post meant, e.g. `bureau.reviewer`. */
  role!: string | null;
  name!: TextView;
  since!: Date;
  /** Last day of the running period, `YYYY-MM-DD`. */
  due!: string | null;
  paused!: boolean;
  next!: TextView;
}

/** One case in a list. */
export class CaseRowView {
  id!: string;
  kind!: string;
  /** Where the web shows it: `permits` in `/b/:orgId/permits/:id`. */
  page!: string;
  kindTitle!: TextView;
  number!: string | null;
  title!: string;
  state!: string;
  stateLabel!: TextView;
  partyOrgId!: string;
  partyName!: string;
  agentName!: string | null;
  regionCode!: string;
  openedAt!: Date;
  submittedAt!: Date | null;
  closedAt!: Date | null;
  claimedBy!: string | null;
  claimedByName!: string | null;
  dueOn!: string | null;
  /** Days left in the clock's own unit; negative when overdue; null without a clock. */
  remainingDays!: number | null;
  /** The date leans on a year whose holidays are not published yet. */
  dueProvisional!: boolean;
  clockPaused!: boolean;
  ball!: BallView;
  version!: number;
  /** On the tab `given`: what waits for the reader there. */
  errands?: ErrandView[];
}

/** What a colleague gave the reader to do in a case. */
export class ErrandView {
  label!: TextView;
  /** By when, where a day was named. */
  dueOn!: string | null;
}

export class CasePageView {
  items!: CaseRowView[];
  nextCursor!: string | null;
}

/** An officer a case can be handed over to. */
export class ColleagueView {
  userId!: string;
  name!: string;
  /** The post that fits the step, e.g. `bureau.reviewer`. */
  post!: string;
}

/** How many cases wait where; the badges of the officer. */
export class QueueCountsView {
  unclaimed!: number;
  mine!: number;
  /** Cases in which a colleague gave the reader something to do. */
  given!: number;
  all!: number;
  overdue!: number;
  /** Three days left or fewer. */
  dueSoon!: number;
}

/** Cases of a kind that wait for the reader. */
export class WaitingCountView {
  kind!: string;
  count!: number;
}

export class WaitingCountsView {
  items!: WaitingCountView[];
}

export class OwnCountsView {
  open!: number;
  /** Waiting for the applicant or its agent. */
  toDo!: number;
}

/** One line of the timeline. */
export class TimelineView {
  id!: string;
  at!: Date;
  kind!: string;
  action!: string | null;
  text!: TextView;
  article!: string | null;
  fromState!: string | null;
  toState!: string | null;
  actorName!: string;
  actorOrgName!: string | null;
  /** Set when a firm acted under a mandate: 代某某办理. */
  onBehalfOfName!: string | null;
  visibility!: string;
  reason!: string | null;
}

/** One entry of a clock's ledger with the stretch it began, as `evaluateClock` of `@huanbao/calendar` explains it. */
export class ClockStepView {
  /** start, pause, resume, extend or stop. */
  kind!: string;
  from!: string;
  to!: string;
  counting!: boolean;
  /** Days of the period used up in this stretch. */
  countedDays!: number;
  zh!: string;
  en!: string;
  article!: string;
  noticeNumber!: string | null;
  /** Of a pause: the day it is expected to end. */
  expectedOn!: string | null;
  reason!: string | null;
  actorName!: string;
  at!: Date;
}

/** One run of a statutory clock with everything that explains its date. */
export class ClockView {
  clock!: string;
  title!: TextView;
  run!: number;
  /** running, paused, ended or overdue. */
  state!: 'running' | 'paused' | 'ended' | 'overdue';
  article!: string;
  /** Length with extensions, in the unit of `dayType`. */
  total!: number;
  dayType!: 'workday' | 'calendar';
  startedOn!: string;
  elapsed!: number;
  /** Days left; negative when overdue; frozen while paused. */
  remaining!: number;
  /** Last day; null while paused or ended. */
  dueDate!: string | null;
  provisional!: boolean;
  provisionalYears!: number[];
  /** Whether the law knows a ground to stop it. */
  pausable!: boolean;
  /** What happens by law when it lapses unused. */
  silence!: TextView | null;
  steps!: ClockStepView[];
}

export class PauseGroundView {
  key!: string;
  label!: TextView;
  article!: string;
}

export class PausePreviewView {
  clock!: string;
  from!: string;
  resumeOn!: string;
  /** Last day as it stands. */
  dueNow!: string;
  /** Last day if the pause is made and ends as planned. */
  dueThen!: string;
  /** Days left that would stand still, in the clock's unit. */
  remaining!: number;
  provisional!: boolean;
  grounds!: PauseGroundView[];
}

export class CorrectionMessageView {
  id!: string;
  side!: string;
  authorName!: string;
  onBehalfOfName!: string | null;
  at!: Date;
  text!: string;
  fileIds!: string[];
}

export class CorrectionItemView {
  id!: string;
  pointer!: string;
  label!: string;
  requirement!: string;
  reason!: string;
  /** Whether the resubmission changed anything there. */
  changed!: boolean;
  messages!: CorrectionMessageView[];
}

export class ChangeView {
  pointer!: string;
  place!: string;
  from?: Json;
  to?: Json;
}

export class CorrectionRoundView {
  id!: string;
  round!: number;
  state!: string;
  requestedByName!: string;
  requestedAt!: Date;
  resubmittedAt!: Date | null;
  /** It asked again about content that had not changed; the supervisor's reason says why. */
  onUnchangedContent!: boolean;
  supervisorReason!: string | null;
  items!: CorrectionItemView[];
  changes!: ChangeView[];
}

export class NoticeServiceView {
  method!: string;
  receivedBy!: string;
  on!: string;
  /** For the officers. */
  proofFileId!: string;
  consentFileId!: string | null;
}

export class NoticeView {
  id!: string;
  caseId!: string;
  kind!: string;
  title!: string;
  number!: string;
  issuedOn!: string;
  issuer!: string;
  /** The PDF; null while it is being drawn. Download from `/files/:id/content`. */
  fileId!: string | null;
  servedAt!: Date | null;
  /** How it reached the party; null before, and for what the platform served itself. */
  service!: NoticeServiceView | null;
  /** It waits for its service; the party does not see it. */
  withheld!: boolean;
}

export class CaseConditionView {
  key!: string;
  label!: string;
  article!: string;
  met!: boolean;
  comment?: string;
}

export class RemedyView {
  key!: string;
  zh!: string;
  en!: string;
  article!: string;
  length!: number;
  unit!: string;
  verified!: boolean;
  /** Last day, once the decision is served. */
  until!: string | null;
}

export class DecisionView {
  outcome!: string;
  reasons!: string;
  conditions!: CaseConditionView[];
  remedies!: RemedyView[];
  article!: string;
  decidedByName!: string;
  decidedAt!: Date;
}

/** 听证 before a decision against a party. */
export class AdverseHearingView {
  /** The day the notice reached the party; null until its service is recorded. */
  notifiedOn!: string | null;
  /** The 听证通知书 among the notices of the case; null where it was written elsewhere. */
  noticeId!: string | null;
  noticeNumber!: string;
  heldOn!: string;
  time!: string;
  place!: string;
  host!: string;
  /** held, absent (the party did not come); null until it is recorded. */
  outcome!: string | null;
  record!: string | null;
  recordFileId!: string | null;
  recordedOn!: string | null;
}

/** A decision against the party. What the bureau makes of the statement, and the decision, are there for the party from the service on. */
export class AdverseView {
  id!: string;
  /** open, decided (not served), served, dropped or void; the party sees `decided` as `open`. */
  state!: string;
  measure!: string;
  reasons!: string;
  proposedByName!: string;
  proposedAt!: Date;
  noticeId!: string | null;
  /** Nobody is to be heard: it was put forward without a notice beforehand. */
  unheard!: boolean;
  /** Days to speak, from the service of the notice. */
  statementDays!: number | null;
  /** workday or calendar. */
  statementDayType!: string;
  /** The day the notice reached the party; null: it is not served yet, and no period runs. */
  toldOn!: string | null;
  /** served, or spoke: the party answered before the service. */
  toldHow!: string | null;
  /** Null until the party was told. */
  statementUntil!: string | null;
  statementProvisional!: boolean;
  hearingRight!: boolean;
  /** Days to ask for a hearing. */
  hearingDays!: number | null;
  hearingDayType!: string;
  hearingUntil!: string | null;
  hearingAskedAt!: Date | null;
  hearingReceipt!: WordReceiptView | null;
  hearingWithdrawnAt!: Date | null;
  withdrawalReceipt!: WordReceiptView | null;
  hearing!: AdverseHearingView | null;
  /** When the party spoke, or gave it up: then `statement` is null. */
  statedAt!: Date | null;
  statedByName!: string | null;
  statementReceipt!: WordReceiptView | null;
  statement!: string | null;
  statementFileIds!: string[];
  /** adopted, partly or rejected. */
  answering!: string | null;
  answer!: string | null;
  answeredByName!: string | null;
  decidedByName!: string | null;
  decidedAt!: Date | null;
  decisionNoticeId!: string | null;
  servedOn!: string | null;
  serviceMethod!: string | null;
  receivedBy!: string | null;
  /** For officers: ready, unserved (the notice), wait (the party may speak or ask), hearing or answer-first. */
  deciding!: string | null;
  /** For officers: may this actor be the second person. */
  mayDecide!: boolean;
  /** For officers: may this actor set, chair and record the hearing now, by post, part taken and claim. */
  mayChair!: boolean;
}

/** A step of the procedure that is possible now and open to the actor's role. */
export class PossibleStepView {
  name!: string;
  label!: TextView;
  article!: string;
  /** The policy action it needs. */
  action!: string;
}

/** A case with everything the actor may see of it. */
export class CaseDetailView {
  case!: CaseRowView;
  ball!: BallView;
  timeline!: TimelineView[];
  clocks!: ClockView[];
  corrections!: CorrectionRoundView[];
  notices!: NoticeView[];
  decision!: DecisionView | null;
  adverse!: AdverseView | null;
  /** What the actor may do with the case as such now: claim, release, hand over, pause … */
  actions!: string[];
  possible!: PossibleStepView[];
  /** With the number it lets anyone follow the case without an account; only the applicant's side gets it. */
  queryCode!: string | null;
  provisional!: boolean;
  version!: number;
}
