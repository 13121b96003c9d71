import { Injectable } from '@nestjs/common';
import { SERVICE, serviceFaults } from '@huanbao/casework';
import { Files } from '@huanbao/documents';
import { Actor, invalidFields } from '@huanbao/platform';
import type { Served } from '../entities';
import type { RectificationServiceDto } from '../rectification.dto';
import { announcementRuns, dayTooEarly } from '../rectification.errors';
import { RectificationBook } from '../rectification.reference';
import { RectificationActs } from './acting';

/** How a paper of a rectification reached the enterprise: with proof, by the table of the house. */
@Injectable()
export class RectificationServing {
  constructor(
    private readonly acts: RectificationActs,
    private readonly book: RectificationBook,
    private readonly files: Files,
  ) {}

  /** An announcement has its effect at the end of its period. @throws 400 for a missing proof or consent, 409 while an announcement runs */
  async served(actor: Actor, rectificationId: string, { input, issuedOn }: { readonly input: RectificationServiceDto; readonly issuedOn: string | undefined }): Promise<Served> {
    const { servedOn, method, receivedBy, proofFileId, consentFileId } = input;
    this.acts.notAfterToday('/servedOn', servedOn);
    if (issuedOn !== undefined && servedOn < issuedOn) throw dayTooEarly('/servedOn', issuedOn);
    const faults = serviceFaults(input, await this.files.list('rectification', rectificationId));
    if (faults.length > 0) throw invalidFields(faults);
    const on = SERVICE[method].effect === 'end-of-announcement' ? await this.book.end(servedOn, await this.book.period('announcement')) : servedOn;
    if (on > this.acts.today) throw announcementRuns(on);
    return { on, method, receivedBy, proofFileId: proofFileId ?? null, consentFileId: consentFileId ?? null, byName: actor.name };
  }
}
