import { Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, Db, notFound, stale } from '@huanbao/platform';
import { Inspection } from '../enforcement.entity';
import { cancelAskedAlready, cancelNotAsked, cancelOwn, inspectionState } from '../enforcement.errors';
import { inspectionPolicy } from '../enforcement.policy';
import { InspectionSignature } from '../record/record.entity';
import { inspectionParties, mayEnd } from './inspection.view';

/** Visits before they are held. */
@Injectable()
export class InspectionsService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** A visit that will not be held, with its reason on record. One that was drawn, or that the party has signed and two officers never will, stays until a second person has decided: otherwise one person would choose who is not visited. */
  cancel(actor: Actor, id: string, reason: string, version: number): Promise<void> {
    return this.db.transaction(async () => {
      const inspection = await this.db.lock(Inspection, { id });
      inspectionPolicy.require(actor, 'inspection.cancel', inspection && inspectionParties(inspection));
      if (!inspection) throw notFound();
      if (!mayEnd(inspection, await this.signatures(id))) throw inspectionState();
      if (inspection.version !== version) throw stale();
      if (inspection.drawId !== null || inspection.state === 'signing') return this.ask(actor, inspection, reason);
      await this.db.repo(Inspection).update({ id }, { state: 'cancelled', cancelledReason: reason, cancelledBy: actor.userId, cancelledByName: actor.name, version: version + 1 });
      await this.audit.record({ actor, action: 'inspection.cancel', subject: { type: 'inspection', id }, details: { number: inspection.number, reason } });
    });
  }

  /** A drawn visit: cancelled or kept by somebody who did not ask, with a reason. Both stay on the record of the draw. */
  decideCancel(actor: Actor, id: string, { approved, reason }: { readonly approved: boolean; readonly reason: string }, version: number): Promise<void> {
    return this.db.transaction(async () => {
      const inspection = await this.db.lock(Inspection, { id });
      inspectionPolicy.require(actor, 'inspection.decide-cancel', inspection && inspectionParties(inspection));
      if (!inspection) throw notFound();
      const asked = inspection.cancelAsked;
      if (asked === null) throw cancelNotAsked();
      if (!mayEnd(inspection, await this.signatures(id))) throw inspectionState();
      if (inspection.version !== version) throw stale();
      if (asked.byUserId === actor.userId) throw cancelOwn();
      const change = approved ? { state: 'cancelled' as const, cancelledReason: `${asked.reason}（${asked.byName} 提出；${actor.name} 同意：${reason}）`, cancelledBy: actor.userId, cancelledByName: actor.name } : { cancelAsked: null };
      await this.db.repo(Inspection).update({ id }, { ...change, version: version + 1 } as object);
      await this.audit.record({ actor, action: approved ? 'inspection.cancel' : 'inspection.keep', subject: { type: 'inspection', id }, details: { number: inspection.number, askedBy: asked.byUserId, asked: asked.reason, reason } });
    });
  }

  private signatures(inspectionId: string): Promise<InspectionSignature[]> {
    return this.db.repo(InspectionSignature).findBy({ inspectionId });
  }

  private async ask(actor: Actor, { id, number, cancelAsked, version }: Inspection, reason: string): Promise<void> {
    if (cancelAsked !== null) throw cancelAskedAlready();
    await this.db.repo(Inspection).update({ id }, { cancelAsked: { byUserId: actor.userId, byName: actor.name, at: this.clock.now().toISOString(), reason }, version: version + 1 });
    await this.audit.record({ actor, action: 'inspection.ask-cancel', subject: { type: 'inspection', id }, details: { number, reason } });
  }
}
