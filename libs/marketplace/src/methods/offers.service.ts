import { Injectable } from '@nestjs/common';
import { Actor, Clock, Db, newId, Outbox } from '@huanbao/platform';
import { ServiceTask } from '../marketplace.entity';
import { notEligible } from '../marketplace.errors';
import { taskAwarded } from '../marketplace.events';
import { FirmStandings } from '../standing-check';
import { TaskGuards } from '../task-guards';
import { TaskRecords } from '../task.records';
import { noOpenOffer, offerExpired, wrongMethod } from './methods.errors';
import { METHODS } from './methods';
import { tellProcedure } from './procedure.jobs';
import { ProcurementLaw } from './procurement-law.service';
import { TaskInvitation, TaskOffer } from './procedure.entity';

export interface OfferTerms {
  readonly priceYuan: string;
  readonly durationDays: number;
  readonly text: string;
}

/** A direct commission: offer and acceptance (民法典 art. 472, 479). A counter-offer is a new offer (art. 488). */
@Injectable()
export class Offers {
  constructor(
    private readonly db: Db,
    private readonly records: TaskRecords,
    private readonly standings: FirmStandings,
    private readonly guards: TaskGuards,
    private readonly law: ProcurementLaw,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, taskId: string): Promise<TaskOffer[]> {
    await this.records.find(actor, taskId, 'task.offers');
    return this.db.repo(TaskOffer).find({ where: { taskId }, order: { nth: 'DESC' } });
  }

  /** The first offer is the task itself at its budget. Under the task's lock, at its publication. */
  async begin(actor: Actor, task: ServiceTask): Promise<void> {
    await this.insert(actor, task, { nth: 1, byFirm: false, terms: { priceYuan: task.budgetYuan as string, durationDays: task.durationDays, text: '' } });
  }

  /** The other side names other terms: the open offer is gone, the new one waits. */
  counter(actor: Actor, taskId: string, terms: OfferTerms): Promise<TaskOffer> {
    return this.db.transaction(async () => {
      const { task, open, byFirm } = await this.answerable(actor, taskId);
      await this.law.assertPrice(task, terms.priceYuan, { moment: 'offer', pointer: '/priceYuan' });
      await this.db.repo(TaskOffer).update({ id: open.id }, { state: 'countered' });
      const offer = await this.insert(actor, task, { nth: open.nth + 1, byFirm, terms });
      const who = byFirm ? { zh: '机构还价', en: 'The firm countered' } : { zh: '企业还价', en: 'The enterprise countered' };
      await this.records.tell({ actor, task }, 'counter', { zh: `${who.zh}：${terms.priceYuan} 元，${terms.durationDays} 天`, en: `${who.en}: CNY ${terms.priceYuan}, ${terms.durationDays} days`, audience: 'parties' }, { offerId: offer.id });
      await this.outbox.enqueue(tellProcedure, { taskId, notice: byFirm ? 'countered' : 'offered', ref: String(offer.nth) });
      return offer;
    });
  }

  /** The contract comes about (民法典 art. 483). The offer that was shown is named: a newer one is not accepted by mistake. */
  accept(actor: Actor, taskId: string, nth: number): Promise<ServiceTask> {
    return this.db.transaction(async () => {
      const { task, open } = await this.answerable(actor, taskId);
      if (open.nth !== nth) throw noOpenOffer();
      await this.law.assertPrice(task, open.priceYuan, { moment: 'offer', pointer: '/nth' });
      const invitation = await this.db.repo(TaskInvitation).findOneByOrFail({ taskId });
      const verdict = await this.standings.qualified(task, invitation.firmId);
      if (!verdict.ok) throw notEligible(verdict.reasons);
      await this.guards.beforeBid(task, invitation.firmId);
      await this.db.repo(TaskOffer).update({ id: open.id }, { state: 'accepted' });
      Object.assign(task, { awardedFirmId: invitation.firmId, awardedFirmName: invitation.firmName, awardedPriceYuan: open.priceYuan, durationDays: open.durationDays, awardReason: '直接委托，双方达成一致', awardedAt: this.clock.now(), listed: task.regime !== 'voluntary' });
      await this.records.step(task, 'accept-offer');
      await this.records.tell({ actor, task }, 'award', { zh: `委托成交：${invitation.firmName}，${open.priceYuan} 元`, en: `Commissioned ${invitation.firmName}, CNY ${open.priceYuan}`, audience: 'public' }, { offerId: open.id });
      await this.outbox.publish(taskAwarded, { taskId });
      return task;
    });
  }

  /** The open offer, when it is the other side's and in time. */
  private async answerable(actor: Actor, taskId: string): Promise<{ task: ServiceTask; open: TaskOffer; byFirm: boolean }> {
    const task = await this.records.lock(actor, taskId, 'task.offer');
    if (METHODS[task.method].who !== 'one') throw wrongMethod(task.method);
    const open = await this.db.repo(TaskOffer).findOneBy({ taskId, state: 'open' });
    const byFirm = actor.orgId !== task.enterpriseId;
    if (task.state !== 'published' || !open || open.byFirm === byFirm) throw noOpenOffer();
    if (this.clock.now() >= task.bidDeadline) throw offerExpired();
    return { task, open, byFirm };
  }

  private async insert(actor: Actor, task: ServiceTask, { nth, byFirm, terms }: { nth: number; byFirm: boolean; terms: OfferTerms }): Promise<TaskOffer> {
    const offer = this.db.repo(TaskOffer).create({ id: newId(), taskId: task.id, nth, byFirm, ...terms, state: 'open', madeBy: actor.userId, madeAt: this.clock.now() });
    await this.db.repo(TaskOffer).insert(offer);
    return offer;
  }
}
