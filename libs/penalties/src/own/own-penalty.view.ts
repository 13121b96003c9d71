import { InstalmentView, PaperView, PenaltyAccountView, PenaltyLinkView, PenaltyPaymentView, StatementPointView } from '../penalty-parts.view';

export class OwnPenaltyItemView {
  id!: string;
  number!: string;
  violationTitle!: string | null;
  /** `told`: the notice can be answered; `waiting`: the bureau goes on; `served`: the decision is served; `closed`; `revoked`. */
  stage!: string;
  statementUntil!: string | null;
  decisionNumber!: string | null;
  fineYuan!: string | null;
  paymentDueOn!: string | null;
  toldAt!: string;
}

export class OwnPenaltyPageView {
  items!: OwnPenaltyItemView[];
  nextCursor!: string | null;
}

export class OwnNoticeView {
  id!: string;
  paper!: PaperView;
  servedOn!: string;
  hearingRight!: boolean;
  statementUntil!: string | null;
  hearingUntil!: string | null;
  statement!: string | null;
  statedAt!: string | null;
  waivedAt!: string | null;
  hearingAskedAt!: string | null;
  /** Told with the decision. */
  points!: StatementPointView[];
  hearingOn!: string | null;
  hearingPlace!: string | null;
}

export class OwnDecisionView {
  id!: string;
  number!: string;
  kind!: string;
  paper!: PaperView;
  servedOn!: string;
  paymentDueOn!: string | null;
  plan!: InstalmentView[];
  revokedAt!: string | null;
  revokedReason!: string | null;
  publishedAt!: string | null;
  publishUntil!: string | null;
  /** Stands in public today; a repair, an upheld appeal and a running one hold it back. */
  isPublic!: boolean;
}

/** 催告书, once served. */
export class OwnReminderView {
  id!: string;
  paper!: PaperView | null;
  servedOn!: string;
  /** Last day to perform before the court may be asked. */
  waitsUntil!: string | null;
  statement!: string | null;
  statedOn!: string | null;
  answer!: string | null;
}

export class OwnPenaltyView extends OwnPenaltyItemView {
  notices!: OwnNoticeView[];
  decision!: OwnDecisionView | null;
  account!: PenaltyAccountView | null;
  reminder!: OwnReminderView | null;
  /** The visit and the rectification it came from. */
  inspectionId!: string | null;
  rectificationId!: string | null;
  /** 按日连续处罚: the case it goes on from, and those that go on from it. */
  parent!: PenaltyLinkView | null;
  children!: PenaltyLinkView[];
  payments!: PenaltyPaymentView[];
  /** The day from which nobody compels the payment any more; what is owed may still be paid. */
  pursuitEndedOn!: string | null;
  /** `state`, `waive`, `ask-hearing`, `pay`, `state-reminder`. */
  actions!: string[];
}
