import type { Actor } from '@huanbao/platform';
import { describeRequirement } from '@huanbao/providers';
import { ServiceTask, TaskEvent } from '../marketplace.entity';
import { TaskParties, taskPolicy } from '../marketplace.policy';
import { requirementOf } from '../standing';
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
}

/** A task whole, as the actor may see it. */
export class TaskView extends TaskItemView {
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
  openingFingerprint!: string | null;
  hasWitness!: boolean;
  closedAt!: string | null;
  openedAt!: string | null;
  openedBy!: 'owner' | 'witness' | null;
  openingRecordFileId!: string | null;
  awardedFirmId!: string | null;
  awardedFirmName!: string | null;
  awardReason!: string | null;
  awardedAt!: string | null;
  acceptedAt!: string | null;
  endedReason!: string | null;
  /** Number of live sealed bids; who they are from is shown after the opening. */
  bidCount!: number;
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
    stateZh: TASK_STATES[task.state].zh,
    stateEn: TASK_STATES[task.state].en,
    budgetYuan: task.budgetYuan,
    durationDays: task.durationDays,
    bidDeadline: task.bidDeadline.toISOString(),
    publishedAt: iso(task.publishedAt),
    updatedAt: task.updatedAt.toISOString(),
  };
}

interface TaskContext {
  readonly actor: Actor | null;
  readonly parties: TaskParties;
  readonly bidCount: number;
  readonly awardedFirmName: string | null;
  /** The actor has not rated yet, and the other side's rating is not public. */
  readonly mayRate: boolean;
  readonly now: Date;
}

export function taskView(task: ServiceTask, context: TaskContext): TaskView {
  return {
    ...taskItem(task),
    version: task.version,
    description: task.description,
    requirements: task.requirements,
    deliverables: task.deliverables,
    requiredQualifications: task.requiredQualifications,
    serviceCode: task.serviceCode,
    ...requirementWords(task),
    priceWeight: task.priceWeight,
    openingFingerprint: task.openingFingerprint,
    hasWitness: task.witnessKeyId !== null,
    closedAt: iso(task.closedAt),
    openedAt: iso(task.openedAt),
    openedBy: task.openedBy,
    openingRecordFileId: task.openingRecordFileId,
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
    if (action === 'task.bid') return task.state === 'published' && !late;
    if (action === 'task.open') return task.state === 'closed' || (task.state === 'published' && late);
    if (action === 'task.rate') return task.state === 'accepted' && context.mayRate;
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
    nextZh: row.nextZh,
    nextEn: row.nextEn,
  };
}

const DAY_MS = 86_400_000;

function dueOfDelivery(task: ServiceTask): string | null {
  if (task.state !== 'awarded' || !task.awardedAt) return null;
  return new Date(task.awardedAt.getTime() + task.durationDays * DAY_MS).toISOString();
}

function iso(date: Date | null): string | null {
  return date?.toISOString() ?? null;
}
