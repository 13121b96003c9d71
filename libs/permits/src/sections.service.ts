import { Injectable } from '@nestjs/common';
import { Corrections } from '@huanbao/casework';
import { Files } from '@huanbao/documents';
import { Actor, Audit, Clock, Db, notFound, stale } from '@huanbao/platform';
import { PermitApplication } from './application.entity';
import { ApplicationRecords } from './application.records';
import { FROM_RECORD } from './drafts.service';
import { applyCells, Cell, Change, changesBetween } from './form/changes';
import { FieldProblem, Row, SectionData, SectionKey } from './form/field';
import { isSectionKey, sectionOf } from './form/form';
import { acceptDraft, validateSection } from './form/validate';
import { Materials } from './life/materials';
import { fileNotYours, fromRecord, notEditable, sectionProblems } from './permits.errors';
import { LimitLookup } from './limits/limit-lookup';
import { ReviewRunsService } from './review-runs.service';
import { formOf, SectionStore, StoredSection } from './section-store';

export interface SaveInput {
  /** Whole fields; a member that is null empties its field, one that is absent stays. */
  readonly data?: Record<string, unknown>;
  /** Single cells, for large tables. */
  readonly cells?: readonly Cell[];
}

interface SaveAs {
  readonly input: SaveInput;
  readonly version: number;
  /** The values come from the verified record itself, not from a keyboard. */
  readonly fromRecord?: boolean;
}

export interface SectionResult extends StoredSection {
  readonly problems: readonly FieldProblem[];
  /** What one should know of what was saved; hinders nothing. */
  readonly remarks: readonly FieldProblem[];
}

/** Sections with places or concentrations. */
const REMARKED: ReadonlySet<SectionKey> = new Set<SectionKey>(['basic', 'air-outlets', 'water-outlets', 'air-limits', 'fugitive', 'water-limits', 'noise']);

/** Reading, autosaving and completing the sections of a form. */
@Injectable()
export class SectionsService {
  constructor(
    private readonly db: Db,
    private readonly records: ApplicationRecords,
    private readonly store: SectionStore,
    private readonly corrections: Corrections,
    private readonly files: Files,
    private readonly runs: ReviewRunsService,
    private readonly limits: LimitLookup,
    private readonly materials: Materials,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async read(actor: Actor, id: string, key: string): Promise<SectionResult> {
    const application = await this.records.find(actor, id);
    const stored = isSectionKey(key) ? await this.store.one(id, key) : null;
    if (!stored) throw notFound();
    return this.told(application, stored);
  }

  /**
   * Autosave of one section: partial content is welcome, a value of the wrong type or an unknown field is not.
   * @throws 412 when somebody saved this section meanwhile; 409 when it is sealed or, in 补正, not flagged
   */
  save(actor: Actor, id: string, key: string, { input, version, fromRecord: isRecord = false }: SaveAs): Promise<SectionResult> {
    return this.db.transaction(async () => {
      const application = await this.records.share(actor, id, 'permit-application.edit');
      if (application.editing === 'sealed') throw notEditable();
      const stored = await this.lockVersion(id, key, version);
      const data = merged(stored, input);
      const changes = changesBetween(stored.data, data);
      await this.assertAllowed(application, { stored, isRecord, changes }, data);
      if (changes.length === 0) return this.told(application, stored);
      return this.put(actor, application, { ...stored, data, completed: stored.completed && (await this.problems(application, { ...stored, data })).length === 0 });
    });
  }

  /** “本节是否填写完成？” @throws 400 with every problem of the section when it is not. */
  complete(actor: Actor, id: string, key: string, { done, version }: { done: boolean; version: number }): Promise<SectionResult> {
    return this.db.transaction(async () => {
      const application = await this.records.share(actor, id, 'permit-application.edit');
      if (application.editing === 'sealed') throw notEditable();
      const stored = await this.lockVersion(id, key, version);
      const problems = done ? await this.problems(application, stored) : [];
      if (problems.length > 0) throw sectionProblems(problems);
      return stored.completed === done ? this.told(application, stored) : this.put(actor, application, { ...stored, completed: done });
    });
  }

  /** A section with what is missing and what one should know of it. */
  private async told(application: PermitApplication, stored: StoredSection): Promise<SectionResult> {
    const problems = await this.problems(application, stored);
    if (!REMARKED.has(stored.section)) return { ...stored, problems, remarks: [] };
    const form = { ...formOf(await this.store.all(application.id)), [stored.section]: stored.data };
    return { ...stored, problems, remarks: await this.limits.remarks(form, stored.section) };
  }

  /** Of the attachments, what this business needs is missing; of everything else what the fields say. */
  private async problems(application: PermitApplication, { section, data }: Pick<StoredSection, 'section' | 'data'>): Promise<FieldProblem[]> {
    return validateSection(sectionOf(section), data, section === 'attachments' ? await this.materials.askedOf(application) : { businessType: application.businessType });
  }

  private async lockVersion(id: string, key: string, version: number): Promise<StoredSection> {
    const stored = isSectionKey(key) ? await this.store.lock(id, key) : null;
    if (!stored) throw notFound();
    if (stored.version !== version) throw stale();
    return stored;
  }

  private async assertAllowed(application: PermitApplication, { stored, isRecord, changes }: { stored: StoredSection; isRecord: boolean; changes: readonly Change[] }, data: SectionData): Promise<void> {
    const typed = isRecord ? [] : (FROM_RECORD.get(stored.section) ?? []);
    const sealed = changes.filter(change => typed.some(name => change.pointer === `/${name}`));
    if (sealed.length > 0) throw fromRecord(sealed.map(change => change.pointer));
    if (application.editing === 'flagged') await this.assertFlagged(application.id, stored.section, data);
    if (stored.section === 'attachments') await this.assertOwnFiles(application.id, data);
  }

  /** 补正: only what the notice lists, by comparison with the form at the opening of the round. */
  private async assertFlagged(id: string, section: SectionKey, data: SectionData): Promise<void> {
    const form = { ...formOf(await this.store.all(id)), [section]: data };
    await this.corrections.assertOnlyFlaggedChanged(id, jsonOf(this.store.comparable(form)));
  }

  /** Files of this application only, and none that carries a virus. */
  private async assertOwnFiles(id: string, data: SectionData): Promise<void> {
    const known = new Set((await this.files.list('permit-application', id)).filter(file => file.scanState !== 'infected').map(file => file.id));
    const rows = (data['files'] ?? []) as readonly Row[];
    const strange = rows.flatMap((row, index) => (typeof row['fileId'] === 'string' && !known.has(row['fileId']) ? [`/files/${index}/fileId`] : []));
    if (strange.length > 0) throw fileNotYours(strange);
  }

  private async put(actor: Actor, application: PermitApplication, next: StoredSection): Promise<SectionResult> {
    const written = { ...next, version: next.version + 1, updatedAt: this.clock.now() };
    await this.store.write(application.id, written, actor.userId);
    await this.audit.record({
      actor, action: 'permit-application.edit', subject: { type: 'permit-application', id: application.id },
      details: { section: next.section, version: written.version, completed: next.completed }, onBehalfOf: actor.orgId === application.enterpriseId ? null : application.enterpriseId,
    });
    await this.runs.again(actor, application);
    return this.told(application, written);
  }
}

/** The stored data with what was sent on top. @throws 400 naming each wrong value; nothing is stored then. */
function merged(stored: StoredSection, input: SaveInput): SectionData {
  const fields = { ...stored.data, ...input.data };
  const { data: cells, problems: lost } = applyCells(fields as SectionData, input.cells ?? []);
  const { data, problems } = acceptDraft(sectionOf(stored.section), cells);
  if (lost.length + problems.length > 0) throw sectionProblems([...lost, ...problems]);
  return data;
}

/** The form as plain JSON: undefined members fall away. */
export function jsonOf<T>(form: object): T {
  return JSON.parse(JSON.stringify(form)) as T;
}
