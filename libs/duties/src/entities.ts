import { DutyEnforcement, DutyFeed, Obligation } from './calendar/obligation.entity';
import { Stoppage, StoppageQuestion } from './stopping/stoppage.entity';

/** The tables of this room. */
export const DUTIES_ENTITIES = [Obligation, DutyEnforcement, DutyFeed, Stoppage, StoppageQuestion];
