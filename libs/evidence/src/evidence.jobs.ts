import { Injectable } from '@nestjs/common';
import { Delivery, Handles } from '@huanbao/platform';
import type { SignedSubject } from '@huanbao/signatures';
import { ComparingService } from './comparing.service';
import { EvidenceSubjects } from './evidence-subjects';
import { compareDocuments, readDocument } from './evidence.events';
import { ReadingService } from './reading.service';

/** Background work of evidence: load, call the service, nothing more. */
@Injectable()
export class EvidenceJobs {
  constructor(
    private readonly reading: ReadingService,
    private readonly comparing: ComparingService,
    private readonly subjects: EvidenceSubjects,
  ) {}

  @Handles(readDocument)
  read({ fileId }: { fileId: string }, delivery: Delivery): Promise<void> {
    return this.reading.read(fileId, delivery);
  }

  @Handles(compareDocuments)
  async compare({ subjectType, subjectId }: SignedSubject, delivery: Delivery): Promise<void> {
    if (this.subjects.has(subjectType)) await delivery.complete(() => this.comparing.compareSubmitted(subjectType, subjectId));
  }
}
