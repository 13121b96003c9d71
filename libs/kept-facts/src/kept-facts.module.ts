import { Module } from '@nestjs/common';
import { DocumentsModule } from '@huanbao/documents';
import { IdentityModule } from '@huanbao/identity';
import { NotificationsModule } from '@huanbao/notifications';
import { FactImport } from './fact-import.service';
import { FactFiles } from './fact.files';
import { FactLetters } from './fact.letters';
import { FactQueries } from './fact.queries';
import { KeptFactReader } from './fact-reader';
import { KeptFactsService } from './facts.service';
import { KeptFactsController } from './kept-facts.controller';
import './kept-facts.acts';

const SERVICES = [FactLetters, FactFiles, KeptFactsService, FactQueries, FactImport, KeptFactReader];

/** What the bureau keeps of enterprises from documents of others, two persons a row. */
@Module({ imports: [IdentityModule, DocumentsModule, NotificationsModule], providers: SERVICES, exports: SERVICES })
export class KeptFactsModule {}

@Module({ imports: [KeptFactsModule], controllers: [KeptFactsController] })
export class KeptFactsHttpModule {}
