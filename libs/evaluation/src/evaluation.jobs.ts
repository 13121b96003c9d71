import { Inject, Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { LinkTokens } from '@huanbao/identity';
import { ServiceTask } from '@huanbao/marketplace';
import { Mailer } from '@huanbao/notifications';
import { Db, Delivery, ENV, Env, FieldCipher, Handles, Signer, systemActor } from '@huanbao/platform';
import { In } from 'typeorm';
import { Evaluation, EvaluationDraw, EvaluationPlan, EvaluationRound, EvaluationSeat } from './evaluation.entity';
import { endEvaluation, mailSeat, renderReport as renderReportJob } from './evaluation.events';
import { EvaluationRecords } from './evaluation.records';
import { EMAIL_CONTEXT } from './experts/experts.service';
import { renderReport } from './report';

const SYSTEM = systemActor('evaluation');

/** Work of evaluation in the background. */
@Injectable()
export class EvaluationJobs {
  constructor(
    private readonly db: Db,
    private readonly records: EvaluationRecords,
    private readonly links: LinkTokens,
    private readonly mailer: Mailer,
    private readonly files: Files,
    private readonly cipher: FieldCipher,
    private readonly signer: Signer,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** The link is made from the seat's id and a secret outside the database; it stands behind `#`, which no browser sends to a server. */
  @Handles(mailSeat)
  async mail({ seatId }: { seatId: string }, delivery: Delivery): Promise<void> {
    const seat = await this.db.repo(EvaluationSeat).findOneBy({ id: seatId });
    if (!seat || (seat.state !== 'asked' && seat.state !== 'accepted')) return;
    const task = await this.db.repo(ServiceTask).findOneByOrFail({ id: seat.taskId });
    await this.mailer.send({
      to: this.cipher.decrypt(seat.emailCipher, EMAIL_CONTEXT), language: 'zh', subject: `请参加评审：${task.title}`,
      lines: [
        `${seat.name}，您好：`, `您${seat.kind === 'expert' ? '被随机抽取为' : '作为企业代表担任'}“${task.title}”评标委员会成员。请先声明有无利益关系，再在线评分，手机也可以办理。`,
        '链接仅供您本人使用，请勿转发；评审结束前请对评审内容和身份保密。', 'You are a member of an evaluation committee. Declare your interests, then score online. The link is yours alone.',
      ],
      action: { label: '进入评审', url: new URL(`/evaluation-seat#${this.links.tokenOf('evaluation-seat', seat.id)}`, this.env.HB_PUBLIC_URL).href },
      id: delivery.id,
    });
  }

  @Handles(renderReportJob)
  async report({ taskId }: { taskId: string }, delivery: Delivery): Promise<void> {
    const task = await this.db.repo(ServiceTask).findOneByOrFail({ id: taskId });
    const evaluation = await this.db.repo(Evaluation).findOneByOrFail({ taskId });
    if ((!evaluation.result && !(evaluation.review && evaluation.state === 'ended')) || evaluation.reportFileId) return;
    const pdf = await renderReport({
      task, plan: await this.db.repo(EvaluationPlan).findOneByOrFail({ taskId }), evaluation,
      members: await this.records.members(taskId), draws: await this.db.repo(EvaluationDraw).find({ where: { taskId }, order: { nth: 'ASC' } }),
      enquiries: await this.records.enquiries(taskId), rounds: await this.db.repo(EvaluationRound).find({ where: { taskId }, order: { round: 'ASC' } }), publicKey: this.signer.publicKeyHex,
    });
    await delivery.complete(async () => {
      const file = await this.files.store(pdf, { name: `评标报告-${task.number ?? task.id}.pdf`, mediaType: 'application/pdf', subjectType: 'evaluation', subjectId: taskId, purpose: 'evaluation-report', ownerOrgId: task.enterpriseId, uploadedBy: SYSTEM.userId });
      await this.db.repo(Evaluation).update({ taskId }, { reportFileId: file.id });
    });
  }

  @Handles(endEvaluation)
  async end({ taskId }: { taskId: string }, delivery: Delivery): Promise<void> {
    await delivery.complete(async () => {
      await this.db.repo(Evaluation).update({ taskId, state: In(['forming', 'checking', 'competition', 'scoring', 'revealed', 'publicity']) }, { state: 'ended', pausedAt: null });
    });
  }
}
