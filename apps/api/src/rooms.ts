import { BANKS_ENTITIES, BanksHttpModule } from '@huanbao/banks';
import { CASEWORK_ENTITIES, CaseworkHttpModule } from '@huanbao/casework';
import { COMPLAINTS_ENTITIES, ComplaintsHttpModule } from '@huanbao/complaints';
import { CONTRACTS_ENTITIES, ContractsHttpModule } from '@huanbao/contracts';
import { CREDIT_ENTITIES, CreditHttpModule } from '@huanbao/credit';
import { CREDIT_EVALUATION_ENTITIES, CreditEvaluationHttpModule } from '@huanbao/credit-evaluation';
import { CREDIT_REPAIR_ENTITIES, CreditRepairHttpModule } from '@huanbao/credit-repair';
import { ConflictsHttpModule } from '@huanbao/conflicts';
import { DOCUMENTS_ENTITIES, DocumentsHttpModule } from '@huanbao/documents';
import { ENFORCEMENT_ENTITIES, EnforcementHttpModule } from '@huanbao/enforcement';
import { EVIDENCE_ENTITIES, EvidenceHttpModule } from '@huanbao/evidence';
import { EVALUATION_ENTITIES, EvaluationHttpModule } from '@huanbao/evaluation';
import { DUTIES_ENTITIES, DutiesHttpModule } from '@huanbao/duties';
import { IDENTITY_ENTITIES, IdentityHttpModule } from '@huanbao/identity';
import { KEPT_FACTS_ENTITIES, KeptFactsHttpModule } from '@huanbao/kept-facts';
import { MARKETPLACE_ENTITIES, MarketplaceHttpModule } from '@huanbao/marketplace';
import { MARKET_DATA_ENTITIES, MarketDataHttpModule } from '@huanbao/market-data';
import { MARKET_SIGNALS_ENTITIES, MarketSignalsHttpModule } from '@huanbao/market-signals';
import { NOTIFICATIONS_ENTITIES, NotificationsHttpModule } from '@huanbao/notifications';
import { PENALTIES_ENTITIES, PenaltiesHttpModule } from '@huanbao/penalties';
import { PERMITS_ENTITIES, PermitsHttpModule } from '@huanbao/permits';
import { RECTIFICATION_ENTITIES, RectificationHttpModule } from '@huanbao/rectification';
import { RECORDS_ENTITIES, RecordsHttpModule } from '@huanbao/records';
import { REFERENCE_ENTITIES, ReferenceHttpModule } from '@huanbao/reference';
import { REPORTS_ENTITIES, ReportsHttpModule } from '@huanbao/reports';
import { PROVIDERS_ENTITIES, ProvidersHttpModule } from '@huanbao/providers';
import { REPUTATION_ENTITIES, ReputationHttpModule } from '@huanbao/reputation';
import { SERVICES_ENTITIES, ServicesHttpModule } from '@huanbao/services';
import { SIGNATURES_ENTITIES, SignaturesHttpModule } from '@huanbao/signatures';
import { STEWARDSHIP_ENTITIES, StewardshipHttpModule } from '@huanbao/stewardship';
import { WATCH_LIST_ENTITIES, WatchListHttpModule } from '@huanbao/watch-list';

/** The tables of the house. One list for api, worker and the command-line tools. */
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

/** The rooms that speak HTTP. */
export const HTTP_ROOMS = [
  IdentityHttpModule,
  DocumentsHttpModule,
  NotificationsHttpModule,
  CaseworkHttpModule,
  SignaturesHttpModule,
  ReferenceHttpModule,
  ProvidersHttpModule,
  PermitsHttpModule,
  EvidenceHttpModule,
  ServicesHttpModule,
  MarketplaceHttpModule,
  MarketSignalsHttpModule,
  MarketDataHttpModule,
  EvaluationHttpModule,
  ContractsHttpModule,
  RecordsHttpModule,
  DutiesHttpModule,
  ReportsHttpModule,
  ConflictsHttpModule,
  ComplaintsHttpModule,
  ReputationHttpModule,
  StewardshipHttpModule,
  CreditHttpModule,
  KeptFactsHttpModule,
  BanksHttpModule,
  CreditRepairHttpModule,
  EnforcementHttpModule,
  RectificationHttpModule,
  PenaltiesHttpModule,
  WatchListHttpModule,
  CreditEvaluationHttpModule,
];
