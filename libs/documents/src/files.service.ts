import { Readable } from 'node:stream';
import { Inject, Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, Db, ENV, Env, newId, notFound, Outbox, Storage } from '@huanbao/platform';
import { IsNull } from 'typeorm';
import { infected, notScannedYet, quota } from './documents.errors';
import { fileStored } from './documents.events';
import { FileText, StoredFile } from './file.entity';
import { FileSubjects } from './file-subjects';
import { inspect, safeName } from './inspect/inspect';

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

/** Files of records: what people upload is checked by content, what the platform makes is kept the same way. */
@Injectable()
export class Files {
  constructor(
    private readonly db: Db,
    private readonly storage: Storage,
    private readonly subjects: FileSubjects,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Takes an upload. The caller has decided that the actor may. @throws 413, 415, 422 `file.quota` */
  async attach(actor: Actor, subject: FileSubject, upload: Upload): Promise<StoredFile> {
    const blob = await this.storage.put(upload.stream, this.env.HB_UPLOAD_LIMIT_MB * 1024 * 1024);
    const name = safeName(upload.filename);
    try {
      const { mediaType, warnings } = await inspect(await this.bytesOf(blob.hash), name);
      return await this.db.transaction(async () => {
        if ((await this.db.repo(StoredFile).countBy({ subjectType: subject.subjectType, subjectId: subject.subjectId, removedAt: IsNull() })) >= MOST_FILES) throw quota(MOST_FILES);
        const scanState = this.env.CLAMAV_URL ? 'pending' : 'unscanned';
        const file = await this.insert({ ...subject, name, mediaType, uploadedBy: actor.userId }, blob, { scanState, textState: 'pending', warnings: [...warnings] });
        await this.audit.record({ actor, action: 'file.upload', subject: { type: subject.subjectType, id: subject.subjectId }, details: { fileId: file.id, hash: file.hash, mediaType, sizeBytes: blob.sizeBytes } });
        await this.outbox.publish(fileStored, { fileId: file.id });
        return file;
      });
    } catch (error) {
      await this.dropIfUnused(blob.hash);
      throw error;
    }
  }

  /** Keeps a file the platform made itself (notice, certificate). Joins the caller's transaction when there is one. */
  async store(bytes: Buffer, made: MadeFile): Promise<StoredFile> {
    const blob = await this.storage.put(Readable.from([bytes]), Math.max(bytes.length, 1));
    return this.db.transaction(() => this.insert({ ...made, name: safeName(made.name) }, blob, { scanState: 'clean', textState: 'no-text', warnings: [] }));
  }

  list(subjectType: string, subjectId: string): Promise<StoredFile[]> {
    return this.db.repo(StoredFile).find({ where: { subjectType, subjectId, removedAt: IsNull() }, order: { id: 'ASC' } });
  }

  async get(id: string): Promise<StoredFile> {
    const file = await this.db.repo(StoredFile).findOneBy({ id, removedAt: IsNull() });
    if (!file) throw notFound();
    return file;
  }

  /** The bytes of a file, without asking who: for rooms that have decided. */
  async open(id: string): Promise<Readable> {
    return this.storage.open((await this.get(id)).hash);
  }

  /** The file, when the actor may read the record it belongs to. @throws 404 otherwise */
  async readable(actor: Actor, id: string): Promise<StoredFile> {
    const file = await this.get(id);
    if (!(await this.subjects.may(actor, { type: file.subjectType, id: file.subjectId }, 'read'))) throw notFound();
    return file;
  }

  /** Opens for a reader. Somebody else's file is an audited look. @throws 403 `file.infected`, 409 `file.scanning` */
  async download(actor: Actor, id: string): Promise<{ file: StoredFile; stream: Readable }> {
    const file = await this.readable(actor, id);
    if (file.scanState === 'infected') throw infected();
    if (file.scanState === 'pending' && file.uploadedBy !== actor.userId) throw notScannedYet();
    if (file.ownerOrgId !== actor.orgId) await this.audit.record({ actor, action: 'file.read', subject: { type: 'file', id }, details: { subjectType: file.subjectType, subjectId: file.subjectId } });
    return { file, stream: await this.storage.open(file.hash) };
  }

  /** Takes a file away while its record may still be written. The bytes go when no other file shares them. */
  async remove(actor: Actor, id: string): Promise<void> {
    const file = await this.readable(actor, id);
    if (!(await this.subjects.may(actor, { type: file.subjectType, id: file.subjectId }, 'write'))) throw notFound();
    await this.db.transaction(async () => {
      await this.db.repo(StoredFile).update({ id }, { removedAt: this.clock.now() });
      await this.db.repo(FileText).delete({ fileId: id });
      await this.audit.record({ actor, action: 'file.remove', subject: { type: file.subjectType, id: file.subjectId }, details: { fileId: id, hash: file.hash } });
    });
  }

  /** Extracted text, or null while there is none. */
  async textOf(id: string): Promise<string | null> {
    return (await this.db.repo(FileText).findOneBy({ fileId: id }))?.content ?? null;
  }

  async bytesOf(hash: string): Promise<Buffer> {
    const chunks: Buffer[] = [];
    for await (const chunk of await this.storage.open(hash)) chunks.push(chunk as Buffer);
    return Buffer.concat(chunks);
  }

  /** Whether the actor may add files to a record; 404 otherwise. */
  async assertMayWrite(actor: Actor, subjectType: string, subjectId: string): Promise<void> {
    if (!(await this.subjects.may(actor, { type: subjectType, id: subjectId }, 'write'))) throw notFound();
  }

  async assertMayRead(actor: Actor, subjectType: string, subjectId: string): Promise<void> {
    if (!(await this.subjects.may(actor, { type: subjectType, id: subjectId }, 'read'))) throw notFound();
  }

  private async insert(made: MadeFile, blob: { hash: string; sizeBytes: number }, state: Pick<StoredFile, 'scanState' | 'textState' | 'warnings'>): Promise<StoredFile> {
    const file = this.db.repo(StoredFile).create({
      id: newId(), hash: blob.hash, name: made.name, mediaType: made.mediaType, sizeBytes: String(blob.sizeBytes), ownerOrgId: made.ownerOrgId, uploadedBy: made.uploadedBy ?? null,
      subjectType: made.subjectType, subjectId: made.subjectId, purpose: made.purpose, ...state, scanFinding: null, textReason: null, pages: null, createdAt: this.clock.now(), removedAt: null,
    });
    await this.db.repo(StoredFile).insert(file);
    return file;
  }

  private async dropIfUnused(hash: string): Promise<void> {
    if (!(await this.db.repo(StoredFile).existsBy({ hash, removedAt: IsNull() }))) await this.storage.remove(hash);
  }
}
