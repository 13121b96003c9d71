import { DutyEnforcement, DutyFeed, Obligation } from './calendar/obligation.entity';
import { Stoppage } from './stopping/stoppage.entity';

/** The tables of this room. */
export const DUTIES_ENTITIES = [Obligation, DutyEnforcement, DutyFeed, Stoppage];
