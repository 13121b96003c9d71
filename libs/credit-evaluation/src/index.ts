export { CreditEvaluationHttpModule, CreditEvaluationJobsModule, CreditEvaluationModule } from './credit-evaluation.module';
export { CREDIT_EVALUATION_ENTITIES } from './evaluation.entity';
export { evaluationPublished } from './evaluation.events';
export { seedCreditEvaluationDemo } from './demo/seed';
