import { Injectable } from '@nestjs/common';
import { Actor, Clock, Db, FieldCipher, notFound, Outbox, violatedConstraint } from '@huanbao/platform';
import { fromBase64, type Holder, isShareOf, openingShare, privateMatches, type PrivateJwk, toBase64, UnsealError } from '@huanbao/sealing';
import { Bid, OpeningLoss, OpeningShare, ServiceTask, WitnessKey } from '../marketplace.entity';
import { wrongOpeningKey } from '../marketplace.errors';
import { tellHolders } from '../marketplace.jobs.definitions';
import { advance } from '../task.flow';
import { TaskRecords } from '../task.records';
import { isEnvelope } from './envelope-form';
import { keyNeeded, lossKnown, noThreshold, notThisHolder, recoveryClosed, samePerson, shareGiven, sharesMissing, sharesOnly, wrongShare } from './opening.errors';
import { HOLDER_WORDS, isOpenable, recoveryStepsIn, type Standing } from './opening.rules';

/** What a holder brings: the enterprise its key of this one task, the bureau's holders the shares their own browser has unwrapped. */
export interface ShareInput {
  readonly holder: Holder;
  readonly privateKey?: PrivateJwk | null;
  readonly shares?: readonly { readonly bidId: string; readonly share?: string | null }[] | null;
}

type Bytes = Uint8Array<ArrayBuffer>;
/** By bid; null where the share does not unwrap. */
type Shares = ReadonlyMap<string, Bytes | null>;

const CONTEXT = 'opening_share.shares_cipher';

/** Takes the holders' shares, one after the other, on the record, until enough are there. */
@Injectable()
export class OpeningShares {
  constructor(
    private readonly db: Db,
    private readonly records: TaskRecords,
    private readonly cipher: FieldCipher,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  given(task: Pick<ServiceTask, 'id' | 'bidRound'>): Promise<OpeningShare[]> {
    return this.db.repo(OpeningShare).find({ where: { taskId: task.id, sealedRound: task.bidRound }, order: { givenAt: 'ASC' } });
  }

  losses(taskId: string): Promise<OpeningLoss[]> {
    return this.db.repo(OpeningLoss).find({ where: { taskId }, order: { declaredAt: 'ASC' } });
  }

  async standing(task: ServiceTask): Promise<Standing> {
    return { needed: task.openingNeeded ?? 1, given: await this.given(task), lost: (await this.losses(task.id)).map(one => one.holder) };
  }

  /**
   * Under the task's lock, after the deadline. The bids are those the log of receipts knows.
   * @returns for each bid the shares that have come together, or null while more holders are awaited
   * @throws 400 for a key or share that is not this task's, 409 for one given before, 422 for the recovery share out of turn
   */
  async give(actor: Actor, task: ServiceTask, input: ShareInput, bids: readonly Bid[]): Promise<Map<string, Map<Holder, Bytes>> | null> {
    if (task.state !== 'closed') advance(task.state, 'open'); // says what is possible now
    const standing = await this.standing(task);
    await this.assertTurn(actor, task, input.holder, standing);
    const open = bids.filter(bid => isEnvelope(bid.envelope));
    const shares = input.holder === 'owner' ? await this.ownShares(task, input.privateKey, open) : await this.handedShares(task, input, open);
    const lacking = open.map(bid => bid.id).filter(id => (shares.get(id) ?? null) === null);
    await this.keep(actor, task, { holder: input.holder, shares, lacking });
    const given = [...standing.given, { holder: input.holder, lacking }];
    const complete = isOpenable({ needed: standing.needed, given }, open.map(bid => bid.id));
    await this.tell(actor, task, { holder: input.holder, count: given.length, needed: standing.needed, lacking: lacking.length });
    if (complete) return this.together(task);
    await this.outbox.enqueue(tellHolders, { taskId: task.id, ref: `share-${task.bidRound}-${input.holder}` });
    return null;
  }

  /** What was given is of no use any more and is not kept. */
  async forget(task: ServiceTask): Promise<void> {
    await this.db.repo(OpeningShare).update({ taskId: task.id, sealedRound: task.bidRound }, { sharesCipher: null });
  }

  /** A key is lost: said with its reason, seen by all sides. From here the recovery share may step in. */
  async declareLost(actor: Actor, taskId: string, { holder, reason }: { holder: Holder; reason: string }): Promise<void> {
    try {
      await this.db.transaction(async () => {
        const task = await this.records.lock(actor, taskId, 'task.open');
        if (task.openingNeeded === null) throw noThreshold();
        if (task.openedAt !== null || !['published', 'short', 'closed', 'negotiating'].includes(task.state)) advance(task.state, 'open');
        // an enterprise speaks for itself; the bureau also for one that does not answer
        if (actor.orgId === task.enterpriseId && holder !== 'owner') throw notThisHolder(holder);
        if ((await this.given(task)).some(one => one.holder === holder)) throw shareGiven(holder);
        await this.db.repo(OpeningLoss).insert({ taskId, holder, reason, declaredBy: actor.userId, declaredByName: actor.name, declaredAt: this.clock.now() });
        const { zh, en } = HOLDER_WORDS[holder];
        await this.records.tell({ actor, task }, 'share-lost', { zh: `登记${zh}的钥匙遗失：${reason}`, en: `The key of ${en} is lost: ${reason}` }, { holder });
        await this.outbox.enqueue(tellHolders, { taskId, ref: `lost-${holder}` });
      });
    } catch (error) {
      if (violatedConstraint(error) === 'opening_loss_pkey') throw lossKnown();
      throw error;
    }
  }

  private async assertTurn(actor: Actor, task: ServiceTask, holder: Holder, standing: Standing): Promise<void> {
    if ((holder === 'owner') !== (actor.orgId === task.enterpriseId)) throw notThisHolder(holder);
    if (standing.given.some(one => one.holder === holder)) throw shareGiven(holder);
    if ((await this.given(task)).some(one => one.givenBy === actor.userId)) throw samePerson();
    if (holder === 'recovery' && !recoveryStepsIn(standing)) throw recoveryClosed();
  }

  /** The key serves this task alone, so it may come here: nobody can hold back the share of one bid and give that of another. */
  private async ownShares(task: ServiceTask, privateKey: PrivateJwk | null | undefined, bids: readonly Bid[]): Promise<Shares> {
    if (!privateKey) throw keyNeeded();
    if (!task.openingPublicKey || !(await privateMatches(privateKey, task.openingPublicKey))) throw wrongOpeningKey(task.openingFingerprint);
    const shares = new Map<string, Bytes | null>();
    for (const bid of bids) shares.set(bid.id, await shareOrNull(openingShare(bid.envelope, 'owner', privateKey, { taskId: task.id, firmId: bid.firmId })));
    return shares;
  }

  /** The bureau's keys serve many tasks and never leave their holder: its browser sends shares, each of which can be told from a wrong one. */
  private async handedShares(task: ServiceTask, { holder, shares }: ShareInput, bids: readonly Bid[]): Promise<Shares> {
    if (!shares) throw sharesOnly();
    const found = new Map<string, Bytes | null>();
    for (const [index, { bidId, share }] of shares.entries()) {
      const bid = bids.find(one => one.id === bidId);
      if (!bid) throw wrongShare(`/shares/${index}/bidId`);
      const bytes = share ? fromBase64(share) : null;
      if (bytes && !(await isShareOf(bid.envelope, holder, bytes, { taskId: task.id, firmId: bid.firmId }))) throw wrongShare(`/shares/${index}/share`);
      found.set(bidId, bytes);
    }
    const missing = bids.filter(bid => !found.has(bid.id)).length;
    if (missing > 0) throw sharesMissing(missing);
    if (bids.length > 0 && [...found.values()].every(one => one === null)) throw wrongOpeningKey(await this.fingerprintOf(task, holder));
    return found;
  }

  private async fingerprintOf(task: ServiceTask, holder: Holder): Promise<string | null> {
    const id = holder === 'recovery' ? task.recoveryKeyId : task.witnessKeyId;
    return id ? ((await this.db.repo(WitnessKey).findOneBy({ id }))?.fingerprint ?? null) : null;
  }

  private async keep(actor: Actor, task: ServiceTask, { holder, shares, lacking }: { holder: Holder; shares: Shares; lacking: string[] }): Promise<void> {
    const plain = JSON.stringify(Object.fromEntries([...shares].flatMap(([id, share]) => (share ? [[id, toBase64(share)]] : []))));
    await this.db.repo(OpeningShare).insert({ taskId: task.id, sealedRound: task.bidRound, holder, givenBy: actor.userId, givenByName: actor.name, givenAt: this.clock.now(), lacking, sharesCipher: this.cipher.encrypt(plain, CONTEXT) });
  }

  private async together(task: ServiceTask): Promise<Map<string, Map<Holder, Bytes>>> {
    const byBid = new Map<string, Map<Holder, Bytes>>();
    for (const { holder, sharesCipher } of await this.given(task)) {
      if (sharesCipher === null) throw notFound();
      for (const [bidId, share] of Object.entries(JSON.parse(this.cipher.decrypt(sharesCipher, CONTEXT)) as Record<string, string>)) byBid.set(bidId, (byBid.get(bidId) ?? new Map<Holder, Bytes>()).set(holder, fromBase64(share)));
    }
    return byBid;
  }

  private async tell(actor: Actor, task: ServiceTask, { holder, count, needed, lacking }: { holder: Holder; count: number; needed: number; lacking: number }): Promise<void> {
    const { zh, en } = HOLDER_WORDS[holder];
    const failing = lacking > 0 ? { zh: '；有报价的份额解不开，由另一份补上', en: '; a share of some bid does not unwrap, another one steps in' } : { zh: '', en: '' };
    await this.records.tell({ actor, task }, 'open-share', { zh: `${zh}交出开标份额（${count}/${needed}）${failing.zh}`, en: `${en} gave its share (${count} of ${needed})${failing.en}` }, { holder, round: task.bidRound, count, needed, lacking });
  }
}

async function shareOrNull(share: Promise<Bytes>): Promise<Bytes | null> {
  try {
    return await share;
  } catch (error) {
    if (error instanceof UnsealError) return null;
    throw error;
  }
}
