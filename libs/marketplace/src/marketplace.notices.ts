import { Injectable } from '@nestjs/common';
import { Notifier } from '@huanbao/notifications';
import { Db, Delivery as JobDelivery, Handles } from '@huanbao/platform';
import { Providers } from '@huanbao/providers';
import { Bid, Delivery, ServiceTask } from './marketplace.entity';
import { METHODS } from './methods/methods';
import { AwaitedShares } from './opening/awaited.service';
import { TaskInvitation } from './methods/procedure.entity';
import { tellAwarded, tellClosed, tellDelivered, tellEnded, tellHolders, tellMatchingFirms, tellOpened, tellRated, tellReviewed, tellToRate } from './marketplace.jobs.definitions';

interface Words {
  readonly zh: string;
  readonly en: string;
}

const FIRMS_AT_A_TIME = 200;

/** Who is told what, once each: the key names the step, so a second delivery of the job tells nobody twice. */
@Injectable()
export class MarketplaceNotices {
  constructor(
    private readonly db: Db,
    private readonly notifier: Notifier,
    private readonly providers: Providers,
    private readonly awaited: AwaitedShares,
  ) {}

  @Handles(tellMatchingFirms)
  async matchingFirms({ taskId }: { taskId: string }, delivery: JobDelivery): Promise<void> {
    const task = await this.task(taskId);
    const firms = await this.addressees(task);
    for (let from = 0; from < firms.length; from += FIRMS_AT_A_TIME)
      await this.db.transaction(async () => {
        for (const firm of firms.slice(from, from + FIRMS_AT_A_TIME))
          await this.tellFirm({ firmId: firm, task }, 'published', ...publishedText(task));
      });
    await delivery.complete(async () => undefined);
  }

  /** Those invited, or all that offer such a service. */
  private async addressees(task: ServiceTask): Promise<string[]> {
    if (METHODS[task.method].who === 'all') return this.providers.firmsOffering(task.kind, task.stage, task.serviceCode);
    return (await this.db.repo(TaskInvitation).findBy({ taskId: task.id })).map(one => one.firmId);
  }

  @Handles(tellClosed)
  async closed({ taskId }: { taskId: string }, delivery: JobDelivery): Promise<void> {
    const task = await this.task(taskId);
    const step = task.bidRound === 2 ? 'closed-final' : 'closed';
    if (task.openingNeeded !== null) return void (await delivery.complete(() => this.holders(task, step)));
    await delivery.complete(() => this.tellEnterprise(task, step, { zh: `请开标：${task.title}`, en: `Please open the bids: ${task.title}` }, { zh: '报价已截止。请用发布任务时保存的钥匙文件开标。', en: 'Bidding has closed. Open the bids with the key file saved at publication.' }));
  }

  @Handles(tellHolders)
  async shareGiven({ taskId, ref }: { taskId: string; ref: string }, delivery: JobDelivery): Promise<void> {
    const task = await this.task(taskId);
    await delivery.complete(() => (task.state === 'closed' ? this.holders(task, ref) : Promise.resolve()));
  }

  /** Whoever's share is awaited: the enterprise, the witness's office, or the office that keeps the recovery share. */
  private async holders(task: ServiceTask, step: string): Promise<void> {
    const holders = await this.awaited.of(task);
    const named = await this.awaited.named(task, holders);
    const title = { zh: `请开标：${task.title}`, en: `Please open the bids: ${task.title}` };
    const body = { zh: `报价已截止，由几方共同开标，还在等待：${named.zh}。请在任务页选择您保管的钥匙文件，交出份额；钥匙遗失的，在任务页登记。`, en: `Bidding has closed and several holders open together. Still awaited: ${named.en}. Choose your key file on the task’s page; if it is lost, record it there.` };
    await this.awaited.tell(task, holders, { key: step, title, body });
  }

  @Handles(tellOpened)
  async opened({ taskId }: { taskId: string }, delivery: JobDelivery): Promise<void> {
    const task = await this.task(taskId);
    const bids = await this.openedBids(taskId);
    await delivery.complete(async () => {
      for (const bid of bids) await this.tellFirm({ firmId: bid.firmId, task }, 'opened', { zh: `已开标：${task.title}`, en: `Bids opened: ${task.title}` }, openedText(bid));
    });
  }

  @Handles(tellAwarded)
  async awarded({ taskId }: { taskId: string }, delivery: JobDelivery): Promise<void> {
    const task = await this.task(taskId);
    const bids = task.awardedBidId === null ? [] : await this.openedBids(taskId); // it may have been cancelled meanwhile
    await delivery.complete(async () => {
      // a commission has no bids: whoever did not take the last step hears of it all the same
      if (task.method === 'direct' && task.awardedFirmId !== null) {
        const done = { zh: `委托已成交：${task.title}`, en: `The commission was concluded: ${task.title}` };
        const price = { zh: `${task.awardedFirmName ?? ''}，${task.awardedPriceYuan ?? ''} 元。接下来请签订合同。`, en: `${task.awardedFirmName ?? ''}, CNY ${task.awardedPriceYuan ?? ''}. The contract comes next.` };
        await this.tellEnterprise(task, 'concluded', done, price);
        await this.tellFirm({ firmId: task.awardedFirmId, task }, 'concluded', done, price);
      }
      for (const bid of bids) {
        const won = bid.id === task.awardedBidId;
        await this.tellFirm({ firmId: bid.firmId, task }, `awarded-${task.awardedBidId ?? ''}`,
          won ? { zh: `中选：${task.title}`, en: `You were chosen: ${task.title}` } : { zh: `未中选：${task.title}`, en: `Not chosen: ${task.title}` },
          won ? { zh: '请按约定开展服务并提交成果。', en: 'Please carry out the service and deliver.' } : { zh: '感谢参与，可在任务页查看定标结果。', en: 'Thank you for bidding. The task page shows the result.' });
      }
    });
  }

  @Handles(tellEnded)
  async ended({ taskId }: { taskId: string }, delivery: JobDelivery): Promise<void> {
    const task = await this.task(taskId);
    const bids = await this.db.repo(Bid).find({ where: [{ taskId, state: 'sealed' }, { taskId, state: 'opened' }, { taskId, state: 'unreadable' }] });
    // a draft that was given up had asked nobody yet
    const asked = task.publishedAt === null ? [] : await this.db.repo(TaskInvitation).findBy({ taskId, state: 'invited' });
    const words = { zh: `任务结束：${task.title}`, en: `Task ended: ${task.title}` };
    const body = { zh: `原因：${task.endedReason ?? ''}`, en: `Reason: ${task.endedReason ?? ''}` };
    await delivery.complete(async () => {
      await this.tellEnterprise(task, 'ended', words, body);
      for (const firmId of new Set([...bids, ...asked].map(one => one.firmId))) await this.tellFirm({ firmId, task }, 'ended', words, body);
    });
  }

  @Handles(tellDelivered)
  async delivered({ taskId, deliveryId }: { taskId: string; deliveryId: string }, delivery: JobDelivery): Promise<void> {
    const task = await this.task(taskId);
    await delivery.complete(() => this.tellEnterprise(task, `delivered-${deliveryId}`, { zh: `请验收：${task.title}`, en: `Please review the delivery: ${task.title}` }, { zh: '服务机构提交了成果，请验收或提出返工意见。', en: 'The firm has delivered. Accept it or ask for rework.' }));
  }

  @Handles(tellReviewed)
  async reviewed({ taskId, deliveryId }: { taskId: string; deliveryId: string }, delivery: JobDelivery): Promise<void> {
    const task = await this.task(taskId);
    const result = await this.db.repo(Delivery).findOneByOrFail({ id: deliveryId });
    const accepted = result.state === 'accepted';
    await delivery.complete(() => this.tellFirm({ firmId: task.awardedFirmId as string, task }, `reviewed-${deliveryId}`,
      accepted ? { zh: `验收通过：${task.title}`, en: `Accepted: ${task.title}` } : { zh: `需要返工：${task.title}`, en: `Rework needed: ${task.title}` },
      accepted ? { zh: '委托方付款后请在合同页确认收款；合同结清后双方互评。', en: 'Confirm the payment on the contract’s page; once it is settled both sides rate.' } : { zh: `企业意见：${result.comment ?? ''}`, en: `Comment: ${result.comment ?? ''}` }));
  }

  @Handles(tellToRate)
  async toRate({ taskId, organisationId }: { taskId: string; organisationId: string }, delivery: JobDelivery): Promise<void> {
    const task = await this.task(taskId);
    const words = { zh: `请评价：${task.title}`, en: `Please rate: ${task.title}` };
    const body = { zh: '对方已经评价。请在 7 日内评价，双方都评价后同时公开。', en: 'The other side has rated. Rate within 7 days; both are shown together.' };
    await delivery.complete(() => this.tellSide(task, organisationId, { step: 'to-rate', words, body }));
  }

  @Handles(tellRated)
  async rated({ taskId, organisationId }: { taskId: string; organisationId: string }, delivery: JobDelivery): Promise<void> {
    const task = await this.task(taskId);
    const words = { zh: `收到评价：${task.title}`, en: `You were rated: ${task.title}` };
    const body = { zh: '对方的评价已公开，可在任务页查看。', en: 'The other side’s rating is published on the task page.' };
    await delivery.complete(() => this.tellSide(task, organisationId, { step: 'rated', words, body }));
  }

  private tellSide(task: ServiceTask, organisationId: string, { step, words, body }: { step: string; words: Words; body: Words }): Promise<void> {
    return organisationId === task.enterpriseId ? this.tellEnterprise(task, step, words, body) : this.tellFirm({ firmId: organisationId, task }, step, words, body);
  }

  private task(taskId: string): Promise<ServiceTask> {
    return this.db.repo(ServiceTask).findOneByOrFail({ id: taskId });
  }

  private openedBids(taskId: string): Promise<Bid[]> {
    return this.db.repo(Bid).find({ where: [{ taskId, state: 'opened' }, { taskId, state: 'unreadable' }] });
  }

  private tellEnterprise(task: ServiceTask, step: string, title: Words, body: Words): Promise<void> {
    return this.notifier.notify({
      to: { orgId: task.enterpriseId, matter: 'tasks' }, topic: 'task', subject: { type: 'service-task', id: task.id },
      title, body, link: `/e/${task.enterpriseId}/tasks/${task.id}`, key: `task:${task.id}:${step}`,
    });
  }

  private tellFirm({ firmId, task }: { firmId: string; task: ServiceTask }, step: string, title: Words, body: Words): Promise<void> {
    return this.notifier.notify({
      to: { orgId: firmId }, topic: 'task', subject: { type: 'service-task', id: task.id },
      title, body, link: `/f/${firmId}/tasks/${task.id}`, key: `task:${task.id}:${step}`,
    });
  }
}

function publishedText(task: ServiceTask): [Words, Words] {
  const { title, enterpriseName: who, method } = task;
  if (METHODS[method].who === 'one') return [{ zh: `收到委托：${title}`, en: `You are asked: ${title}` }, { zh: `${who}向贵机构提出直接委托，请在期限前接受、婉拒或还价。`, en: `${who} offers your firm a commission. Accept, decline or counter it in time.` }];
  if (METHODS[method].who === 'invited') return [{ zh: `收到邀请：${title}`, en: `You are invited: ${title}` }, { zh: `${who}邀请贵机构参加${METHODS[method].zh}，请在截止前密封报价，或婉拒邀请。`, en: `${who} invites your firm to bid (${METHODS[method].en}). Bid sealed before the deadline, or decline.` }];
  return [{ zh: `新任务：${title}`, en: `New task: ${title}` }, { zh: `${who}发布了符合贵机构服务范围的任务，请在截止前密封报价。`, en: `${who} published a task in your line of service. Bid sealed before the deadline.` }];
}

/** A bid that was set aside says why, and what would have mended it. */
function openedText(bid: Bid): Words {
  if (bid.eligible !== false || !bid.ineligibleReasons) return { zh: '可以查看各报价的唱标结果。', en: 'The prices of all bids can be seen now.' };
  return { zh: `开标时核对资格不符，本报价不能被选定：${bid.ineligibleReasons.map(one => one.zh).join('；')}`, en: `Set aside at the opening: ${bid.ineligibleReasons.map(one => one.en).join('; ')}` };
}
