import type { CaseRecord } from '@huanbao/casework';
import type { Actor } from '@huanbao/platform';
import type { CreditRepairWithdrawal } from '../credit-repair.entity';
import { type RepairAction, repairPolicy } from '../credit-repair.policy';

export class WithdrawalRemedyView {
  words!: string;
  until!: string | null;
  verified!: boolean;
}

/** How a granted repair is, or was, taken back. Both sides read it from its proposal on. */
export class RepairWithdrawalView {
  /** `decided`: the paper waits for its service; the party reads `proposed` until then. */
  state!: 'proposed' | 'decided' | 'withdrawn' | 'dropped';
  falsehood!: string;
  evidenceFileId!: string;
  proposedByName!: string;
  proposedAt!: Date;
  /** Of the 事先告知书 among the notices of the case. */
  intentNoticeId!: string | null;
  statementDays!: number;
  /** The day the party was told; null while the notice waits for its service. */
  toldOn!: string | null;
  /** Last day for its word; null until it was told. */
  statementUntil!: string | null;
  statement!: string | null;
  statedByName!: string | null;
  statedAt!: Date | null;
  reasons!: string | null;
  decidedByName!: string | null;
  decidedAt!: Date | null;
  /** First day on which the event counts again. */
  countsFrom!: string | null;
  /** Of the 撤销信用修复决定书, and its paper among the notices of the case. */
  number!: string | null;
  noticeId!: string | null;
  servedOn!: string | null;
  remedies!: WithdrawalRemedyView[];
}

/** A decision that is not served is the bureau’s alone. */
export function withdrawalView(row: CreditRepairWithdrawal | null, actor: Actor): RepairWithdrawalView | null {
  if (!row) return null;
  const { id: _, repairId: __, proposedBy: ___, decidedBy: ____, ...view } = row;
  if (row.state === 'decided' && actor.orgKind !== 'bureau') return { ...view, state: 'proposed', reasons: null, decidedByName: null, decidedAt: null, number: null, noticeId: null, remedies: [] };
  return { ...view, remedies: row.remedies.map(one => ({ ...one })) };
}

/** What the actor may do about it now. `holds`: the repair is in force. */
export function withdrawalActions(actor: Actor, c: CaseRecord, { row, holds }: { readonly row: CreditRepairWithdrawal | null; readonly holds: boolean }): RepairAction[] {
  if (c.state !== 'granted') return [];
  const open = row?.state === 'proposed' ? row : null;
  const steps: readonly (readonly [RepairAction, boolean])[] = [
    ['credit-repair.propose-withdrawal', (row === null || row.state === 'dropped') && holds], ['credit-repair.state-withdrawal', open !== null && open.statement === null], ['credit-repair.decide-withdrawal', open !== null && open.proposedBy !== actor.userId],
  ];
  return steps.filter(([action, now]) => now && repairPolicy.may(actor, action, c)).map(([action]) => action);
}
