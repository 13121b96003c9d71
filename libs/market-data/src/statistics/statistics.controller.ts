import { Controller, Get, Query, StreamableFile } from '@nestjs/common';
import { Actor, Allow, CurrentActor, Public, RateLimit } from '@huanbao/platform';
import { MarketStatistics } from './statistics.queries';
import { MarketStatisticsQuery, MarketStatisticsView, PublicMarketStatisticsQuery } from './statistics.view';

/** Figures of the market for the bureau: number, savings, competition, time to award. */
@Controller('market-statistics')
export class MarketStatisticsController {
  constructor(private readonly statistics: MarketStatistics) {}

  @Get() @Allow('market-statistics.read')
  show(@CurrentActor() actor: Actor, @Query() query: MarketStatisticsQuery): Promise<MarketStatisticsView> {
    return this.statistics.ofRegion(actor, query);
  }

  /** The figures as a spreadsheet. Each export is recorded. */
  @Get('export') @Allow('market-statistics.read')
  export(@CurrentActor() actor: Actor, @Query() query: MarketStatisticsQuery): Promise<StreamableFile> {
    return this.statistics.export(actor, query);
  }
}

@Controller('public/market-statistics') @RateLimit('public-search')
export class PublicMarketStatisticsController {
  constructor(private readonly statistics: MarketStatistics) {}

  /** In aggregate: groups with few awards show numbers but no amounts. */
  @Get() @Public()
  show(@Query() query: PublicMarketStatisticsQuery): Promise<MarketStatisticsView> {
    return this.statistics.ofAll(query);
  }
}
