import { Inject, Injectable, OnModuleInit, StreamableFile } from '@nestjs/common';
import { Readable } from 'node:stream';
import { FileSubjects, Files } from '@huanbao/documents';
import { Actor, Audit, CITY, City, Clock, Db, newId, notFound, Outbox, sm3 } from '@huanbao/platform';
import { drawWorkbook, MOST_FILE_MB, pickSheet, SheetUpload, withWorkbook, workbookDownload } from '@huanbao/sheets';
import { applyList, judgeList, undoList } from './import.jobs.definitions';
import { ImportChoice, ImportState, PermitImport } from './import.entity';
import { builtOn, importState, listTooLarge, nothingToImport, rowsRefused, sourceDayAhead } from './import.errors';
import { ImportAction, importPolicy } from './import.policy';
import { PERMIT_LIST } from './list-columns';
import { PermitUses } from './permit-uses';

export const LIST_SUBJECT = 'permit-import';
const INTRO = '从全国排污许可证管理信息平台导出后整理成本表，一张许可证一行。带 * 的列必填；单位写在标题里，单元格只填数字；编号和信用代码的单元格格式设为“文本”；请不要合并单元格，不要改标题。';

/** What each state lets people do. */
const POSSIBLE: Readonly<Record<ImportState, readonly string[]>> = {
  judging: ['discard'], unreadable: ['discard'], judged: ['apply-all', 'apply-good', 'discard'], applying: [], applied: ['undo'], undoing: [], undone: [], discarded: [],
};

/** The bureau's commands on lists of permits; the work itself is the worker's. */
@Injectable()
export class ImportsService implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly subjects: FileSubjects,
    private readonly outbox: Outbox,
    private readonly uses: PermitUses,
    private readonly audit: Audit,
    private readonly clock: Clock,
    @Inject(CITY) private readonly city: City,
  ) {}

  onModuleInit(): void {
    this.subjects.register(LIST_SUBJECT, async (actor, id, verb) => {
      const row = await this.db.repo(PermitImport).findOneBy({ id });
      return verb === 'read' && row !== null && importPolicy.sees(actor, row);
    });
  }

  async template(): Promise<StreamableFile> {
    return workbookDownload(await drawWorkbook([{ table: PERMIT_LIST, rows: [], example: true, intro: INTRO }]), '模板-排污许可证名单');
  }

  /**
   * Takes a list; the worker reads it. What is no list is refused at once.
   * @throws 400 `sheet.headings`, 413, 415
   */
  async upload(actor: Actor, sourceOn: string, upload: SheetUpload): Promise<PermitImport> {
    if (sourceOn > this.clock.today()) throw sourceDayAhead();
    const bytes = await bytesOf(upload.stream);
    await withWorkbook({ filename: upload.filename, stream: Readable.from([bytes]) }, async book => pickSheet(book.sheets, PERMIT_LIST));
    const id = newId();
    return this.db.transaction(async () => {
      const subject = { subjectType: LIST_SUBJECT, subjectId: id, purpose: 'list', ownerOrgId: actor.orgId, uploadedBy: actor.userId, name: upload.filename };
      const isZip = bytes.subarray(0, 2).toString('latin1') === 'PK';
      const file = isZip ? await this.files.storeFromPeople(bytes, subject) : await this.files.store(bytes, { ...subject, mediaType: 'text/csv' });
      const row: PermitImport = {
        id, regionCode: this.city.adcode, name: file.name, hash: sm3(bytes), fileId: file.id, sourceOn, state: 'judging', mode: null, rowsTotal: 0, rowsDone: 0, created: 0, changed: 0, same: 0,
        refused: 0, applied: 0, skipped: 0, failure: null, notes: [], stepBy: actor.userId, createdBy: actor.userId, createdByName: actor.name, createdAt: this.clock.now(), judgedAt: null, appliedByName: null, appliedAt: null,
        undoneByName: null, undoneAt: null, version: 1,
      };
      await this.db.repo(PermitImport).insert(row as object);
      await this.outbox.enqueue(judgeList, { importId: id }, { key: id });
      await this.record(actor, row, 'upload', { name: row.name, hash: row.hash, sourceOn });
      return row;
    });
  }

  /** Begins taking it over. The same click twice answers the same. @throws 422 while lines are refused and the whole is wanted */
  apply(actor: Actor, id: string, mode: ImportChoice): Promise<PermitImport> {
    return this.db.transaction(async () => {
      const row = await this.lock(actor, id, 'permit-import.manage');
      if ((row.state === 'applying' || row.state === 'applied') && row.mode === mode) return row;
      this.assertPossible(row, mode === 'all' ? 'apply-all' : 'apply-good');
      if (mode === 'all' && row.refused > 0) throw rowsRefused(row.refused);
      if (row.created + row.changed === 0) throw nothingToImport();
      await this.outbox.enqueue(applyList, { importId: id }, { key: id });
      await this.record(actor, row, 'apply', { mode });
      return this.write(row, { state: 'applying', mode, rowsDone: 0, stepBy: actor.userId, appliedByName: actor.name });
    });
  }

  discard(actor: Actor, id: string): Promise<PermitImport> {
    return this.db.transaction(async () => {
      const row = await this.lock(actor, id, 'permit-import.manage');
      if (row.state === 'discarded') return row;
      this.assertPossible(row, 'discard');
      await this.record(actor, row, 'discard');
      return this.write(row, { state: 'discarded' });
    });
  }

  /** Begins taking it back. @throws 409 `permit-import.built-on` when a permit of it has been worked on since */
  undo(actor: Actor, id: string, reason: string): Promise<PermitImport> {
    return this.db.transaction(async () => {
      const row = await this.lock(actor, id, 'permit-import.manage');
      if (row.state === 'undoing' || row.state === 'undone') return row;
      this.assertPossible(row, 'undo');
      const { used, count } = await this.uses.ofImport(id);
      if (count > 0) throw builtOn(used, count);
      await this.outbox.enqueue(undoList, { importId: id }, { key: id });
      await this.record(actor, row, 'undo', { reason });
      return this.write(row, { state: 'undoing', rowsDone: 0, stepBy: actor.userId, undoneByName: actor.name });
    });
  }

  async find(actor: Actor, id: string, action: ImportAction = 'permit-import.read'): Promise<PermitImport> {
    const row = await this.db.repo(PermitImport).findOneBy({ id });
    importPolicy.require(actor, action, row);
    return row;
  }

  /** What the actor may do with it now. */
  actionsOn(actor: Actor, row: PermitImport): string[] {
    return importPolicy.may(actor, 'permit-import.manage', row) ? POSSIBLE[row.state].filter(one => (one !== 'apply-all' || row.refused === 0) && (!one.startsWith('apply') || row.created + row.changed > 0)) : [];
  }

  private assertPossible(row: PermitImport, act: string): void {
    if (!POSSIBLE[row.state].includes(act)) throw importState(row.state, POSSIBLE[row.state]);
  }

  private async lock(actor: Actor, id: string, action: ImportAction): Promise<PermitImport> {
    const row = await this.db.lock(PermitImport, { id });
    importPolicy.require(actor, action, row);
    if (!row) throw notFound();
    return row;
  }

  private async write(row: PermitImport, changes: Partial<PermitImport>): Promise<PermitImport> {
    const next = { ...changes, version: row.version + 1 };
    await this.db.repo(PermitImport).update({ id: row.id }, next as object);
    return { ...row, ...next };
  }

  private record(actor: Actor, row: PermitImport, verb: string, details: Record<string, unknown> = {}): Promise<void> {
    return this.audit.record({ actor, action: `permit-import.${verb}`, subject: { type: LIST_SUBJECT, id: row.id }, details });
  }
}

/** The whole upload, as far as a list may be large. */
async function bytesOf(stream: Readable): Promise<Buffer> {
  const most = MOST_FILE_MB * 1024 * 1024;
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of stream as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > most) throw listTooLarge(MOST_FILE_MB);
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}
