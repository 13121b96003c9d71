export { WatchListHttpModule, WatchListJobsModule, WatchListModule } from './watch-list.module';
export { WATCH_LIST_ENTITIES } from './entities';
export { subjectListed, subjectUnlisted } from './watch-list.events';
export { type OnWatchList, WatchListReader } from './reader';
export { Leaving } from './steps/leaving.service';
export { ClueSources } from './steps/sources.service';
export { seedWatchListDemo } from './demo/seed';
