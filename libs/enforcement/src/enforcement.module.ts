import { Module } from '@nestjs/common';
import { CaseworkModule } from '@huanbao/casework';
import { CreditModule } from '@huanbao/credit';
import { DocumentsModule } from '@huanbao/documents';
import { IdentityModule } from '@huanbao/identity';
import { NotificationsModule } from '@huanbao/notifications';
import { ReferenceModule } from '@huanbao/reference';
import { SignaturesModule } from '@huanbao/signatures';
import { DrawQueries } from './draw/draw.queries';
import { DrawsController } from './draw/draws.controller';
import { DrawsService } from './draw/draws.service';
import { PoolReader } from './draw/pool-reader';
import { PublicDrawsController } from './draw/public-draws.controller';
import { PublicDraws } from './draw/public-draws.queries';
import { EnforcementJobs } from './enforcement.jobs';
import { EnforcementReference } from './enforcement.reference';
import { CrewService } from './inspections/crew.service';
import { InspectionQueries } from './inspections/inspection.queries';
import { InspectionsController } from './inspections/inspections.controller';
import { LateVisits } from './inspections/late-visits.service';
import { InspectionsService } from './inspections/inspections.service';
import { InspectionsWaiting } from './inspections/waiting';
import { PlanningService } from './inspections/planning.service';
import { PublicInspectionsController } from './inspections/public-inspections.controller';
import { CertifiedOfficers } from './officers/certified';
import { OfficersController } from './officers/officers.controller';
import { OfficersService } from './officers/officers.service';
import { PositiveController } from './positive/positive.controller';
import { PositiveQueries } from './positive/positive.queries';
import { PositiveRenewals } from './positive/renewing.service';
import { PositiveService } from './positive/positive.service';
import { FreezingService } from './record/freezing.service';
import { InspectionFiles } from './record/inspection.files';
import { InspectionReference } from './record/inspection.reference';
import { InspectionPhotos } from './record/photos.service';
import { RecordController } from './record/record.controller';
import { RecordPaper } from './record/record.paper';
import { RecordQueries } from './record/record.queries';
import { RecordDays } from './record/record-days';
import { RecordStore } from './record/record.store';
import { InspectionResults } from './record/results.service';
import { SavingService } from './record/saving.service';
import { SealingService } from './record/sealing.service';
import { SigningService } from './record/signing.service';
import { Supplements } from './record/supplements.service';
import { TargetsController } from './targets/targets.controller';
import { TargetsService } from './targets/targets.service';
import './enforcement.acts';

const SERVICES = [
  InspectionsWaiting, EnforcementReference, OfficersService, CertifiedOfficers, TargetsService, PositiveService, PositiveRenewals, PositiveQueries, PoolReader, DrawsService, DrawQueries, PublicDraws, InspectionsService, LateVisits, InspectionQueries,
  PlanningService, CrewService, InspectionReference, RecordStore, RecordDays, RecordQueries, SavingService, InspectionPhotos, FreezingService, SealingService, SigningService, Supplements, InspectionResults, RecordPaper, InspectionFiles,
];

/** Enforcement: whom the bureau visits, chosen by lot, and what it finds. */
@Module({ imports: [IdentityModule, DocumentsModule, NotificationsModule, ReferenceModule, CaseworkModule, CreditModule, SignaturesModule], providers: SERVICES, exports: SERVICES })
export class EnforcementModule {}

@Module({ imports: [EnforcementModule], controllers: [OfficersController, TargetsController, PositiveController, DrawsController, PublicDrawsController, InspectionsController, PublicInspectionsController, RecordController] })
export class EnforcementHttpModule {}

@Module({ imports: [EnforcementModule, DocumentsModule], providers: [EnforcementJobs] })
export class EnforcementJobsModule {}
