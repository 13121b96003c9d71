import type { Actor } from '@huanbao/platform';
import type { BidBond, TaskAmendment, TaskInvitation, TaskOffer, TaskQuestion, TaskTalk } from './procedure.entity';

/** One method, as it stands to this money, kind and budget. */
export class MethodOptionView {
  method!: string;
  zh!: string;
  en!: string;
  hintZh!: string;
  hintEn!: string;
  /** `all`, `invited` or `one`. */
  who!: string;
  /** `demanded`, `admitted`, `with-approval` or `refused`. */
  standing!: string;
  whyZh!: string;
  whyEn!: string;
  mendZh!: string | null;
  mendEn!: string | null;
  basis!: string;
  /** First lawful day of the deadline if it were published today; null where no law sets one. */
  earliestDay!: string | null;
  periodZh!: string | null;
  periodEn!: string | null;
  fewestInvited!: number;
  fewestBids!: number;
}

/** Whether the opening key has to be shared with the bureau's holders, and whose key is not registered yet. */
export class ShareDutyView {
  compulsory!: boolean;
  /** From which budget on, in yuan. */
  fromYuan!: string;
  basis!: string;
  verified!: boolean;
  /** `witness`, `recovery`. */
  missing!: string[];
}

export class MethodOptionsView {
  regime!: string | null;
  regimeZh!: string;
  regimeEn!: string;
  /** True while a value that was used has not been compared with the text of the law. */
  unverified!: boolean;
  /** Holds for every method but the direct commission. */
  shares!: ShareDutyView;
  items!: MethodOptionView[];
}

/** One step of the calendar of a procurement. */
export class CalendarStepView {
  key!: string;
  zh!: string;
  en!: string;
  /** An instant, or a day where the law counts days. */
  at!: string | null;
  day!: string | null;
  done!: boolean;
  basis!: string | null;
  verified!: boolean;
}

export class ShortOptionView {
  step!: string;
  needs!: string;
  zh!: string;
  en!: string;
}

/** How this procurement runs: who may bid, by which law, when what happens, and what to do when too few have come. */
export class TaskProcedureView {
  method!: string;
  methodZh!: string;
  methodEn!: string;
  hintZh!: string;
  hintEn!: string;
  who!: string;
  regime!: string;
  regimeZh!: string;
  regimeEn!: string;
  basis!: string;
  fewestBids!: number;
  /** What the law says about the number of bids before the opening: `nobody` or `procurer` may know it. */
  numberKnownTo!: string;
  numberBasis!: string;
  attempt!: number;
  calendar!: CalendarStepView[];
  /** Empty unless too few have bid; before the final round, unless too few first offers stand. */
  shortOptions!: ShortOptionView[];
  /** How many have bid; null while it is nobody's to know. */
  bids!: number | null;
  /** A panel judges the offers by criteria that everybody may read. */
  judged!: boolean;
  shortReason!: string | null;
  shortApproval!: string | null;
  /** The task this one follows, and the one that follows it. */
  followsTaskId!: string | null;
  followedById!: string | null;
}

export class TaskInvitationView {
  firmId!: string;
  firmName!: string;
  state!: string;
  reason!: string | null;
}

export class OfferView {
  nth!: number;
  byFirm!: boolean;
  priceYuan!: string;
  durationDays!: number;
  text!: string;
  state!: string;
  madeAt!: string;
  /** The reader may answer it now. */
  mine!: boolean;
}

export class TaskQuestionView {
  id!: string;
  objection!: boolean;
  text!: string;
  askedAt!: string;
  answer!: string | null;
  answeredAt!: string | null;
  answerDue!: string | null;
  /** Asked by the reader's own firm; of others nobody is told. */
  own!: boolean;
}

export class TaskChangeView {
  field!: string;
  before!: string;
  after!: string;
}

export class AmendmentView {
  version!: number;
  reason!: string;
  changes!: TaskChangeView[];
  deadlineBefore!: string;
  deadlineAfter!: string;
  madeAt!: string;
}

export class TalkView {
  firmId!: string;
  firmName!: string;
  text!: string;
  heldAt!: string;
}

export class BondView {
  id!: string;
  firmName!: string;
  amountYuan!: string;
  paidOn!: string;
  reference!: string;
  returnedOn!: string | null;
  /** Kept by the enterprise: the firm was chosen and did not sign. */
  forfeitedOn!: string | null;
  returnDue!: string | null;
}

export const invitationView = ({ firmId, firmName, state, reason }: TaskInvitation): TaskInvitationView => ({ firmId, firmName, state, reason });

export const offerView = (offer: TaskOffer, actor: Actor, enterpriseId: string): OfferView => ({
  nth: offer.nth, byFirm: offer.byFirm, priceYuan: offer.priceYuan, durationDays: offer.durationDays, text: offer.text, state: offer.state, madeAt: offer.madeAt.toISOString(),
  mine: offer.state === 'open' && (offer.byFirm ? actor.orgId === enterpriseId : actor.orgKind === 'firm'),
});

export const questionView = (question: TaskQuestion, orgId: string | null): TaskQuestionView => ({
  id: question.id, objection: question.objection, text: question.text, askedAt: question.askedAt.toISOString(), answer: question.answer,
  answeredAt: question.answeredAt?.toISOString() ?? null, answerDue: question.answerDue?.toISOString() ?? null, own: orgId !== null && question.askedByOrg === orgId,
});

const asText = (value: unknown): string => (Array.isArray(value) ? value.join('；') : String(value ?? ''));

export const amendmentView = (amendment: TaskAmendment): AmendmentView => ({
  version: amendment.version, reason: amendment.reason, deadlineBefore: amendment.deadlineBefore.toISOString(), deadlineAfter: amendment.deadlineAfter.toISOString(), madeAt: amendment.madeAt.toISOString(),
  changes: Object.entries(amendment.changes).map(([field, { before, after }]) => ({ field, before: asText(before), after: asText(after) })),
});

export const talkView = ({ firmId, firmName, text, heldAt }: TaskTalk & { firmName: string }): TalkView => ({ firmId, firmName, text, heldAt: heldAt.toISOString() });

export const bondView = ({ id, firmName, amountYuan, paidOn, reference, returnedOn, forfeitedOn, returnDue }: BidBond & { returnDue: string | null }): BondView => ({ id, firmName, amountYuan, paidOn, reference, returnedOn, forfeitedOn, returnDue });
