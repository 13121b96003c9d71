import { Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { Directory } from '@huanbao/identity';
import { Actor, Audit, Clock, Db, notFound, Outbox, stale, violatedConstraint } from '@huanbao/platform';
import { CreditEntry, CreditEvent, CreditEventChange, type EntryContent } from '../credit.entity';
import { alreadyRevoked, entryEvidenceNeeded, entryState, entryTaken, entryTwoPersons, eventLater, readingNeeds, revocationOpen, sourceRevokes, subjectUnknown, typeNotOfSubject, validBefore, validSpan } from '../credit.errors';
import { creditEntryProposed } from '../credit.events';
import { entryPolicy, subjectPolicy } from '../credit.policy';
import type { Severity } from '../engine/ledger';
import { CreditLedger } from '../ledger/credit-ledger';
import { eventType } from '../schemes/event-types';
import { SchemeBook } from '../schemes/scheme-book';
import { isReading } from '../standings/compute';
import { twoPersonsNeeded } from './two-persons';
import type { DecideCreditEntryDto, RecordCreditEventDto, RevokeCreditEventDto } from './entry.dto';

/** What officers enter by hand, with basis and evidence. What is grave, or spares the subject what the rules say, waits for a second person (`two-persons.ts`); the rest stands at once. */
@Injectable()
export class EntriesService {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly directory: Directory,
    private readonly ledger: CreditLedger,
    private readonly book: SchemeBook,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  record(actor: Actor, input: RecordCreditEventDto): Promise<CreditEntry> {
    return this.write(async () => {
      const subject = await this.directory.organisation(input.subjectId);
      if (!subject) throw subjectUnknown();
      subjectPolicy.require(actor, 'credit.record', { subjectId: subject.id, regionCode: subject.regionCode });
      const type = eventType(input.type);
      if (!type || (type.subject !== subject.kind && type.code !== 'reading')) throw typeNotOfSubject();
      const content = this.contentOf(input);
      await this.evidenced(input.id, input.evidenceFileId);
      return this.begin(actor, { id: input.id, kind: 'record', subjectId: subject.id, subjectName: subject.name, regionCode: subject.regionCode, eventId: null, type: input.type, severity: input.severity ?? type.severity, content, evidenceFileId: input.evidenceFileId });
    });
  }

  /** Takes an event back with a reason, on a document. What came from another room is taken back there. */
  revoke(actor: Actor, eventId: string, { id, reason, basis, documentNo = null, evidenceFileId }: RevokeCreditEventDto): Promise<CreditEntry> {
    return this.write(async () => {
      const event = await this.db.lock(CreditEvent, { id: eventId });
      const subject = event && (await this.directory.organisation(event.subjectId));
      if (!event || !subject) throw notFound();
      subjectPolicy.require(actor, 'credit.record', { subjectId: subject.id, regionCode: subject.regionCode });
      if (event.sourceType !== 'credit-entry') throw sourceRevokes();
      if (await this.db.repo(CreditEventChange).existsBy({ eventKey: event.key, status: 'revoked' })) throw alreadyRevoked();
      await this.evidenced(id, evidenceFileId);
      const content: EntryContent = { title: event.title, facts: reason, legalBasis: basis, documentNo, occurredOn: event.occurredOn, validFrom: event.validFrom, validUntil: event.validUntil, indicator: null, measure: null, score: null };
      return this.begin(actor, { id, kind: 'revoke', subjectId: subject.id, subjectName: subject.name, regionCode: subject.regionCode, eventId, type: event.type, severity: event.severity, content, evidenceFileId });
    });
  }

  /** The second person. @throws 422 for who entered it */
  decide(actor: Actor, id: string, { verdict, reason }: DecideCreditEntryDto, version: number): Promise<CreditEntry> {
    return this.write(async () => {
      const entry = await this.db.lock(CreditEntry, { id });
      entryPolicy.require(actor, 'credit-entry.decide', entry);
      if (entry.state !== 'proposed') throw entryState();
      if (entry.version !== version) throw stale();
      if (entry.proposedBy === actor.userId) throw entryTwoPersons();
      Object.assign(entry, { state: verdict, decidedBy: actor.userId, decidedByName: actor.name, decidedAt: this.clock.now(), decisionReason: reason, version: version + 1 });
      await this.db.repo(CreditEntry).save(entry);
      if (verdict === 'recorded') await this.enter(actor, entry);
      await this.audited(actor, entry, verdict === 'recorded' ? 'confirm' : 'refuse');
      return entry;
    });
  }

  private async begin(actor: Actor, what: Pick<CreditEntry, 'id' | 'kind' | 'subjectId' | 'subjectName' | 'regionCode' | 'eventId' | 'type' | 'content' | 'evidenceFileId'> & { readonly severity: Severity }): Promise<CreditEntry> {
    const waits = await this.waits(what);
    const entry: CreditEntry = { ...what, twoPersons: waits, state: waits ? 'proposed' : 'recorded', proposedBy: actor.userId, proposedByName: actor.name, proposedAt: this.clock.now(), decidedBy: null, decidedByName: null, decidedAt: null, decisionReason: null, version: 1 };
    await this.db.repo(CreditEntry).insert(entry as object);
    if (waits) await this.outbox.publish(creditEntryProposed, { entryId: entry.id });
    else await this.enter(actor, entry);
    await this.audited(actor, entry, waits ? 'propose' : 'enter');
    return entry;
  }

  private async waits({ kind, type: code, severity, content: { validFrom, validUntil } }: Pick<CreditEntry, 'kind' | 'type' | 'content'> & { readonly severity: Severity }): Promise<boolean> {
    const type = eventType(code);
    const { schemes } = await this.book.on(this.clock.today(), type?.subject ?? 'enterprise');
    const ends = schemes.flatMap(({ compiled }) => compiled.lastDayOf(code, validFrom) ?? []).sort();
    const bringsGrade = schemes.some(({ compiled }) => compiled.vetoes.has(code) || compiled.downgradeOf.has(code));
    return twoPersonsNeeded({ kind, severity, usual: type?.severity ?? 'general', bringsGrade, validUntil, schemeUntil: ends.at(-1) ?? null });
  }

  private async evidenced(id: string, fileId: string): Promise<void> {
    if (!(await this.files.list('credit-entry', id)).some(file => file.id === fileId)) throw entryEvidenceNeeded();
  }

  /** Into the ledger. A revocation holds from the first day of the event on: it ought never to have counted. */
  private async enter(actor: Actor, { id, kind, subjectId, eventId, type, severity, content, evidenceFileId }: CreditEntry): Promise<void> {
    const { title, facts, legalBasis, documentNo, occurredOn, validFrom, validUntil, indicator, measure, score } = content;
    if (kind === 'record') {
      await this.ledger.append(actor, { key: `credit-entry:${id}`, subjectId, type, severity, title, facts, legalBasis, sourceType: 'credit-entry', sourceId: id, documentNo, evidenceFileId, indicator, measure, score, occurredOn, validFrom, validUntil });
      return;
    }
    const event = await this.db.repo(CreditEvent).findOneByOrFail({ id: eventId as string });
    await this.ledger.change(actor, { subjectId, eventKey: event.key, key: `revoked:${id}`, status: 'revoked', effectiveOn: event.validFrom, reason: facts, basis: legalBasis, documentNo });
  }

  private contentOf({ type, title, facts, legalBasis, documentNo = null, occurredOn, validFrom, validUntil = null, indicator = null, measure = null, score = null }: RecordCreditEventDto): EntryContent {
    const from = validFrom ?? occurredOn;
    if (occurredOn > this.clock.today()) throw eventLater();
    if (from < occurredOn) throw validBefore();
    if (validUntil !== null && validUntil < from) throw validSpan();
    if (isReading(type) !== (indicator !== null) || (!isReading(type) && (measure !== null || score !== null))) throw readingNeeds();
    return { title, facts, legalBasis, documentNo, occurredOn, validFrom: from, validUntil, indicator, measure, score };
  }

  private audited(actor: Actor, { id, kind, subjectId, eventId, type, severity, state }: CreditEntry, step: string): Promise<void> {
    return this.audit.record({ actor, action: `credit-entry.${step}`, subject: { type: 'credit-entry', id }, details: { kind, subjectId, eventId, type, severity, state } });
  }

  private async write<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.db.transaction(work);
    } catch (error) {
      const constraint = violatedConstraint(error);
      if (constraint === 'credit_entry_pkey') throw entryTaken();
      if (constraint === 'credit_entry_one_revocation') throw revocationOpen();
      throw error;
    }
  }
}
