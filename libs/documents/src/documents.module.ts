import { Global, Module } from '@nestjs/common';
import { IdentityModule } from '@huanbao/identity';
import { NotificationsModule } from '@huanbao/notifications';
import { BlobKeepers } from './blob-keepers';
import { BlobLeases } from './blob-leases';
import { ChangeEvidence } from './change-evidence';
import { DocumentsJobs } from './documents.jobs';
import { FileHints } from './file-hints';
import { FileSubjects } from './file-subjects';
import { FilesController } from './files.controller';
import { Files } from './files.service';
import { PdfKit } from './pdf/create-pdf';
import { Scanner } from './scanner';
import './documents.acts';

/** Files of records, what is in them, and PDFs. One registry of subjects for the whole process. */
@Global()
@Module({ imports: [IdentityModule], providers: [Files, FileHints, FileSubjects, BlobKeepers, BlobLeases, PdfKit, Scanner, ChangeEvidence], exports: [Files, FileHints, FileSubjects, BlobKeepers, BlobLeases, PdfKit, Scanner] })
export class DocumentsModule {}

@Module({ imports: [DocumentsModule], controllers: [FilesController] })
export class DocumentsHttpModule {}

@Module({ imports: [DocumentsModule, NotificationsModule], providers: [DocumentsJobs] })
export class DocumentsJobsModule {}
