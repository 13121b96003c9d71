import { Injectable } from '@nestjs/common';
import { Actor, Audit, Db, notFound, stale } from '@huanbao/platform';
import { Inspection } from '../enforcement.entity';
import { inspectionState } from '../enforcement.errors';
import { inspectionPolicy } from '../enforcement.policy';
import { inspectionParties } from './inspection.view';

/** Visits before they are held. */
@Injectable()
export class InspectionsService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
  ) {}

  /** A visit that will not be held; of a draw too, with its reason on record. */
  cancel(actor: Actor, id: string, reason: string, version: number): Promise<void> {
    return this.db.transaction(async () => {
      const inspection = await this.db.lock(Inspection, { id });
      inspectionPolicy.require(actor, 'inspection.cancel', inspection && inspectionParties(inspection));
      if (!inspection) throw notFound();
      if (inspection.state !== 'planned' && inspection.state !== 'drafting') throw inspectionState();
      if (inspection.version !== version) throw stale();
      await this.db.repo(Inspection).update({ id }, { state: 'cancelled', cancelledReason: reason, version: version + 1 });
      await this.audit.record({ actor, action: 'inspection.cancel', subject: { type: 'inspection', id }, details: { number: inspection.number, reason } });
    });
  }
}
