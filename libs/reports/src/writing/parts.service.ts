import { Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { acceptDraft, applyCells, type Cell, type FieldProblem, type SectionData, validateSection } from '@huanbao/permits';
import { Actor, Audit, canonicalJson, Clock, Db, invalidFields, stale } from '@huanbao/platform';
import { rowsIn } from '../form/form';
import type { Part } from '../form/part';
import { CheckRuns } from '../checking/check-runs.service';
import { ExecutionReport, ReportPart } from '../report.entity';
import { reportSealed, strangeFiles } from '../reports.errors';
import { isOpen, onBehalf, ReportRecords } from './report-records';

export const FILES_OF = 'execution-report';
const SHOWN = 200;

export interface SaveInput {
  /** Whole fields; a member that is null empties its field, one that is absent stays. */
  readonly data?: Record<string, unknown>;
  /** Single cells, for large tables. */
  readonly cells?: readonly Cell[];
}

export interface PartResult {
  readonly part: Part;
  readonly row: ReportPart;
  readonly problems: readonly FieldProblem[];
}

/** Reading, autosaving and completing the parts of a report. */
@Injectable()
export class PartsService {
  constructor(
    private readonly db: Db,
    private readonly records: ReportRecords,
    private readonly files: Files,
    private readonly checks: CheckRuns,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor, id: string, key: string): Promise<PartResult & { readonly report: ExecutionReport }> {
    const report = await this.records.find(actor, id);
    return { report, ...withProblems(await this.records.part(report, key, { lock: false })) };
  }

  /** Autosave: partial content is welcome, a value of the wrong type or an unknown field is not. @throws 412 when somebody saved this part meanwhile; 409 when the report is handed in */
  save(actor: Actor, id: string, key: string, { input, version }: { input: SaveInput; version: number }): Promise<PartResult> {
    return this.db.transaction(async () => {
      const { report, part, row } = await this.open(actor, id, { key, version });
      const data = merged(part, row.data, input);
      if (part.key === 'attachments') await this.assertOwnFiles(report.id, data);
      if (canonicalJson(data) === canonicalJson(row.data)) return withProblems({ part, row });
      const completed = row.completed && validateSection({ fields: part.fields }, data).length === 0;
      return this.put(actor, report, { part, row: { ...row, data, completed } });
    });
  }

  /** “本部分是否填写完成？” @throws 400 with every problem of the part when it is not */
  complete(actor: Actor, id: string, key: string, { done, version }: { done: boolean; version: number }): Promise<PartResult> {
    return this.db.transaction(async () => {
      const { report, part, row } = await this.open(actor, id, { key, version });
      const problems = done ? validateSection({ fields: part.fields }, row.data) : [];
      if (problems.length > 0) throw invalidFields(problems.slice(0, SHOWN));
      return row.completed === done ? withProblems({ part, row }) : this.put(actor, report, { part, row: { ...row, completed: done } });
    });
  }

  /** A changed part, written under its lock: also what the platform's newest values change. */
  async put(actor: Actor, report: ExecutionReport, { part, row }: { part: Part; row: ReportPart }): Promise<PartResult> {
    const written = { ...row, version: row.version + 1, updatedBy: actor.userId, updatedAt: this.clock.now() };
    const { data, offered, sources, offeredAt, version, completed, updatedBy, updatedAt } = written;
    await this.db.repo(ReportPart).update({ reportId: report.id, part: part.key }, { data: data as object, offered: offered as object, sources: sources as object, offeredAt, version, completed, updatedBy, updatedAt });
    await this.audit.record({ actor, action: 'execution-report.edit', subject: { type: 'execution-report', id: report.id }, details: { part: part.key, version, completed }, onBehalfOf: onBehalf(actor, report) });
    await this.checks.again(actor, report);
    return withProblems({ part, row: written });
  }

  private async open(actor: Actor, id: string, { key, version }: { key: string; version: number }): Promise<{ report: ExecutionReport; part: Part; row: ReportPart }> {
    const report = await this.records.share(actor, id, 'execution-report.edit');
    if (!isOpen(report)) throw reportSealed();
    const found = await this.records.part(report, key, { lock: true });
    if (found.row.version !== version) throw stale();
    return { report, ...found };
  }

  /** Files of this report only, and none that carries a virus. */
  private async assertOwnFiles(id: string, data: SectionData): Promise<void> {
    const known = new Set((await this.files.list(FILES_OF, id)).filter(file => file.scanState !== 'infected').map(file => file.id));
    const strange = rowsIn(data, 'files').flatMap((row, index) => (typeof row['fileId'] === 'string' && !known.has(row['fileId']) ? [`/files/${index}/fileId`] : []));
    if (strange.length > 0) throw strangeFiles(strange);
  }
}

/** The stored data with what was sent on top. @throws 400 naming each wrong value; nothing is stored then */
function merged(part: Part, stored: SectionData, input: SaveInput): SectionData {
  const fields = { ...stored, ...input.data };
  const { data: cells, problems: lost } = applyCells(fields as SectionData, input.cells ?? []);
  const { data, problems } = acceptDraft({ fields: part.fields }, cells);
  if (lost.length + problems.length > 0) throw invalidFields([...lost, ...problems].slice(0, SHOWN));
  return data;
}

const withProblems = ({ part, row }: { part: Part; row: ReportPart }): PartResult => ({ part, row, problems: validateSection({ fields: part.fields }, row.data) });
