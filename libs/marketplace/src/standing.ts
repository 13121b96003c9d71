import { allOfKinds, Requirement, together } from '@huanbao/providers';
import type { ServiceTask } from './marketplace.entity';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** What a bidder must hold: what the catalogue asked for when the task was published, and what the enterprise named. */
export const requirementOf = (task: Pick<ServiceTask, 'requirement' | 'requiredQualifications'>): Requirement => together(task.requirement ?? [], allOfKinds(task.requiredQualifications));

/** Where a task stands when a firm loses what the task asks for. */
export type StandingPhase = 'bidding' | 'sealed' | 'opened' | 'in-service';

export interface StandingRule {
  readonly phase: StandingPhase;
  /** `wait`: looked at again at the opening; `ineligible`: not to be chosen; `enterprise-decides`: the contract's parties. */
  readonly consequence: 'wait' | 'ineligible' | 'enterprise-decides';
  readonly firm: Words;
  /** Null before the opening: it would tell the enterprise who has bid. */
  readonly enterprise: Words | null;
  readonly basis: string;
}

/**
 * What happens to a bid whose firm loses a qualification, is suspended or restricted. A tender must be in good standing when
 * it is opened and when it is chosen (招标投标法 第二十六条; 实施条例 第五十一条、第五十六条). A sealed bid is never taken out unread:
 * who comes back in time is judged by the day of the opening.
 */
export const STANDING_RULES: readonly StandingRule[] = [
  {
    phase: 'bidding', consequence: 'wait', enterprise: null, basis: '招标投标法 第二十六条（参照）',
    firm: { zh: '本机构的密封报价仍然保留。开标时仍不符合资格的，将判为“资格不符”；开标前恢复的，照常有效。现在不能再提交新报价，可以撤回。', en: 'Your sealed bid stays. If you are still not eligible at the opening it is set aside; if you are again, it counts. You may withdraw it, not replace it.' },
  },
  {
    phase: 'sealed', consequence: 'wait', enterprise: null, basis: '招标投标法 第二十六条（参照）',
    firm: { zh: '报价已截止。开标时仍不符合资格的，将判为“资格不符”；开标前恢复的，照常有效。', en: 'Bidding has closed. If you are still not eligible at the opening the bid is set aside; if you are again, it counts.' },
  },
  {
    phase: 'opened', consequence: 'ineligible', basis: '招标投标法实施条例 第五十一条、第五十六条（参照）',
    firm: { zh: '已开标，定标前再次核对资格：在恢复之前，本机构的报价不能被选定。', en: 'The bids are open. Standing is checked again at the award: until it is restored your bid cannot be chosen.' },
    enterprise: { zh: '这家机构现在不符合任务要求的资格，恢复前不能选定；请选择其他有效报价，或等待其恢复。', en: 'This firm does not meet the requirements now and cannot be chosen until it does: choose another bid, or wait.' },
  },
  {
    phase: 'in-service', consequence: 'enterprise-decides', basis: '民法典 第五百二十七条、第五百六十三条',
    firm: { zh: '任务已在服务中。须持证开展的工作应当停下，并与委托方商定：恢复后继续，或移交其他机构。', en: 'The work is under way. What needs the qualification must stop; agree with the client to go on afterwards or to hand over.' },
    enterprise: { zh: '服务机构失去了任务要求的资格。须持证的工作应当停下，请与机构商定：恢复后继续，或终止并另行委托。', en: 'The firm has lost what the task asks for. What needs it must stop: agree to go on later, or end it and engage somebody else.' },
  },
];

/** The way out where the standing of a chosen firm does not hold: asked again before its contract is signed and before its work is accepted. */
export const STANDING_MOMENTS = {
  // 招标投标法实施条例 第五十六条；民法典 第五百二十七条
  signing: { zh: '等待其恢复后签署；不再等待的，委托方以“机构失去资格”取消中选，改选其他机构', en: 'Sign once it is restored; else the client cancels the award, the firm having lost its standing, and chooses another' },
  // 民法典 第五百二十七条、第五百八十二条；生态环境监测条例（国务院令第820号）
  acceptance: { zh: '成果在资格有效时完成的，写明依据后验收；否则退回返工，或在合同页解除合同后另行委托', en: 'If the work was done while it held, say on what that rests and accept; else send it back, or end the contract and engage another firm' },
} as const satisfies Readonly<Record<string, Words>>;

const PHASE: Readonly<Partial<Record<ServiceTask['state'], StandingPhase>>> = { published: 'bidding', short: 'sealed', closed: 'sealed', negotiating: 'sealed', opened: 'opened', awarded: 'in-service', delivered: 'in-service', rework: 'in-service' };

/** The rule that holds for a task in this state; null where a loss changes nothing. */
export function standingRule(state: ServiceTask['state']): StandingRule | null {
  const phase = PHASE[state];
  return STANDING_RULES.find(rule => rule.phase === phase) ?? null;
}
