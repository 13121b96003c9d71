export { MarketSignalsHttpModule, MarketSignalsJobsModule, MarketSignalsModule } from './market-signals.module';
export { CollusionSignal, CollusionSuspicion, MARKET_SIGNALS_ENTITIES } from './signals.entity';
