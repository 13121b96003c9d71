export { MarketSignalsHttpModule, MarketSignalsJobsModule, MarketSignalsModule } from './market-signals.module';
export { CollusionSignal, CollusionSuspicion, MARKET_SIGNALS_ENTITIES } from './signals.entity';
export { type FirmTie, FirmTies } from './firm-ties';
export { seedSignalsDemo } from './demo/seed';
