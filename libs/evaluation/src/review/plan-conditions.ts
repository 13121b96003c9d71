import type { ServiceTask } from '@huanbao/marketplace';
import type { EvaluationPlan } from '../evaluation.entity';
import { Condition, conditionsOf } from '../rules/conditions';

type Facts = Pick<EvaluationPlan, 'substantial' | 'validityDays' | 'ceilingYuan'>;

/** What would be fixed if the task were published as it stands. */
export const conditionsNow = ({ substantial, validityDays, ceilingYuan }: Facts, { regime, bondYuan, budgetYuan }: ServiceTask): Condition[] => conditionsOf({ regime, bondYuan, budgetYuan, substantial, validityDays, ceilingYuan });

/** The conditions bids are held against: as fixed; of a draft, and of what was published before they were kept, as they follow from the task. */
export const conditionsFor = (plan: EvaluationPlan, task: ServiceTask): readonly Condition[] => plan.conditions ?? conditionsNow(plan, task);
