export { EvaluationModule, EvaluationHttpModule, EvaluationJobsModule } from './evaluation.module';
export { EVALUATION_ENTITIES } from './evaluation.entity';
export { candidatesPublished, evaluationRevealed } from './evaluation.events';
export { ExpertsService } from './experts/experts.service';
export { draw, lotOf, seedOf } from './rules/draw';
export { seedEvaluationDemo } from './evaluation.seed';
export { evaluateDemo, sealedForEvaluation } from './demo-tender';
