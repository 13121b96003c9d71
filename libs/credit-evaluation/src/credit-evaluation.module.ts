import { Module } from '@nestjs/common';
import { CaseworkModule } from '@huanbao/casework';
import { ComplaintsModule } from '@huanbao/complaints';
import { CreditModule } from '@huanbao/credit';
import { DocumentsModule } from '@huanbao/documents';
import { DutiesModule } from '@huanbao/duties';
import { IdentityModule } from '@huanbao/identity';
import { NotificationsModule } from '@huanbao/notifications';
import { PenaltiesModule } from '@huanbao/penalties';
import { PermitsModule } from '@huanbao/permits';
import { RecordsModule } from '@huanbao/records';
import { ReferenceModule } from '@huanbao/reference';
import { SignaturesModule } from '@huanbao/signatures';
import { EvaluationActs } from './acting';
import { EvaluationClaims } from './claims/claims';
import { Merging } from './claims/merging.service';
import { Checking } from './checking/checking.service';
import { Results } from './checking/results';
import { Correcting } from './correcting/correcting.service';
import { Noticing } from './correcting/noticing.service';
import { PassedOver } from './correcting/passed-over.service';
import { Renewing } from './correcting/renewing.service';
import { CreditEvaluationsController, EvaluationObjectionsController } from './evaluation.controller';
import { EvaluationFiles } from './evaluation.files';
import { EvaluationJobs } from './evaluation.jobs';
import { EvaluationQueries } from './evaluation.queries';
import { EvaluationBook } from './evaluation.reference';
import { EvaluationLetters } from './letters/letters.service';
import { Contacts } from './objections/contacts.service';
import { Objecting } from './objections/objecting.service';
import { PublicEvaluationLettersController, PublicEvaluationsController } from './public/public.controller';
import { Publication } from './public/publication';
import { PublicEvaluations } from './public/public.queries';
import { Publishing } from './public/publishing.service';
import { PlatformRecords } from './reporting/platform-records';
import { ReportCopies } from './reporting/report-copies';
import { Reporting } from './reporting/reporting.service';
import { Announcing } from './years/announcing.service';
import { Listing } from './years/listing.service';
import { Reminding } from './years/reminding.service';
import { EvaluationRuns } from './years/runs.service';
import { YearQueries } from './years/year.queries';
import { Years } from './years/years.service';
import { EvaluationParticipantsController, EvaluationYearsController } from './years/years.controller';
import './credit-evaluation.acts';

const SERVICES = [
  EvaluationBook, EvaluationActs, Years, Listing, Announcing, Reminding, EvaluationRuns, YearQueries, PlatformRecords, ReportCopies, Reporting, Results, Checking, Objecting, Contacts, EvaluationLetters, Publication, Renewing, PassedOver, Publishing, Noticing, Correcting, EvaluationQueries, PublicEvaluations, EvaluationFiles, Merging, EvaluationClaims,
];

/** 年度环境信用评价: from the list to the published grade, which the standing of the day goes on from. */
@Module({ imports: [CaseworkModule, ComplaintsModule, CreditModule, DocumentsModule, DutiesModule, IdentityModule, NotificationsModule, PenaltiesModule, PermitsModule, RecordsModule, ReferenceModule, SignaturesModule], providers: SERVICES, exports: SERVICES })
export class CreditEvaluationModule {}

@Module({ imports: [CreditEvaluationModule], controllers: [EvaluationYearsController, EvaluationParticipantsController, CreditEvaluationsController, EvaluationObjectionsController, PublicEvaluationsController, PublicEvaluationLettersController] })
export class CreditEvaluationHttpModule {}

@Module({ imports: [CreditEvaluationModule], providers: [EvaluationJobs] })
export class CreditEvaluationJobsModule {}
