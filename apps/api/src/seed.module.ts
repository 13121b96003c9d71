import { DynamicModule, Module } from '@nestjs/common';
import { BanksModule } from '@huanbao/banks';
import { CaseworkModule } from '@huanbao/casework';
import { ComplaintsModule } from '@huanbao/complaints';
import { ContractsModule } from '@huanbao/contracts';
import { CreditModule } from '@huanbao/credit';
import { CreditEvaluationModule } from '@huanbao/credit-evaluation';
import { CreditRepairModule } from '@huanbao/credit-repair';
import { DocumentsModule } from '@huanbao/documents';
import { DutiesModule } from '@huanbao/duties';
import { EnforcementModule } from '@huanbao/enforcement';
import { EvaluationModule } from '@huanbao/evaluation';
import { IdentityModule } from '@huanbao/identity';
import { KeptFactsModule } from '@huanbao/kept-facts';
import { MarketSignalsModule } from '@huanbao/market-signals';
import { MarketplaceModule } from '@huanbao/marketplace';
import { NotificationsModule } from '@huanbao/notifications';
import { PenaltiesModule } from '@huanbao/penalties';
import { RectificationModule } from '@huanbao/rectification';
import { PermitsModule } from '@huanbao/permits';
import { City, Clock, Env, PlatformModule } from '@huanbao/platform';
import { RecordsModule } from '@huanbao/records';
import { ProvidersModule } from '@huanbao/providers';
import { ReferenceModule } from '@huanbao/reference';
import { ReputationModule } from '@huanbao/reputation';
import { ServicesModule } from '@huanbao/services';
import { ReportsModule } from '@huanbao/reports';
import { SignaturesModule } from '@huanbao/signatures';
import { StewardshipModule } from '@huanbao/stewardship';
import { ENTITIES } from './rooms';
import { WatchListModule } from '@huanbao/watch-list';

const ROOMS = [IdentityModule, DocumentsModule, NotificationsModule, CaseworkModule, SignaturesModule, ReferenceModule, ProvidersModule, PermitsModule, ServicesModule, MarketplaceModule, EvaluationModule, RecordsModule, ReportsModule, DutiesModule, ContractsModule, MarketSignalsModule, ReputationModule, StewardshipModule, ComplaintsModule, CreditModule, CreditRepairModule, EnforcementModule, RectificationModule, PenaltiesModule, WatchListModule, KeptFactsModule, BanksModule, CreditEvaluationModule];

/** The rooms without HTTP and without jobs: what the command line and the demonstration city need. */
@Module({})
export class SeedModule {
  static forRoot(options: { readonly env: Env; readonly city: City; readonly clock?: Clock }): DynamicModule {
    return { module: SeedModule, imports: [PlatformModule.forRoot({ ...options, entities: ENTITIES }), ...ROOMS] };
  }
}
