import { Injectable } from '@nestjs/common';
import { Actor, AppError, Audit, Clock, Db, forbidden, isProgram, newId, Numbering, Outbox } from '@huanbao/platform';
import { accessTokenInvalid, batchTwice } from '../banks.errors';
import { askBatch } from '../banks.jobs.definitions';
import { BankBatch, BankBatchItem } from '../entities';
import { BankParameters } from '../parameters';
import type { BankAnswerView, BankRefusalView } from '../queries/answer.view';
import { BankAnswers } from '../queries/answers.service';
import type { BankBatchDto } from './batch.dto';

/** So many are answered while the caller waits. */
const AT_ONCE = 50;
const PART = 25;
const DAY_MS = 86_400_000;

/** Many enterprises in one question: each is answered or refused by itself, with its own authorisation at that moment. */
@Injectable()
export class Batches {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly numbering: Numbering,
    private readonly parameters: BankParameters,
    private readonly answers: BankAnswers,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
  ) {}

  async ask(actor: Actor, { items, reference }: BankBatchDto): Promise<string> {
    if (actor.orgKind !== 'bank' || actor.orgId === null || !actor.orgActive) throw forbidden();
    const seen = new Set<string>();
    items.forEach((one, nth) => {
      if (seen.has(one)) throw batchTwice(nth);
      seen.add(one);
    });
    const id = await this.db.transaction(() => this.open(actor, items, reference || null));
    if (items.length <= AT_ONCE) while (await this.part(id)) continue;
    return id;
  }

  /**
   * The next few, each in a transaction of its own with its record: a worker that is killed goes on where it was, and asks nobody twice.
   * @returns whether some are left
   */
  async part(batchId: string): Promise<boolean> {
    const batch = await this.db.repo(BankBatch).findOneBy({ id: batchId });
    if (!batch || batch.state === 'done') return false;
    const open = await this.db.query<{ position: number; uscc: string }>('SELECT position, uscc FROM bank_batch_item WHERE batch_id = $1 AND outcome IS NULL ORDER BY position LIMIT $2', [batchId, PART]);
    for (const item of open) await this.one(batch, item);
    return this.db.transaction(async () => {
      const [left] = await this.db.query('SELECT 1 FROM bank_batch_item WHERE batch_id = $1 AND outcome IS NULL LIMIT 1', [batchId]);
      await this.db.repo(BankBatch).update({ id: batchId }, left ? { state: 'running' } : { state: 'done', finishedAt: this.clock.now() });
      return left !== undefined;
    });
  }

  /** Answers that are no longer kept. Who was asked about stays. */
  async forgetOld(): Promise<void> {
    await this.db.query('DELETE FROM bank_batch WHERE keep_until < $1', [this.clock.now()]);
  }

  private async open(actor: Actor, items: readonly string[], reference: string | null): Promise<string> {
    const now = this.clock.now();
    const batch = this.db.repo(BankBatch).create({
      id: newId(), number: await this.numbering.code('bank-batch', 'PL'), bankId: actor.orgId as string, clientId: isProgram(actor) ? actor.userId : null, askedBy: actor.userId, byName: actor.name, reference, state: 'waiting',
      total: items.length, done: 0, answered: 0, refused: 0, createdAt: now, finishedAt: null, keepUntil: new Date(now.getTime() + (await this.parameters.days('batch:keep-days')) * DAY_MS),
    });
    await this.db.repo(BankBatch).insert(batch);
    await this.db.query('INSERT INTO bank_batch_item (batch_id, position, uscc) SELECT $1, nth - 1, uscc FROM unnest($2::text[]) WITH ORDINALITY AS i(uscc, nth)', [batch.id, [...items]]);
    await this.audit.record({ actor, action: 'bank-batch.ask', subject: { type: 'bank-batch', id: batch.id }, details: { number: batch.number, total: items.length } });
    if (items.length > AT_ONCE) await this.outbox.enqueue(askBatch, { batchId: batch.id });
    return batch.id;
  }

  private async one(batch: BankBatch, { position, uscc }: { position: number; uscc: string }): Promise<void> {
    await this.db.transaction(async () => {
      const item = await this.db.lock(BankBatchItem, { batchId: batch.id, position });
      if (!item || item.outcome !== null) return;
      const { answer, refusal } = await this.outcome(batch, uscc);
      await this.db.repo(BankBatchItem).update({ batchId: batch.id, position }, { outcome: answer ? 'answered' : 'refused', answer: answer as object | null, refusal });
      await this.db.query(`UPDATE bank_batch SET state = 'running', done = done + 1, ${answer ? 'answered = answered + 1' : 'refused = refused + 1'} WHERE id = $1`, [batch.id]);
    });
  }

  private async outcome(batch: BankBatch, uscc: string): Promise<{ answer: BankAnswerView | null; refusal: BankRefusalView | null }> {
    try {
      await this.assertStillMay(batch);
      const actor = { userId: batch.askedBy, name: batch.byName, orgId: batch.bankId, roles: batch.clientId ? ['api.bank-batch'] : ['bank.manager'] };
      return { answer: await this.answers.ask({ actor, uscc, reference: batch.reference, batchId: batch.id }), refusal: null };
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      return { answer: null, refusal: { code: error.code, ...error.text } };
    }
  }

  /** A program that was revoked, or a bank that was suspended, while its batch runs reads nothing more. */
  private async assertStillMay({ bankId, clientId }: BankBatch): Promise<void> {
    const [row] = await this.db.query(
      `SELECT 1 FROM organisation o WHERE o.id = $1 AND o.status = 'active' AND ($2::uuid IS NULL OR EXISTS (SELECT 1 FROM bank_client c WHERE c.id = $2 AND c.state = 'approved'))`,
      [bankId, clientId],
    );
    if (!row) throw accessTokenInvalid();
  }
}
