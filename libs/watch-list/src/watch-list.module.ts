import { Module } from '@nestjs/common';
import { CaseworkModule } from '@huanbao/casework';
import { CreditModule } from '@huanbao/credit';
import { CreditRepairModule } from '@huanbao/credit-repair';
import { DocumentsModule } from '@huanbao/documents';
import { IdentityModule } from '@huanbao/identity';
import { NotificationsModule } from '@huanbao/notifications';
import { PenaltiesModule } from '@huanbao/penalties';
import { ReferenceModule } from '@huanbao/reference';
import { WatchQueries } from './entry.queries';
import { OwnWatchController } from './own/own-watch.controller';
import { OwnWatchQueries } from './own/own-watch.queries';
import { WatchListReader } from './reader';
import { PublicWatchListController } from './register/public-watch-list.controller';
import { WatchRegister } from './register/register.queries';
import { WatchRegisterController } from './register/watch-register.controller';
import { WatchActs } from './steps/acting';
import { Clues } from './steps/clues.service';
import { WatchContesting } from './steps/contesting.service';
import { Listing } from './steps/deciding.service';
import { Leaving } from './steps/leaving.service';
import { ClueSources } from './steps/sources.service';
import { Telling } from './steps/telling.service';
import { WatchDecisionsController } from './watch-decisions.controller';
import { WatchListController } from './watch-list.controller';
import { WatchFiles } from './watch-list.files';
import { WatchJobs } from './watch-list.jobs';
import { WatchMessages } from './watch-list.messages';
import { WatchReference } from './watch-list.reference';
import './watch-list.acts';

const SERVICES = [WatchReference, WatchMessages, WatchActs, Clues, ClueSources, Telling, Listing, Leaving, WatchContesting, WatchQueries, OwnWatchQueries, WatchRegister, WatchListReader, WatchFiles];

/** 严重失信重点监管名单, from the clue to the certificate of its end. */
@Module({ imports: [CaseworkModule, CreditModule, CreditRepairModule, DocumentsModule, IdentityModule, NotificationsModule, PenaltiesModule, ReferenceModule], providers: SERVICES, exports: SERVICES })
export class WatchListModule {}

@Module({ imports: [WatchListModule], controllers: [PublicWatchListController, OwnWatchController, WatchRegisterController, WatchListController, WatchDecisionsController] })
export class WatchListHttpModule {}

@Module({ imports: [WatchListModule, IdentityModule], providers: [WatchJobs] })
export class WatchListJobsModule {}
