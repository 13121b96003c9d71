import { Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { Directory } from '@huanbao/identity';
import { Actor, Audit, Clock, Db, newId, notFound, Outbox, stale, violatedConstraint } from '@huanbao/platform';
import type { QualificationDto } from './dto/providers.dto';
import { ownFirm } from './firms.service';
import { Kinds } from './kinds/kinds.service';
import { Qualification, QualificationEvent, QualificationStep } from './provider.entity';
import { entryProblems, foreignFile, numberTaken, suspendedStands } from './providers.errors';
import { firmStandingChanged } from './providers.events';
import { providersPolicy } from './providers.policy';

type EditAction = 'qualification.edit' | 'qualification.review' | 'qualification.suspend';

/** What may be done with a row under lock, with its history; shared by the firm's and the bureau's services. */
@Injectable()
export class QualificationRecords {
  constructor(
    private readonly db: Db,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async lock(actor: Actor, id: string, action: EditAction, expectedVersion?: number): Promise<Qualification> {
    const row = await this.db.lock(Qualification, { id });
    providersPolicy.require(actor, action, row);
    if (!row) throw notFound();
    if (expectedVersion !== undefined && row.version !== expectedVersion) throw stale();
    return row;
  }

  async save(row: Qualification, changes: Partial<Qualification>): Promise<void> {
    Object.assign(row, changes, { version: row.version + 1 });
    await this.db.repo(Qualification).save(row);
  }

  /** History and audit in one; a step that changes what the firm may do says so to the other rooms. */
  async tell(actor: Actor, row: Qualification, what: QualificationStep, reason: string | null = null): Promise<void> {
    const { id, firmId, kind, number, scope, validTo } = row;
    await this.db.repo(QualificationEvent).insert({ id: newId(), qualificationId: id, firmId, kind, number, scope, validTo, what, reason, byName: actor.name, at: this.clock.now() });
    await this.audit.record({ actor, action: `qualification.${AUDITED[what]}`, subject: { type: 'qualification', id }, details: { firmId, kind, number, reason } });
    if (what !== 'entered') await this.outbox.publish(firmStandingChanged, { firmId });
  }
}

const AUDITED: Readonly<Record<QualificationStep, string>> = { entered: 'add', changed: 'change', verified: 'verified', rejected: 'rejected', suspended: 'suspended', restored: 'restored', lapsed: 'lapsed', removed: 'remove' };

/** Qualifications as the firm enters them. A change of a verified one is verified again. */
@Injectable()
export class QualificationsService {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly directory: Directory,
    private readonly kinds: Kinds,
    private readonly records: QualificationRecords,
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
        id: newId(), firmId: firm.id, firmName: firm.name, regionCode: organisation.regionCode, ...input, fileId: input.fileId ?? null, validTo: input.validTo ?? null,
        state: 'pending', reason: null, reviewedBy: null, reviewedAt: null, version: 1, createdAt: this.clock.now(), lapsedOn: null,
      });
      await this.db.repo(Qualification).insert(row);
      await this.records.tell(actor, row, 'entered');
      return row;
    });
  }

  change(actor: Actor, id: string, input: QualificationDto, expectedVersion: number): Promise<Qualification> {
    return this.write(async () => {
      const row = await this.records.lock(actor, id, 'qualification.edit', expectedVersion);
      if (row.state === 'suspended') throw suspendedStands();
      await this.assertContent(row.firmId, input);
      await this.records.save(row, { ...input, fileId: input.fileId ?? null, validTo: input.validTo ?? null, state: 'pending', reason: null, reviewedBy: null, reviewedAt: null, lapsedOn: null });
      await this.records.tell(actor, row, 'changed');
      return row;
    });
  }

  remove(actor: Actor, id: string): Promise<void> {
    return this.write(async () => {
      const row = await this.records.lock(actor, id, 'qualification.edit');
      if (row.state === 'suspended') throw suspendedStands();
      await this.db.repo(Qualification).delete({ id: row.id });
      await this.records.tell(actor, row, 'removed');
    });
  }

  private async assertContent(firmId: string, input: QualificationDto): Promise<void> {
    const problems = await this.kinds.problemsOf(input);
    if (problems.length > 0) throw entryProblems(problems);
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
