import { Module } from '@nestjs/common';
import { DocumentsModule } from '@huanbao/documents';
import { IdentityModule } from '@huanbao/identity';
import { NotificationsModule } from '@huanbao/notifications';
import { ProvidersModule } from '@huanbao/providers';
import { ReferenceModule } from '@huanbao/reference';
import { ServicesModule } from '@huanbao/services';
import { CollusionComparing } from './comparing.service';
import { FactsService } from './facts.service';
import { FirmTies } from './firm-ties';
import { CollusionController } from './signals.controller';
import { MarketSignalsJobs } from './signals.jobs';
import { CollusionSuspicions } from './suspicions.service';
import './market-signals.acts';

const SERVICES = [FirmTies, FactsService, CollusionComparing, CollusionSuspicions];

/** What is alike between the bids of one task, for officers. Above the market, which knows nothing of it. */
@Module({ imports: [IdentityModule, DocumentsModule, NotificationsModule, ReferenceModule, ProvidersModule, ServicesModule], providers: SERVICES, exports: SERVICES })
export class MarketSignalsModule {}

@Module({ imports: [MarketSignalsModule], controllers: [CollusionController] })
export class MarketSignalsHttpModule {}

@Module({ imports: [MarketSignalsModule], providers: [MarketSignalsJobs] })
export class MarketSignalsJobsModule {}
