import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, Db, ENV, Env, newId, notFound, Signer, Storage, violatedConstraint, canonicalJson } from '@huanbao/platform';
import { fingerprintOf, PublicJwk, publicPart } from '@huanbao/sealing';
import { keepBid } from './bid-rows';
import { BidTraces } from './bid-traces';
import type { EnvelopeDto } from './dto/envelope.dto';
import { assertFinalist, assertRunning } from './methods/bidding-rules';
import { METHODS } from './methods/methods';
import { answeredByOffer, concurrentBid, conflictOfInterest, deadlinePassed, duplicateEnvelope, envelopeMismatch, notEligible, tooManyRounds, wrongSealingKeys } from './marketplace.errors';
import { Bid, ServiceTask, WitnessKey } from './marketplace.entity';
import { taskPolicy, taskRelations } from './marketplace.policy';
import { Receipt, receiptOf } from './receipt';
import { platformSealKey } from './opening/opening-key';
import { FirmStandings } from './standing-check';
import { TaskGuards } from './task-guards';
import { TaskRecords } from './task.records';

/** A bid's bytes and what was sent beside them. */
export interface SealedUpload {
  readonly envelope: EnvelopeDto;
  readonly ciphertext: Readable;
  /** A random word the browser keeps, when it sends one. */
  readonly device?: string | null;
}

/** Largest ciphertext: ten attachments and the text fit well below. */
export const CIPHERTEXT_LIMIT_BYTES = 20 * 1024 * 1024;

/** Replacements of one firm for one task; nobody needs more, and each keeps its bytes. */
const ROUNDS = 50;

/** Sealed bids until the deadline: nobody reads them here, the server only keeps, counts and receipts them. */
@Injectable()
export class BidsService {
  constructor(
    private readonly db: Db,
    private readonly records: TaskRecords,
    private readonly standings: FirmStandings,
    private readonly storage: Storage,
    private readonly signer: Signer,
    private readonly audit: Audit,
    private readonly traces: BidTraces,
    private readonly guards: TaskGuards,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** The public keys a browser seals with, and the server's time beside the deadline. */
  async sealingKeys(actor: Actor, taskId: string): Promise<{ task: ServiceTask; owner: PublicJwk; witness: PublicJwk | null; recovery: PublicJwk | null; needed: number | null; platform: PublicJwk; platformFingerprint: string }> {
    const task = await this.assertMayBid(actor, taskId);
    if (!task.openingPublicKey) throw notFound();
    await this.guards.beforeBid(task, actor.orgId as string);
    const [witness, recovery] = [await this.publicKey(task.witnessKeyId), await this.publicKey(task.recoveryKeyId)];
    const platform = publicPart(platformSealKey(this.env.HB_SEAL_KEY));
    return { task, owner: task.openingPublicKey, witness, recovery, needed: task.openingNeeded, platform, platformFingerprint: await fingerprintOf(platform) };
  }

  private async publicKey(keyId: string | null): Promise<PublicJwk | null> {
    return keyId ? ((await this.db.repo(WitnessKey).findOneBy({ id: keyId }))?.publicKey ?? null) : null;
  }

  /**
   * Takes a sealed bid, or replaces the firm's earlier one. The time that counts is the server's, read under the task's
   * lock: `received < deadline` is in, `received >= deadline` is out.
   */
  async submit(actor: Actor, taskId: string, upload: SealedUpload): Promise<{ receipt: Receipt; signature: string }> {
    const blob = await this.storage.put(upload.ciphertext, CIPHERTEXT_LIMIT_BYTES);
    if (blob.hash !== upload.envelope.digest) throw envelopeMismatch();
    try {
      return await this.db.transaction(() => this.store(actor, taskId, upload, blob.sizeBytes));
    } catch (error) {
      const constraint = violatedConstraint(error);
      if (!constraint?.startsWith('bid_')) throw error;
      return this.sameAgain(actor, taskId, { digest: blob.hash, constraint });
    }
  }

  /** The answer was lost or the button pressed twice: the bid in hand keeps its receipt. An older or foreign one is refused. */
  private async sameAgain(actor: Actor, taskId: string, { digest, constraint }: { digest: string; constraint: string }): Promise<{ receipt: Receipt; signature: string }> {
    const bid = await this.db.repo(Bid).findOneBy({ taskId, firmId: actor.orgId as string, digest, state: 'sealed' });
    const task = await this.records.find(actor, taskId, 'task.bid');
    if (!bid) throw constraint === 'bid_task_id_digest_key' ? duplicateEnvelope() : concurrentBid();
    return { receipt: receiptOf(task, bid), signature: bid.receiptSignature };
  }

  private async store(actor: Actor, taskId: string, { envelope, device = null }: SealedUpload, sizeBytes: number): Promise<{ receipt: Receipt; signature: string }> {
    const task = await this.lockForBidding(actor, taskId);
    const firm = { id: actor.orgId as string, name: actor.orgName as string };
    await this.guards.beforeBid(task, firm.id);
    await this.assertEligible(firm.id, task);
    if (!sealedFor(task, envelope)) throw wrongSealingKeys();
    assertRunning(task);
    const receivedAt = this.timeWithin(task);
    await assertFinalist(this.db, task, firm.id);
    const round = await this.supersede(task.id, firm.id, receivedAt);
    const receipt = receiptOf(task, { id: newId(), firmId: firm.id, round, digest: envelope.digest, receivedAt });
    const signature = this.signer.sign(canonicalJson(receipt));
    const row = { id: receipt.bidId, taskId: task.id, firmId: firm.id, firmName: firm.name, round, envelope, digest: envelope.digest, sizeBytes, receivedAt, receiptSignature: signature, submittedBy: actor.userId, sealedRound: task.bidRound, documentsVersion: task.documentsVersion };
    await keepBid(this.db, row, this.traces.of(actor, device));
    await this.audit.record({ actor, action: 'bid.submit', subject: { type: 'service-task', id: task.id }, details: { bidId: receipt.bidId, round, digest: envelope.digest, receivedAt: receipt.receivedAt, sealedRound: task.bidRound, documentsVersion: task.documentsVersion } });
    return { receipt, signature };
  }

  /** Takes the firm's bid back; a new one may follow until the deadline. */
  withdraw(actor: Actor, taskId: string, reason: string): Promise<void> {
    return this.db.transaction(async () => {
      const task = await this.shared(taskId);
      await this.records.find(actor, taskId, 'task.own-bids');
      // while an objection stops the bidding the deadline stands too: it will be later
      const at = task.state === 'published' && task.pausedAt !== null ? this.clock.now() : this.timeWithin(task);
      const bid = await this.db.lock(Bid, { taskId: task.id, firmId: actor.orgId as string, state: 'sealed' });
      if (!bid) throw notFound();
      await this.db.repo(Bid).update({ id: bid.id }, { state: 'withdrawn', endedAt: at, endedReason: reason });
      await this.audit.record({ actor, action: 'bid.withdraw', subject: { type: 'service-task', id: task.id }, details: { bidId: bid.id, round: bid.round, digest: bid.digest, sealedRound: bid.sealedRound } });
    });
  }

  /** All rounds of the actor's own firm, newest first; the content stays sealed for it too. */
  async mine(actor: Actor, taskId: string): Promise<{ task: ServiceTask; bids: Bid[] }> {
    const task = await this.records.find(actor, taskId, 'task.own-bids');
    const bids = await this.db.repo(Bid).find({ where: { taskId, firmId: actor.orgId as string }, order: { round: 'DESC' } });
    return { task, bids };
  }

  /**
   * Whether the actor's firm may bid at all, before it sends anything.
   * @throws 404 for a task it does not see, 422 `bid.conflict-of-interest` for a firm that prepares the enterprise's tasks
   */
  async assertMayBid(actor: Actor, taskId: string): Promise<ServiceTask> {
    return this.mayBidOn(actor, await this.db.byId(ServiceTask, taskId));
  }

  private async mayBidOn(actor: Actor, task: ServiceTask | null): Promise<ServiceTask> {
    const parties = task && (await this.records.partiesFor(actor, task, 'bidding'));
    taskPolicy.require(actor, 'task.read', parties);
    if (!task || !parties) throw notFound();
    const relations = taskRelations(actor, parties);
    if (!relations.includes('stranger') && relations.some(relation => relation.startsWith('delegated:'))) throw conflictOfInterest();
    taskPolicy.require(actor, 'task.bid', parties);
    if (METHODS[task.method].who === 'one') throw answeredByOffer();
    return task;
  }

  private async lockForBidding(actor: Actor, taskId: string): Promise<ServiceTask> {
    return this.mayBidOn(actor, await this.shared(taskId));
  }

  /** FOR SHARE: many firms may bid at once, while closing and opening wait for them and they for it. */
  private async shared(taskId: string): Promise<ServiceTask> {
    const task = await this.db.byId(ServiceTask, taskId, 'share');
    if (!task) throw notFound();
    return task;
  }

  private timeWithin(task: ServiceTask): Date {
    const now = this.clock.now();
    if (task.state !== 'published' || now.getTime() >= task.bidDeadline.getTime()) throw deadlinePassed(task.bidDeadline);
    return now;
  }

  private async assertEligible(firmId: string, task: ServiceTask): Promise<void> {
    const verdict = await this.standings.qualified(task, firmId);
    if (!verdict.ok) throw notEligible(verdict.reasons);
  }

  private async supersede(taskId: string, firmId: string, at: Date): Promise<number> {
    const [last] = await this.db.prepared<{ id: string; round: number; state: string }>('bid-last', 'SELECT id, round, state FROM bid WHERE task_id = $1 AND firm_id = $2 ORDER BY round DESC LIMIT 1 FOR UPDATE', [taskId, firmId]);
    if ((last?.round ?? 0) >= ROUNDS) throw tooManyRounds(ROUNDS);
    if (last?.state === 'sealed') await this.db.repo(Bid).update({ id: last.id }, { state: 'superseded', endedAt: at });
    return (last?.round ?? 0) + 1;
  }
}

/** The envelope holds a share for each holder of the task, and for nobody else. */
function sealedFor(task: ServiceTask, { version, shares, threshold }: EnvelopeDto): boolean {
  if ((shares.witness === null) !== (task.witnessKeyId === null)) return false;
  if (task.openingNeeded === null) return version === 1 && !threshold && !shares.recovery;
  return version === 2 && threshold?.needed === task.openingNeeded && Boolean(shares.recovery);
}
