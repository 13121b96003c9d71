import { Inject, Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { KnownEnterprises } from '@huanbao/identity';
import { AppError, CITY, City, Clock, Db, Delivery } from '@huanbao/platform';
import { CellProblem, hiddenSheets, MOST_ROWS, pickSheet, ReadRow, readTable, ReadTable, withWorkbook } from '@huanbao/sheets';
import { In } from 'typeorm';
import { PermitReader, PermitWithForm } from '../life/permit-reader';
import { Permit } from '../permit.entity';
import { compare, Standing } from './compare';
import { PermitImport, PermitImportRow } from './import.entity';
import { ImportNotices } from './import.notices';
import { listColumn, PERMIT_LIST } from './list-columns';
import { judgeLine, LineFault, ListContext, ListedPermit, SeenInList } from './listed-permit';

/** Bad cells that are told in full; a line beyond them is refused all the same. */
const MOST_TOLD = 20_000;
const CHUNK = 500;
const BEYOND = { zh: `错误太多，这一行的没有列出（只列前 ${MOST_TOLD} 处）。请先改正前面的，再重新上传`, en: `Too many faults; those of this line are not listed (only the first ${MOST_TOLD}). Mend the first ones and upload again.` };

/** A line as read, before it is compared with the platform. */
interface Judged {
  readonly line: number;
  readonly row: ReadRow;
  readonly facts: ListedPermit | null;
  readonly problems: readonly CellProblem[];
}

interface ReadList {
  readonly lines: readonly Judged[];
  readonly notes: readonly CellProblem[];
  readonly addressOf: ReadTable['addressOf'];
  readonly sheet: string;
}

/** Reads a list in the worker and says of each line what it would do. Killed in between, it goes on behind the last part. */
@Injectable()
export class ListJudging {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly known: KnownEnterprises,
    private readonly reader: PermitReader,
    private readonly notices: ImportNotices,
    private readonly clock: Clock,
    @Inject(CITY) private readonly city: City,
  ) {}

  async judge(importId: string, delivery: Delivery): Promise<void> {
    const batch = await this.db.repo(PermitImport).findOneBy({ id: importId });
    if (batch?.state !== 'judging') return delivery.complete(() => Promise.resolve());
    let read: ReadList;
    try {
      read = await this.read(batch);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      const failure = error.text;
      return delivery.complete(() => this.settle(importId, { state: 'unreadable', failure, judgedAt: this.clock.now() }));
    }
    await this.db.repo(PermitImport).update({ id: importId }, { rowsTotal: read.lines.length, notes: read.notes.slice(0, 200) } as object);
    for (let at = batch.rowsDone; at < read.lines.length; at += CHUNK) await this.store(importId, read, at);
    await delivery.complete(() => this.settle(importId, { state: 'judged', judgedAt: this.clock.now() }));
  }

  private async read(batch: PermitImport): Promise<ReadList> {
    return withWorkbook({ filename: batch.name, stream: await this.files.open(batch.fileId) }, async book => {
      const table = await readTable(await pickSheet(book.sheets, PERMIT_LIST), PERMIT_LIST, { requireFilled: true, mostProblems: MOST_TOLD });
      const heading = table.problems.find(one => one.code.startsWith('heading-'));
      if (heading) throw new AppError('invalid', 'sheet.headings', { zh: `${heading.address}：${heading.zh}`, en: `${heading.address}: ${heading.en}` });
      return { ...judged(table, { ...this.context() }), notes: [...hiddenSheets(book.sheets), ...table.notes] };
    });
  }

  private context(): ListContext {
    return { bounds: this.city.bounds, boundary: this.city.boundary, today: this.clock.today() };
  }

  /** One part: compared with the platform as it is now, and laid down together with how far we are. */
  private store(importId: string, read: ReadList, at: number): Promise<void> {
    return this.db.transaction(async () => {
      const batch = await this.db.lock(PermitImport, { id: importId });
      if (batch?.state !== 'judging' || batch.rowsDone !== at) return;
      const lines = read.lines.slice(at, at + CHUNK);
      const standing = await this.standing(lines.flatMap(one => (one.facts ? [one.facts] : [])));
      const rows = lines.map(one => rowOf(importId, one, { standing, read }));
      await this.db.repo(PermitImportRow).insert(rows as object[]);
      const count = (kind: PermitImportRow['kind']): number => rows.filter(row => row.kind === kind).length;
      await this.db.repo(PermitImport).update({ id: importId }, {
        rowsDone: at + lines.length, created: batch.created + count('new'), changed: batch.changed + count('changed'), same: batch.same + count('same'), refused: batch.refused + count('refused'),
      });
    });
  }

  /** What stands on the platform about these permits: four questions for a part, not one for each line. */
  async standing(facts: readonly ListedPermit[]): Promise<(one: ListedPermit) => Standing> {
    const byNumber = new Map<string, PermitWithForm>();
    const bySite = new Map<string, string>();
    const permits = facts.length === 0 ? [] : await this.reader.withForms(await this.db.repo(Permit).find({ where: [{ number: In(facts.map(one => one.number)) }, { uscc: In(facts.map(one => one.uscc)), status: 'valid' }], order: { id: 'ASC' } }));
    for (const permit of permits) {
      // a number may have belonged to one that ended: the living one counts
      if (byNumber.get(permit.number)?.status !== 'valid') byNumber.set(permit.number, permit);
      if (permit.status === 'valid') bySite.set(`${permit.uscc} ${permit.siteSequence}`, permit.number);
    }
    const orgs = await this.known.byUscc(facts.map(one => one.uscc));
    return one => {
      const onSite = bySite.get(`${one.uscc} ${one.siteSequence}`) ?? null;
      const org = orgs.get(one.uscc);
      return { permit: byNumber.get(one.number) ?? null, onSite: onSite === one.number ? null : onSite, verifiedName: org?.status === 'active' ? org.name : null };
    };
  }

  private async settle(importId: string, changes: Partial<PermitImport> & { readonly state: 'judged' | 'unreadable' }): Promise<void> {
    const batch = await this.db.lock(PermitImport, { id: importId });
    if (batch?.state !== 'judging') return;
    await this.db.repo(PermitImport).update({ id: importId }, { ...changes, version: batch.version + 1 } as object);
    await this.notices.ended({ ...batch, ...changes }, changes.state);
  }
}

/** Every line judged on its own and among the others of the list. Pure. */
export function judged(table: ReadTable, context: ListContext): Omit<ReadList, 'notes'> {
  const told = new Map<number, CellProblem[]>();
  for (const one of table.problems) for (const line of linesOf(one)) told.set(line, [...(told.get(line) ?? []), { ...one, line }]);
  const seen = new SeenInList();
  const lines = table.rows.map((row): Judged => {
    const cells = told.get(row.line) ?? [];
    const line = judgeLine(row.values, context);
    const known = new Set(cells.map(one => one.address));
    const own = line.faults.map(one => problemOf(table, row, one)).filter(one => !known.has(one.address));
    const hidden: CellProblem[] = table.badLines.has(row.line) && cells.length === 0 ? [{ sheet: table.sheet, address: String(row.line), line: row.line, at: 0, column: null, code: 'too-many', found: '', ...BEYOND }] : [];
    const twice = line.facts && cells.length + own.length + hidden.length === 0 ? seen.take(row.line, line.facts) : null;
    const problems = [...cells, ...own, ...hidden, ...(twice ? [problemOf(table, row, twice)] : [])];
    return { line: row.line, row, facts: problems.length === 0 ? line.facts : null, problems };
  });
  return { lines, addressOf: table.addressOf, sheet: table.sheet };
}

/** Merged cells are a fault of every line they cover. */
function linesOf({ code, address, line }: CellProblem): number[] {
  const [, from, to] = code === 'merged' ? (/(\d+):[A-Z]+(\d+)$/.exec(address) ?? []) : [];
  return from && to ? Array.from({ length: Math.min(Number(to) - Number(from) + 1, MOST_ROWS) }, (_, nth) => Number(from) + nth) : [line];
}

/** A fault of a line as a problem of its cell. */
function problemOf({ sheet, addressOf }: Pick<ReadTable, 'sheet' | 'addressOf'>, row: ReadRow, { key, code, zh, en }: LineFault): CellProblem {
  const address = addressOf(row.line, key);
  const found = row.values[key];
  return { sheet, address, line: row.line, at: columnOf(address), column: listColumn(key).label, code, found: found === undefined ? '' : String(found).slice(0, 30), zh, en };
}

const columnOf = (address: string): number => [...address.replace(/\d/g, '')].reduce((sum, letter) => sum * 26 + letter.charCodeAt(0) - 64, 0);

function rowOf(importId: string, { line, row, facts, problems }: Judged, { standing, read }: { standing: (one: ListedPermit) => Standing; read: ReadList }): Omit<PermitImportRow, 'outcome' | 'permitId' | 'previous'> {
  const said = (key: string): string => (typeof row.values[key] === 'string' ? (row.values[key] as string).slice(0, 100) : '');
  const named = { importId, line, number: facts?.number ?? said('number'), name: facts?.name ?? said('name') };
  if (!facts) return { ...named, kind: 'refused', facts: null, changes: [], problems, notes: [] };
  const verdict = compare(facts, standing(facts));
  return { ...named, kind: verdict.kind, facts: verdict.kind === 'refused' ? null : facts, changes: verdict.changes, notes: verdict.notes, problems: verdict.faults.map(one => problemOf(read, row, one)) };
}
