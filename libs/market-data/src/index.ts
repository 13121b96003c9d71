import { OcdsRelease, OcdsSeen } from './ocds/release.entity';
import { SavedSearch } from './searches/saved-search.entity';

export { MarketDataHttpModule, MarketDataJobsModule, MarketDataModule } from './market-data.module';

/** The tables of this room. */
export const MARKET_DATA_ENTITIES = [OcdsRelease, OcdsSeen, SavedSearch];
