import { Injectable } from '@nestjs/common';
import { Notifier } from '@huanbao/notifications';
import { Actor, Audit, canonicalJson, Clock, Db, Outbox, Signer, sm3 } from '@huanbao/platform';
import { Inspection } from '../enforcement.entity';
import { inspectionClosed } from '../enforcement.events';
import { modeOf } from './form';
import { InspectionReference } from './inspection.reference';
import { InspectionFinding, InspectionSignature } from './record.entity';

const TWO = 2;

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
    const { id, number, enterpriseId, regionCode, kind, heldOn, contentHash } = inspection;
    const given = await this.db.repo(InspectionSignature).find({ where: { inspectionId: id }, order: { id: 'ASC' } });
    const officers = new Set(given.filter(one => one.side === 'officer').map(one => one.userId));
    const whole = officers.size >= Math.max(TWO, inspection.officers.length) && (modeOf(kind) === 'offsite' || given.some(one => one.side === 'party'));
    if (!whole) return;
    const now = this.clock.now();
    const signed = sm3(canonicalJson(given.map(({ side, way, userId, sha256, recordId, refusedReason, at }) => ({ side, way, userId, sha256, recordId, refusedReason, at: at.toISOString() }))));
    const sealText = ['执法检查记录', id, number, enterpriseId, heldOn ?? '', now.toISOString(), `SM3:${contentHash ?? ''}`, `签字:${signed}`].join('|');
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
