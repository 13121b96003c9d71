import { Module } from '@nestjs/common';
import { CaseworkModule } from '@huanbao/casework';
import { DocumentsModule } from '@huanbao/documents';
import { IdentityModule } from '@huanbao/identity';
import { NotificationsModule } from '@huanbao/notifications';
import { ReferenceModule } from '@huanbao/reference';
import { SignaturesModule } from '@huanbao/signatures';
import { AcceptanceGuards } from './acceptance-guards';
import { ApplicationController } from './application.controller';
import { ApplicationQueries } from './application.queries';
import { ApplicationRecords } from './application.records';
import { ApplicationViews } from './application-views';
import { AttachmentsService } from './attachments.service';
import { CertificateService } from './certificate.service';
import { DecisionService } from './decision.service';
import { DraftsService } from './drafts.service';
import { FormStates } from './form-states';
import { IntakeService } from './intake.service';
import { IssuingService } from './issuing.service';
import { FormExchangeController, TableExchangeController } from './exchange/exchange.controller';
import { FormExchange } from './exchange/form-exchange.service';
import { TableExchange } from './exchange/table-exchange.service';
import { ClaimedPermits } from './imports/claimed-permits';
import { ListApplying } from './imports/applying.service';
import { ImportJobs } from './imports/import.jobs';
import { ImportsController } from './imports/imports.controller';
import { ImportExport } from './imports/import.export';
import { ImportNotices } from './imports/import.notices';
import { ImportQueries } from './imports/imports.queries';
import { ImportsService } from './imports/imports.service';
import { ListJudging } from './imports/judging.service';
import { PermitUses } from './imports/permit-uses';
import { ListUndoing } from './imports/undoing.service';
import { CopyingController } from './copying/copying.controller';
import { Copying } from './copying/copying.service';
import { Differences } from './life/differences.service';
import { PermitCasesController, PermitEndingController } from './ending/ending.controller';
import { EndingNotices } from './ending/ending.notices';
import { EndingViews } from './ending/ending.views';
import { MeasureEvidence } from './ending/measure-evidence';
import { MeasureTerms } from './ending/measure-terms';
import { MeasuresService } from './ending/measures.service';
import { PermitEnd } from './ending/permit-end';
import { RequestPapers } from './ending/request-papers';
import { RequestsService } from './ending/requests.service';
import { ApplicationConditions } from './conditions/application-conditions.service';
import { ConditionPlacing } from './conditions/condition-placing';
import { ApplicationConditionsController, ConditionsController } from './conditions/conditions.controller';
import { ConditionLibrary } from './conditions/library.service';
import { AsOfController } from './life/as-of.controller';
import { PermitAsOf } from './life/as-of.service';
import { BusinessTypeChange } from './life/business-type-change.service';
import { LifeController, ProcedureGuideController } from './life/life.controller';
import { Materials } from './life/materials';
import { ProcedureGuide } from './life/procedure-guide';
import { RenewalTerms } from './life/renewal-terms';
import { SiteStanding } from './life/site-standing';
import { PermitReader } from './life/permit-reader';
import { PermitVersions } from './life/permit-versions';
import { ProcedurePeriods } from './life/procedure-periods';
import { SiteCheckJobs } from './officers/check-report.job';
import { SiteChecksController, TeamworkController } from './officers/officers.controller';
import { NeededOpinions } from './officers/needed-opinions';
import { OfficersViews } from './officers/officers-views';
import { SiteChecks } from './officers/site-checks.service';
import { Countersigns } from './officers/countersigns.service';
import { Teamwork } from './officers/teamwork.service';
import { PapersController } from './papers/papers.controller';
import { FormPaperJobs, FormPapers } from './papers/papers.service';
import { LimitLookup } from './limits/limit-lookup';
import { LimitSimulation } from './limits/limit-simulation';
import { LimitTable } from './limits/limit-table';
import { ApplicableLimitsController, LimitProposalsController, LimitsController, PublicLimitsController, StandardsController } from './limits/limits.controller';
import { LimitQueries } from './limits/limits.queries';
import { LimitsSheet } from './limits/limits-sheet.service';
import { LimitProposals } from './limits/proposals.service';
import { PermitFiles } from './permit.files';
import { PermitQueries } from './permit.queries';
import { PermitFormsController, PermitsController } from './permits.controller';
import { RegisterFigures } from './register/register-figures';
import { PublicPermitController, RegisterController } from './register/register.controller';
import { RegisterExport } from './register/register.export';
import { RegisterQueries } from './register/register.queries';
import { PermitsJobs } from './permits.jobs';
import { PermitJsonController } from './permit-json/permit-json.controller';
import { PermitJson } from './permit-json/permit-json.service';
import { PermitNotices } from './permits.notices';
import { ProcedureController } from './procedure.controller';
import { RepudiatedSubmissions } from './repudiated-submissions';
import { ReceiptFiles, ReceiptJobs } from './registrations/receipts.service';
import { RegistrationNotices } from './registrations/registration.notices';
import { PublicRegistrationsController, RegistrationsController } from './registrations/registrations.controller';
import { RegistrationQueries } from './registrations/registrations.queries';
import { RegistrationFiling } from './registrations/registration-filing';
import { RegistrationReminders } from './registrations/registration-reminders';
import { RegistrationsService } from './registrations/registrations.service';
import { RegistrationTerms } from './registrations/registration.terms';
import { RefusalService } from './refusal.service';
import { ReviewGrounds } from './review-grounds';
import { ReviewRunsService } from './review-runs.service';
import { ReviewService } from './review.service';
import { SectionStore } from './section-store';
import { SectionsService } from './sections.service';
import { DeemedAcceptance } from './silence';
import { SubmissionRecords } from './submission-records';
import { CorrectionConsequences } from './correction-consequences';
import { EndedApplications } from './ended-applications';
import { RepudiatedFilings } from './repudiated-filings';
import { ApplicationLife } from './life/application-life';
import { PendingRenewals } from './life/pending-renewals';
import { HandInChecks } from './hand-in-checks';
import { SubmissionService } from './submission.service';
import './permits.acts';

const SERVICES = [
  AcceptanceGuards,
  ApplicationRecords, SectionStore, FormStates, PermitNotices, DraftsService, SectionsService, AttachmentsService, ReviewGrounds, CorrectionConsequences, ReviewRunsService, HandInChecks, SubmissionService, IntakeService,
  ReviewService, DecisionService, IssuingService, CertificateService, ApplicationQueries, ApplicationLife, ApplicationViews, PermitQueries, PermitReader, PermitVersions, ProcedurePeriods, Differences, RenewalTerms, PendingRenewals, SiteStanding, Materials, ProcedureGuide, BusinessTypeChange, PermitEnd, EndingNotices, EndingViews, MeasureEvidence, MeasureTerms, MeasuresService, RequestPapers, RequestsService, RegistrationsService, RegistrationFiling, RegistrationQueries, RegistrationNotices, RegistrationTerms, RegistrationReminders,
  // the bureau's work
  RefusalService, NeededOpinions, Teamwork, Countersigns, SiteChecks, OfficersViews,
  // the public register
  RegisterQueries, RegisterFigures, RegisterExport,
  TableExchange, FormExchange,
  Copying, PermitJson, FormPapers,
  // conditions, and a permit as of any day
  PermitAsOf, ConditionLibrary, ApplicationConditions, ConditionPlacing,
  // lists of permits from elsewhere
  ImportsService, ImportQueries, ImportExport, ImportNotices, PermitUses, ListJudging, ListApplying, ListUndoing,
  // dated standards and limits
  LimitTable, LimitLookup, LimitQueries, LimitProposals, LimitSimulation, LimitsSheet,
];

/** Discharge permits: application, review, decision, certificate. */
@Module({
  imports: [IdentityModule, DocumentsModule, NotificationsModule, CaseworkModule, ReferenceModule, SignaturesModule],
  providers: [...SERVICES, ClaimedPermits, SubmissionRecords, RepudiatedSubmissions, RepudiatedFilings, EndedApplications, PermitFiles, ReceiptFiles, DeemedAcceptance],
  exports: [...SERVICES, RepudiatedSubmissions, RepudiatedFilings, EndedApplications],
})
export class PermitsModule {}

@Module({
  imports: [PermitsModule, DocumentsModule],
  controllers: [
    TableExchangeController, FormExchangeController, LifeController, ProcedureGuideController, PermitEndingController, PermitCasesController, RegistrationsController, PublicRegistrationsController, ApplicationController, ProcedureController, ConditionsController, ApplicationConditionsController, TeamworkController, SiteChecksController, AsOfController, PermitsController,
    CopyingController, PermitJsonController, PapersController, ImportsController, RegisterController, PublicPermitController, PermitFormsController,
    PublicLimitsController, ApplicableLimitsController, StandardsController, LimitsController, LimitProposalsController,
  ],
})
export class PermitsHttpModule {}

@Module({ imports: [PermitsModule, DocumentsModule], providers: [PermitsJobs, ImportJobs, FormPaperJobs, SiteCheckJobs, ReceiptJobs] })
export class PermitsJobsModule {}
