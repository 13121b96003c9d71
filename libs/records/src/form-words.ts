import type { Form, Row, SectionData } from '@huanbao/permits';

/** The rows of a table of a permit's form; none where it has no such table. Older forms keep some tables elsewhere. */
export function tableOf(form: Form, section: string, table: string): readonly Row[] {
  const value = (form as Readonly<Record<string, SectionData | undefined>>)[section]?.[table];
  return Array.isArray(value) ? (value as readonly Row[]) : [];
}

export const textIn = (row: Row, name: string): string => {
  const value = row[name];
  return typeof value === 'string' ? value : typeof value === 'number' ? String(value) : '';
};

export const listIn = (row: Row, name: string): readonly string[] => {
  const value = row[name];
  return Array.isArray(value) ? (value as readonly string[]) : [];
};
