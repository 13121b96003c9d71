import { Module } from '@nestjs/common';
import { ContractsModule } from '@huanbao/contracts';
import { IdentityModule } from '@huanbao/identity';
import { MarketplaceModule } from '@huanbao/marketplace';
import { NotificationsModule } from '@huanbao/notifications';
import { FeedController, TaskFeed } from './feed/feed.controller';
import { MarketDataJobs } from './market-data.jobs';
import { OcdsController } from './ocds/ocds.controller';
import { OcdsQueries } from './ocds/ocds.queries';
import { OcdsPublishing } from './ocds/publishing.service';
import { SavedSearchesController } from './searches/saved-searches.controller';
import { SavedSearches } from './searches/saved-searches.service';
import { MarketStatisticsController, PublicMarketStatisticsController } from './statistics/statistics.controller';
import { MarketStatistics } from './statistics/statistics.queries';
import './market-data.acts';

const SERVICES = [OcdsPublishing, OcdsQueries, TaskFeed, SavedSearches, MarketStatistics];

/** What the market gives to others: open data, a feed, alerts, figures. Above the market, which knows nothing of it. */
@Module({ imports: [IdentityModule, NotificationsModule, MarketplaceModule, ContractsModule], providers: SERVICES, exports: SERVICES })
export class MarketDataModule {}

@Module({ imports: [MarketDataModule], controllers: [OcdsController, FeedController, SavedSearchesController, MarketStatisticsController, PublicMarketStatisticsController] })
export class MarketDataHttpModule {}

@Module({ imports: [MarketDataModule], providers: [MarketDataJobs] })
export class MarketDataJobsModule {}
