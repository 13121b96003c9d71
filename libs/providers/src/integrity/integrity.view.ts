import type { Actor } from '@huanbao/platform';
import { integrityPolicy } from '../providers.policy';
import type { IntegrityPoint, PointState } from './integrity.entity';

export class PointView {
  id!: string;
  firmId!: string;
  firmName!: string;
  domain!: string;
  ruleCode!: string;
  ruleZh!: string;
  ruleEn!: string;
  article!: string;
  points!: number;
  occurredOn!: string;
  /** From this day it counts no more. */
  expiresOn!: string;
  source!: string;
  facts!: string;
  evidenceFileId!: string;
  state!: PointState;
  proposedByName!: string;
  decidedByName!: string | null;
  decisionReason!: string | null;
  objection!: string | null;
  answeredByName!: string | null;
  answer!: string | null;
  version!: number;
  actions!: string[];
}

export class PointPage {
  items!: PointView[];
  nextCursor!: string | null;
}

export class IntegrityRuleView {
  code!: string;
  domain!: string;
  textZh!: string;
  textEn!: string;
  points!: number;
  article!: string;
  legalBasis!: string;
  verified!: boolean;
}

export class IntegrityDomainView {
  code!: string;
  nameZh!: string;
  nameEn!: string;
  warnPoints!: number;
  restrictPoints!: number;
  cycleMonths!: number;
  restrictMonths!: number;
  legalBasis!: string;
  verified!: boolean;
  rules!: IntegrityRuleView[];
}

/** What the points of a firm come to today. */
export class IntegrityStandingView {
  domain!: string;
  nameZh!: string;
  nameEn!: string;
  points!: number;
  warnPoints!: number;
  restrictPoints!: number;
  level!: 'clear' | 'warned' | 'restricted';
  /** First and last day of the warning or restriction that holds. */
  from!: string | null;
  until!: string | null;
  verified!: boolean;
}

const NEXT: Readonly<Record<PointState, readonly string[]>> = { proposed: ['integrity-point.decide'], refused: [], confirmed: ['integrity-point.object'], objected: ['integrity-point.answer'], upheld: [], revoked: [] };

export function pointView(point: IntegrityPoint, actor: Actor): PointView {
  const { id, firmId, firmName, domain, ruleCode, article, points, occurredOn, expiresOn, source, facts, evidenceFileId, state, proposedByName, decidedByName, decisionReason, objection, answeredByName, answer, version } = point;
  const own = (action: string): boolean => action !== 'integrity-point.object' && point.proposedBy === actor.userId;
  const actions = integrityPolicy.actionsOn(actor, point).filter(action => NEXT[state].includes(action) && !own(action));
  return {
    id, firmId, firmName, domain, ruleCode, ruleZh: point.ruleTextZh, ruleEn: point.ruleTextEn, article, points, occurredOn, expiresOn, source, facts, evidenceFileId, state,
    proposedByName, decidedByName, decisionReason, objection, answeredByName, answer, version, actions,
  };
}
