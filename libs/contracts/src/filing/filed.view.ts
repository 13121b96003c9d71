import type { Actor } from '@huanbao/platform';
import type { FiledDeliverable, FiledState } from './filed.entity';
import { filedPolicy } from './filed.policy';
import { DELIVERABLE_KINDS, DeliverableKind } from './kinds';

export class DeliverableView {
  id!: string;
  kind!: DeliverableKind;
  kindZh!: string;
  kindEn!: string;
  /** Of the file. */
  name!: string;
  fileId!: string;
  taskId!: string;
  taskTitle!: string;
  contractId!: string | null;
  contractNumber!: string | null;
  milestoneName!: string | null;
  enterpriseName!: string;
  firmName!: string;
  acceptedAt!: string;
  /** `kept`: among the enterprise's papers; `waiting`: the enterprise says to which permit; `placed`: part of 自行监测 of the permit. */
  state!: FiledState;
  permitId!: string | null;
  permitNumber!: string | null;
  actions!: string[];
}

export class DeliverablePageView {
  items!: DeliverableView[];
  nextCursor!: string | null;
}

export function deliverableView(actor: Actor, one: FiledDeliverable): DeliverableView {
  const { id, kind, name, fileId, taskId, taskTitle, contractId, contractNumber, milestoneName, enterpriseName, firmName, state, permitId, permitNumber } = one;
  const words = DELIVERABLE_KINDS[kind];
  const actions = kind === 'monitoring' && state !== 'placed' && filedPolicy.may(actor, 'deliverable.place', one) ? ['place'] : [];
  return { id, kind, kindZh: words.zh, kindEn: words.en, name, fileId, taskId, taskTitle, contractId, contractNumber, milestoneName, enterpriseName, firmName, acceptedAt: one.acceptedAt.toISOString(), state, permitId, permitNumber, actions };
}

export class HandedOnView {
  /** Of the application now. */
  fileId!: string;
  name!: string;
}
