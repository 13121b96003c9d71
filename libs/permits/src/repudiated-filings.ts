import { Injectable } from '@nestjs/common';
import { CaseEngine } from '@huanbao/casework';
import { Notifier } from '@huanbao/notifications';
import { Actor, Db, systemActor } from '@huanbao/platform';
import { Signatures, type SignedSubject } from '@huanbao/signatures';
import { PermitRequest } from './ending/ending.entity';
import { requestMachine } from './ending/request.machine';
import { Permit } from './permit.entity';
import { PermitRegistration, PermitRegistrationVersion } from './registrations/registration.entity';
import { RegistrationFiling } from './registrations/registration-filing';
import { termOf } from './registrations/receipt';

const REASON = '签署被否认并经核实成立（电子签名法第十三条）';
const BY: Actor = systemActor('signatures');

/** What becomes of a registration, and of a request for 补领 or 注销, when it was decided that its signature does not hold. */
@Injectable()
export class RepudiatedFilings {
  constructor(
    private readonly db: Db,
    private readonly engine: CaseEngine,
    private readonly signatures: Signatures,
    private readonly filing: RegistrationFiling,
    private readonly notifier: Notifier,
  ) {}

  /** In the transaction of the job. What was signed again since is left as it is. */
  async undo(subject: SignedSubject): Promise<void> {
    const newest = await this.signatures.newestOf({ type: subject.subjectType, id: subject.subjectId });
    if (newest?.id !== subject.recordId) return;
    if (subject.subjectType === 'permit-registration') await this.undoRegistration(subject);
    if (subject.subjectType === 'permit-request') await this.undoRequest(subject.subjectId);
  }

  /** A first registration ends; any other filing is undone by a version that says again what the one before it said. */
  private async undoRegistration({ subjectId: id, recordId }: SignedSubject): Promise<void> {
    await this.db.query('SELECT pg_advisory_xact_lock(hashtextextended((SELECT site_id::text FROM permit_registration WHERE id = $1), 31))', [id]);
    const registration = await this.db.lock(PermitRegistration, { id });
    const signed = await this.db.repo(PermitRegistrationVersion).findOneBy({ registrationId: id, recordId });
    if (!registration || signed?.number !== registration.versionNumber) return;
    if (signed.kind === 'first') {
      await this.filing.append(BY, { ...registration, status: 'cancelled' }, { kind: 'cancel', content: this.filing.revealed(signed.content), reason: `首次登记的${REASON}，登记不成立` });
      return;
    }
    if (signed.kind === 'cancel' && (await this.isTaken(registration))) return;
    const before = await this.db.repo(PermitRegistrationVersion).findOneByOrFail({ registrationId: id, number: signed.number - 1 });
    const { content, classification } = before;
    await this.filing.append(BY, { ...registration, status: 'valid', ...termOf(before.receiptText) }, { kind: 'restore', content: this.filing.revealed(content), classification, reason: `第 ${signed.number} 次登记的${REASON}，恢复第 ${before.number} 次登记的内容` });
  }

  /** Meanwhile the site was registered anew, or has a permit: what was given up stays so. */
  private async isTaken({ siteId, enterpriseId }: PermitRegistration): Promise<boolean> {
    return (await this.db.repo(PermitRegistration).existsBy({ siteId, status: 'valid' })) || this.db.repo(Permit).existsBy({ siteId, enterpriseId, status: 'valid' });
  }

  /** One that waits is taken back; what was carried out on it only a person can judge. */
  private async undoRequest(id: string): Promise<void> {
    const request = await this.db.lock(PermitRequest, { id });
    if (!request) return;
    if (!request.open) return this.tellApprovers(request);
    await this.engine.act(requestMachine, id, 'withdraw', {
      actor: BY, authorise: () => undefined,
      publicText: { zh: `${REASON}，申请不算数，办理终止`, en: 'The signature was repudiated and the repudiation upheld: the request does not count' },
      effects: async () => void (await this.db.repo(PermitRequest).update({ id }, { open: false })),
    });
  }

  private async tellApprovers({ id, regionCode, kind, permitId }: PermitRequest): Promise<void> {
    const { number } = await this.db.repo(Permit).findOneByOrFail({ id: permitId });
    await this.notifier.notify({
      to: { role: 'bureau.approver', regionCode }, topic: 'permits', subject: { type: 'permit', id: permitId }, key: `permit-request:${id}:signature-void`, link: `/b/:orgId/permit-cases/${id}`,
      title: { zh: `${kind === 'cancel' ? '注销' : '补领'}申请的签署不成立：${number}`, en: `The signature of a request does not hold: ${number}` },
      body: kind === 'cancel'
        ? { zh: '许可证已按这份申请注销，请核实后研究纠正；单位继续排污的，应当先取得许可证。', en: 'The permit was cancelled on it. Look into it and consider how to correct that.' }
        : { zh: '已按这份申请补发，内容没有改变，请核实证件由谁领取。', en: 'The papers were issued again on it, unchanged. Look into who received them.' },
    });
  }
}
