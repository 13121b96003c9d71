import { Inject, Injectable } from '@nestjs/common';
import { Actor, Clock, Db, ENV, Env, Outbox } from '@huanbao/platform';
import { openBid, openWithShares, PrivateJwk, privateMatches, SealContext, SealedEnvelope, UnsealError } from '@huanbao/sealing';
import { Closing } from '../methods/closing';
import { biddingPaused, tooFewBids } from '../methods/methods.errors';
import { tellProcedure } from '../methods/procedure.jobs';
import { finalProblem, opensFirst, settleRounds } from '../methods/rounds';
import { knowsNumber } from '../methods/secrecy';
import { BidLedger, LedgerVerdict } from '../bid-ledger';
import { BidContent, isUnitSuspect, parseBidContent } from '../bid-content';
import { Bid, ServiceTask, WitnessKey } from '../marketplace.entity';
import { noWitness, notYetClosed, wrongOpeningKey } from '../marketplace.errors';
import { taskEnded, taskFirstOpened, taskOpened } from '../marketplace.events';
import { BidContents } from './bid-contents';
import { isEnvelope } from './envelope-form';
import { keyNeeded } from './opening.errors';
import { HOLDER_WORDS } from './opening.rules';
import { platformSealKey } from './opening-key';
import { OpeningShares, ShareInput } from './shares.service';
import { FirmStandings } from '../standing-check';
import { TaskRecords } from '../task.records';

/** Who opens, and how an envelope of theirs is opened. */
interface Opener {
  readonly by: 'owner' | 'witness' | 'threshold';
  readonly zh: string;
  readonly en: string;
  readonly plain: (bidId: string, envelope: SealedEnvelope, context: SealContext) => Promise<Uint8Array<ArrayBuffer>>;
}

interface Outcome {
  readonly opened: number;
  readonly unreadable: number;
}

type Unsealed = { readonly content: BidContent } | { readonly unreadable: string };

/** Opens all bids of a task at once, after the deadline, on the record: by one key in the former manner, or by the shares of several holders. */
@Injectable()
export class OpeningService {
  constructor(
    private readonly db: Db,
    private readonly records: TaskRecords,
    private readonly standings: FirmStandings,
    private readonly contents: BidContents,
    private readonly ledger: BidLedger,
    private readonly outbox: Outbox,
    private readonly closing: Closing,
    private readonly shares: OpeningShares,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /**
   * One transaction opens every live bid. A bid whose bytes no longer match the digest of its receipt, or that does not
   * open, is recorded as unreadable and counts as withdrawn; it never stops the others. Where several holders are needed, the call of
   * each gives its share, and that of the last one opens.
   * @throws 409 before the deadline, 400 for a key or share that is not this task's.
   */
  open(actor: Actor, taskId: string, input: ShareInput): Promise<ServiceTask> {
    return this.db.transaction(async () => {
      const task = await this.records.lock(actor, taskId, 'task.open');
      await this.closeIfDue(task);
      const ledger = await this.ledger.check(task);
      const opener = task.openingNeeded === null ? await this.singleKey(task, input) : await this.severalHolders(actor, task, input, ledger);
      if (opener) await this.openBids(actor, task, ledger, opener);
      return task;
    });
  }

  private async openBids(actor: Actor, task: ServiceTask, ledger: LedgerVerdict, opener: Opener): Promise<void> {
    const outcome = await this.openAll(actor, task, ledger, opener);
    const first = opensFirst(task);
    const anomalies = [...(task.openingAnomalies ?? []), ...ledger.anomalies];
    Object.assign(task, { [first ? 'firstOpenedAt' : 'openedAt']: this.clock.now(), openedBy: opener.by, openingAnomalies: anomalies.length > 0 ? anomalies : null });
    await settleRounds(this.db, task, this.clock.now());
    await this.records.step(task, first ? 'open-first' : 'open');
    // rivals of the second round learn that it was opened, and the number only where the method reads it out to them
    const hidden = first && !knowsNumber(task, 'other');
    if (hidden) await this.records.note({ actor, task }, 'open', { zh: `由${opener.zh}开启首轮报价`, en: `The first round was opened by ${opener.en}` });
    await this.records.tell(
      { actor, task },
      'open',
      { ...openedText(opener, outcome, ledger.anomalies.length), audience: hidden ? 'owner' : 'parties' },
      { holder: opener.by, ...outcome, anomalies: ledger.anomalies, digests: [...ledger.sound, ...ledger.altered].map(bid => bid.digest), read: await this.readOut(task) },
    );
    if (first) {
      await this.outbox.enqueue(tellProcedure, { taskId: task.id, notice: 'first-opened', ref: '1' });
      await this.outbox.publish(taskFirstOpened, { taskId: task.id });
    } else await this.outbox.publish(taskOpened, { taskId: task.id });
    if (!(await this.anythingOpened(task.id))) await this.fail(actor, task);
  }

  /** What was read out goes into the chain of the audit: a price changed in the table afterwards does not match it. */
  private async readOut(task: ServiceTask): Promise<{ bidId: string; priceYuan: string | null; digest: string }[]> {
    const bids = await this.db.repo(Bid).find({ where: { taskId: task.id, state: 'opened', sealedRound: task.bidRound }, order: { receivedAt: 'ASC', id: 'ASC' } });
    return bids.map(({ id, priceYuan, digest }) => ({ bidId: id, priceYuan, digest }));
  }

  /** In a final round without one usable offer the first offers may still stand. */
  private anythingOpened(taskId: string): Promise<boolean> {
    return this.db.repo(Bid).existsBy({ taskId, state: 'opened' });
  }

  private async openAll(actor: Actor, task: ServiceTask, ledger: LedgerVerdict, opener: Opener): Promise<Outcome> {
    const outcome = { opened: 0, unreadable: 0 };
    for (const bid of ledger.sound) outcome[await this.openOne(actor, task, bid, opener)] += 1;
    for (const bid of ledger.altered) await this.setUnreadable(bid, 'altered');
    outcome.unreadable += ledger.altered.length;
    return outcome;
  }

  /** A late close job must not hold up people: the deadline decides, not the job. */
  private async closeIfDue(task: ServiceTask): Promise<void> {
    if (task.state === 'published') {
      if (task.pausedAt !== null) throw biddingPaused();
      if (this.clock.now().getTime() < task.bidDeadline.getTime()) throw notYetClosed(task.bidDeadline);
      const { verdict } = await this.closing.verdict(task);
      if (verdict === 'short') throw tooFewBids(task.fewestBids);
      task.closedAt = task.bidDeadline;
      await this.records.step(task, 'close');
    }
  }

  /** The former manner: the enterprise's key, or the witness's in its place. */
  private async singleKey(task: ServiceTask, { holder, privateKey }: ShareInput): Promise<Opener> {
    if (holder === 'recovery') throw noWitness();
    if (!privateKey) throw keyNeeded();
    await this.assertKey(task, holder, privateKey);
    const by = holder === 'owner' ? { zh: '发布企业', en: 'the enterprise' } : { zh: '见证人', en: 'the witness' };
    const keys = { holder, holderKey: privateKey, platformKey: platformSealKey(this.env.HB_SEAL_KEY) };
    return { by: holder, ...by, plain: (_bidId, envelope, context) => openBid(envelope, keys, context) };
  }

  private async assertKey(task: ServiceTask, holder: 'owner' | 'witness', privateKey: PrivateJwk): Promise<void> {
    const witness = holder === 'witness' && task.witnessKeyId ? await this.db.repo(WitnessKey).findOneBy({ id: task.witnessKeyId }) : null;
    if (holder === 'witness' && !witness) throw noWitness();
    const publicKey = holder === 'owner' ? task.openingPublicKey : (witness?.publicKey ?? null);
    const fingerprint = holder === 'owner' ? task.openingFingerprint : (witness?.fingerprint ?? null);
    if (!publicKey || !(await privateMatches(privateKey, publicKey))) throw wrongOpeningKey(fingerprint);
  }

  /** Null while further holders are awaited. */
  private async severalHolders(actor: Actor, task: ServiceTask, input: ShareInput, ledger: LedgerVerdict): Promise<Opener | null> {
    const shares = await this.shares.give(actor, task, input, ledger.sound);
    if (shares === null) return null;
    const holders = (await this.shares.given(task)).map(one => HOLDER_WORDS[one.holder]);
    await this.shares.forget(task);
    const platformKey = platformSealKey(this.env.HB_SEAL_KEY);
    return {
      by: 'threshold', zh: `${holders.map(one => one.zh).join('、')}共同`, en: holders.map(one => one.en).join(', '),
      plain: (bidId, envelope, context) => openWithShares(envelope, shares.get(bidId) ?? new Map(), platformKey, context),
    };
  }

  private async openOne(actor: Actor, task: ServiceTask, bid: Bid, opener: Opener): Promise<'opened' | 'unreadable'> {
    const unsealed = await this.unseal(task, bid, opener);
    if ('unreadable' in unsealed) {
      await this.setUnreadable(bid, unsealed.unreadable);
      return 'unreadable';
    }
    const { content } = unsealed;
    const verdict = await this.standings.ofTask(task, bid.firmId);
    const above = await finalProblem(this.db, task, { firmId: bid.firmId, priceYuan: content.priceYuan });
    const reasons = [...(verdict.ok ? [] : verdict.reasons), ...(above ? [above] : [])];
    await this.db.repo(Bid).update(
      { id: bid.id },
      {
        state: 'opened',
        priceYuan: content.priceYuan,
        durationDays: content.durationDays,
        proposal: content.proposal,
        engineerId: await this.contents.engineerOf(bid, content),
        attachmentFileIds: await this.contents.keepAttachments(actor, task, bid, content),
        eligible: reasons.length === 0,
        ineligibleReasons: reasons.length === 0 ? null : reasons,
        suspectUnit: isUnitSuspect(content.priceYuan, task.budgetYuan),
      },
    );
    return 'opened';
  }

  private async setUnreadable(bid: Bid, reason: string): Promise<void> {
    await this.db.repo(Bid).update({ id: bid.id }, { state: 'unreadable', unreadableReason: reason, eligible: false });
  }

  private async unseal(task: ServiceTask, bid: Bid, { plain: open }: Opener): Promise<Unsealed> {
    try {
      const ciphertext = await this.contents.ciphertextOf(bid);
      if (ciphertext === null) return { unreadable: 'lost' };
      if (!isEnvelope(bid.envelope)) return { unreadable: 'altered' };
      const plain = await open(bid.id, { ...bid.envelope, digest: bid.digest, ciphertext }, { taskId: task.id, firmId: bid.firmId });
      const parsed = parseBidContent(plain);
      return parsed.ok ? { content: parsed.content } : { unreadable: 'form' };
    } catch (error) {
      if (error instanceof UnsealError) return { unreadable: error.reason };
      throw error;
    }
  }

  /** Nothing valid to choose from: the task fails openly instead of waiting for ever. */
  private async fail(actor: Actor, task: ServiceTask): Promise<void> {
    task.endedReason = '没有可用的报价';
    await this.records.step(task, 'fail');
    await this.records.tell({ actor, task }, 'fail', { zh: '没有可用的报价，本次流标', en: 'No usable bid: the task failed', audience: 'public' });
    await this.outbox.publish(taskEnded, { taskId: task.id });
  }
}

function openedText(by: { zh: string; en: string }, { opened, unreadable }: Outcome, anomalies: number): { zh: string; en: string } {
  return {
    zh: `由${by.zh}开标：有效开启 ${opened} 份${unreadable > 0 ? `，未能开启 ${unreadable} 份` : ''}${anomalies > 0 ? `；与接收日志核对发现 ${anomalies} 处不一致` : ''}`,
    en: `Opened by ${by.en}: ${opened} bids${unreadable > 0 ? `, ${unreadable} unreadable` : ''}${anomalies > 0 ? `; ${anomalies} differences from the log of receipts` : ''}`,
  };
}
