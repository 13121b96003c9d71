import type { RatingTerms } from '../rating';
import type { Actor } from '@huanbao/platform';
import { describeRequirement } from '@huanbao/providers';
import { ServiceTask, TaskEvent } from '../marketplace.entity';
import { procures, TaskParties, taskPolicy } from '../marketplace.policy';
import { requirementOf } from '../standing';
import { FUNDS, METHODS, REGIMES, SUBJECTS } from '../methods/methods';
import { stateWords } from '../methods/state-words';
import { Holder, possibleActions, TASK_STATES, TaskAction } from '../task.flow';

/** Who must act, since when, by when and what comes next. */
export class TaskBallView {
  holder!: Holder;
  holderName!: string | null;
  since!: string;
  due!: string | null;
  nextZh!: string;
  nextEn!: string;
}

/** A task in a list. */
export class TaskItemView {
  id!: string;
  number!: string | null;
  title!: string;
  kind!: string;
  stage!: string;
  enterpriseId!: string;
  enterpriseName!: string;
  state!: string;
  stateZh!: string;
  stateEn!: string;
  /** Yuan as a decimal string, or null when the enterprise gave none. */
  budgetYuan!: string | null;
  durationDays!: number;
  bidDeadline!: string;
  publishedAt!: string | null;
  updatedAt!: string;
  method!: string;
  methodZh!: string;
  methodEn!: string;
}

/** A task whole, as the actor may see it. */
/** Weights of the five marks in percent, as they hold today, and after how many days a rating is shown alone. */
export class RatingTermsView {
  quality!: number;
  timeliness!: number;
  compliance!: number;
  service!: number;
  price!: number;
  blindDays!: number;
  verified!: boolean;
}

export class TaskView extends TaskItemView {
  /** Null for who does not rate now. */
  ratingTerms!: RatingTermsView | null;
  version!: number;
  description!: string;
  requirements!: string;
  deliverables!: string[];
  requiredQualifications!: string[];
  /** Service of the catalogue, and everything a bidder must hold, in words. */
  serviceCode!: string | null;
  requirementZh!: string;
  requirementEn!: string;
  priceWeight!: number;
  funds!: string;
  fundsZh!: string;
  fundsEn!: string;
  subject!: string;
  subjectZh!: string;
  subjectEn!: string;
  /** The law that binds: `voluntary`, `bidding-law`, `government`; of a draft as it was last published. */
  regime!: string;
  regimeZh!: string;
  regimeEn!: string;
  /** False while only the invited may see it. */
  listed!: boolean;
  approvalNumber!: string | null;
  approvalReason!: string | null;
  bondYuan!: string | null;
  /** 1 for the first sealed offers, 2 for the final ones. */
  bidRound!: number;
  fewestBids!: number;
  documentsVersion!: number;
  /** Since when an unanswered objection stops the bidding. */
  pausedAt!: string | null;
  attempt!: number;
  followsTaskId!: string | null;
  awardedPriceYuan!: string | null;
  openingFingerprint!: string | null;
  hasWitness!: boolean;
  /** How many of the three holders must come together; null where one key opens. */
  openingNeeded!: number | null;
  closedAt!: string | null;
  openedAt!: string | null;
  openedBy!: 'owner' | 'witness' | 'threshold' | null;
  openingRecordFileId!: string | null;
  /** Of the first of two rounds; null for rivals until the second is opened. */
  firstOpeningRecordFileId!: string | null;
  awardedFirmId!: string | null;
  awardedFirmName!: string | null;
  awardReason!: string | null;
  awardedAt!: string | null;
  acceptedAt!: string | null;
  endedReason!: string | null;
  /** Number of bids; null while it is nobody's to know (招标投标法 第二十二条). */
  bidCount!: number | null;
  ball!: TaskBallView;
  /** Actions of the policy that the actor may do to this task in this state. */
  actions!: string[];
}

export class TaskEventView {
  id!: string;
  at!: string;
  kind!: string;
  actorName!: string;
  /** True when a delegated firm acted for the enterprise (“代某某办理”). */
  onBehalf!: boolean;
  zh!: string;
  en!: string;
}

export class TaskPage {
  items!: TaskItemView[];
  nextCursor!: string | null;
}

export function taskItem(task: ServiceTask): TaskItemView {
  return {
    id: task.id,
    number: task.number,
    title: task.title,
    kind: task.kind,
    stage: task.stage,
    enterpriseId: task.enterpriseId,
    enterpriseName: task.enterpriseName,
    state: task.state,
    stateZh: stateWords(task).zh,
    stateEn: stateWords(task).en,
    budgetYuan: task.budgetYuan,
    durationDays: task.durationDays,
    bidDeadline: task.bidDeadline.toISOString(),
    publishedAt: iso(task.publishedAt),
    updatedAt: task.updatedAt.toISOString(),
    method: task.method,
    methodZh: METHODS[task.method].zh,
    methodEn: METHODS[task.method].en,
  };
}

interface TaskContext {
  readonly actor: Actor | null;
  readonly parties: TaskParties;
  readonly bidCount: number | null;
  readonly awardedFirmName: string | null;
  /** The actor has not rated yet, and the other side's rating is not public. */
  readonly mayRate: boolean;
  readonly ratingTerms: RatingTerms | null;
  readonly now: Date;
}

export function taskView(task: ServiceTask, context: TaskContext): TaskView {
  return {
    ...taskItem(task),
    ratingTerms: context.ratingTerms && { ...context.ratingTerms.weights, blindDays: context.ratingTerms.blindDays, verified: context.ratingTerms.verified },
    version: task.version,
    description: task.description,
    requirements: task.requirements,
    deliverables: task.deliverables,
    requiredQualifications: task.requiredQualifications,
    serviceCode: task.serviceCode,
    ...requirementWords(task),
    priceWeight: task.priceWeight,
    ...procurement(task),
    openingFingerprint: task.openingFingerprint,
    hasWitness: task.witnessKeyId !== null,
    openingNeeded: task.openingNeeded,
    closedAt: iso(task.closedAt),
    openedAt: iso(task.openedAt),
    openedBy: task.openedBy,
    openingRecordFileId: task.openingRecordFileId,
    firstOpeningRecordFileId: task.openedAt !== null || procures(context.actor, context.parties) ? task.firstOpeningRecordFileId : null,
    awardedFirmId: task.awardedFirmId,
    awardedFirmName: context.awardedFirmName,
    awardReason: task.awardReason,
    awardedAt: iso(task.awardedAt),
    acceptedAt: iso(task.acceptedAt),
    endedReason: task.endedReason,
    bidCount: context.bidCount,
    ball: ballOf(task, context.awardedFirmName),
    actions: context.actor ? openActions(context.actor, task, context) : [],
  };
}

function procurement(task: ServiceTask) {
  const { funds, subject, regime, listed, approvalNumber, approvalReason, bondYuan, bidRound, fewestBids, documentsVersion, attempt, followsTaskId, awardedPriceYuan } = task;
  return {
    funds, fundsZh: FUNDS[funds].zh, fundsEn: FUNDS[funds].en, subject, subjectZh: SUBJECTS[subject].zh, subjectEn: SUBJECTS[subject].en, regime, regimeZh: REGIMES[regime].zh, regimeEn: REGIMES[regime].en,
    listed, approvalNumber, approvalReason, bondYuan, bidRound, fewestBids, documentsVersion, pausedAt: iso(task.pausedAt), attempt, followsTaskId, awardedPriceYuan,
  };
}

function requirementWords(task: ServiceTask): { requirementZh: string; requirementEn: string } {
  const { zh, en } = describeRequirement(requirementOf(task));
  return { requirementZh: zh, requirementEn: en };
}

export function taskEventView(event: TaskEvent): TaskEventView {
  return { id: event.id, at: event.at.toISOString(), kind: event.kind, actorName: event.actorName, onBehalf: event.onBehalfOf !== null, zh: event.zh, en: event.en };
}

/** Actions of the policy table that also fit the state; `task.bid` and `task.open` further need the right side of the deadline. */
const NEEDS: Partial<Record<string, readonly TaskAction[]>> = {
  'task.publish': ['publish'],
  'task.cancel': ['cancel'],
  'task.open': ['open', 'close'],
  'task.award': ['award'],
  'task.deliver': ['deliver'],
  'task.accept': ['accept'],
};

function openActions(actor: Actor, task: ServiceTask, context: TaskContext): string[] {
  const possible = possibleActions(task.state);
  const late = context.now.getTime() >= task.bidDeadline.getTime();
  return taskPolicy.actionsOn(actor, context.parties).filter(action => {
    if (action === 'task.edit') return task.state === 'draft';
    if (action === 'task.bid') return task.state === 'published' && !late && task.pausedAt === null && METHODS[task.method].who !== 'one';
    if (action === 'task.ask') return task.state === 'published' && task.bidRound === 1 && (!late || task.pausedAt !== null) && METHODS[task.method].who !== 'one';
    if (action === 'task.visits') return METHODS[task.method].who !== 'one' && (task.state === 'draft' || (task.state === 'published' && task.bidRound === 1 && (!late || task.pausedAt !== null)));
    if (action === 'task.join-visit') return task.state === 'published' && task.bidRound === 1 && (!late || task.pausedAt !== null) && METHODS[task.method].who !== 'one';
    if (action === 'task.offer') return task.state === 'published' && !late && METHODS[task.method].who === 'one';
    if (action === 'task.decline') return task.state === 'published' && task.bidRound === 1;
    if (action === 'task.pay-bond') return task.state === 'published' && task.bondYuan !== null;
    if (action === 'task.open') return task.state === 'closed' || (task.state === 'published' && late && task.pausedAt === null && METHODS[task.method].who !== 'one');
    if (action === 'task.name-use') return task.awardedFirmId !== null;
    if (action === 'task.rate') return context.mayRate;
    const needs = NEEDS[action];
    return needs === undefined || needs.some(step => possible.includes(step));
  });
}

function ballOf(task: ServiceTask, awardedFirmName: string | null): TaskBallView {
  const row = TASK_STATES[task.state];
  const names: Record<Holder, string | null> = { enterprise: task.enterpriseName, awardee: awardedFirmName, firms: null, nobody: null };
  const since = { draft: task.createdAt, published: task.publishedAt, closed: task.closedAt, opened: task.openedAt, awarded: task.awardedAt, accepted: task.acceptedAt }[
    task.state as 'draft'
  ];
  return {
    holder: row.holder,
    holderName: names[row.holder],
    since: (since ?? task.updatedAt).toISOString(),
    due: task.state === 'published' ? task.bidDeadline.toISOString() : dueOfDelivery(task),
    ...nextOf(task),
  };
}

/** Several holders open: the state's own words speak of one key. */
function nextOf(task: ServiceTask): Pick<TaskBallView, 'nextZh' | 'nextEn'> {
  if (task.state === 'closed' && task.openingNeeded !== null) return { nextZh: `企业、见证人等交出开标份额，到齐 ${task.openingNeeded} 份开标`, nextEn: `The holders give their shares; ${task.openingNeeded} together open` };
  const { nextZh, nextEn } = stateWords(task);
  return { nextZh, nextEn };
}

const DAY_MS = 86_400_000;

function dueOfDelivery(task: ServiceTask): string | null {
  if (task.state !== 'awarded' || !task.awardedAt) return null;
  return new Date(task.awardedAt.getTime() + task.durationDays * DAY_MS).toISOString();
}

function iso(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}
