import { Injectable } from '@nestjs/common';
import { Notifier } from '@huanbao/notifications';
import { Db, Delivery, Handles } from '@huanbao/platform';
import { Contract } from '../contract.entity';
import { otherSide } from '../contract.records';
import { tellDisputeConcluded, tellDisputeOpened, tellDisputeStated, tellDisputeTaken } from '../contracts.jobs.definitions';
import { ContractDispute, ContractStatement } from './dispute.entity';

interface Words {
  readonly zh: string;
  readonly en: string;
}

type Reader = 'enterprise' | 'firm' | 'bureau';

/** Who hears what of a dispute. */
@Injectable()
export class DisputeNotices {
  constructor(
    private readonly db: Db,
    private readonly notifier: Notifier,
  ) {}

  @Handles(tellDisputeOpened)
  async opened({ disputeId }: { disputeId: string }, delivery: Delivery): Promise<void> {
    const { dispute, contract } = await this.load(disputeId);
    await delivery.complete(async () => {
      await this.tell(dispute, 'bureau', 'opened', { title: { zh: `合同争议待受理：${contract.title}`, en: `A dispute to be taken up: ${contract.title}` }, body: { zh: `${contract.enterpriseName}与${contract.firmName}，请受理调解。`, en: `${contract.enterpriseName} and ${contract.firmName}: please mediate.` } });
      await this.tell(dispute, otherSide(dispute.side), 'opened', { title: { zh: `对方申请调解合同争议：${contract.title}`, en: `The other side asked for mediation: ${contract.title}` }, body: { zh: '请提交陈述和证据。调解期间里程碑期限暂停。', en: 'Make your statement with papers. Milestones stand still meanwhile.' } });
    });
  }

  /** Everybody but who has spoken. */
  @Handles(tellDisputeStated)
  async stated({ disputeId }: { disputeId: string }, delivery: Delivery): Promise<void> {
    const { dispute, contract } = await this.load(disputeId);
    const [last] = await this.db.repo(ContractStatement).find({ where: { disputeId }, order: { at: 'DESC', id: 'DESC' }, take: 1 });
    if (!last) return delivery.complete(() => Promise.resolve());
    const readers = (['enterprise', 'firm', 'bureau'] as const).filter(one => one !== last.side && (one !== 'bureau' || dispute.takenAt !== null));
    const body = { zh: `${last.byName}提交了陈述。`, en: `${last.byName} has made a statement.` };
    await delivery.complete(async () => {
      for (const reader of readers) await this.tell(dispute, reader, `stated-${last.id}`, { title: { zh: `合同争议有新进展：${contract.title}`, en: `News of a dispute: ${contract.title}` }, body });
    });
  }

  @Handles(tellDisputeTaken)
  async taken({ disputeId }: { disputeId: string }, delivery: Delivery): Promise<void> {
    const { dispute, contract } = await this.load(disputeId);
    await delivery.complete(async () => {
      for (const reader of ['enterprise', 'firm'] as const) await this.tell(dispute, reader, 'taken', { title: { zh: `合同争议已受理：${contract.title}`, en: `The mediation has begun: ${contract.title}` }, body: { zh: `调解人：${dispute.takenByName ?? ''}。请提交陈述和证据。`, en: `Mediator: ${dispute.takenByName ?? ''}. Make your statement with papers.` } });
    });
  }

  @Handles(tellDisputeConcluded)
  async concluded({ disputeId }: { disputeId: string }, delivery: Delivery): Promise<void> {
    const { dispute, contract } = await this.load(disputeId);
    const words = { settled: { zh: '争议调解成功', en: 'Settled in mediation' }, failed: { zh: '争议调解未成', en: 'The mediation failed' }, withdrawn: { zh: '争议已撤回', en: 'The dispute was withdrawn' }, open: { zh: '', en: '' }, mediating: { zh: '', en: '' } }[dispute.state];
    await delivery.complete(async () => {
      for (const reader of ['enterprise', 'firm'] as const) await this.tell(dispute, reader, 'concluded', { title: { zh: `${words.zh}：${contract.title}`, en: `${words.en}: ${contract.title}` }, body: { zh: dispute.outcome ?? '', en: dispute.outcome ?? '' } });
    });
  }

  private async load(id: string): Promise<{ dispute: ContractDispute; contract: Contract }> {
    const dispute = await this.db.repo(ContractDispute).findOneByOrFail({ id });
    return { dispute, contract: await this.db.repo(Contract).findOneByOrFail({ id: dispute.contractId }) };
  }

  private tell(dispute: ContractDispute, reader: Reader, step: string, { title, body }: { title: Words; body: Words }): Promise<void> {
    const to = { enterprise: { orgId: dispute.enterpriseId }, firm: { orgId: dispute.firmId }, bureau: { role: 'bureau.supervisor', regionCode: dispute.regionCode } }[reader];
    const link = { enterprise: `/e/${dispute.enterpriseId}/disputes/${dispute.id}`, firm: `/f/${dispute.firmId}/disputes/${dispute.id}`, bureau: `/b/:orgId/disputes/${dispute.id}` }[reader];
    return this.notifier.notify({ to, topic: 'task', subject: { type: 'contract-dispute', id: dispute.id }, key: `contract-dispute:${dispute.id}:${step}`, title, body, link });
  }
}
