import { Module } from '@nestjs/common';
import { CaseworkModule } from '@huanbao/casework';
import { DocumentsModule } from '@huanbao/documents';
import { IdentityModule } from '@huanbao/identity';
import { NotificationsModule } from '@huanbao/notifications';
import { ReferenceModule } from '@huanbao/reference';
import { ComplaintQueries } from './complaint.queries';
import { ComplaintsController } from './complaints.controller';
import { ComplaintFiles } from './complaints.files';
import { ComplaintsJobs } from './complaints.jobs';
import { Disputes } from './disputes/disputes.service';
import { StandIns } from './disputes/stand-ins.service';
import { Closing } from './handling/closing.service';
import { Extensions } from './handling/extensions.service';
import { Handling } from './handling/handling.service';
import { Informants } from './handling/informants.service';
import { ComplaintMessages } from './handling/messages';
import { ComplaintSteps } from './handling/steps';
import { ComplaintImportController } from './import/import.controller';
import { ComplaintImport } from './import/import.service';
import { PublicComplaintsController } from './intake/public-complaints.controller';
import { Registering } from './intake/register.service';
import { Reporters } from './intake/reporters.service';
import { Senders } from './intake/senders';
import { DecidedComplaintsController } from './disputes/decided.controller';
import { DecidedComplaints } from './disputes/decided.queries';
import { ComplaintPeriods } from './periods';
import { ComplaintCounts } from './reading/complaint-counts';
import { ComplaintRoundsController } from './rounds/complaint-rounds.controller';
import { ComplaintRounds } from './rounds/rounds.service';
import { ComplaintRoutesController } from './routing/complaint-routes.controller';
import { ComplaintRoutes } from './routing/routes.service';
import { ComplaintFiguresController } from './statistics/figures.controller';
import { ComplaintFigures } from './statistics/figures.queries';
import './complaints.acts';

const SERVICES = [ComplaintPeriods, ComplaintRoutes, Senders, Registering, Reporters, Informants, ComplaintMessages, ComplaintSteps, ComplaintRounds, Handling, Extensions, Closing, StandIns, Disputes, DecidedComplaints, ComplaintQueries, ComplaintFigures, ComplaintImport, ComplaintFiles, ComplaintCounts];

/** 12369: complaints of pollution. */
@Module({ imports: [CaseworkModule, DocumentsModule, IdentityModule, NotificationsModule, ReferenceModule], providers: SERVICES, exports: SERVICES })
export class ComplaintsModule {}

@Module({ imports: [ComplaintsModule, DocumentsModule], controllers: [PublicComplaintsController, ComplaintFiguresController, ComplaintRoutesController, ComplaintImportController, ComplaintRoundsController, DecidedComplaintsController, ComplaintsController] })
export class ComplaintsHttpModule {}

@Module({ imports: [ComplaintsModule, DocumentsModule], providers: [ComplaintsJobs] })
export class ComplaintsJobsModule {}
