import { Inject, Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { Actor, AppError, Clock, Db, ENV, Env, Outbox, Storage } from '@huanbao/platform';
import { Providers } from '@huanbao/providers';
import { plainToInstance } from 'class-transformer';
import { validateSync } from 'class-validator';
import { openBid, PrivateJwk, privateMatches, UnsealError } from '@huanbao/sealing';
import { Closing } from './methods/closing';
import { biddingPaused, tooFewBids } from './methods/methods.errors';
import { tellProcedure } from './methods/procedure.jobs';
import { finalProblem, opensFirst, settleRounds } from './methods/rounds';
import { BidLedger, LedgerVerdict } from './bid-ledger';
import { BidContent, isUnitSuspect, parseBidContent } from './bid-content';
import { EnvelopeDto } from './dto/envelope.dto';
import { Bid, ServiceTask, StoredEnvelope, WitnessKey } from './marketplace.entity';
import { noWitness, notYetClosed, wrongOpeningKey } from './marketplace.errors';
import { taskEnded, taskOpened } from './marketplace.events';
import { platformSealKey } from './opening-key';
import { requirementOf } from './standing';
import { TaskRecords } from './task.records';

interface OpeningKeyInput {
  readonly holder: 'owner' | 'witness';
  readonly privateKey: PrivateJwk;
}

interface Outcome {
  readonly opened: number;
  readonly unreadable: number;
}

type Unsealed = { readonly content: BidContent } | { readonly unreadable: string };

/** Opens all bids of a task at once, after the deadline, on the record. */
@Injectable()
export class OpeningService {
  constructor(
    private readonly db: Db,
    private readonly records: TaskRecords,
    private readonly providers: Providers,
    private readonly files: Files,
    private readonly storage: Storage,
    private readonly ledger: BidLedger,
    private readonly outbox: Outbox,
    private readonly closing: Closing,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /**
   * One transaction opens every live bid. A bid whose bytes no longer match the digest of its receipt, or that does not
   * open, is recorded as unreadable and counts as withdrawn; it never stops the others.
   * @throws 409 before the deadline, 400 for a key that is not this task's.
   */
  open(actor: Actor, taskId: string, input: OpeningKeyInput): Promise<ServiceTask> {
    return this.db.transaction(async () => {
      const task = await this.records.lock(actor, taskId, 'task.open');
      await this.closeIfDue(task);
      await this.assertKey(task, input);
      const ledger = await this.ledger.check(task);
      const outcome = await this.openAll(actor, task, ledger, input);
      const first = opensFirst(task);
      const anomalies = [...(task.openingAnomalies ?? []), ...ledger.anomalies];
      Object.assign(task, { [first ? 'firstOpenedAt' : 'openedAt']: this.clock.now(), openedBy: input.holder, openingAnomalies: anomalies.length > 0 ? anomalies : null });
      await settleRounds(this.db, task, this.clock.now());
      await this.records.step(task, first ? 'open-first' : 'open');
      const by = input.holder === 'owner' ? { zh: '发布企业', en: 'the enterprise' } : { zh: '见证人', en: 'the witness' };
      await this.records.tell(
        { actor, task },
        'open',
        openedText(by, outcome, ledger.anomalies.length),
        { holder: input.holder, ...outcome, anomalies: ledger.anomalies, digests: [...ledger.sound, ...ledger.altered].map(bid => bid.digest) },
      );
      if (first) await this.outbox.enqueue(tellProcedure, { taskId, notice: 'first-opened', ref: '1' });
      else await this.outbox.publish(taskOpened, { taskId });
      if (!(await this.anythingOpened(taskId))) await this.fail(actor, task);
      return task;
    });
  }

  /** In a final round without one usable offer the first offers may still stand. */
  private anythingOpened(taskId: string): Promise<boolean> {
    return this.db.repo(Bid).existsBy({ taskId, state: 'opened' });
  }

  private async openAll(actor: Actor, task: ServiceTask, ledger: LedgerVerdict, input: OpeningKeyInput): Promise<Outcome> {
    const outcome = { opened: 0, unreadable: 0 };
    for (const bid of ledger.sound) outcome[await this.openOne(actor, task, bid, input)] += 1;
    for (const bid of ledger.altered) await this.setUnreadable(bid, 'altered');
    outcome.unreadable += ledger.altered.length;
    return outcome;
  }

  /** A late close job must not hold up people: the deadline decides, not the job. */
  private async closeIfDue(task: ServiceTask): Promise<void> {
    if (task.state === 'published') {
      if (task.pausedAt !== null) throw biddingPaused();
      if (this.clock.now().getTime() < task.bidDeadline.getTime()) throw notYetClosed(task.bidDeadline);
      const { bids, verdict } = await this.closing.verdict(task);
      if (verdict === 'short') throw tooFewBids(bids, task.fewestBids);
      task.closedAt = task.bidDeadline;
      await this.records.step(task, 'close');
    }
  }

  private async assertKey(task: ServiceTask, { holder, privateKey }: OpeningKeyInput): Promise<void> {
    const witness = holder === 'witness' && task.witnessKeyId ? await this.db.repo(WitnessKey).findOneBy({ id: task.witnessKeyId }) : null;
    if (holder === 'witness' && !witness) throw noWitness();
    const publicKey = holder === 'owner' ? task.openingPublicKey : (witness?.publicKey ?? null);
    const fingerprint = holder === 'owner' ? task.openingFingerprint : (witness?.fingerprint ?? null);
    if (!publicKey || !(await privateMatches(privateKey, publicKey))) throw wrongOpeningKey(fingerprint);
  }

  private async openOne(actor: Actor, task: ServiceTask, bid: Bid, input: OpeningKeyInput): Promise<'opened' | 'unreadable'> {
    const unsealed = await this.unseal(task, bid, input);
    if ('unreadable' in unsealed) {
      await this.setUnreadable(bid, unsealed.unreadable);
      return 'unreadable';
    }
    const { content } = unsealed;
    const verdict = await this.providers.mayBid(bid.firmId, requirementOf(task), this.clock.today());
    const above = await finalProblem(this.db, task, { firmId: bid.firmId, priceYuan: content.priceYuan });
    const reasons = [...(verdict.ok ? [] : verdict.reasons), ...(above ? [above] : [])];
    await this.db.repo(Bid).update(
      { id: bid.id },
      {
        state: 'opened',
        priceYuan: content.priceYuan,
        durationDays: content.durationDays,
        proposal: content.proposal,
        engineerId: content.engineerId && (await this.providers.isEngineer(bid.firmId, content.engineerId)) ? content.engineerId : null,
        attachmentFileIds: await this.keepAttachments(actor, task, bid, content),
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

  private async unseal(task: ServiceTask, bid: Bid, { holder, privateKey }: OpeningKeyInput): Promise<Unsealed> {
    try {
      const ciphertext = await this.ciphertextOf(bid);
      if (ciphertext === null) return { unreadable: 'lost' };
      if (!isEnvelope(bid.envelope)) return { unreadable: 'altered' };
      const keys = { holder, holderKey: privateKey, platformKey: platformSealKey(this.env.HB_SEAL_KEY) };
      const plain = await openBid({ ...bid.envelope, digest: bid.digest, ciphertext }, keys, { taskId: task.id, firmId: bid.firmId });
      const parsed = parseBidContent(plain);
      return parsed.ok ? { content: parsed.content } : { unreadable: 'form' };
    } catch (error) {
      if (error instanceof UnsealError) return { unreadable: error.reason };
      throw error;
    }
  }

  /** Null when the bytes are gone from the store: that bid cannot be opened, the others can. */
  private async ciphertextOf(bid: Bid): Promise<string | null> {
    if (!(await this.storage.has(bid.digest))) return null;
    const chunks: Buffer[] = [];
    for await (const chunk of await this.storage.open(bid.digest)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks).toString('base64');
  }

  /** An attachment that no upload would take (a program, a bomb) is left out on the record; the bid itself stands. */
  private async keepAttachments(actor: Actor, task: ServiceTask, bid: Bid, content: BidContent): Promise<string[]> {
    const ids: string[] = [];
    for (const { name, base64 } of content.attachments) {
      try {
        const made = { name, subjectType: 'bid', subjectId: bid.id, purpose: 'attachment', ownerOrgId: bid.firmId, uploadedBy: bid.submittedBy };
        ids.push((await this.files.storeFromPeople(Buffer.from(base64, 'base64'), made)).id);
      } catch (error) {
        if (!(error instanceof AppError) || error.kind !== 'unsupported-media') throw error;
        const text = { zh: `${bid.firmName}的报价有一个附件没有收下：${error.text.zh}`, en: `An attachment of ${bid.firmName} was not taken: ${error.text.en}` };
        await this.records.tell({ actor, task }, 'open', text, { bidId: bid.id, code: error.code });
      }
    }
    return ids;
  }

  /** Nothing valid to choose from: the task fails openly instead of waiting for ever. */
  private async fail(actor: Actor, task: ServiceTask): Promise<void> {
    task.endedReason = '没有可用的报价';
    await this.records.step(task, 'fail');
    await this.records.tell({ actor, task }, 'fail', { zh: '没有可用的报价，本次流标', en: 'No usable bid: the task failed', audience: 'public' });
    await this.outbox.publish(taskEnded, { taskId: task.id });
  }
}

/** The envelope as this version of the form writes it; a row edited by hand may hold anything. */
function isEnvelope(envelope: unknown): envelope is StoredEnvelope {
  const given = plainToInstance(EnvelopeDto, envelope);
  return given instanceof EnvelopeDto && validateSync(given, { forbidUnknownValues: true }).length === 0;
}

function openedText(by: { zh: string; en: string }, { opened, unreadable }: Outcome, anomalies: number): { zh: string; en: string } {
  return {
    zh: `由${by.zh}开标：有效开启 ${opened} 份${unreadable > 0 ? `，未能开启 ${unreadable} 份` : ''}${anomalies > 0 ? `；与接收日志核对发现 ${anomalies} 处不一致` : ''}`,
    en: `Opened by ${by.en}: ${opened} bids${unreadable > 0 ? `, ${unreadable} unreadable` : ''}${anomalies > 0 ? `; ${anomalies} differences from the log of receipts` : ''}`,
  };
}
