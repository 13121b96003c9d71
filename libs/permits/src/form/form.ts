import { Field, Form, Row, SECTION_KEYS, Section, SectionData, SectionKey } from './field';
import { airLimits, airOutlets, airTotals, fugitive } from './sections/air';
import { basic } from './sections/basic';
import { ledgers, local, submission, supplementaryRegistration } from './sections/duties';
import { materials, processNodes, products, productsSupplement } from './sections/production';
import { attachments, noise, selfMonitoring, solidWaste } from './sections/waste-and-monitoring';
import { waterLimits, waterOutlets } from './sections/water';

/** Changes whenever a field is added, removed or gets another meaning; an application keeps the version it began with. */
export const FORM_VERSION = '2026.4';

export const SECTIONS: readonly Section[] = [
  basic, products, productsSupplement, materials, processNodes, airOutlets, airLimits, fugitive, airTotals, waterOutlets, waterLimits, solidWaste, noise, selfMonitoring, ledgers,
  supplementaryRegistration, local, attachments, submission,
];

const BY_KEY = new Map(SECTIONS.map(section => [section.key, section]));

export function isSectionKey(key: string): key is SectionKey {
  return (SECTION_KEYS as readonly string[]).includes(key);
}

export function sectionOf(key: SectionKey): Section {
  return BY_KEY.get(key) as Section;
}

/** The rows of a table of the form; none when the section or the table is still empty. */
export function rowsOf(form: Form, section: SectionKey, table: string): readonly Row[] {
  const value = form[section]?.[table];
  return Array.isArray(value) ? (value as readonly Row[]) : [];
}

/** A text of the form, or undefined when it is empty or of another type. */
export function textOf(data: Row | undefined, field: string): string | undefined {
  const value = data?.[field];
  return typeof value === 'string' && value !== '' ? value : undefined;
}

export function listOf(row: Row, field: string): readonly string[] {
  const value = row[field];
  return Array.isArray(value) ? (value as readonly string[]) : [];
}

export function fieldNamed(fields: readonly Field[], name: string): Field | undefined {
  return fields.find(field => field.name === name);
}

/** Whether the field is shown: its condition looks at the same row first, then at the section. */
export function isVisible(field: Field, row: Row, section: SectionData): boolean {
  return field.visibleWhen === undefined || holds(field.visibleWhen, row, section);
}

/** Whether this business asks for the field at all; where no business is named every field is asked for. */
export function isAsked(field: Field, businessType: string | undefined): boolean {
  return field.askedFor === undefined || businessType === undefined || field.askedFor.includes(businessType);
}

export function isRequired(field: Field, row: Row, section: SectionData): boolean {
  if (field.required === undefined) return false;
  return field.required === 'always' || holds(field.required, row, section);
}

function holds(condition: NonNullable<Field['visibleWhen']>, row: Row, section: SectionData): boolean {
  const value = condition.field in row ? row[condition.field] : section[condition.field];
  const values = Array.isArray(value) ? (value as readonly (string | boolean)[]) : [value];
  return values.some(one => condition.in.includes(one as string | boolean));
}
