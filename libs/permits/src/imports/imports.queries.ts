import { Injectable, StreamableFile } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { Actor, Db, decodeCursor, Page, toPage } from '@huanbao/platform';
import { CellProblem, drawReport, withWorkbook, workbookDownload } from '@huanbao/sheets';
import { PermitImport, PermitImportRow } from './import.entity';
import type { ImportListQuery, ImportRowsQuery } from './import.dto';
import type { PermitImportRowView, PermitImportView } from './import.view';
import { ImportsService } from './imports.service';

const DEFAULT_LIMIT = 20;
/** What the list is sorted by, with the type of the column. */
const SORTED = { createdAt: 'uuid', name: 'text', sourceOn: 'date', rowsTotal: 'integer', refused: 'integer' } as const;
const like = (text: string): string => `%${text.replace(/[\\%_]/g, '\\$&')}%`;

/** Lists handed in, and their lines. */
@Injectable()
export class ImportQueries {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly imports: ImportsService,
  ) {}

  async list(actor: Actor, filter: ImportListQuery): Promise<Page<PermitImportView>> {
    const limit = filter.limit ?? DEFAULT_LIMIT;
    const sort = filter.sort ?? '-createdAt';
    const [key, down] = [sort.replace('-', '') as keyof typeof SORTED, sort.startsWith('-')];
    const rows = this.db.repo(PermitImport).createQueryBuilder('i').where('i.regionCode LIKE ANY(:regions)', { regions: actor.regions.filter(one => /^\d+$/.test(one)).map(one => `${one}%`) });
    if (filter.state) rows.andWhere('i.state = :state', { state: filter.state });
    if (filter.q) rows.andWhere('(i.name ILIKE :q OR i.createdByName ILIKE :q)', { q: like(filter.q) });
    // ids are given in the order of time
    const column = key === 'createdAt' ? 'id' : key;
    const cursor = decodeCursor(filter.cursor, 2);
    if (cursor) rows.andWhere(`(i.${column}, i.id) ${down ? '<' : '>'} (CAST(:key AS ${SORTED[key]}), CAST(:after AS uuid))`, { key: cursor[0], after: cursor[1] });
    rows.orderBy(`i.${column}`, down ? 'DESC' : 'ASC').limit(limit + 1);
    if (column !== 'id') rows.addOrderBy('i.id', down ? 'DESC' : 'ASC');
    return toPage(await rows.getMany(), limit, row => [String(row[column]), row.id], row => this.view(actor, row));
  }

  async detail(actor: Actor, id: string): Promise<PermitImportView> {
    return this.view(actor, await this.imports.find(actor, id));
  }

  async rows(actor: Actor, id: string, filter: ImportRowsQuery): Promise<Page<PermitImportRowView>> {
    await this.imports.find(actor, id);
    const limit = filter.limit ?? DEFAULT_LIMIT;
    const cursor = decodeCursor(filter.cursor, 1);
    const rows = this.db.repo(PermitImportRow).createQueryBuilder('r').where('r.importId = :id', { id });
    if (filter.kind) rows.andWhere('r.kind = :kind', { kind: filter.kind });
    if (filter.q) rows.andWhere('(r.name ILIKE :q OR r.number ILIKE :q)', { q: like(filter.q) });
    if (cursor) rows.andWhere('r.line > :after', { after: Number(cursor[0]) });
    return toPage(await rows.orderBy('r.line').limit(limit + 1).getMany(), limit, row => [String(row.line)], rowView);
  }

  /** The list as it was handed in, its refused cells coloured and commented; untouched where none was refused. */
  async report(actor: Actor, id: string): Promise<StreamableFile> {
    const batch = await this.imports.find(actor, id);
    const rows = await this.db.query<{ problems: CellProblem[] }>(`SELECT problems FROM permit_import_row WHERE import_id = $1 AND kind = 'refused' ORDER BY line`, [id]);
    const problems = rows.flatMap(row => row.problems);
    const stream = await this.files.open(batch.fileId);
    if (problems.length === 0) return new StreamableFile(stream, { type: 'application/octet-stream', disposition: `attachment; filename="list"; filename*=UTF-8''${encodeURIComponent(batch.name)}` });
    return withWorkbook({ filename: batch.name, stream }, async book => workbookDownload(await drawReport(book, problems), `错误标注-${batch.name.replace(/\.[^.]*$/, '')}`));
  }

  view(actor: Actor, row: PermitImport): PermitImportView {
    const { regionCode: _region, hash: _hash, fileId: _file, createdBy: _by, stepBy: _step, notes, ...shown } = row;
    return { ...shown, notes: [...notes], actions: this.imports.actionsOn(actor, row) };
  }
}

function rowView({ line, kind, number, name, changes, problems, notes, outcome, permitId }: PermitImportRow): PermitImportRowView {
  return { line, kind, number, name, changes: [...changes], problems: [...problems], notes: [...notes], outcome, permitId };
}
