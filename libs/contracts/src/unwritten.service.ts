import { Injectable } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { AwardedWorks } from '@huanbao/marketplace';
import { Clock, Db, newId, shanghaiDate } from '@huanbao/platform';
import { Contract, ContractMilestone } from './contract.entity';
import { UNSIGNED } from './contract.flow';
import { ContractRecords } from './contract.records';
import { DraftingService } from './drafting.service';

/** Handed over, and neither accepted nor ended: who performed has a contract, signed or not. */
const IN_HAND = ['delivered', 'rework'];

/** Contracts that came about by performance, without both signatures (民法典 第四百九十条第二款): the whole work is one part, at the price of the bid. */
@Injectable()
export class UnwrittenContracts {
  constructor(
    private readonly db: Db,
    private readonly records: ContractRecords,
    private readonly works: AwardedWorks,
    private readonly drafting: DraftingService,
    private readonly clock: Clock,
  ) {}

  /** Work may be handed over before the worker has made the contract of the award: it is made now. In the caller's transaction. */
  async expect(taskId: string): Promise<void> {
    const work = await this.works.of(taskId);
    if (work) await this.drafting.expect(work);
  }

  /** Whether there is performance to end or to pay although nothing was signed. */
  async isInHand({ state, taskId }: Pick<Contract, 'state' | 'taskId'>): Promise<boolean> {
    return UNSIGNED.includes(state) && IN_HAND.includes((await this.works.of(taskId))?.state ?? '');
  }

  /** Under the contract's lock, before its step: price and the one part of the work. A notice to cancel the award has lost its object. @returns id of the part */
  async stand(contract: Contract, state: 'accepted' | 'delivered'): Promise<string> {
    const [now, milestoneId] = [this.clock.now(), newId()];
    const { id: contractId, bidPriceYuan, bidDurationDays, awardedAt, title } = contract;
    await this.db.repo(ContractMilestone).insert({
      id: milestoneId, contractId, position: 0, name: '全部服务', dueOn: addDays(shanghaiDate(awardedAt), bidDurationDays), amountYuan: bidPriceYuan, payableOn: 'acceptance', deliverable: title,
      state, acceptedAt: state === 'accepted' ? now : null, deliveredAt: now, approvedAt: null, approvedFor: null, reworks: 0,
    });
    contract.priceYuan = bidPriceYuan;
    await this.records.endNotices(contractId);
    return milestoneId;
  }
}
