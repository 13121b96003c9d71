import type { Actor } from '@huanbao/platform';
import { FindingKind, FindingState, FirmFinding, IN_FORCE } from './finding.entity';
import { findingPolicy } from './finding.policy';

export class FindingView {
  id!: string;
  kind!: FindingKind;
  firmId!: string;
  firmName!: string;
  taskId!: string | null;
  taskTitle!: string | null;
  occurredOn!: string;
  source!: string;
  facts!: string;
  legalBasis!: string;
  evidenceFileId!: string;
  state!: FindingState;
  proposedByName!: string;
  proposedAt!: string;
  /** Until then the firm may speak; nobody decides before, unless it has. */
  statementDue!: string;
  statement!: string | null;
  statedAt!: string | null;
  decidedByName!: string | null;
  decidedAt!: string | null;
  decisionReason!: string | null;
  effectiveFrom!: string | null;
  effectiveTo!: string | null;
  /** It has its effect today. */
  isInForce!: boolean;
  objection!: string | null;
  objectedAt!: string | null;
  answeredByName!: string | null;
  answeredAt!: string | null;
  answer!: string | null;
  version!: number;
  actions!: string[];
}

export class FindingPage {
  items!: FindingView[];
  nextCursor!: string | null;
}

/** A finding as everybody may read it on the firm's page: no evidence, no names. */
export class PublicFindingView {
  kind!: FindingKind;
  occurredOn!: string;
  source!: string;
  legalBasis!: string;
  decidedOn!: string;
  effectiveFrom!: string;
  effectiveTo!: string;
  isInForce!: boolean;
  /** The firm objects and waits for the answer. */
  isObjected!: boolean;
}

const NEXT: Readonly<Record<FindingState, readonly string[]>> = {
  proposed: ['firm-finding.decide', 'firm-finding.state'], refused: [], confirmed: ['firm-finding.object'], objected: ['firm-finding.answer'], upheld: [], revoked: [],
};

const iso = (at: Date | null): string | null => at?.toISOString() ?? null;

export const isInForce = ({ state, effectiveFrom, effectiveTo }: FirmFinding, today: string): boolean => IN_FORCE.includes(state) && effectiveFrom !== null && effectiveTo !== null && effectiveFrom <= today && today <= effectiveTo;

export function findingView(finding: FirmFinding, actor: Actor, now: { readonly today: string; readonly at: Date }): FindingView {
  const { id, kind, firmId, firmName, taskId, taskTitle, occurredOn, source, facts, legalBasis, evidenceFileId, state, proposedByName, statement, decidedByName, decisionReason, effectiveFrom, effectiveTo, objection, answeredByName, answer, version } = finding;
  const open = (action: string): boolean => {
    if (action === 'firm-finding.state') return finding.statement === null;
    if (action === 'firm-finding.decide') return finding.proposedBy !== actor.userId && mayDecide(finding, now.at);
    return action !== 'firm-finding.answer' || finding.proposedBy !== actor.userId;
  };
  return {
    id, kind, firmId, firmName, taskId, taskTitle, occurredOn, source, facts, legalBasis, evidenceFileId, state, proposedByName, proposedAt: finding.proposedAt.toISOString(), statementDue: finding.statementDue.toISOString(), statement, statedAt: iso(finding.statedAt),
    decidedByName, decidedAt: iso(finding.decidedAt), decisionReason, effectiveFrom, effectiveTo, isInForce: isInForce(finding, now.today), objection, objectedAt: iso(finding.objectedAt), answeredByName, answeredAt: iso(finding.answeredAt), answer, version,
    actions: findingPolicy.actionsOn(actor, finding).filter(action => NEXT[state].includes(action) && open(action)),
  };
}

/** The firm has spoken, or had the time to. */
export const mayDecide = ({ statement, statementDue }: Pick<FirmFinding, 'statement' | 'statementDue'>, at: Date): boolean => statement !== null || at >= statementDue;
