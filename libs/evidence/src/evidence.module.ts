import { Module } from '@nestjs/common';
import { DocumentsModule } from '@huanbao/documents';
import { NotificationsModule } from '@huanbao/notifications';
import { PermitsModule } from '@huanbao/permits';
import { ApplicationEvidence } from './application-evidence';
import { ComparingService } from './comparing.service';
import { DocumentsCheck } from './documents-check';
import { DocumentsCheckController, SuspicionsController } from './evidence.controller';
import { EvidenceSubjects } from './evidence-subjects';
import { EvidenceJobs } from './evidence.jobs';
import { Ocr } from './read/ocr';
import { ReadingService } from './reading.service';
import { SuspicionsService } from './suspicions.service';
import './evidence.acts';

/** Documents against the form and against each other; above permits. */
@Module({
  imports: [DocumentsModule, NotificationsModule, PermitsModule],
  providers: [EvidenceSubjects, ApplicationEvidence, DocumentsCheck, SuspicionsService, ComparingService, ReadingService, Ocr],
  exports: [EvidenceSubjects, DocumentsCheck, SuspicionsService, ComparingService, ReadingService, Ocr],
})
export class EvidenceModule {}

@Module({ imports: [EvidenceModule], controllers: [DocumentsCheckController, SuspicionsController] })
export class EvidenceHttpModule {}

@Module({ imports: [EvidenceModule], providers: [EvidenceJobs] })
export class EvidenceJobsModule {}
