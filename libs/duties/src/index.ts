export { DutiesHttpModule, DutiesJobsModule, DutiesModule } from './duties.module';
export { DUTIES_ENTITIES } from './entities';
export { dutyDone, dutyOverdue, stoppageChanged } from './duties.events';
export { DutyPlanner } from './calendar/planner';
export { planDuties } from './engine/plan';
export { reconcile } from './engine/reconcile';
export { DutyQueries } from './calendar/duty.queries';
export { StoppagesService } from './stopping/stoppages.service';
