import { Injectable } from '@nestjs/common';
import { Audit, Db, Delivery, Handles, LiveBus, Outbox, Storage } from '@huanbao/platform';
import { extractText, fileInfected, fileTextReady, scanFile } from './documents.events';
import { StoredFile } from './file.entity';
import { Files } from './files.service';
import { Scanner } from './scanner';
import { extractInThread } from './text/extract';

/** What happens to a file after it has come in. */
@Injectable()
export class DocumentsJobs {
  constructor(
    private readonly db: Db,
    private readonly storage: Storage,
    private readonly files: Files,
    private readonly scanner: Scanner,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly live: LiveBus,
  ) {}

  /** Without a scanner a file stays `unscanned`, and people are shown that. */
  @Handles(scanFile)
  async scan({ fileId }: { fileId: string }, delivery: Delivery): Promise<void> {
    const file = await this.db.repo(StoredFile).findOneBy({ id: fileId });
    if (!file || file.removedAt || !this.scanner.isConfigured) return;
    const { infected, finding } = await this.scanner.scan(await this.storage.open(file.hash));
    await delivery.complete(async () => {
      await this.db.repo(StoredFile).update({ id: fileId }, { scanState: infected ? 'infected' : 'clean', scanFinding: finding });
      await this.live.publish('file', { fileId, subjectType: file.subjectType, subjectId: file.subjectId });
      if (!infected) return;
      await this.audit.record({ actor: null, action: 'file.infected', subject: { type: 'file', id: fileId }, details: { finding } });
      await this.outbox.publish(fileInfected, { fileId });
    });
  }

  @Handles(extractText)
  async extract({ fileId }: { fileId: string }, delivery: Delivery): Promise<void> {
    const file = await this.db.repo(StoredFile).findOneBy({ id: fileId });
    if (!file || file.removedAt) return;
    if (file.mediaType.startsWith('image/')) return delivery.complete(() => this.finish(fileId, { textState: 'no-text' }));
    const result = await extractInThread(await this.files.bytesOf(file.hash), file.mediaType);
    await delivery.complete(async () => {
      if (!result.ok) return this.finish(fileId, { textState: 'failed', textReason: result.reason });
      await this.db.query('INSERT INTO file_text (file_id, content) VALUES ($1, $2) ON CONFLICT (file_id) DO UPDATE SET content = EXCLUDED.content', [fileId, result.text]);
      await this.finish(fileId, { textState: 'ready', pages: result.pages });
      await this.outbox.publish(fileTextReady, { fileId });
    });
  }

  private async finish(fileId: string, change: Partial<Pick<StoredFile, 'textState' | 'textReason' | 'pages'>>): Promise<void> {
    await this.db.repo(StoredFile).update({ id: fileId }, change);
  }
}

