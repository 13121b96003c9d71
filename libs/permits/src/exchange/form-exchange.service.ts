import { Injectable, StreamableFile } from '@nestjs/common';
import { Actor, Audit, Db, stale } from '@huanbao/platform';
import { drawReport, drawWorkbook, hiddenSheets, SheetUpload, withWorkbook, workbookDownload } from '@huanbao/sheets';
import { ApplicationRecords } from '../application.records';
import { changesBetween } from '../form/changes';
import type { Row } from '../form/field';
import { SectionStore, StoredSection } from '../section-store';
import { SectionResult, SectionsService } from '../sections.service';
import { badCells } from './exchange.errors';
import type { FormPreviewView } from './exchange.view';
import { drawnForm } from './form-workbook';
import { mergeRows } from './merge-rows';
import { FormPart, keyOf, readForm, ReadForm } from './read-form';

type Upload = () => Promise<SheetUpload>;

/** The whole form as one workbook, in the order of the national form, and back: all sections or none. */
@Injectable()
export class FormExchange {
  constructor(
    private readonly db: Db,
    private readonly records: ApplicationRecords,
    private readonly sections: SectionsService,
    private readonly store: SectionStore,
    private readonly audit: Audit,
  ) {}

  async workbook(actor: Actor, id: string): Promise<StreamableFile> {
    const application = await this.records.find(actor, id);
    await this.audit.record({ actor, action: 'permit-application.export', subject: { type: 'permit-application', id }, details: { what: 'form' } });
    return workbookDownload(await drawWorkbook(drawnForm(await this.store.form(id))), `排污许可申请表-${application.enterpriseName}`);
  }

  async preview(actor: Actor, id: string, upload: Upload): Promise<FormPreviewView> {
    await this.records.find(actor, id, 'permit-application.edit');
    return withWorkbook(await upload(), async book => {
      const read = await readForm(book);
      const stored = new Map((await this.store.all(id)).map(one => [one.section, one]));
      const parts = read.parts.map(part => ({ part, counts: countsOf(part, stored.get(keyOf(part))) }));
      const touched = [...new Set(read.parts.map(keyOf))];
      return {
        parts: parts.map(({ part, counts }) => ({ section: keyOf(part), table: part.form.table?.field.name ?? null, label: part.form.table?.field.label ?? part.form.section.title, sheet: part.form.sheet.title, counts })),
        versions: touched.map(key => `${key}:${stored.get(key)?.version ?? 0}`).join(','),
        problems: [...read.problems], problemCount: read.problemCount, notes: [...hiddenSheets(book.sheets), ...read.notes],
      };
    });
  }

  async report(actor: Actor, id: string, upload: Upload): Promise<StreamableFile> {
    await this.records.find(actor, id, 'permit-application.edit');
    return withWorkbook(await upload(), async book => workbookDownload(await drawReport(book, (await readForm(book)).problems), '错误标注-申请表'));
  }

  /**
   * Takes over every section of the workbook, all in one step.
   * @throws 422 `sheet.cells` while a cell is wrong; 412 when one of the sections changed since it was looked at
   */
  async apply(actor: Actor, id: string, { upload, versions }: { upload: Upload; versions: ReadonlyMap<string, number> }): Promise<SectionResult[]> {
    await this.records.find(actor, id, 'permit-application.edit');
    const read = await withWorkbook(await upload(), readForm);
    if (read.problemCount > 0) throw badCells(read);
    return this.db.transaction(() => this.save(actor, id, { read, versions }));
  }

  private async save(actor: Actor, id: string, { read, versions }: { read: ReadForm; versions: ReadonlyMap<string, number> }): Promise<SectionResult[]> {
    const results: SectionResult[] = [];
    const stored = new Map((await this.store.all(id)).map(one => [one.section, one]));
    // always in the order of the form, so that two imports side by side never wait for each other
    for (const key of [...stored.keys()].filter(one => read.parts.some(part => keyOf(part) === one))) {
      const version = versions.get(key);
      if (version === undefined) throw stale();
      const data = Object.assign({}, ...read.parts.filter(part => keyOf(part) === key).map(part => dataOf(part, stored.get(key)))) as Record<string, unknown>;
      results.push(await this.sections.save(actor, id, key, { input: { data }, version }));
    }
    await this.audit.record({ actor, action: 'permit-application.import', subject: { type: 'permit-application', id }, details: { sections: results.map(one => one.section) } });
    return results;
  }
}

const mergedOf = (part: FormPart, table: NonNullable<FormPart['form']['table']>, stored: StoredSection | undefined): ReturnType<typeof mergeRows> =>
  mergeRows({ field: table.field, current: rowsAt(stored, table.field.name), incoming: part.rows, present: part.present }, 'replace');

/** A sheet without rows leaves its table as it is: it was most likely not filled in. */
function dataOf(part: FormPart, stored: StoredSection | undefined): Record<string, unknown> {
  const { table } = part.form;
  if (!table) return { ...part.values };
  return part.rows.length === 0 ? {} : { [table.field.name]: mergedOf(part, table, stored).rows };
}

function countsOf(part: FormPart, stored: StoredSection | undefined): { added: number; changed: number; removed: number; same: number } {
  const { table } = part.form;
  if (table) {
    if (part.rows.length === 0) return { added: 0, changed: 0, removed: 0, same: rowsAt(stored, table.field.name).length };
    const { added, changed, removed, same } = mergedOf(part, table, stored);
    return { added, changed, removed, same };
  }
  const before = stored?.data ?? {};
  const changed = changesBetween(before, { ...before, ...part.values });
  const added = changed.filter(one => one.before === undefined).length;
  return { added, changed: changed.length - added, removed: 0, same: Object.keys(part.values).length - changed.length };
}

function rowsAt(stored: StoredSection | undefined, table: string): readonly Row[] {
  const value = stored?.data[table];
  return Array.isArray(value) ? (value as readonly Row[]) : [];
}

