import { Injectable, OnModuleInit } from '@nestjs/common';
import { FileSubjects } from '@huanbao/documents';
import { Db } from '@huanbao/platform';
import { Inspection, OPEN_STATES } from '../enforcement.entity';
import { inspectionPolicy } from '../enforcement.policy';
import { inspectionParties } from '../inspections/inspection.view';
import { InspectionPhoto, InspectionSignature } from './record.entity';
import { FILES_OF } from './photos.service';

/** Photos, drawn signatures and the paper: of the bureau, and of the enterprise once sealed. What the record rests on stays. */
@Injectable()
export class InspectionFiles implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly subjects: FileSubjects,
  ) {}

  onModuleInit(): void {
    this.subjects.register(FILES_OF, async (actor, id, verb) => {
      const inspection = await this.db.repo(Inspection).findOneBy({ id });
      if (!inspection) return false;
      const parties = inspectionParties(inspection);
      return verb === 'read' ? inspectionPolicy.sees(actor, parties) : (OPEN_STATES as readonly string[]).includes(inspection.state) && inspectionPolicy.may(actor, 'inspection.hold', parties);
    });
    this.subjects.registerHold(FILES_OF, async fileId => (await this.db.repo(InspectionPhoto).existsBy({ fileId })) || (await this.db.repo(InspectionSignature).existsBy({ fileId })) || (await this.db.repo(Inspection).existsBy({ paperFileId: fileId })));
  }
}
