import { Injectable } from '@nestjs/common';
import { concealed } from '@huanbao/casework';
import { canonicalJson, Db, FieldCipher, sm3 } from '@huanbao/platform';
import { ApplicationSection } from './application.entity';
import type { Form, Row, SectionData, SectionKey } from './form/field';
import { FORM_VERSION, SECTIONS } from './form/form';
import { sectionInTodaysUnits } from './form/former-units';

export interface StoredSection {
  readonly section: SectionKey;
  readonly data: SectionData;
  readonly version: number;
  readonly completed: boolean;
  readonly updatedAt: Date;
}

const PERSONAL: ReadonlyMap<SectionKey, readonly string[]> = new Map(
  SECTIONS.map(section => [section.key, section.fields.filter(field => field.personal).map(field => field.name)]),
);

/** Reads and writes the sections of an application; names and telephone numbers of persons lie encrypted. */
@Injectable()
export class SectionStore {
  constructor(
    private readonly db: Db,
    private readonly cipher: FieldCipher,
  ) {}

  async all(applicationId: string): Promise<StoredSection[]> {
    const rows = await this.db.repo(ApplicationSection).findBy({ applicationId });
    const byKey = new Map(rows.map(row => [row.section, row]));
    return SECTIONS.flatMap(({ key }) => {
      const row = byKey.get(key);
      return row ? [this.revealed(row)] : [];
    });
  }

  async form(applicationId: string): Promise<Form> {
    return formOf(await this.all(applicationId));
  }

  async one(applicationId: string, section: SectionKey): Promise<StoredSection | null> {
    const row = await this.db.repo(ApplicationSection).findOneBy({ applicationId, section });
    return row && this.revealed(row);
  }

  /** What tells one state of the whole form from another, without its content: read from the key's index alone. Every write of a section counts its version up. */
  async stamp(applicationId: string): Promise<string> {
    const [row] = await this.db.query<{ stamp: string | null }>(
      `SELECT md5(string_agg(concat_ws(' ', section, version, completed, extract(epoch FROM updated_at)), ',' ORDER BY section)) AS stamp FROM application_section WHERE application_id = $1`,
      [applicationId],
    );
    return row?.stamp ?? '';
  }

  /** The row FOR UPDATE, with readable data. */
  async lock(applicationId: string, section: SectionKey): Promise<StoredSection | null> {
    const row = await this.db.lock(ApplicationSection, { applicationId, section });
    return row && this.revealed(row);
  }

  async write(applicationId: string, stored: StoredSection, updatedBy: string): Promise<void> {
    const { section, data, version, completed, updatedAt } = stored;
    await this.db.repo(ApplicationSection).update({ applicationId, section }, { data: this.hidden(section, data) as object, formVersion: FORM_VERSION, version, completed, updatedAt, updatedBy });
  }

  async insert(applicationId: string, stored: StoredSection, updatedBy: string): Promise<void> {
    await this.db.repo(ApplicationSection).insert({ ...stored, applicationId, formVersion: FORM_VERSION, data: this.hidden(stored.section, stored.data) as object, updatedBy });
  }

  /**
   * The form as the procedure keeps it for comparing (补正): of names and telephone numbers the beginning, and a keyed
   * mark by which a changed one is told from an unchanged one.
   */
  comparable(form: Form): Form {
    return mapSections(form, (key, data) => this.mapPersonal(key, data, (value, context) => concealed(masked(value), this.cipher.blindIndex(value, context).slice(0, 16))));
  }

  private revealed(row: ApplicationSection): StoredSection {
    const data = this.mapPersonal(row.section, sectionInTodaysUnits(row.section, row.data, row.formVersion), (value, context) => this.cipher.decrypt(value, context));
    return { section: row.section, data, version: row.version, completed: row.completed, updatedAt: row.updatedAt };
  }

  private hidden(section: SectionKey, data: SectionData): SectionData {
    return this.mapPersonal(section, data, (value, context) => this.cipher.encrypt(value, context));
  }

  private mapPersonal(section: SectionKey, data: SectionData, change: (value: string, context: string) => string): SectionData {
    const names = PERSONAL.get(section) ?? [];
    const changed = names.flatMap(name => (typeof data[name] === 'string' ? [[name, change(data[name], `application_section.${name}`)] as const] : []));
    return changed.length === 0 ? data : { ...data, ...Object.fromEntries(changed) };
  }
}

export function formOf(sections: readonly StoredSection[]): Form {
  return Object.fromEntries(sections.map(one => [one.section, one.data]));
}

/** SM3 of the content: a review or a submission is of exactly this content. */
export function contentHash(form: Form): string {
  return sm3(canonicalJson(form));
}

/** The form without anything personal: what a permit rests on. */
export function withoutPersonal(form: Form): Form {
  return mapSections(form, (key, data) => replaced(data, PERSONAL.get(key) ?? [], () => undefined));
}

function mapSections(form: Form, change: (key: SectionKey, data: SectionData) => SectionData): Form {
  return Object.fromEntries(SECTIONS.flatMap(({ key }) => (form[key] ? [[key, change(key, form[key])] as const] : [])));
}

function replaced(data: SectionData, names: readonly string[], change: (value: string) => string | undefined): SectionData {
  const copy: Record<string, Row[string]> = { ...data };
  for (const name of names) {
    const value = copy[name];
    const next = typeof value === 'string' ? change(value) : value;
    if (next === undefined) delete copy[name];
    else copy[name] = next;
  }
  return copy;
}

const masked = (value: string): string => (value.length <= 4 ? `${value.slice(0, 1)}**` : `${value.slice(0, 3)}****${value.slice(-2)}`);

