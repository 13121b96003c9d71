import { Module } from '@nestjs/common';
import { CaseworkModule } from '@huanbao/casework';
import { CreditModule } from '@huanbao/credit';
import { DocumentsModule } from '@huanbao/documents';
import { EnforcementModule } from '@huanbao/enforcement';
import { IdentityModule } from '@huanbao/identity';
import { NotificationsModule } from '@huanbao/notifications';
import { ReferenceModule } from '@huanbao/reference';
import { RectificationFollowing } from './following.service';
import { OwnRectificationsController } from './own/own-rectifications.controller';
import { RectificationPapers } from './papers/paper-shelf';
import { PublicSupervisionsController } from './public/public-supervisions.controller';
import { PublicSupervisions } from './public/public-supervisions.queries';
import { RectificationRates } from './rates.service';
import { RectificationOrigins } from './reading/rectification-origins';
import { RectificationFiles } from './rectification.files';
import { ComplaintDrafts } from './complaint-drafts';
import { RectificationJobs } from './rectification.jobs';
import { RectificationQueries } from './rectification.queries';
import { RectificationBook } from './rectification.reference';
import { RectificationStepsController } from './rectification-steps.controller';
import { RectificationsController } from './rectifications.controller';
import { RectificationSheets } from './sheets';
import { RectificationActs } from './steps/acting';
import { RectificationClues } from './steps/clues.service';
import { RectificationExtending } from './steps/extending.service';
import { RectificationIssuing } from './steps/issuing.service';
import { RectificationMending } from './steps/mending.service';
import { RectificationOpening } from './steps/opening.service';
import { RectificationPlanning } from './steps/planning.service';
import { RectificationServing } from './steps/serving.service';
import { RectificationSupervising } from './steps/supervising.service';
import { RectificationVerifying } from './steps/verifying.service';
import { RectificationWithdrawing } from './steps/withdrawing.service';
import './rectification.acts';

const SERVICES = [
  RectificationBook, RectificationPapers, RectificationActs, RectificationOpening, RectificationIssuing, RectificationPlanning, RectificationMending, RectificationExtending, RectificationClues, RectificationVerifying, RectificationServing, RectificationSupervising, RectificationWithdrawing,
  RectificationRates, RectificationOrigins, RectificationFollowing, RectificationQueries, RectificationSheets, PublicSupervisions, RectificationFiles,
];

/** 整改, from the finding to the closed case. */
@Module({ imports: [CaseworkModule, CreditModule, DocumentsModule, EnforcementModule, IdentityModule, NotificationsModule, ReferenceModule], providers: SERVICES, exports: SERVICES })
export class RectificationModule {}

@Module({ imports: [RectificationModule], controllers: [PublicSupervisionsController, OwnRectificationsController, RectificationsController, RectificationStepsController] })
export class RectificationHttpModule {}

@Module({ imports: [CaseworkModule, RectificationModule, NotificationsModule], providers: [RectificationJobs, ComplaintDrafts] })
export class RectificationJobsModule {}
