import { Injectable } from '@nestjs/common';
import type { ContractStage, VoidAward } from '@huanbao/marketplace';
import { Actor, Clock, Db, newId } from '@huanbao/platform';
import { Contract, ContractMilestone } from '../contract.entity';
import { contractPerformed } from '../contract.errors';
import { currentOf, UNSIGNED } from '../contract.flow';
import { ContractRecords } from '../contract.records';
import { isUnperformed } from '../untouched';
import { UnwrittenContracts } from '../unwritten.service';
import { AwardAnnulment } from './cancellation.entity';
import { UnsignedRecords } from './unsigned.records';

/** Awards found void by a decision on a complaint, and what becomes of their contracts. In the caller's transaction, the task under lock. */
@Injectable()
export class AnnulledContracts {
  constructor(
    private readonly db: Db,
    private readonly records: ContractRecords,
    private readonly unsigned: UnsignedRecords,
    private readonly unwritten: UnwrittenContracts,
    private readonly clock: Clock,
  ) {}

  async stage(taskId: string): Promise<ContractStage> {
    const contract = await this.db.repo(Contract).findOneBy(currentOf(taskId));
    return contract ? this.stageOf(contract) : 'unsigned';
  }

  /** What was never signed lapses; what was signed and not performed is revoked, its parts with it. The award stays on the record. */
  async annul(actor: Actor, { at: awardedAt, ...award }: VoidAward, words: { readonly zh: string; readonly en: string }): Promise<void> {
    const contract = await this.db.lock(Contract, currentOf(award.taskId));
    if (contract) await this.undo(actor, contract, words);
    await this.db.repo(AwardAnnulment).insert({ ...award, id: newId(), contractId: contract?.id ?? null, awardedAt, annulledAt: this.clock.now(), reason: words.zh });
  }

  private async undo(actor: Actor, contract: Contract, words: { readonly zh: string; readonly en: string }): Promise<void> {
    const stage = await this.stageOf(contract);
    if (stage === 'performed') throw contractPerformed();
    await this.records.endNotices(contract.id);
    if (stage === 'unsigned') await this.unsigned.lapse(contract, words.zh);
    else {
      await this.db.repo(ContractMilestone).update({ contractId: contract.id }, { state: 'dropped' });
      Object.assign(contract, { endedReason: words.zh, endedAt: this.clock.now() });
      await this.records.step(contract, 'revoke');
    }
    await this.records.tell({ actor, contract }, 'annul', words);
  }

  private async stageOf(contract: Contract): Promise<ContractStage> {
    if (UNSIGNED.includes(contract.state)) return (await this.unwritten.isInHand(contract)) ? 'performed' : 'unsigned';
    return contract.state === 'active' && (await isUnperformed(this.db, contract.id)) ? 'unperformed' : 'performed';
  }
}
