import { Injectable } from '@nestjs/common';
import { Notifier } from '@huanbao/notifications';
import { Actor, Audit, canonicalJson, Clock, Db, notFound, Outbox, Signer, sm3, stale } from '@huanbao/platform';
import { Inspection, type SealNote } from '../enforcement.entity';
import { inspectionState, noneMissing, partyFirst, twoSignatures } from '../enforcement.errors';
import { inspectionClosed } from '../enforcement.events';
import { inspectionPolicy } from '../enforcement.policy';
import { inspectionParties, LEAST_OFFICERS } from '../inspections/inspection.view';
import { modeOf } from './form';
import { InspectionReference } from './inspection.reference';
import { InspectionFinding, InspectionSignature } from './record.entity';

/** With the last signature the record is sealed: signed by the platform, told, and never changed again. */
@Injectable()
export class SealingService {
  constructor(
    private readonly db: Db,
    private readonly reference: InspectionReference,
    private readonly signer: Signer,
    private readonly notifier: Notifier,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** In the transaction of a signature. */
  async whenWhole(actor: Actor, inspection: Inspection): Promise<void> {
    const given = await this.given(inspection.id);
    const officers = new Set(given.filter(one => one.side === 'officer').map(one => one.userId));
    const whole = officers.size >= Math.max(LEAST_OFFICERS, inspection.officers.length) && (modeOf(inspection.kind) === 'offsite' || given.some(one => one.side === 'party'));
    if (whole) await this.seal(actor, inspection, given);
  }

  /** Without an officer who has left or can sign no more, as a head notes on it; two who were certified on the day have signed at least. */
  sealWithout(actor: Actor, id: string, { reason, version }: { readonly reason: string; readonly version: number }): Promise<void> {
    return this.db.transaction(async () => {
      const inspection = await this.db.lock(Inspection, { id });
      inspectionPolicy.require(actor, 'inspection.seal', inspection && inspectionParties(inspection));
      if (!inspection) throw notFound();
      if (inspection.state !== 'signing') throw inspectionState();
      if (inspection.version !== version) throw stale();
      const given = await this.given(id);
      if (!given.some(one => one.side === 'party')) throw partyFirst();
      // their certificates were looked at on the day of the visit when the record was frozen; they may have been renewed since
      const signed = new Set(given.flatMap(one => (one.side === 'officer' ? [one.userId] : [])));
      if (signed.size < LEAST_OFFICERS) throw twoSignatures(signed.size);
      const missing = inspection.officers.filter(one => !given.some(each => each.side === 'officer' && each.userId === one.userId));
      if (missing.length === 0) throw noneMissing();
      const sealNote: SealNote = { missing, reason, byName: actor.name, at: this.clock.now().toISOString() };
      await this.db.repo(Inspection).update({ id }, { sealNote });
      await this.audit.record({ actor, action: 'inspection.seal-without', subject: { type: 'inspection', id }, details: { number: inspection.number, missing: missing.map(one => one.certificateNo), reason } });
      await this.seal(actor, { ...inspection, sealNote }, given);
    });
  }

  private given(inspectionId: string): Promise<InspectionSignature[]> {
    return this.db.repo(InspectionSignature).find({ where: { inspectionId }, order: { id: 'ASC' } });
  }

  private async seal(actor: Actor, inspection: Inspection, given: readonly InspectionSignature[]): Promise<void> {
    const { id, number, enterpriseId, regionCode, kind, heldOn, contentHash, sealNote } = inspection;
    const now = this.clock.now();
    const signed = sm3(canonicalJson(given.map(({ side, way, userId, sha256, recordId, refusedReason, at }) => ({ side, way, userId, sha256, recordId, refusedReason, at: at.toISOString() }))));
    const sealText = ['执法检查记录', id, number, enterpriseId, heldOn ?? '', now.toISOString(), `SM3:${contentHash ?? ''}`, `签字:${signed}`, ...(sealNote ? [`未签字:${sealNote.missing.map(one => one.certificateNo).join(',')}:${sealNote.reason}`] : [])].join('|');
    await this.db.repo(Inspection).update({ id }, { state: 'held', closedAt: now, sealText, sealSignature: this.signer.sign(sealText), sealKey: this.signer.publicKeyHex, statementDueOn: await this.reference.workdaysAfter(this.clock.today(), 'statement:workdays', this.clock.today()), version: inspection.version + 1 });
    const findings = await this.db.repo(InspectionFinding).countBy({ inspectionId: id });
    await this.audit.record({ actor, action: 'inspection.seal', subject: { type: 'inspection', id }, details: { number, contentHash, signatures: given.length, findings } });
    await this.outbox.publish(inspectionClosed, { inspectionId: id, enterpriseId, regionCode, kind, result: inspection.result ?? 'clear', findings });
    await this.notifier.notify({
      to: { orgId: enterpriseId }, topic: 'inspection', subject: { type: 'inspection', id }, key: `inspection:${id}:sealed`, link: `/e/${enterpriseId}/inspections/${id}`,
      title: { zh: `执法检查记录已办结：${number}`, en: `Record of inspection ${number} is closed` }, body: { zh: findings > 0 ? `记录问题 ${findings} 个，请查看；有意见的可以在期限内提出` : '未发现违法问题，可以查看记录', en: findings > 0 ? `${findings} findings; a statement may be made in time` : 'No violations were found' },
    });
  }
}
