import { Module } from '@nestjs/common';
import { CreditModule } from '@huanbao/credit';
import { DocumentsModule } from '@huanbao/documents';
import { IdentityModule } from '@huanbao/identity';
import { KeptFactsModule } from '@huanbao/kept-facts';
import { NotificationsModule } from '@huanbao/notifications';
import { PenaltiesModule } from '@huanbao/penalties';
import { PermitsModule } from '@huanbao/permits';
import { RectificationModule } from '@huanbao/rectification';
import { ReferenceModule } from '@huanbao/reference';
import { SignaturesModule } from '@huanbao/signatures';
import { WatchListModule } from '@huanbao/watch-list';
import { AuthorizationLetters } from './authorizations/authorization.letters';
import { AuthorizationQueries } from './authorizations/authorization.queries';
import { BankAuthorizationsController } from './authorizations/authorizations.controller';
import { Authorizations } from './authorizations/authorizations.service';
import { BanksJobs } from './banks.jobs';
import { BatchQueries } from './batches/batch.queries';
import { BankBatchesController } from './batches/batches.controller';
import { Batches } from './batches/batches.service';
import { ClientCertificates } from './clients/certificate';
import { ClientQueries } from './clients/client.queries';
import { BankClientsController } from './clients/clients.controller';
import { Clients } from './clients/clients.service';
import { OauthTokenController } from './clients/token.controller';
import { BankTokens } from './clients/tokens.service';
import { BankParameters } from './parameters';
import { BankAnswers } from './queries/answers.service';
import { BankFacts } from './queries/facts.service';
import { BankKept } from './queries/kept.service';
import { BankLooks } from './queries/looks.queries';
import { BankQueriesController } from './queries/queries.controller';
import { BankFiguresController } from './statistics/figures.controller';
import { BankFigures } from './statistics/figures.queries';
import { Alerts } from './webhooks/alerts.service';
import { AlertLanes } from './webhooks/lanes';
import { WebhookQueries } from './webhooks/webhook.queries';
import { BankDeliveriesController, BankWebhooksController } from './webhooks/webhooks.controller';
import { Webhooks } from './webhooks/webhooks.service';
import { HostNames, WebhookWire } from './webhooks/wire';
import './banks.acts';

const SERVICES = [
  BankParameters, AuthorizationLetters, Authorizations, AuthorizationQueries, ClientCertificates, Clients, ClientQueries, BankTokens, BankKept, BankFacts, BankAnswers, BankLooks, Batches, BatchQueries,
  HostNames, WebhookWire, AlertLanes, Webhooks, WebhookQueries, Alerts, BankFigures,
];

/** Banks: what enterprises let them know, how their programs ask, and how they are told of changes. */
@Module({ imports: [CreditModule, DocumentsModule, IdentityModule, KeptFactsModule, NotificationsModule, PenaltiesModule, PermitsModule, RectificationModule, ReferenceModule, SignaturesModule, WatchListModule], providers: SERVICES, exports: SERVICES })
export class BanksModule {}

@Module({ imports: [BanksModule], controllers: [OauthTokenController, BankAuthorizationsController, BankClientsController, BankQueriesController, BankBatchesController, BankWebhooksController, BankDeliveriesController, BankFiguresController] })
export class BanksHttpModule {}

@Module({ imports: [BanksModule], providers: [BanksJobs] })
export class BanksJobsModule {}
