import { Module } from '@nestjs/common';
import { DocumentsModule } from '@huanbao/documents';
import { IdentityModule } from '@huanbao/identity';
import { NotificationsModule } from '@huanbao/notifications';
import { RepudiationService } from './repudiation.service';
import { SignatureFiles } from './signature.files';
import { SignatureQueries } from './signature.queries';
import { PublicSignaturesController, SignaturesController } from './signatures.controller';
import { SignaturesJobs } from './signatures.jobs';
import { Signatures } from './signatures.service';
import './signatures.acts';

/** Copies of record, below every capability whose acts are signed. */
@Module({
  imports: [IdentityModule, DocumentsModule, NotificationsModule],
  providers: [Signatures, RepudiationService, SignatureQueries, SignatureFiles],
  exports: [Signatures, RepudiationService, SignatureQueries],
})
export class SignaturesModule {}

@Module({ imports: [SignaturesModule, DocumentsModule], controllers: [SignaturesController, PublicSignaturesController] })
export class SignaturesHttpModule {}

@Module({ imports: [SignaturesModule, IdentityModule, DocumentsModule, NotificationsModule], providers: [SignaturesJobs] })
export class SignaturesJobsModule {}
