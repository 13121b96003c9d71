import { Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, coversRegion, Db, notFound, stale } from '@huanbao/platform';
import { IsNull } from 'typeorm';
import { type CrewChange, EnforcementOfficer, Inspection, type InspectionOfficer, OfficerAvoidance } from '../enforcement.entity';
import { crewJoining, crewLeaving, inspectionState, partySigned } from '../enforcement.errors';
import { inspectionPolicy } from '../enforcement.policy';
import { REOPENED } from '../record/freezing.service';
import { InspectionFinding, InspectionSignature } from '../record/record.entity';
import type { ReplaceOfficerDto } from './inspection.dto';
import { inspectionParties } from './inspection.view';
import { unfit } from './planning.service';

/** An officer who has left, fell ill or must stand aside gives way to another one, as a head says; never once the party has signed what it was shown. */
@Injectable()
export class CrewService {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** Who and why stays on the record. A record that was closed for signing is a draft again: it names its officers. @throws 400 for somebody who may not go */
  replace(actor: Actor, id: string, { leavingUserId, officerId, reason }: ReplaceOfficerDto, version: number): Promise<void> {
    return this.db.transaction(async () => {
      const inspection = await this.db.lock(Inspection, { id });
      inspectionPolicy.require(actor, 'inspection.crew', inspection && inspectionParties(inspection));
      if (!inspection) throw notFound();
      if (inspection.closedAt !== null || inspection.state === 'cancelled') throw inspectionState();
      if (await this.db.repo(InspectionSignature).existsBy({ inspectionId: id, side: 'party' })) throw partySigned();
      if (inspection.version !== version) throw stale();
      const leaving = inspection.officers.find(one => one.userId === leavingUserId);
      if (!leaving) throw crewLeaving();
      const joining = await this.joining(actor, inspection, officerId);
      const officers = inspection.officers.map(one => (one === leaving ? joining : one));
      const change: CrewChange = { left: leaving, joined: joining, reason, byName: actor.name, at: this.clock.now().toISOString() };
      await this.db.repo(InspectionSignature).delete({ inspectionId: id });
      await this.db.repo(InspectionFinding).delete({ inspectionId: id });
      await this.db.repo(Inspection).update({ id }, { ...(inspection.state === 'signing' ? REOPENED : {}), officers, crewChanges: [...inspection.crewChanges, change], search: `${inspection.search} ${joining.name}`, version: version + 1 });
      await this.audit.record({ actor, action: 'inspection.replace-officer', subject: { type: 'inspection', id }, details: { number: inspection.number, left: leaving.certificateNo, joined: joining.certificateNo, reason, from: inspection.state } });
    });
  }

  private async joining(actor: Actor, { officers, enterpriseId, plannedTo }: Inspection, officerId: string): Promise<InspectionOfficer> {
    const one = await this.db.repo(EnforcementOfficer).findOneBy({ id: officerId });
    if (!one || !coversRegion(actor, one.regionCode)) throw crewJoining({ zh: '不在本局执法人员名录中', en: 'not on the list of officers' });
    if (officers.some(each => each.userId === one.userId)) throw crewJoining({ zh: '已经是这次检查的检查人员', en: 'one of the officers already' });
    const away = new Set((await this.db.repo(OfficerAvoidance).findBy({ enterpriseId, officerId, liftedAt: IsNull() })).map(each => each.officerId));
    const today = this.clock.today();
    const why = unfit(one, { plannedFrom: today, plannedTo: plannedTo < today ? today : plannedTo, away });
    if (why) throw crewJoining(why);
    return { userId: one.userId, name: one.name, certificateNo: one.certificateNo };
  }
}
