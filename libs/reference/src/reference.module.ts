import { Global, Module } from '@nestjs/common';
import { DocumentsModule } from '@huanbao/documents';
import { ProposalQueries } from './proposal.queries';
import { ReferenceProposals } from './proposals.service';
import { QualityBook } from './quality-book';
import { ReferenceBook } from './reference-book';
import { ReferenceController } from './reference.controller';
import { ReferenceFiles } from './reference.files';
import { ReferenceQueries } from './reference.queries';
import { ReferenceSources } from './reference-sources';
import { Verifications } from './verification.service';
import './reference.acts';

/** Dated values with their law. One registry for the whole process. */
@Global()
@Module({ imports: [DocumentsModule], providers: [ReferenceSources, ReferenceBook, Verifications, ReferenceProposals, ProposalQueries, ReferenceQueries, ReferenceFiles, QualityBook], exports: [ReferenceSources, ReferenceBook, Verifications, ReferenceProposals, ProposalQueries, ReferenceQueries] })
export class ReferenceModule {}

@Module({ imports: [ReferenceModule], controllers: [ReferenceController] })
export class ReferenceHttpModule {}
