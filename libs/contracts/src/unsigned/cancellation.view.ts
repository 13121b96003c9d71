import type { Actor } from '@huanbao/platform';
import { AwardCancellation, AwardReminder } from './cancellation.entity';
import { CANCELLATION_STATES, CancellationKind, CancellationState, stepsOf } from './cancellation.flow';
import { CancellationAction, cancellationPolicy } from './cancellation.policy';
import { groundRow } from './grounds';

export class CancellationItemView {
  id!: string;
  kind!: CancellationKind;
  contractId!: string;
  taskId!: string;
  taskTitle!: string;
  taskNumber!: string | null;
  enterpriseName!: string;
  firmName!: string;
  priceYuan!: string;
  groundZh!: string;
  groundEn!: string;
  state!: CancellationState;
  stateZh!: string;
  stateEn!: string;
  noticedAt!: string;
  cancelledAt!: string | null;
  endedAt!: string | null;
  /** The last day of what runs now: the answer, the objection, the ruling. */
  due!: string | null;
  late!: boolean;
}

export class CancellationPageView {
  items!: CancellationItemView[];
  nextCursor!: string | null;
}

export class AwardReminderView {
  id!: string;
  text!: string;
  dueOn!: string;
  sentAt!: string;
  byName!: string;
}

export class CancellationView extends CancellationItemView {
  version!: number;
  enterpriseId!: string;
  firmId!: string;
  ground!: string;
  basis!: string;
  reason!: string;
  evidenceFileIds!: string[];
  noticedByName!: string;
  statementDue!: string;
  statement!: string | null;
  statementFileIds!: string[];
  statedAt!: string | null;
  statedByName!: string | null;
  cancelReason!: string | null;
  cancelledByName!: string | null;
  objectDue!: string | null;
  objection!: string | null;
  objectionFileIds!: string[];
  objectedAt!: string | null;
  objectedByName!: string | null;
  ruleDue!: string | null;
  ruling!: string | null;
  ruledAt!: string | null;
  ruledByName!: string | null;
  /** The bid bond that is kept; null where none was, or it was released by the ruling. */
  bondYuan!: string | null;
  /** The last day in the credit record of who answers for it. */
  effectUntil!: string | null;
  reminders!: AwardReminderView[];
  /** What the reader may do now. */
  actions!: string[];
}

/** What everybody may read: who, which award, on what ground, how it stands. The words of the sides stay theirs. */
export class PublicCancellationView {
  id!: string;
  taskId!: string;
  taskTitle!: string;
  taskNumber!: string | null;
  enterpriseName!: string;
  firmName!: string;
  priceYuan!: string;
  groundZh!: string;
  groundEn!: string;
  basis!: string;
  state!: CancellationState;
  stateZh!: string;
  stateEn!: string;
  cancelledAt!: string;
  ruledAt!: string | null;
}

export class PublicCancellationPageView {
  items!: PublicCancellationView[];
  nextCursor!: string | null;
}

const iso = (date: Date | null): string | null => date?.toISOString() ?? null;
const words = (state: CancellationState): { stateZh: string; stateEn: string } => ({ stateZh: CANCELLATION_STATES[state].zh, stateEn: CANCELLATION_STATES[state].en });

function dueOf({ kind, state, statementDue, objectDue, ruleDue }: AwardCancellation): string | null {
  if (state === 'noticed') return kind === 'complaint' ? ruleDue : dayOf(statementDue);
  if (state === 'objected') return ruleDue;
  return state === 'cancelled' && objectDue ? dayOf(objectDue) : null;
}

const dayOf = (at: Date): string => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(0, 10);

export function cancellationItem(row: AwardCancellation, today: string): CancellationItemView {
  const { id, kind, contractId, taskId, taskTitle, taskNumber, enterpriseName, firmName, priceYuan, ground, state } = row;
  const due = dueOf(row);
  const { zh, en } = groundRow(ground);
  return {
    id, kind, contractId, taskId, taskTitle, taskNumber, enterpriseName, firmName, priceYuan, groundZh: zh, groundEn: en, state, ...words(state), noticedAt: row.noticedAt.toISOString(), cancelledAt: iso(row.cancelledAt), endedAt: iso(row.endedAt),
    due, late: due !== null && due < today && (state === 'objected' || kind === 'complaint'),
  };
}

interface Context {
  readonly actor: Actor;
  readonly now: Date;
  readonly today: string;
  readonly reminders: readonly AwardReminder[];
  /** Nothing is signed yet. */
  readonly isUnsigned: boolean;
}

export function cancellationView(row: AwardCancellation, context: Context): CancellationView {
  const { version, enterpriseId, firmId, ground, reason, evidenceFileIds, noticedByName, statement, statementFileIds, statedByName, cancelReason, cancelledByName, objection, objectionFileIds, objectedByName, ruleDue, ruling, ruledByName, effectUntil } = row;
  return {
    ...cancellationItem(row, context.today), version, enterpriseId, firmId, ground, basis: groundRow(ground).basis, reason, evidenceFileIds, noticedByName, statementDue: row.statementDue.toISOString(), statement, statementFileIds, statedAt: iso(row.statedAt), statedByName,
    cancelReason, cancelledByName, objectDue: iso(row.objectDue), objection, objectionFileIds, objectedAt: iso(row.objectedAt), objectedByName, ruleDue, ruling, ruledAt: iso(row.ruledAt), ruledByName, bondYuan: row.state === 'revoked' ? null : row.bondYuan, effectUntil: row.state === 'revoked' ? null : effectUntil,
    reminders: context.reminders.map(reminderView), actions: actionsNow(row, context),
  };
}

export const reminderView = ({ id, text, dueOn, sentAt, byName }: AwardReminder): AwardReminderView => ({ id, text, dueOn, sentAt: sentAt.toISOString(), byName });

function actionsNow(row: AwardCancellation, { actor, now, isUnsigned }: Context): string[] {
  const may = (action: CancellationAction): boolean => cancellationPolicy.may(actor, action, row);
  const possible = stepsOf(row.kind, row.state);
  const isOwn = (row.kind === 'cancellation') === (actor.orgId === row.enterpriseId);
  const heard = row.statedAt !== null || now > row.statementDue;
  return [
    ...(possible.includes('state') && may('award-cancellation.state') && !isOwn && !heard ? ['state'] : []),
    ...(possible.includes('withdraw') && may('award-cancellation.withdraw') && isOwn ? ['withdraw'] : []),
    ...(possible.includes('cancel') && may('award-cancellation.cancel') && heard ? ['cancel'] : []),
    ...(possible.includes('object') && may('award-cancellation.answer') && row.objectDue !== null && now <= row.objectDue ? ['accept', 'object'] : []),
    ...(possible.includes('uphold') && may('award-cancellation.rule') ? ['uphold', 'revoke'] : []),
    ...(possible.includes('confirm') && may('award-cancellation.rule') && heard ? ['confirm', 'refuse'] : []),
    ...(row.state === 'confirmed' && isUnsigned && may('award-cancellation.leave') ? ['leave'] : []),
  ];
}

export function publicCancellation(row: AwardCancellation): PublicCancellationView {
  const { id, taskId, taskTitle, taskNumber, enterpriseName, firmName, priceYuan, ground, state, cancelledAt, noticedAt } = row;
  const { zh, en, basis } = groundRow(ground);
  return { id, taskId, taskTitle, taskNumber, enterpriseName, firmName, priceYuan, groundZh: zh, groundEn: en, basis, state, ...words(state), cancelledAt: (cancelledAt ?? noticedAt).toISOString(), ruledAt: iso(row.ruledAt) };
}
