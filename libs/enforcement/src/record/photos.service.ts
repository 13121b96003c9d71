import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { exifOf } from '@huanbao/permits';
import { Actor, Audit, Clock, Db, newId, notFound } from '@huanbao/platform';
import { Inspection } from '../enforcement.entity';
import { photoDiffers, photoFileNeeded, recordClosed } from '../enforcement.errors';
import { inspectionPolicy } from '../enforcement.policy';
import { inspectionParties } from '../inspections/inspection.view';
import { InspectionPhoto } from './record.entity';
import type { InspectionPhotoDto } from './record.dto';

export const FILES_OF = 'inspection';

/** Photos with what proves them: hashed by the phone when they were taken, compared here with what arrived. */
@Injectable()
export class InspectionPhotos {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The same `clientId` again is the same photo. @throws 422 `inspection.photo-differs` where the bytes are not those of the capture */
  async add(actor: Actor, id: string, input: InspectionPhotoDto): Promise<InspectionPhoto> {
    const known = await this.db.repo(Inspection).findOneBy({ id });
    inspectionPolicy.require(actor, 'inspection.hold', known && inspectionParties(known));
    const bytes = await this.image(id, input.fileId);
    if (createHash('sha256').update(bytes).digest('hex') !== input.sha256) {
      await this.audit.record({ actor, action: 'inspection.photo-refused', subject: { type: 'inspection', id }, details: { fileId: input.fileId, told: input.sha256 } });
      throw photoDiffers();
    }
    return this.db.transaction(async () => {
      const inspection = await this.db.lock(Inspection, { id });
      if (!inspection) throw notFound();
      const before = await this.db.repo(InspectionPhoto).findOneBy({ inspectionId: id, clientId: input.clientId });
      if (before) return before;
      if (inspection.state !== 'planned' && inspection.state !== 'drafting') throw recordClosed();
      if (await this.db.repo(InspectionPhoto).existsBy({ inspectionId: id, fileId: input.fileId })) throw photoFileNeeded();
      const at = input.lng !== undefined && input.lat !== undefined ? { lng: input.lng, lat: input.lat, accuracyM: input.accuracyM } : exifOf(bytes).at;
      const photo: InspectionPhoto = {
        id: newId(), inspectionId: id, clientId: input.clientId, fileId: input.fileId, section: input.itemKey, caption: input.caption ?? '', sha256: input.sha256, capturedAt: new Date(input.capturedAt),
        lng: at ? at.lng.toFixed(6) : null, lat: at ? at.lat.toFixed(6) : null, accuracyM: at && 'accuracyM' in at && at.accuracyM !== undefined ? at.accuracyM.toFixed(1) : null, noPlace: at ? null : (input.noPlace ?? 'unknown'),
        takenBy: actor.userId, takenByName: actor.name, receivedAt: this.clock.now(),
      };
      await this.db.repo(InspectionPhoto).insert(photo);
      await this.audit.record({ actor, action: 'inspection.photo', subject: { type: 'inspection', id }, details: { fileId: photo.fileId, sha256: photo.sha256, noPlace: photo.noPlace } });
      return photo;
    });
  }

  /** The bytes of an image that was uploaded to this inspection. @throws 400 at `/fileId` for any other */
  async image(inspectionId: string, fileId: string, otherwise = photoFileNeeded): Promise<Buffer> {
    const file = (await this.files.list(FILES_OF, inspectionId)).find(one => one.id === fileId);
    if (!file?.mediaType.startsWith('image/')) throw otherwise();
    const chunks: Buffer[] = [];
    for await (const chunk of await this.files.open(fileId)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }
}
