import { createReadStream } from 'node:fs';
import { Readable } from 'node:stream';
import { Inject, Injectable, OnModuleInit } from '@nestjs/common';
import { Actor, AppError, Audit, Clock, Db, ENV, Env, forbidden, newId, notFound, Outbox, Storage } from '@huanbao/platform';
import { In, IsNull } from 'typeorm';
import { BlobLeases } from './blob-leases';
import { fileHeld, infected, notScannedYet, tooManyBytes, tooManyFiles } from './documents.errors';
import { fileStored } from './documents.events';
import { FileText, StoredFile } from './file.entity';
import { FileSubjects } from './file-subjects';
import { inspect, Inspected } from './inspect/inspect';
import { safeName } from './inspect/safe-name';
import { clearAbandoned, Spooled, spooled } from './spool';

export interface FileSubject {
  readonly subjectType: string;
  readonly subjectId: string;
  readonly purpose: string;
  readonly ownerOrgId: string | null;
}

export interface Upload {
  readonly filename: string;
  readonly stream: Readable;
}

export interface MadeFile extends FileSubject {
  readonly name: string;
  readonly mediaType: string;
  readonly uploadedBy?: string | null;
}

/** Files of one record, at most. */
const MOST_FILES = 300;
const MOST_MB = 2048;
const MB = 1024 * 1024;

/** Files of records: what people upload is checked by content, what the platform makes is kept the same way. */
@Injectable()
export class Files implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly storage: Storage,
    private readonly leases: BlobLeases,
    private readonly subjects: FileSubjects,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Each process looks after its own machine: the one before it may have been killed in the middle of an upload. */
  async onModuleInit(): Promise<void> {
    await clearAbandoned();
  }

  /**
   * Takes an upload: looked at aside, then the bytes, then the row. The caller has decided that the actor may.
   * @throws 413 too large, 415 not accepted (with what was found), 422 `file.quota`
   */
  attach(actor: Actor, subject: FileSubject, upload: Upload): Promise<StoredFile> {
    const name = safeName(upload.filename);
    return spooled(upload.stream, this.env.HB_UPLOAD_LIMIT_MB * MB, async file => {
      const inspected = await this.inspected(actor, subject, { file, name });
      await this.leases.take(file.hash);
      await this.storage.put(createReadStream(file.path), file.sizeBytes);
      return this.db.transaction(async () => {
        await this.assertRoom(subject, file.sizeBytes);
        const row = await this.insert({ ...subject, name, mediaType: inspected.mediaType, uploadedBy: actor.userId }, file, this.unseen(inspected));
        await this.audit.record({ actor, action: 'file.upload', subject: { type: subject.subjectType, id: subject.subjectId }, details: { fileId: row.id, hash: row.hash, mediaType: row.mediaType, sizeBytes: file.sizeBytes } });
        await this.outbox.publish(fileStored, { fileId: row.id });
        return row;
      });
    });
  }

  /** Keeps a file the platform made itself (notice, certificate). Joins the caller's transaction when there is one. */
  async store(bytes: Buffer, made: MadeFile): Promise<StoredFile> {
    return spooled(Readable.from([bytes]), Math.max(bytes.length, 1), file => this.keep(file, made, { scanState: 'clean', textState: 'no-text', warnings: [] }));
  }

  /**
   * Keeps bytes that people made and another room has unpacked (attachments of an opened bid): looked at and scanned like
   * an upload. Joins the caller's transaction when there is one.
   * @throws 415 like an upload
   */
  async storeFromPeople(bytes: Buffer, made: Omit<MadeFile, 'mediaType'>): Promise<StoredFile> {
    return spooled(Readable.from([bytes]), Math.max(bytes.length, 1), async file => {
      const inspected = await inspect(file.path, safeName(made.name));
      return this.db.transaction(async () => {
        const row = await this.keep(file, { ...made, mediaType: inspected.mediaType }, this.unseen(inspected));
        await this.outbox.publish(fileStored, { fileId: row.id });
        return row;
      });
    });
  }

  /**
   * The same bytes as a file of another record, looked at anew. In the caller's transaction; who calls has decided that it may.
   * @throws 403 `file.infected`
   */
  async again(fileId: string, subject: FileSubject): Promise<StoredFile> {
    const { hash, sizeBytes, name, mediaType, uploadedBy, warnings, scanState } = await this.get(fileId);
    if (scanState === 'infected') throw infected();
    await this.leases.take(hash);
    const row = await this.insert({ ...subject, name, mediaType, uploadedBy }, { hash, sizeBytes: Number(sizeBytes) }, { scanState: this.env.CLAMAV_URL ? 'pending' : 'unscanned', textState: 'pending', warnings });
    await this.outbox.publish(fileStored, { fileId: row.id });
    return row;
  }

  /**
   * A file the actor may read, into a record the actor may write: no need to download and upload it again. Who calls has decided about the reading.
   * @throws 404, 403 for a record that is not theirs to write, 422 `file.quota`
   */
  async handOn(actor: Actor, fileId: string, subject: FileSubject): Promise<StoredFile> {
    await this.assertMayWrite(actor, subject.subjectType, subject.subjectId);
    return this.db.transaction(async () => {
      await this.assertRoom(subject, Number((await this.get(fileId)).sizeBytes));
      const row = await this.again(fileId, subject);
      await this.audit.record({ actor, action: 'file.hand-on', subject: { type: subject.subjectType, id: subject.subjectId }, details: { fileId: row.id, from: fileId, hash: row.hash } });
      return row;
    });
  }

  list(subjectType: string, subjectId: string): Promise<StoredFile[]> {
    return this.db.repo(StoredFile).find({ where: { subjectType, subjectId, removedAt: IsNull() }, order: { id: 'ASC' } });
  }

  async get(id: string): Promise<StoredFile> {
    const file = await this.db.repo(StoredFile).findOneBy({ id, removedAt: IsNull() });
    if (!file) throw notFound();
    return file;
  }

  /** The bytes of a file, without asking who: for rooms that have decided. @throws 403 `file.infected` */
  async open(id: string): Promise<Readable> {
    const file = await this.get(id);
    if (file.scanState === 'infected') throw infected();
    return this.storage.open(file.hash);
  }

  /** The file, when the actor may read the record it belongs to. @throws 404 otherwise */
  async readable(actor: Actor, id: string): Promise<StoredFile> {
    const file = await this.get(id);
    await this.assertMayRead(actor, file.subjectType, file.subjectId);
    return file;
  }

  /**
   * Opens for a reader. Somebody else's file is an audited look.
   * @throws 403 `file.infected` for everyone, 409 `file.scanning` for all but the person who uploaded it
   */
  async download(actor: Actor, id: string): Promise<{ file: StoredFile; stream: Readable }> {
    const file = await this.readable(actor, id);
    if (file.scanState === 'infected') throw infected();
    if (file.scanState === 'pending' && file.uploadedBy !== actor.userId) throw notScannedYet();
    if (file.ownerOrgId !== actor.orgId) await this.audit.record({ actor, action: 'file.read', subject: { type: 'file', id }, details: { subjectType: file.subjectType, subjectId: file.subjectId } });
    return { file, stream: await this.storage.open(file.hash) };
  }

  /** Takes a file away while its record may still be written. The sweep removes the bytes when no other file shares them. */
  async remove(actor: Actor, id: string): Promise<void> {
    const file = await this.readable(actor, id);
    await this.assertMayWrite(actor, file.subjectType, file.subjectId);
    if (await this.subjects.isHeld(file.subjectType, id)) throw fileHeld();
    await this.db.transaction(async () => {
      const { affected } = await this.db.repo(StoredFile).update({ id, removedAt: IsNull() }, { removedAt: this.clock.now() });
      if (affected !== 1) throw notFound();
      await this.db.repo(FileText).delete({ fileId: id });
      await this.leases.take(file.hash);
      await this.audit.record({ actor, action: 'file.remove', subject: { type: file.subjectType, id: file.subjectId }, details: { fileId: id, hash: file.hash } });
    });
  }

  /** Extracted text, or null while there is none. */
  async textOf(id: string): Promise<string | null> {
    return (await this.db.repo(FileText).findOneBy({ fileId: id }))?.content ?? null;
  }

  /** Texts of several files, those that have one. */
  async textsOf(ids: readonly string[]): Promise<ReadonlyMap<string, string>> {
    const found = ids.length === 0 ? [] : await this.db.repo(FileText).findBy({ fileId: In([...ids]) });
    return new Map(found.map(one => [one.fileId, one.content]));
  }

  /** Whether the actor may add and remove files of a record. @throws 404 for a record they do not see, 403 for one they only read */
  async assertMayWrite(actor: Actor, subjectType: string, subjectId: string): Promise<void> {
    if (await this.subjects.may(actor, { type: subjectType, id: subjectId }, 'write')) return;
    await this.assertMayRead(actor, subjectType, subjectId);
    throw forbidden();
  }

  async assertMayRead(actor: Actor, subjectType: string, subjectId: string): Promise<void> {
    if (!(await this.subjects.may(actor, { type: subjectType, id: subjectId }, 'read'))) throw notFound();
  }

  /** Refused programs and bombs leave a trace: who tried, for which record, and why not. */
  private async inspected(actor: Actor, subject: FileSubject, { file, name }: { file: Spooled; name: string }): Promise<Inspected> {
    try {
      return await inspect(file.path, name);
    } catch (error) {
      if (error instanceof AppError) await this.audit.record({ actor, action: 'file.refused', subject: { type: subject.subjectType, id: subject.subjectId }, details: { code: error.code, hash: file.hash, sizeBytes: file.sizeBytes } });
      throw error;
    }
  }

  /** Under a lock for the record, so that uploads side by side cannot pass the quota together. */
  private async assertRoom({ subjectType, subjectId }: FileSubject, sizeBytes: number): Promise<void> {
    await this.db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 2))', [`${subjectType} ${subjectId}`]);
    const [used] = await this.db.query<{ files: string; bytes: string }>('SELECT count(*) AS files, coalesce(sum(size_bytes), 0) AS bytes FROM stored_file WHERE subject_type = $1 AND subject_id = $2 AND removed_at IS NULL', [subjectType, subjectId]);
    if (Number(used?.files) >= MOST_FILES) throw tooManyFiles(MOST_FILES);
    if (Number(used?.bytes) + sizeBytes > MOST_MB * MB) throw tooManyBytes(MOST_MB);
  }

  private unseen(inspected: Inspected): Pick<StoredFile, 'scanState' | 'textState' | 'warnings'> {
    return { scanState: this.env.CLAMAV_URL ? 'pending' : 'unscanned', textState: 'pending', warnings: [...inspected.warnings] };
  }

  private async keep(file: Spooled, made: MadeFile, state: Pick<StoredFile, 'scanState' | 'textState' | 'warnings'>): Promise<StoredFile> {
    await this.leases.take(file.hash);
    await this.storage.put(createReadStream(file.path), Math.max(file.sizeBytes, 1));
    return this.insert({ ...made, name: safeName(made.name) }, file, state);
  }

  private async insert(made: MadeFile, blob: { hash: string; sizeBytes: number }, state: Pick<StoredFile, 'scanState' | 'textState' | 'warnings'>): Promise<StoredFile> {
    const file = this.db.repo(StoredFile).create({
      id: newId(), hash: blob.hash, name: made.name, mediaType: made.mediaType, sizeBytes: String(blob.sizeBytes), ownerOrgId: made.ownerOrgId, uploadedBy: made.uploadedBy ?? null,
      subjectType: made.subjectType, subjectId: made.subjectId, purpose: made.purpose, ...state, scanFinding: null, textReason: null, pages: null, createdAt: this.clock.now(), removedAt: null,
    });
    await this.db.repo(StoredFile).insert(file);
    return file;
  }
}
