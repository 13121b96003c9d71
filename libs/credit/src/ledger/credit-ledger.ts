import { Injectable } from '@nestjs/common';
import { Directory } from '@huanbao/identity';
import { Actor, Audit, Clock, Db, newId, notFound, Outbox } from '@huanbao/platform';
import Decimal from 'decimal.js';
import { In, Not } from 'typeorm';
import { CreditEvent, CreditEventChange } from '../credit.entity';
import { sourceDiffers } from '../credit.errors';
import { creditWordSaid } from '../credit.events';
import { type EventStatus, periodStart, PRECEDENCE_SQL, type Severity } from '../engine/ledger';
import { eventType } from '../schemes/event-types';
import { Standings } from '../standings/standings.service';

/** A fact for the ledger, as other rooms bring it. */
export interface NewCreditEvent {
  /** Names the fact at its source, e.g. `firm-finding:<id>`: told twice, it comes once. */
  readonly key: string;
  readonly subjectId: string;
  readonly type: string;
  readonly severity?: Severity;
  readonly title: string;
  readonly facts: string;
  readonly legalBasis: string;
  readonly sourceType: string;
  readonly sourceId?: string | null;
  readonly documentNo?: string | null;
  readonly evidenceFileId?: string | null;
  readonly indicator?: string | null;
  readonly measure?: string | null;
  readonly score?: string | null;
  readonly points?: string | null;
  readonly occurredOn: string;
  readonly validFrom?: string;
  readonly validUntil?: string | null;
}

/** By what one event gives way to another: the change that ends it, on the day the other begins. */
export type Replacement = Pick<NewCreditChange, 'eventKey' | 'key' | 'reason' | 'basis' | 'documentNo'>;

/** A later word about an event: repaired, revoked, suspended by an appeal, active again, ended. */
export interface NewCreditChange {
  readonly subjectId: string;
  readonly eventKey: string;
  /** Names the step at its source, once an event. */
  readonly key: string;
  readonly status: EventStatus;
  readonly effectiveOn: string;
  readonly reason: string;
  readonly basis: string;
  readonly documentNo?: string | null;
}

/**
 * The door of the ledger for other rooms (enforcement, repair, lists). Rows are added and never changed; the subject is computed anew
 * before the same transaction commits, once however many rows were added.
 */
@Injectable()
export class CreditLedger {
  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly standings: Standings,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly outbox: Outbox,
  ) {}

  /** @throws 409 when the key is in the ledger with other content */
  append(by: Actor, input: NewCreditEvent): Promise<CreditEvent> {
    return this.db.transaction(async () => {
      if (!(await this.directory.organisation(input.subjectId))) throw notFound();
      const event = this.eventOf(by, input);
      return (await this.insert(by, event)) ? event : this.known(event);
    });
  }

  /** A word about an event that is here or still to come. @returns false when this step was taken before @throws 404 for an event of somebody else */
  change(by: Actor, word: NewCreditChange): Promise<boolean> {
    return this.db.transaction(async () => {
      const { isNew, event } = await this.say(by, word);
      if (isNew && event) await this.pass(by, event, word);
      return isNew;
    });
  }

  /**
   * Another fact takes the place of an event from a day on, as when a fine is lowered: the day from which its periods run stays, what was granted
   * for it stays granted, and its publication goes on resting. Told twice, it happens once.
   */
  replace(by: Actor, { eventKey, ...ended }: Replacement, next: NewCreditEvent & { readonly validFrom: string }): Promise<CreditEvent> {
    return this.db.transaction(async () => {
      const before = await this.db.lock(CreditEvent, { key: eventKey });
      if (before?.subjectId !== next.subjectId) throw notFound();
      const event = { ...this.eventOf(by, next), periodFrom: periodStart(before), replaces: eventKey };
      const known = await this.db.repo(CreditEvent).findOneBy({ replaces: eventKey });
      if (known) return known;
      await this.say(by, { ...ended, subjectId: next.subjectId, eventKey, status: 'revoked', effectiveOn: next.validFrom });
      await this.insert(by, event);
      // the last word of the days before holds from the first day on, later ones from theirs
      await this.db.query(
        `INSERT INTO credit_event_change (id, subject_id, event_key, key, status, effective_on, reason, basis, document_no, recorded_at, recorded_by, recorded_by_name)
         SELECT uuidv7(), c.subject_id, $2, c.key, c.status, greatest(c.effective_on, $3::date), c.reason, c.basis, c.document_no, $4, $5, $6 FROM credit_event_change c
          WHERE c.event_key = $1 AND c.status <> 'revoked' AND (c.effective_on > $3::date OR c.id = (SELECT w.id FROM credit_event_change w WHERE w.event_key = $1 AND w.status <> 'revoked' AND w.effective_on <= $3::date ORDER BY w.effective_on DESC, ${PRECEDENCE_SQL('w')} DESC LIMIT 1))`,
        [eventKey, event.key, next.validFrom, this.clock.now(), by.userId, by.name],
      );
      await this.takenBackAlready(by, { subjectId: next.subjectId, from: eventKey, to: event.key, exceptKey: ended.key, on: next.validFrom });
      await this.db.query('UPDATE credit_freeze SET event_key = $2 WHERE event_key = $1 AND ended_at IS NULL', [eventKey, event.key]);
      return event;
    });
  }

  /** What was revoked before it gave way was never right: neither is what takes its place. The other order says the same by {@link pass}. */
  private async takenBackAlready(by: Actor, { subjectId, from, to, exceptKey, on }: { readonly subjectId: string; readonly from: string; readonly to: string; readonly exceptKey: string; readonly on: string }): Promise<void> {
    const revocations = await this.db.repo(CreditEventChange).findBy({ eventKey: from, status: 'revoked', key: Not(exceptKey) });
    for (const { key, reason, basis, documentNo } of revocations) await this.say(by, { subjectId, eventKey: to, key, status: 'revoked', effectiveOn: on, reason, basis, documentNo });
  }

  /** What a source has brought, so that it can take it back. */
  of(subjectIds: readonly string[], source: Pick<CreditEvent, 'sourceType' | 'sourceId'>): Promise<Pick<CreditEvent, 'key' | 'subjectId' | 'type' | 'severity' | 'replaces'>[]> {
    return this.db.repo(CreditEvent).find({ select: { key: true, subjectId: true, type: true, severity: true, replaces: true }, where: { subjectId: In([...subjectIds]), sourceType: source.sourceType, sourceId: source.sourceId as string }, order: { key: 'ASC' } });
  }

  private async say(by: Actor, { subjectId, eventKey, key, status, effectiveOn, reason, basis, documentNo = null }: NewCreditChange): Promise<{ readonly isNew: boolean; readonly event: CreditEvent | null }> {
    const event = await this.db.repo(CreditEvent).findOneBy({ key: eventKey });
    if (event && event.subjectId !== subjectId) throw notFound();
    const added = await this.db.query(
      `INSERT INTO credit_event_change (id, subject_id, event_key, key, status, effective_on, reason, basis, document_no, recorded_at, recorded_by, recorded_by_name)
       VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12) ON CONFLICT (event_key, key) DO NOTHING RETURNING id`,
      [newId(), subjectId, eventKey, key, status, effectiveOn, reason, basis, documentNo, this.clock.now(), by.userId, by.name],
    );
    if (added.length === 0) return { isNew: false, event };
    await this.audit.record({ actor: by, action: `credit-event.${status}`, subject: { type: 'credit-subject', id: subjectId }, details: { event: eventKey, effectiveOn, reason, basis, documentNo } });
    this.anew(subjectId, 'change', eventKey);
    this.sayPast(subjectId);
    return { isNew: true, event };
  }

  private async insert(by: Actor, event: CreditEvent): Promise<boolean> {
    const added = await this.db.repo(CreditEvent).createQueryBuilder().insert().values(event as object).orIgnore().returning('id').execute();
    if ((added.raw as unknown[]).length === 0) return false;
    const { key, type, severity, legalBasis, occurredOn, validFrom, periodFrom, replaces, validUntil } = event;
    await this.audit.record({ actor: by, action: 'credit-event.record', subject: { type: 'credit-subject', id: event.subjectId }, details: { key, type, severity, legalBasis, occurredOn, validFrom, periodFrom, replaces, validUntil } });
    this.anew(event.subjectId, 'event', key);
    if (validFrom.slice(0, 4) < this.clock.today().slice(0, 4)) this.sayPast(event.subjectId);
    return true;
  }

  /** A word about an event that gave way is one about what took its place; what is revoked from its first day on was never right, nor was the fact it replaced. */
  private async pass(by: Actor, event: CreditEvent, word: NewCreditChange): Promise<void> {
    const next = await this.db.repo(CreditEvent).findOneBy({ replaces: event.key });
    if (next) await this.change(by, { ...word, eventKey: next.key, effectiveOn: word.status === 'revoked' || word.effectiveOn < next.validFrom ? next.validFrom : word.effectiveOn });
    if (word.status !== 'revoked' || word.effectiveOn > event.validFrom || event.replaces === null) return;
    const before = await this.db.repo(CreditEvent).findOneBy({ key: event.replaces });
    if (before) await this.change(by, { ...word, eventKey: before.key, effectiveOn: before.validFrom });
  }

  private anew(subjectId: string, cause: 'event' | 'change', key: string): void {
    this.db.beforeCommit(`credit:${subjectId}`, () => this.standings.recompute(subjectId, { cause, keys: [key] }));
  }

  /** Results of days that are over may rest on it; once a transaction. */
  private sayPast(subjectId: string): void {
    this.db.beforeCommit(`credit-word:${subjectId}`, () => this.outbox.publish(creditWordSaid, { subjectId }));
  }

  private eventOf(by: Actor, { validFrom, severity, sourceId = null, documentNo = null, evidenceFileId = null, indicator = null, measure = null, score = null, points = null, validUntil = null, ...input }: NewCreditEvent): CreditEvent {
    return {
      ...input, id: newId(), severity: severity ?? eventType(input.type)?.severity ?? 'general', sourceId, documentNo, evidenceFileId, indicator, measure, score, points, validFrom: validFrom ?? input.occurredOn, periodFrom: null, replaces: null, validUntil,
      recordedAt: this.clock.now(), recordedBy: by.userId, recordedByName: by.name,
    };
  }

  /** The same fact told again is no news; another one under the same name is a mistake somebody has to see. */
  private async known(event: CreditEvent): Promise<CreditEvent> {
    const stored = await this.db.repo(CreditEvent).findOneByOrFail({ key: event.key });
    const same = (['subjectId', 'type', 'occurredOn', 'validFrom', 'validUntil', 'legalBasis', 'indicator'] as const).every(name => stored[name] === event[name]) && (['measure', 'score', 'points'] as const).every(name => exact(stored[name]) === exact(event[name]));
    if (!same) throw sourceDiffers(event.key);
    return stored;
  }
}

/** One text for one number: the column fills up with zeros. */
const exact = (text: string | null): string | null => (text === null ? null : new Decimal(text).toFixed());
