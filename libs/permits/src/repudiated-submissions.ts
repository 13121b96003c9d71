import { Injectable } from '@nestjs/common';
import { CaseEngine } from '@huanbao/casework';
import { Notifier } from '@huanbao/notifications';
import { type Actor, Db, systemActor } from '@huanbao/platform';
import { Signatures } from '@huanbao/signatures';
import { PermitApplication } from './application.entity';
import { applicationMachine, WITHDRAWALS } from './application.machine';
import { ApplicationRecords } from './application.records';
import { PermitNotices } from './permits.notices';

const REASON = '提交的签署被否认并经核实成立，本次提交不算数（电子签名法第十三条）';

/** What becomes of an application when it was decided that its signature does not hold. */
@Injectable()
export class RepudiatedSubmissions {
  constructor(
    private readonly db: Db,
    private readonly records: ApplicationRecords,
    private readonly engine: CaseEngine,
    private readonly signatures: Signatures,
    private readonly notifier: Notifier,
    private readonly notices: PermitNotices,
  ) {}

  /**
   * In the transaction of the job. A commitment that was not submitted yet is taken off; a submission that nobody repeated
   * since is closed as withdrawn, also where it was granted and not issued; where a permit was issued or refused on it, a person is told, for only 撤销 (行政许可法 art. 69) undoes that.
   */
  async undo(subject: { readonly recordId: string; readonly subjectType: string; readonly subjectId: string }): Promise<void> {
    if (subject.subjectType !== 'permit-application') return;
    const application = await this.records.lock(subject.subjectId);
    const newest = await this.signatures.newestOf({ type: 'permit-application', id: application.id });
    if (newest !== null && newest.id !== subject.recordId) return;
    const isDraft = application.state === 'draft';
    const action = WITHDRAWALS[application.state] ?? (application.state === 'granted' ? 'annul-grant' : undefined);
    if (isDraft || application.state === 'correcting') await this.db.repo(PermitApplication).update({ id: application.id }, { committedAt: null, committedBy: null, committedHash: null });
    else if (action) await this.close(systemActor('signatures'), application, action);
    else await this.tellApprovers(application);
  }

  private async close(actor: Actor, application: PermitApplication, action: (typeof WITHDRAWALS)[string] | 'annul-grant'): Promise<void> {
    await this.engine.act(applicationMachine, application.id, action, {
      actor,
      reason: REASON,
      authorise: () => undefined,
      publicText: { zh: '签署被否认并经核实成立，提交不算数，办理终止', en: 'The signature was repudiated and the repudiation upheld: the submission does not count' },
      effects: async c => {
        await this.records.keepInStep(application.id, c, { editing: 'sealed' });
        await this.notices.withdrawn(application);
      },
    });
  }

  private async tellApprovers(application: PermitApplication): Promise<void> {
    await this.notifier.notify({
      to: { role: 'bureau.approver', regionCode: application.regionCode }, topic: 'permits', subject: { type: 'permit-application', id: application.id },
      key: `permit-application:${application.id}:signature-void`, link: `/b/:orgId/permits/${application.id}`,
      title: { zh: `申请的签署不成立：${application.siteName}`, en: `The signature does not hold: ${application.siteName}` },
      body: { zh: '申请已作出决定，请研究是否依照行政许可法第六十九条撤销。', en: 'The application was decided on it. Consider revocation under art. 69 of the Licensing Law.' },
    });
  }
}
