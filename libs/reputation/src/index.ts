import { FirmFinding } from './findings/finding.entity';
import { WorkUse } from './outcomes/work-use.entity';
import { RatingReply } from './replies/reply.entity';
import { FirmScore } from './scores/score.entity';

export { ReputationHttpModule, ReputationJobsModule, ReputationModule } from './reputation.module';
export { findingConfirmed, findingRevoked } from './reputation.events';
export { type FirmCreditEvent, FirmCreditEvents } from './findings/credit-events';
export { type LateWork, LateWorks } from './outcomes/late-works';
export { Scoring } from './scores/scoring.service';
export { ScoreSource } from './scores/rating-source';

/** The tables of this room. */
export const REPUTATION_ENTITIES = [FirmFinding, FirmScore, RatingReply, WorkUse];
export { seedReputationDemo } from './demo/seed';
