import { Amendments } from './amendments.service';
import { Bonds } from './bonds.service';
import { Closing } from './closing';
import { FinalRound } from './final-round.service';
import { Invitations } from './invitations.service';
import { Offers } from './offers.service';
import { ProcedureQueries } from './procedure.queries';
import { ProcurementLaw } from './procurement-law.service';
import { PublicChanges } from './public-changes';
import { Publication } from './publication.service';
import { Questions } from './questions.service';
import { Shortfalls } from './shortfall.service';
import { SiteVisits } from '../visits/visits.service';

/** What the methods of procurement need, for the room's module. */
export const METHOD_SERVICES = [ProcurementLaw, Closing, Invitations, Offers, Shortfalls, Amendments, Questions, FinalRound, Bonds, PublicChanges, Publication, ProcedureQueries, SiteVisits];
