import { Injectable } from '@nestjs/common';
import { Actor, Clock, Db } from '@huanbao/platform';
import { HOLDERS, type Holder } from '@huanbao/sealing';
import { BidLedger } from '../bid-ledger';
import { OpeningShare, ServiceTask, WitnessKey } from '../marketplace.entity';
import { notYetClosed } from '../marketplace.errors';
import { taskPolicy } from '../marketplace.policy';
import { TaskRecords } from '../task.records';
import { isEnvelope } from './envelope-form';
import { notThisHolder } from './opening.errors';
import { awaitedHolders, HOLDER_WORDS, recoveryStepsIn } from './opening.rules';
import { OpeningShares } from './shares.service';
import type { HolderView, OpeningView, SealedSharesView } from './opening.view';

/** Who holds a share, who has given it and who is awaited. */
@Injectable()
export class OpeningQueries {
  constructor(
    private readonly db: Db,
    private readonly records: TaskRecords,
    private readonly shares: OpeningShares,
    private readonly ledger: BidLedger,
    private readonly clock: Clock,
  ) {}

  async of(actor: Actor, taskId: string): Promise<OpeningView> {
    const task = await this.records.find(actor, taskId, 'task.bids');
    const given = await this.shares.given(task);
    const losses = await this.shares.losses(taskId);
    const standing = await this.shares.standing(task);
    const waits = task.openingNeeded !== null && this.mayOpen(task);
    const awaited = waits ? awaitedHolders(standing) : [];
    const holds = taskPolicy.may(actor, 'task.open', await this.records.partiesFor(actor, task)) ? this.holdersOf(actor, task) : [];
    const holders: HolderView[] = [];
    for (const holder of task.openingNeeded === null ? [] : HOLDERS) {
      const share = given.find(one => one.holder === holder);
      const loss = losses.find(one => one.holder === holder);
      holders.push({
        holder, ...words(holder), ...(await this.keyOf(task, holder)), state: share ? 'given' : loss ? 'lost' : awaited.includes(holder) ? 'awaited' : holder === 'recovery' && !recoveryStepsIn(standing) ? 'reserve' : 'holds',
        givenBy: share?.givenByName ?? null, givenAt: share?.givenAt.toISOString() ?? null, lacking: (share?.lacking.length ?? 0) > 0, lossReason: loss?.reason ?? null, lossBy: loss?.declaredByName ?? null,
        mine: waits && holds.includes(holder) && !share && (awaited.includes(holder) || loss !== undefined) && !this.hasGiven(actor, given), mayDeclare: task.openingNeeded !== null && task.openedAt === null && holds.length > 0 && (holder === 'owner' || holds.includes(holder)) && !share && !loss && !['draft', 'failed', 'cancelled'].includes(task.state),
      });
    }
    return { needed: task.openingNeeded, given: given.length, holders };
  }

  /** The sealed shares of the bids in hand, for the browser of a holder of the bureau; after the deadline, and each look is recorded. */
  async sealedShares(actor: Actor, taskId: string, holder: Holder): Promise<SealedSharesView> {
    return this.db.transaction(async () => {
      const task = await this.records.find(actor, taskId, 'task.open');
      if (task.openingNeeded === null) return { taskId, holder, bids: [] };
      if (!this.holdersOf(actor, task).includes(holder)) throw notThisHolder(holder);
      if (!this.mayOpen(task)) throw notYetClosed(task.bidDeadline);
      const { sound } = await this.ledger.check(task);
      const bids = sound.filter(bid => isEnvelope(bid.envelope)).map(bid => ({ bidId: bid.id, firmId: bid.firmId, envelope: bid.envelope }));
      await this.records.audit({ actor, task }, 'read-sealed-shares', { holder });
      return { taskId, holder, bids };
    });
  }

  private holdersOf(actor: Actor, task: ServiceTask): Holder[] {
    return actor.orgId === task.enterpriseId ? ['owner'] : ['witness', 'recovery'];
  }

  private mayOpen(task: ServiceTask): boolean {
    return task.state === 'closed' || (task.state === 'published' && task.pausedAt === null && this.clock.now() >= task.bidDeadline);
  }

  private hasGiven(actor: Actor, given: readonly OpeningShare[]): boolean {
    return given.some(one => one.givenBy === actor.userId);
  }

  private async keyOf(task: ServiceTask, holder: Holder): Promise<{ fingerprint: string | null; keeper: string | null }> {
    if (holder === 'owner') return { fingerprint: task.openingFingerprint, keeper: task.enterpriseName };
    const key = await this.db.repo(WitnessKey).findOneBy({ id: (holder === 'witness' ? task.witnessKeyId : task.recoveryKeyId) as string });
    return { fingerprint: key?.fingerprint.trim() ?? null, keeper: key?.holderName ?? null };
  }
}

const words = (holder: Holder): { zh: string; en: string } => HOLDER_WORDS[holder];
