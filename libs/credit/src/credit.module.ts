import { Module } from '@nestjs/common';
import { ContractsModule } from '@huanbao/contracts';
import { DocumentsModule } from '@huanbao/documents';
import { IdentityModule } from '@huanbao/identity';
import { MarketplaceModule } from '@huanbao/marketplace';
import { NotificationsModule } from '@huanbao/notifications';
import { PermitsModule } from '@huanbao/permits';
import { ProvidersModule } from '@huanbao/providers';
import { ReferenceModule } from '@huanbao/reference';
import { ReputationModule } from '@huanbao/reputation';
import { Consequences } from './consequences/consequences.service';
import { CreditAcceptanceGuard, CreditStops, CreditTaskGuard } from './consequences/guards';
import { CreditLists } from './consequences/list.queries';
import { CreditListsController } from './consequences/lists.controller';
import { CreditFiles } from './credit.files';
import { CreditJobs } from './credit.jobs';
import { CreditNotices } from './credit.notices';
import { CreditEntriesController, CreditEventsController } from './entries/entries.controller';
import { EntriesService } from './entries/entries.service';
import { EntryQueries } from './entries/entry.queries';
import { CreditClaims } from './ledger/claims';
import { CreditLedger } from './ledger/credit-ledger';
import { CreditEvents } from './ledger/event-reader';
import { FirmSources } from './ledger/firm-sources';
import { LedgerStore } from './ledger/ledger-store';
import { EventQueries } from './register/events.queries';
import { PublicFreezes } from './register/freezes';
import { CreditListings } from './register/listings';
import { PublicCreditController } from './register/public.controller';
import { PublicCredit } from './register/public.queries';
import { RegisterQueries } from './register/register.queries';
import { CreditSubjectsController } from './register/subjects.controller';
import { SubjectQueries } from './register/subjects.queries';
import { RunQueries } from './runs/run.queries';
import { CreditRunsController, CreditSimulationsController } from './runs/runs.controller';
import { RunsService } from './runs/runs.service';
import { SchemeForce } from './schemes/force.service';
import { SchemeReferences } from './schemes/reference-source';
import { SchemeBook } from './schemes/scheme-book';
import { SchemeQueries } from './schemes/scheme.queries';
import { CreditSchemesController } from './schemes/schemes.controller';
import { SchemeUpkeep } from './schemes/scheme-upkeep';
import { SchemesService } from './schemes/schemes.service';
import { CreditHistory } from './standings/history-reader';
import { CreditReckoning } from './standings/reckoning';
import { CreditStandings } from './standings/standing-reader';
import { Standings } from './standings/standings.service';
import './credit.acts';

const SERVICES = [
  LedgerStore, SchemeBook, Standings, CreditStandings, CreditHistory, CreditReckoning, CreditLedger, FirmSources, Consequences, EntriesService, EntryQueries, SubjectQueries, EventQueries, RegisterQueries, PublicCredit, SchemesService, SchemeForce, SchemeUpkeep, SchemeQueries, SchemeReferences, RunsService, RunQueries, CreditFiles,
  CreditEvents, PublicFreezes, CreditListings, CreditStops, CreditTaskGuard, CreditAcceptanceGuard, CreditLists, CreditClaims,
];

/** Credit of enterprises and firms: a ledger of events, schemes as dated data, score and grade of any day. */
@Module({ imports: [IdentityModule, DocumentsModule, NotificationsModule, ReferenceModule, ProvidersModule, MarketplaceModule, PermitsModule, ContractsModule, ReputationModule], providers: SERVICES, exports: SERVICES })
export class CreditModule {}

@Module({ imports: [CreditModule], controllers: [CreditSubjectsController, CreditEntriesController, CreditEventsController, CreditSchemesController, CreditSimulationsController, CreditRunsController, CreditListsController, PublicCreditController] })
export class CreditHttpModule {}

@Module({ imports: [CreditModule, IdentityModule, NotificationsModule], providers: [CreditJobs, CreditNotices] })
export class CreditJobsModule {}
