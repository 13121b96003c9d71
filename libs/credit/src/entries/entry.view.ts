import type { Actor } from '@huanbao/platform';
import type { CreditEntry, EntryState } from '../credit.entity';
import { entryPolicy } from '../credit.policy';
import type { Severity } from '../engine/ledger';

export class CreditEntryView {
  id!: string;
  kind!: 'record' | 'revoke';
  subjectId!: string;
  subjectName!: string;
  type!: string;
  severity!: Severity;
  title!: string;
  facts!: string;
  legalBasis!: string;
  documentNo!: string | null;
  occurredOn!: string;
  validFrom!: string;
  validUntil!: string | null;
  indicator!: string | null;
  measure!: string | null;
  score!: string | null;
  evidenceFileId!: string | null;
  state!: EntryState;
  proposedByName!: string;
  proposedAt!: string;
  decidedByName!: string | null;
  decidedAt!: string | null;
  decisionReason!: string | null;
  version!: number;
  actions!: string[];
}

export class CreditEntryPage {
  items!: CreditEntryView[];
  nextCursor!: string | null;
}

export function entryView(entry: CreditEntry, actor: Actor): CreditEntryView {
  const { id, kind, subjectId, subjectName, type, severity, content, evidenceFileId, state, proposedByName, proposedAt, decidedByName, decidedAt, decisionReason, version } = entry;
  const mayDecide = state === 'proposed' && entry.proposedBy !== actor.userId && entryPolicy.may(actor, 'credit-entry.decide', entry);
  return {
    id, kind, subjectId, subjectName, type, severity, ...content, evidenceFileId, state, proposedByName, proposedAt: proposedAt.toISOString(), decidedByName, decidedAt: decidedAt?.toISOString() ?? null, decisionReason, version,
    actions: mayDecide ? ['credit-entry.decide'] : [],
  };
}
