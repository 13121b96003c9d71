import { Injectable } from '@nestjs/common';
import { Notifier } from '@huanbao/notifications';
import type { PermitStatus } from '../certificate/validity';
import type { Text } from '../form/field';
import type { Permit } from '../permit.entity';

const WORDS: Readonly<Record<Exclude<PermitStatus, 'valid'>, Text>> = {
  revoked: { zh: '已撤销', en: 'revoked' }, forfeited: { zh: '已吊销', en: 'forfeited' }, withdrawn: { zh: '已撤回', en: 'withdrawn' }, cancelled: { zh: '已注销', en: 'cancelled' },
};

interface Message {
  readonly key: string;
  readonly title: Text;
  readonly body: Text;
}

/** Tells the holder, and the officers whose turn it is. */
@Injectable()
export class EndingNotices {
  constructor(private readonly notifier: Notifier) {}

  ended(permit: Permit, { status, basis }: { status: Exclude<PermitStatus, 'valid'>; basis: string }): Promise<void> {
    return this.toHolder(permit, `/e/${permit.enterpriseId}/certificates/${permit.id}`, {
      key: `permit:${permit.id}:ended`,
      title: { zh: `排污许可证${WORDS[status].zh}：${permit.number}`, en: `Permit ${permit.number} ${WORDS[status].en}` },
      body: { zh: `依据：${basis}。自即日起不得凭此证排放污染物；台账仍应保存至期满，未提交的执行报告应当补交。`, en: `Basis: ${basis}. No discharge under this permit from today; ledgers stay, reports that are due are still due.` },
    });
  }

  told(permit: Permit, caseId: string, measure: string): Promise<void> {
    return this.toHolder(permit, `/e/${permit.enterpriseId}/permit-cases/${caseId}`, {
      key: `permit-measure:${caseId}:told`,
      title: { zh: `事先告知：拟${measure}`, en: 'Told beforehand: a measure against your permit' },
      body: { zh: `拟对 ${permit.number} 作出处理，理由见事先告知书。请在期限内陈述申辩。`, en: `A measure against ${permit.number} is proposed; reasons are in the notice. You may state your case within the period.` },
    });
  }

  /** Nobody outside is told: the second person is. */
  putForward(permit: Permit, caseId: string, measure: string): Promise<void> {
    return this.notifier.notify({
      to: { role: 'bureau.approver', regionCode: permit.regionCode }, topic: 'permits', subject: { type: 'permit', id: permit.id }, link: `/b/:orgId/permit-cases/${caseId}`, key: `permit-measure:${caseId}:put-forward`,
      title: { zh: `待审定：${measure} ${permit.number}`, en: `To be decided: a measure against ${permit.number}` }, body: { zh: '请核对证据后审定，提出人不能审定。', en: 'Look at the evidence and decide; not who proposed it.' },
    });
  }

  requested(permit: Permit, caseId: string, what: Text): Promise<void> {
    return this.notifier.notify({
      to: { role: 'bureau.approver', regionCode: permit.regionCode }, topic: 'permits', subject: { type: 'permit', id: permit.id }, link: `/b/:orgId/permit-cases/${caseId}`, key: `permit-request:${caseId}:submitted`,
      title: { zh: `待办理：${what.zh} ${permit.number}`, en: `To be handled: ${what.en} of ${permit.number}` }, body: { zh: `${permit.enterpriseName}提交，请核对后办理。`, en: `Handed in by ${permit.enterpriseName}.` },
    });
  }

  /** To the supervisors and approvers, of whom not who put it forward decides. */
  async refusalPutForward(permit: Permit, { id, version }: { readonly id: string; readonly version: number }, what: Text): Promise<void> {
    for (const role of ['bureau.approver', 'bureau.supervisor']) {
      await this.notifier.notify({
        to: { role, regionCode: permit.regionCode }, topic: 'permits', subject: { type: 'permit', id: permit.id }, link: `/b/:orgId/permit-cases/${id}`, key: `permit-request:${id}:put-off-${version}-${role}`,
        title: { zh: `待审定：拟不予办理${what.zh} ${permit.number}`, en: `To be decided: refusal of the ${what.en} of ${permit.number}` }, body: { zh: '请核对理由后审定，提出人不能审定。', en: 'Look at the reasons and decide; not who put it forward.' },
      });
    }
  }

  answered(permit: Permit, caseId: string, text: Text): Promise<void> {
    return this.toHolder(permit, `/e/${permit.enterpriseId}/permit-cases/${caseId}`, { key: `permit-request:${caseId}:answered`, title: text, body: { zh: `许可证 ${permit.number}，详见办理页面。`, en: `Permit ${permit.number}; see the page.` } });
  }

  private toHolder(permit: Permit, link: string, message: Message): Promise<void> {
    return this.notifier.notify({ to: { orgId: permit.enterpriseId, matter: 'permits', site: permit.siteId }, topic: 'permits', subject: { type: 'permit', id: permit.id }, link, ...message });
  }
}
