import { Field, Form, Row, SectionData, SectionKey, Text } from './field';
import { isVisible, rowsOf, SECTIONS } from './form';
import { upgraded } from './upgrade';
import { wordsOf } from './words';

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

export interface PrintedSection {
  readonly key: SectionKey;
  readonly title: Text;
  readonly facts: readonly PrintedFact[];
  readonly tables: readonly PrintedTable[];
}

/**
 * The form as it is read: what is shown, in order, in words. For 核对页, paper and the public page.
 * Where persons are withheld, their fields are left out: an empty one would say that nothing was filled in.
 */
export function printed(given: Form, { withoutPersons = false } = {}): PrintedSection[] {
  const form = upgraded(given);
  return SECTIONS.flatMap(section => {
    const data = form[section.key];
    if (!data) return [];
    const shown = section.fields.filter(field => isVisible(field, data, data) && !(withoutPersons && field.personal));
    return [{
      key: section.key,
      title: section.title,
      facts: shown.filter(field => field.type !== 'table').map(field => factOf(section.key, field, data)),
      tables: shown.filter(field => field.type === 'table').map(field => tableOf(section.key, field, form)),
    }];
  });
}

function factOf(section: SectionKey, field: Field, data: SectionData): PrintedFact {
  return { pointer: `/${section}/${field.name}`, label: field.label, unit: field.unit ?? null, value: wordsOf(field, data[field.name]) };
}

function tableOf(section: SectionKey, field: Field, form: Form): PrintedTable {
  const columns = (field.columns ?? []).filter(column => column.type !== 'file');
  return {
    pointer: `/${section}/${field.name}`,
    caption: field.label,
    columns: columns.map(column => ({ name: column.name, label: column.label, unit: column.unit ?? null })),
    rows: rowsOf(form, section, field.name).map((row: Row) => columns.map(column => wordsOf(column, row[column.name]))),
  };
}
