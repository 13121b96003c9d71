import { Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { Directory } from '@huanbao/identity';
import { Actor, Audit, Clock, Db, newId, notFound, Outbox, stale, violatedConstraint } from '@huanbao/platform';
import type { QualificationDto } from './dto/providers.dto';
import { ownFirm } from './firms.service';
import { Qualification } from './provider.entity';
import { alreadyExpired, alreadyReviewed, datesReversed, foreignFile, numberTaken } from './providers.errors';
import { qualificationReviewed } from './providers.events';
import { providersPolicy } from './providers.policy';

/** Qualifications: entered by the firm, verified by the bureau. A change of a verified one is verified again. */
@Injectable()
export class QualificationsService {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly directory: Directory,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  listOf(actor: Actor): Promise<Qualification[]> {
    return this.db.repo(Qualification).find({ where: { firmId: ownFirm(actor).id }, order: { validTo: 'DESC', id: 'DESC' } });
  }

  add(actor: Actor, input: QualificationDto): Promise<Qualification> {
    const firm = ownFirm(actor);
    return this.write(async () => {
      const organisation = await this.directory.organisation(firm.id);
      if (!organisation) throw notFound();
      await this.assertContent(firm.id, input);
      const row = this.db.repo(Qualification).create({
        id: newId(), firmId: firm.id, firmName: firm.name, regionCode: organisation.regionCode, ...input, fileId: input.fileId ?? null,
        state: 'pending', reason: null, reviewedBy: null, reviewedAt: null, version: 1, createdAt: this.clock.now(),
      });
      await this.db.repo(Qualification).insert(row);
      await this.audit.record({ actor, action: 'qualification.add', subject: { type: 'qualification', id: row.id }, details: { kind: row.kind, number: row.number } });
      return row;
    });
  }

  change(actor: Actor, id: string, input: QualificationDto, expectedVersion: number): Promise<Qualification> {
    return this.write(async () => {
      const row = await this.lock(actor, id, 'qualification.edit', expectedVersion);
      await this.assertContent(row.firmId, input);
      Object.assign(row, input, { fileId: input.fileId ?? null, state: 'pending', reason: null, reviewedBy: null, reviewedAt: null, version: row.version + 1 });
      await this.db.repo(Qualification).save(row);
      await this.audit.record({ actor, action: 'qualification.change', subject: { type: 'qualification', id }, details: { kind: row.kind, number: row.number } });
      return row;
    });
  }

  remove(actor: Actor, id: string): Promise<void> {
    return this.write(async () => {
      const row = await this.lock(actor, id, 'qualification.edit');
      await this.db.repo(Qualification).delete({ id: row.id });
      await this.audit.record({ actor, action: 'qualification.remove', subject: { type: 'qualification', id }, details: { kind: row.kind, number: row.number, state: row.state } });
    });
  }

  /** @throws 412 when the firm changed the entry after the officer looked at it: only what was seen is verified. */
  verify(actor: Actor, id: string, expectedVersion: number): Promise<Qualification> {
    return this.review(actor, { id, expectedVersion }, { state: 'verified', reason: null });
  }

  reject(actor: Actor, id: string, verdict: { reason: string; expectedVersion: number }): Promise<Qualification> {
    return this.review(actor, { id, expectedVersion: verdict.expectedVersion }, { state: 'rejected', reason: verdict.reason });
  }

  private review(actor: Actor, { id, expectedVersion }: { id: string; expectedVersion: number }, verdict: { state: 'verified' | 'rejected'; reason: string | null }): Promise<Qualification> {
    return this.write(async () => {
      const row = await this.lock(actor, id, 'qualification.review');
      if (row.state !== 'pending') throw alreadyReviewed();
      if (row.version !== expectedVersion) throw stale();
      if (verdict.state === 'verified' && row.validTo < this.clock.today()) throw alreadyExpired();
      Object.assign(row, verdict, { reviewedBy: actor.userId, reviewedAt: this.clock.now(), version: row.version + 1 });
      await this.db.repo(Qualification).save(row);
      await this.audit.record({ actor, action: `qualification.${verdict.state}`, subject: { type: 'qualification', id }, details: { firmId: row.firmId, reason: verdict.reason } });
      await this.outbox.publish(qualificationReviewed, { qualificationId: id });
      return row;
    });
  }

  private async lock(actor: Actor, id: string, action: 'qualification.edit' | 'qualification.review', expectedVersion?: number): Promise<Qualification> {
    const row = await this.db.lock(Qualification, { id });
    providersPolicy.require(actor, action, row);
    if (!row) throw notFound();
    if (expectedVersion !== undefined && row.version !== expectedVersion) throw stale();
    return row;
  }

  private async assertContent(firmId: string, input: QualificationDto): Promise<void> {
    if (input.validTo < input.validFrom) throw datesReversed();
    if (!input.fileId) return;
    const files = await this.files.list('firm', firmId);
    if (!files.some(file => file.id === input.fileId)) throw foreignFile();
  }

  private async write<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await this.db.transaction(work);
    } catch (error) {
      if (violatedConstraint(error) === 'qualification_number') throw numberTaken();
      throw error;
    }
  }
}
