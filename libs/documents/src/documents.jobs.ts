import { Inject, Injectable } from '@nestjs/common';
import { Notifier } from '@huanbao/notifications';
import { Audit, Db, Delivery, ENV, Env, Handles, Outbox, Storage } from '@huanbao/platform';
import { BlobLeases } from './blob-leases';
import { extractText, fileInfected, fileTextReady, scanFile, sweepBlobs, tellInfected } from './documents.events';
import { StoredFile } from './file.entity';
import { FileHints } from './file-hints';
import { Scanner } from './scanner';
import { clearAbandoned, spooled } from './spool';
import { extract, Extraction } from './text/extract';

/** What happens to a file after it has come in. */
@Injectable()
export class DocumentsJobs {
  constructor(
    private readonly db: Db,
    private readonly storage: Storage,
    private readonly scanner: Scanner,
    private readonly leases: BlobLeases,
    private readonly notifier: Notifier,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly hints: FileHints,
    @Inject(ENV) private readonly env: Env,
  ) {}

  /** Without a scanner a file stays `unscanned`, and people are shown that. */
  @Handles(scanFile)
  async scan({ fileId }: { fileId: string }, delivery: Delivery): Promise<void> {
    const file = await this.present(fileId);
    if (!file || !this.scanner.isConfigured) return;
    const verdict = await this.scanner.scan(() => this.storage.open(file.hash));
    const finding = verdict.state === 'clean' ? null : verdict.finding;
    await delivery.complete(async () => {
      await this.db.repo(StoredFile).update({ id: fileId }, { scanState: verdict.state, scanFinding: finding });
      await this.hints.changed(file);
      if (verdict.state !== 'infected') return;
      await this.audit.record({ actor: null, action: 'file.infected', subject: { type: 'file', id: fileId }, details: { finding, hash: file.hash } });
      await this.outbox.publish(fileInfected, { fileId });
    });
  }

  @Handles(tellInfected)
  async infected({ fileId }: { fileId: string }, delivery: Delivery): Promise<void> {
    const file = await this.present(fileId);
    const to = file?.uploadedBy ? { userIds: [file.uploadedBy] } : file?.ownerOrgId ? { orgId: file.ownerOrgId } : undefined;
    if (!file || !to) return;
    await delivery.complete(() =>
      this.notifier.notify({
        to, topic: 'file', subject: { type: 'file', id: fileId }, key: `file:${fileId}:infected`, link: null,
        title: { zh: `上传的文件带有病毒：${file.name}`, en: `Virus in an uploaded file: ${file.name}` },
        body: { zh: '文件已被隔离，任何人都不能打开。请检查您的电脑，删除该文件后重新上传一份干净的。', en: 'It is blocked for everyone. Check your computer, remove the file and upload a clean one.' },
      }),
    );
  }

  /** Reading happens in a process of its own: a file made to do harm ends there, and its row says why. */
  @Handles(extractText)
  async extract({ fileId }: { fileId: string }, delivery: Delivery): Promise<void> {
    const file = await this.present(fileId);
    if (!file) return;
    const result = await this.textOf(file);
    await delivery.complete(async () => {
      const warnings = [...new Set([...file.warnings, ...result.warnings])].sort();
      await this.db.repo(StoredFile).update({ id: fileId }, { textState: result.state, textReason: result.reason, pages: result.pages, warnings });
      if (result.state === 'ready') {
        await this.db.query('INSERT INTO file_text (file_id, content) VALUES ($1, $2) ON CONFLICT (file_id) DO UPDATE SET content = EXCLUDED.content', [fileId, result.text]);
        await this.outbox.publish(fileTextReady, { fileId });
      }
      await this.hints.changed(file);
    });
  }

  @Handles(sweepBlobs)
  async sweep(_: Record<string, never>): Promise<void> {
    await this.leases.sweep();
    await clearAbandoned();
  }

  private async textOf(file: StoredFile): Promise<Extraction> {
    if (file.mediaType.startsWith('image/')) return { state: 'no-text', text: '', reason: null, pages: null, warnings: [], properties: null };
    return spooled(await this.storage.open(file.hash), this.env.HB_UPLOAD_LIMIT_MB * 1024 * 1024, ({ path }) => extract(path, file.mediaType));
  }

  private async present(id: string): Promise<StoredFile | null> {
    const file = await this.db.repo(StoredFile).findOneBy({ id });
    return file?.removedAt === null ? file : null;
  }
}
