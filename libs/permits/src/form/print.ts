import { Field, Form, Row, Section, SectionData, SectionKey, Text } from './field';
import { isAsked, isVisible, SECTIONS } from './form';
import { upgraded } from './upgrade';
import { printedColumn } from './units';
import { wordsOf } from './words';

/** What printing needs of a section. */
export type PrintableSection<K extends string> = Pick<Section, 'title' | 'fields'> & { readonly key: K };

export interface PrintedFact {
  readonly pointer: string;
  readonly label: Text;
  readonly unit: string | null;
  /** 未填写 is left to the page: an empty field is an empty text. */
  readonly value: string;
}

export interface PrintedTable {
  readonly pointer: string;
  readonly caption: Text;
  readonly columns: readonly { readonly name: string; readonly label: Text; readonly unit: string | null }[];
  readonly rows: readonly (readonly string[])[];
}

export interface PrintedSection<K extends string = SectionKey> {
  readonly key: K;
  readonly title: Text;
  readonly facts: readonly PrintedFact[];
  readonly tables: readonly PrintedTable[];
}

interface Printing {
  readonly withoutPersons?: boolean;
  /** What this business does not ask for is not on its paper. */
  readonly businessType?: string;
}

/**
 * The form as it is read: what is shown, in order, in words. For 核对页, paper and the public page.
 * Where persons are withheld, their fields are left out: an empty one would say that nothing was filled in.
 */
export function printed(given: Form, { withoutPersons = false, businessType }: Printing = {}): PrintedSection[] {
  return printedSections(SECTIONS, upgraded(given), { withoutPersons, businessType });
}

/** The same for any form of sections drawn from field tables. */
export function printedSections<K extends string>(sections: readonly PrintableSection<K>[], form: Readonly<Partial<Record<K, SectionData>>>, { withoutPersons = false, businessType }: Printing = {}): PrintedSection<K>[] {
  return sections.flatMap(section => {
    const data = form[section.key];
    if (!data) return [];
    const shown = section.fields.filter(field => isAsked(field, businessType) && isVisible(field, data, data) && !(withoutPersons && field.personal));
    return [{
      key: section.key,
      title: section.title,
      facts: shown.filter(field => field.type !== 'table').map(field => factOf(section.key, field, data)),
      tables: shown.filter(field => field.type === 'table').map(field => tableOf(section.key, field, data)),
    }];
  });
}

function factOf(section: string, field: Field, data: SectionData): PrintedFact {
  return { pointer: `/${section}/${field.name}`, label: field.label, unit: field.unit ?? null, value: wordsOf(field, data[field.name]) };
}

function tableOf(section: string, field: Field, data: SectionData): PrintedTable {
  const held = data[field.name];
  const rows = Array.isArray(held) ? (held as readonly Row[]) : [];
  const columns = (field.columns ?? []).filter(column => column.type !== 'file').map(column => ({ column, ...printedColumn(column, rows) }));
  return {
    pointer: `/${section}/${field.name}`,
    caption: field.label,
    columns: columns.map(({ column, unit }) => ({ name: column.name, label: column.label, unit })),
    rows: rows.map(row => columns.map(one => one.cell(row))),
  };
}
