import { Injectable } from '@nestjs/common';
import { Notifier } from '@huanbao/notifications';
import type { PermitApplication } from './application.entity';
import type { Text } from './form/field';

interface Message {
  readonly step: string;
  readonly title: Text;
  readonly body: Text;
}

/**
 * Tells the people whose turn it is, and those who wait, once for each step. Called inside the transaction of the step,
 * so that nobody hears of something that was rolled back. `round` tells apart the same step done again after 补正.
 */
@Injectable()
export class PermitNotices {
  constructor(private readonly notifier: Notifier) {}

  async submitted(application: PermitApplication, number: string, round: number): Promise<void> {
    await this.toPost('bureau.intake', application, {
      step: `submitted-${round}`,
      title: { zh: `待受理：${application.siteName}排污许可申请`, en: `To be accepted: ${application.siteName}` },
      body: { zh: `${application.enterpriseName}提交了申请 ${number}，请在受理期限内决定是否受理。`, en: `${application.enterpriseName} submitted ${number}. Decide on acceptance within the period.` },
    });
    await this.toApplicant(application, {
      step: `received-${round}`,
      title: { zh: `申请已提交：${number}`, en: `Submitted: ${number}` },
      body: { zh: '生态环境部门将在受理期限内告知是否受理；逾期未告知的，自收到之日起视为受理。', en: 'The bureau answers within the period of acceptance; silence means acceptance from the day of receipt.' },
    });
  }

  async accepted(application: PermitApplication, deemed: boolean): Promise<void> {
    const how = deemed ? { zh: '逾期未告知，依法视为受理', en: 'Deemed accepted by law' } : { zh: '已受理', en: 'Accepted' };
    await this.toApplicant(application, {
      step: 'accepted',
      title: { zh: `${how.zh}：${application.siteName}排污许可申请`, en: `${how.en}: ${application.siteName}` },
      body: { zh: '进入审查，审批期限可在办件页查看。', en: 'The review begins; the period is shown on the page.' },
    });
    await this.toPost('bureau.reviewer', application, {
      step: 'to-review',
      title: { zh: `待审查：${application.siteName}排污许可申请`, en: `To be reviewed: ${application.siteName}` },
      body: { zh: `${application.enterpriseName}的申请${how.zh}，请领办并审查。`, en: `${application.enterpriseName}: ${how.en.toLowerCase()}. Claim and review it.` },
    });
  }

  correctionRequested(application: PermitApplication, items: number, round: number): Promise<void> {
    return this.toApplicant(application, {
      step: `correcting-${round}`,
      title: { zh: `请补正：${application.siteName}排污许可申请`, en: `Please correct: ${application.siteName}` },
      body: { zh: `有 ${items} 项需要补正，已一次性列出；改好后重新提交。`, en: `${items} item(s) need correction, all listed. Submit again when done.` },
    });
  }

  notAccepted(application: PermitApplication): Promise<void> {
    return this.toApplicant(application, {
      step: 'not-accepted',
      title: { zh: `不予受理：${application.siteName}排污许可申请`, en: `Not accepted: ${application.siteName}` },
      body: { zh: '理由和救济途径见不予受理决定书。', en: 'Reasons and remedies are in the notice.' },
    });
  }

  reviewed(application: PermitApplication, round: number): Promise<void> {
    return this.toPost('bureau.approver', application, {
      step: `to-decide-${round}`,
      title: { zh: `待决定：${application.siteName}排污许可申请`, en: `To be decided: ${application.siteName}` },
      body: { zh: '审查意见已提出，请对照四项条件作出决定。', en: 'The opinions are in. Decide by the four conditions.' },
    });
  }

  sentBack(application: PermitApplication, round: number): Promise<void> {
    return this.toPost('bureau.reviewer', application, {
      step: `sent-back-${round}`,
      title: { zh: `退回再审：${application.siteName}排污许可申请`, en: `Sent back: ${application.siteName}` },
      body: { zh: '批准人退回了审查意见，理由见办理过程。', en: 'The approver sent it back; the reason is in the timeline.' },
    });
  }

  granted(application: PermitApplication): Promise<void> {
    return this.toApplicant(application, {
      step: 'decided',
      title: { zh: `准予许可：${application.siteName}`, en: `Granted: ${application.siteName}` },
      body: { zh: '已作出准予许可决定，将在十个工作日内颁发许可证。', en: 'The permit was granted and will be issued within ten working days.' },
    });
  }

  /** 行政许可法 art. 36: the applicant is told before, and may speak. */
  async refusalProposed(application: PermitApplication, round: number): Promise<void> {
    await this.toApplicant(application, {
      step: `refusal-proposed-${round}`,
      title: { zh: `拟不予许可，请陈述申辩：${application.siteName}`, en: `A refusal is proposed, you may speak: ${application.siteName}` },
      body: { zh: '理由和期限见事先告知书，可以在申请页提出陈述申辩或者表示放弃。', en: 'Reasons and the period are in the notice. Make a statement on the page of the application, or waive it.' },
    });
    await this.toPost('bureau.approver', application, {
      step: `to-settle-${round}`,
      title: { zh: `待审定：拟不予许可 ${application.siteName}`, en: `To be settled: proposed refusal of ${application.siteName}` },
      body: { zh: '陈述申辩期满或答复后，由提出人以外的另一人审定。', en: 'After the period or the answer, somebody other than the proposer decides.' },
    });
  }

  refusalDropped(application: PermitApplication, round: number): Promise<void> {
    return this.toApplicant(application, {
      step: `refusal-dropped-${round}`,
      title: { zh: `继续审批：${application.siteName}排污许可申请`, en: `Goes on: ${application.siteName}` },
      body: { zh: '原拟不予许可的告知不再执行，申请继续审批。', en: 'The proposed refusal was dropped; the decision goes on.' },
    });
  }

  /** Only to the bureau: before its service the decision is not there for anybody else. */
  toServe(application: PermitApplication): Promise<void> {
    return this.toPost('bureau.approver', application, {
      step: 'to-serve',
      title: { zh: `待送达：${application.siteName}不予许可决定书`, en: `To be served: refusal of ${application.siteName}` },
      body: { zh: '决定书送达前不对申请人和社会公开，请尽快送达并登记。', en: 'It is not public before its service. Serve it and record that.' },
    });
  }

  refused(application: PermitApplication): Promise<void> {
    return this.toApplicant(application, {
      step: 'decided',
      title: { zh: `不予许可：${application.siteName}`, en: `Refused: ${application.siteName}` },
      body: { zh: '理由以及申请行政复议、提起行政诉讼的途径见决定书。', en: 'Reasons and ways to contest it are in the decision.' },
    });
  }

  issued(application: PermitApplication, permit: { readonly number: string; readonly issuedOn: string; readonly validFrom: string; readonly validTo: string }): Promise<void> {
    const { number, issuedOn, validFrom, validTo } = permit;
    return this.toApplicant(application, {
      step: 'issued',
      title: { zh: `许可证已颁发：${number}`, en: `Permit issued: ${number}` },
      body: application.businessType !== 'renew' && validFrom > issuedOn
        ? { zh: `变更内容自今日起生效，并载入 ${validFrom} 起的延续证；两份正本、副本都可在许可证页下载。`, en: `It holds from today and goes on in the renewal that begins on ${validFrom}; the papers of both are on the permit’s page.` }
        : { zh: `正本和副本可在申请页和许可证页下载，有效期 ${validFrom} 至 ${validTo}。`, en: `The certificate can be downloaded; it holds from ${validFrom} to ${validTo}.` },
    });
  }

  withdrawn(application: PermitApplication): Promise<void> {
    return this.toPost('bureau.intake', application, {
      step: 'withdrawn',
      title: { zh: `申请已撤回：${application.siteName}`, en: `Withdrawn: ${application.siteName}` },
      body: { zh: `${application.enterpriseName}撤回了排污许可申请，无需继续办理。`, en: `${application.enterpriseName} withdrew its application.` },
    });
  }

  /** The permit it was about is gone: both sides hear that nothing goes on. */
  async closed(application: PermitApplication, { wasSubmitted, word }: { readonly wasSubmitted: boolean; readonly word: string }): Promise<void> {
    const title = { zh: `申请办理终结：${application.siteName}`, en: `Closed: ${application.siteName}` };
    await this.toApplicant(application, {
      step: 'closed', title,
      body: { zh: `许可证已${word}，本件没有办理对象，不再办理。仍要排污的，请按“首次申请”重新提出，填报内容可以从本件复制；取得新证以前不得排放污染物。`, en: 'The permit has ended, so this application has no object. Apply as for a first permit; what you filled in can be copied. No discharge until then.' },
    });
    if (wasSubmitted) await this.toPost('bureau.reviewer', application, { step: 'closed-bureau', title, body: { zh: `${application.enterpriseName}的许可证已${word}，申请无需继续办理。`, en: `The permit of ${application.enterpriseName} has ended.` } });
  }

  partGiven(application: PermitApplication, part: { readonly partId: string; readonly userId: string; readonly name: string; readonly round: number }): Promise<void> {
    return this.toOfficer(part.userId, application, {
      step: `part-${part.partId}-${part.round}`,
      title: { zh: `请审查${part.name}部分：${application.siteName}`, en: `Your part to review: ${application.siteName}` },
      body: { zh: `${application.enterpriseName}的申请，请提出意见并标记完成。`, en: `${application.enterpriseName}: give your opinion and mark it done.` },
    });
  }

  partsIn(application: PermitApplication, leadId: string, round: number): Promise<void> {
    return this.toOfficer(leadId, application, {
      step: `parts-in-${round}`,
      title: { zh: `各部分意见已齐：${application.siteName}`, en: `All parts are in: ${application.siteName}` },
      body: { zh: '可以提出总体意见。', en: 'You may conclude the review.' },
    });
  }

  countersignAsked(application: PermitApplication, asked: { readonly id: string; readonly userId: string; readonly question: string; readonly round: number }): Promise<void> {
    return this.toOfficer(asked.userId, application, {
      step: `countersign-${asked.id}${asked.round > 0 ? `-${asked.round}` : ''}`,
      title: { zh: `请会签：${application.siteName}排污许可申请`, en: `Please countersign: ${application.siteName}` },
      body: { zh: asked.question, en: asked.question },
    });
  }

  siteCheckOrdered(application: PermitApplication, check: { readonly id: string; readonly userIds: readonly string[]; readonly plannedOn: string }): Promise<void> {
    const message = {
      step: `site-check-${check.id}`,
      title: { zh: `现场核查 ${check.plannedOn}：${application.siteName}`, en: `Site check on ${check.plannedOn}: ${application.siteName}` },
      body: { zh: '在手机上打开办件，进入现场核查填写。', en: 'Open the case on your phone and fill in the site check.' },
    };
    return this.notifier.notify({ ...this.envelope(application, message), to: { userIds: [...check.userIds] }, link: `/b/:orgId/permits/${application.id}` });
  }

  private toOfficer(userId: string, application: PermitApplication, message: Message): Promise<void> {
    return this.notifier.notify({ ...this.envelope(application, message), to: { userIds: [userId] }, link: `/b/:orgId/permits/${application.id}` });
  }

  private toApplicant(application: PermitApplication, message: Message): Promise<void> {
    return this.notifier.notify({
      ...this.envelope(application, message), to: { orgId: application.enterpriseId, matter: 'permits', site: application.siteId },
      link: `/e/${application.enterpriseId}/permits/${application.id}`,
    });
  }

  /** The link of officers holds `:orgId`; it is filled with the office of whoever reads it. */
  private toPost(role: string, application: PermitApplication, message: Message): Promise<void> {
    return this.notifier.notify({ ...this.envelope(application, message), to: { role, regionCode: application.regionCode }, link: `/b/:orgId/permits/${application.id}` });
  }

  private envelope(application: PermitApplication, message: Message): { topic: string; subject: { type: string; id: string }; title: Text; body: Text; key: string } {
    const subject = { type: 'permit-application', id: application.id };
    return { topic: 'permits', subject, title: message.title, body: message.body, key: `permit-application:${application.id}:${message.step}` };
  }
}
