import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { createWriteStream } from 'node:fs';
import { Injectable } from '@nestjs/common';
import { extract, FileHints, Files, StoredFile } from '@huanbao/documents';
import { Clock, Db, Delivery } from '@huanbao/platform';
import { ComparingService } from './comparing.service';
import { EvidenceFile } from './evidence.entity';
import { type EvidenceSubject, EvidenceSubjects } from './evidence-subjects';
import { DocumentPage, factsOf } from './facts/facts';
import type { Print } from './fingerprint/reasons';
import { numberRows } from './fingerprint/table';
import { minHash } from '@huanbao/likeness';
import { marksOf } from './marks';
import { look, Looked } from './read/look';
import { Ocr } from './read/ocr';

const DONE = 100;
/** Looking into the file is the first part of the work, recognising its pages the rest. */
const LOOKED = 30;

/** What one reading gave. */
interface Reading {
  readonly state: EvidenceFile['state'];
  readonly source: EvidenceFile['source'];
  readonly reason: string | null;
  readonly pages: readonly DocumentPage[];
  readonly looked: Looked | null;
}

const nothing = (state: EvidenceFile['state'], reason: string | null, looked: Looked | null = null): Reading => ({ state, source: null, reason, pages: [], looked });

/** Reads a document of an application or a report in the worker: words or, in scans, recognised words; key numbers; fingerprints. */
@Injectable()
export class ReadingService {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly ocr: Ocr,
    private readonly comparing: ComparingService,
    private readonly subjects: EvidenceSubjects,
    private readonly hints: FileHints,
    private readonly clock: Clock,
  ) {}

  /** Repeatable: a second delivery reads again and writes the same. */
  async read(fileId: string, delivery: Delivery): Promise<void> {
    const file = await this.db.repo(StoredFile).findOneBy({ id: fileId });
    if (!file || file.removedAt !== null) return;
    const subject = await this.subjects.find(file.subjectType, file.subjectId);
    if (!subject) return;
    await this.begin(file, subject);
    const reading = await this.within(folder => this.readingOf(file, folder));
    await delivery.complete(async () => {
      // handed in before or while it was being read: it is compared now, for the comparison of the whole record has gone by
      if (await this.keep(file, subject, reading)) await this.comparing.compareFile(file.id);
    });
  }

  private async begin(file: StoredFile, { enterpriseId }: EvidenceSubject): Promise<void> {
    await this.db.query(
      `INSERT INTO evidence_file (file_id, subject_type, subject_id, enterprise_id, state, progress, looked_at) VALUES ($1, $5, $2, $3, 'reading', 0, $4)
       ON CONFLICT (file_id) DO UPDATE SET state = 'reading', progress = 0, looked_at = EXCLUDED.looked_at`,
      [file.id, file.subjectId, enterpriseId, this.clock.now(), file.subjectType],
    );
  }

  /** A private folder that is gone afterwards, whatever happens. */
  private async within<T>(use: (folder: string) => Promise<T>): Promise<T> {
    const folder = await mkdtemp(join(tmpdir(), 'huanbao-evidence-'));
    try {
      return await use(folder);
    } finally {
      await rm(folder, { recursive: true, force: true });
    }
  }

  private async readingOf(file: StoredFile, folder: string): Promise<Reading> {
    if (file.scanState === 'infected') return nothing('failed', 'damaged');
    const path = join(folder, 'document');
    await pipeline(await this.files.open(file.id), createWriteStream(path, { mode: 0o600 }));
    return file.mediaType === 'application/pdf' || file.mediaType.startsWith('image/') ? this.looked(file, path, folder) : this.extracted(file, path);
  }

  private async extracted(file: StoredFile, path: string): Promise<Reading> {
    const { state, reason, text } = await extract(path, file.mediaType);
    if (state === 'failed') return nothing('failed', reason);
    return text === '' ? nothing('unreadable', 'nothing-recognised') : { state: 'done', source: 'text', reason: null, pages: [{ page: 1, text }], looked: null };
  }

  private async looked(file: StoredFile, path: string, folder: string): Promise<Reading> {
    const result = await look(path, file.mediaType, folder);
    if ('failed' in result) return nothing('failed', result.failed);
    const { found } = result;
    if (found.pages.length > 0 && found.scans.length === 0) return { state: 'done', source: 'text', reason: null, pages: found.pages, looked: found };
    if (!(await this.ocr.isAvailable())) return found.pages.length > 0 ? { state: 'done', source: 'text', reason: 'no-ocr', pages: found.pages, looked: found } : nothing('unreadable', 'no-ocr', found);
    const recognised = await this.recognised(file, found);
    if (recognised.length === 0 && found.pages.length === 0) return nothing('unreadable', 'nothing-recognised', found);
    return { state: 'done', source: recognised.length > 0 ? 'ocr' : 'text', reason: null, pages: [...found.pages, ...recognised].sort((a, b) => a.page - b.page), looked: found };
  }

  private async recognised(file: StoredFile, { scans }: Looked): Promise<DocumentPage[]> {
    const pages: DocumentPage[] = [];
    for (const [index, { page, file: scan }] of scans.entries()) {
      const text = await this.ocr.read(scan);
      // the recogniser sets blanks between Chinese characters
      if (text !== null && text.trim() !== '') pages.push({ page, text: text.replace(/(?<=[\u3000-\u9fff\uff00-\uffef]) +(?=[\u3000-\u9fff\uff00-\uffef\d])|(?<=\d) +(?=[\u4e00-\u9fff])/g, '') });
      await this.progress(file, LOOKED + Math.round(((DONE - LOOKED) * (index + 1)) / (scans.length + 1)));
    }
    return pages;
  }

  private async progress(file: StoredFile, progress: number): Promise<void> {
    await this.db.query('UPDATE evidence_file SET progress = $2 WHERE file_id = $1', [file.id, progress]);
    await this.hints.changed(file);
  }

  /** @returns whether it has been handed in. The row's lock puts this and the comparison of the whole record in order. */
  private async keep(file: StoredFile, { enterpriseId }: EvidenceSubject, reading: Reading): Promise<boolean> {
    const now = await this.subjects.find(file.subjectType, file.subjectId);
    const text = reading.pages.map(each => each.text).join('\n');
    const facts = reading.pages.length > 0 ? factsOf(reading.pages) : null;
    const { images = [], stamps = [], photo = null, author = null, pageCount = null } = reading.looked ?? {};
    const print: Print = { hash: file.hash, minHash: minHash(text), rows: numberRows(reading.pages), images, stamps, facts, photo, author };
    const [row] = await this.db.query<{ submitted: boolean }>(
      `UPDATE evidence_file SET state = $2, progress = ${DONE}, source = $3, reason = $4, pages = $5, facts = $6, print = $7, submitted = submitted OR $8, looked_at = $9 WHERE file_id = $1 RETURNING submitted`,
      [file.id, reading.state, reading.source, reading.reason, pageCount, JSON.stringify(facts), JSON.stringify(print), now?.isHandedIn(file.createdAt) ?? false, this.clock.now()],
    );
    await this.db.query('DELETE FROM evidence_fingerprint WHERE file_id = $1', [file.id]);
    const marks = marksOf(print);
    await this.db.query(
      `INSERT INTO evidence_fingerprint (file_id, enterprise_id, kind, value) SELECT $1, $2, kind, value FROM unnest($3::text[], $4::text[]) AS m(kind, value) ON CONFLICT DO NOTHING`,
      [file.id, enterpriseId, marks.map(mark => mark.kind), marks.map(mark => mark.value)],
    );
    await this.hints.changed(file);
    return row?.submitted ?? false;
  }
}
