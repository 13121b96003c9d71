import { BANKS_ENTITIES, BanksJobsModule } from '@huanbao/banks';
import { CASEWORK_ENTITIES, CaseworkJobsModule } from '@huanbao/casework';
import { COMPLAINTS_ENTITIES, ComplaintsJobsModule } from '@huanbao/complaints';
import { CONTRACTS_ENTITIES, ContractsJobsModule } from '@huanbao/contracts';
import { CREDIT_ENTITIES, CreditJobsModule } from '@huanbao/credit';
import { CREDIT_EVALUATION_ENTITIES, CreditEvaluationJobsModule } from '@huanbao/credit-evaluation';
import { CREDIT_REPAIR_ENTITIES, CreditRepairJobsModule } from '@huanbao/credit-repair';
import { ConflictsModule } from '@huanbao/conflicts';
import { DOCUMENTS_ENTITIES, DocumentsJobsModule } from '@huanbao/documents';
import { ENFORCEMENT_ENTITIES, EnforcementJobsModule } from '@huanbao/enforcement';
import { EVIDENCE_ENTITIES, EvidenceJobsModule } from '@huanbao/evidence';
import { EVALUATION_ENTITIES, EvaluationJobsModule } from '@huanbao/evaluation';
import { DUTIES_ENTITIES, DutiesJobsModule } from '@huanbao/duties';
import { IDENTITY_ENTITIES, IdentityJobsModule } from '@huanbao/identity';
import { KEPT_FACTS_ENTITIES } from '@huanbao/kept-facts';
import { MARKETPLACE_ENTITIES, MarketplaceJobsModule } from '@huanbao/marketplace';
import { MARKET_DATA_ENTITIES, MarketDataJobsModule } from '@huanbao/market-data';
import { MARKET_SIGNALS_ENTITIES, MarketSignalsJobsModule } from '@huanbao/market-signals';
import { NOTIFICATIONS_ENTITIES, NotificationsJobsModule } from '@huanbao/notifications';
import { PENALTIES_ENTITIES, PenaltiesJobsModule } from '@huanbao/penalties';
import { PERMITS_ENTITIES, PermitsJobsModule } from '@huanbao/permits';
import { RECTIFICATION_ENTITIES, RectificationJobsModule } from '@huanbao/rectification';
import { RECORDS_ENTITIES, RecordsJobsModule } from '@huanbao/records';
import { REFERENCE_ENTITIES, ReferenceModule } from '@huanbao/reference';
import { REPORTS_ENTITIES, ReportsJobsModule } from '@huanbao/reports';
import { PROVIDERS_ENTITIES, ProvidersJobsModule } from '@huanbao/providers';
import { REPUTATION_ENTITIES, ReputationJobsModule } from '@huanbao/reputation';
import { SERVICES_ENTITIES } from '@huanbao/services';
import { SIGNATURES_ENTITIES, SignaturesJobsModule } from '@huanbao/signatures';
import { STEWARDSHIP_ENTITIES, StewardshipJobsModule } from '@huanbao/stewardship';
import { WATCH_LIST_ENTITIES, WatchListJobsModule } from '@huanbao/watch-list';

/** The tables the jobs touch. */
export const ENTITIES = [
  ...IDENTITY_ENTITIES,
  ...DOCUMENTS_ENTITIES,
  ...NOTIFICATIONS_ENTITIES,
  ...CASEWORK_ENTITIES,
  ...SIGNATURES_ENTITIES,
  ...REFERENCE_ENTITIES,
  ...PROVIDERS_ENTITIES,
  ...SERVICES_ENTITIES,
  ...PERMITS_ENTITIES,
  ...EVIDENCE_ENTITIES,
  ...MARKETPLACE_ENTITIES,
  ...MARKET_SIGNALS_ENTITIES,
  ...MARKET_DATA_ENTITIES,
  ...EVALUATION_ENTITIES,
  ...CONTRACTS_ENTITIES,
  ...RECORDS_ENTITIES,
  ...DUTIES_ENTITIES,
  ...REPORTS_ENTITIES,
  ...COMPLAINTS_ENTITIES,
  ...REPUTATION_ENTITIES,
  ...STEWARDSHIP_ENTITIES,
  ...CREDIT_ENTITIES,
  ...KEPT_FACTS_ENTITIES,
  ...BANKS_ENTITIES,
  ...CREDIT_REPAIR_ENTITIES,
  ...ENFORCEMENT_ENTITIES,
  ...RECTIFICATION_ENTITIES,
  ...PENALTIES_ENTITIES,
  ...WATCH_LIST_ENTITIES,
  ...CREDIT_EVALUATION_ENTITIES,
];

/** The rooms that have work in the background. */
export const JOB_ROOMS = [
  IdentityJobsModule,
  DocumentsJobsModule,
  NotificationsJobsModule,
  CaseworkJobsModule,
  SignaturesJobsModule,
  ReferenceModule,
  ProvidersJobsModule,
  PermitsJobsModule,
  EvidenceJobsModule,
  MarketplaceJobsModule,
  MarketSignalsJobsModule,
  MarketDataJobsModule,
  EvaluationJobsModule,
  ContractsJobsModule,
  RecordsJobsModule,
  DutiesJobsModule,
  ReportsJobsModule,
  ConflictsModule,
  ComplaintsJobsModule,
  ReputationJobsModule,
  StewardshipJobsModule,
  CreditJobsModule,
  BanksJobsModule,
  CreditRepairJobsModule,
  EnforcementJobsModule,
  RectificationJobsModule,
  PenaltiesJobsModule,
  WatchListJobsModule,
  CreditEvaluationJobsModule,
];
