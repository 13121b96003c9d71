import { Field, FieldProblem, Row, Section, SectionData, Value } from './field';
import { fieldNamed, isAsked, isRequired, isVisible } from './form';
import { normalise } from './normalise';
import { decimalOf } from './plain-text';
import { problem } from './problems';
import { unitIn } from './units';
import { ATTACHMENT_KINDS, REQUIRED_ATTACHMENTS } from './sections/waste-and-monitoring';

/** What one business asks for: its kinds of attachment, and the fields that are asked for it (`Field.askedFor`). Left out: those of a first application. */
export interface Asked {
  readonly attachments?: readonly string[];
  readonly businessType?: string;
}

export interface Accepted {
  /** The data as it is to be stored: normalised, nulls left out. */
  readonly data: SectionData;
  readonly problems: readonly FieldProblem[];
}

export const escapePointer = (part: string): string => part.replaceAll('~', '~0').replaceAll('/', '~1');

/**
 * Takes what was typed into a draft: partial content is fine, but each value must have the type of its field and no
 * unknown field passes. Problems point into the section (`/outlets/3/heightM`); `data` leaves the wrong values out.
 */
export function acceptDraft(section: Pick<Section, 'fields'>, raw: unknown): Accepted {
  if (!isRow(raw)) return { data: {}, problems: [{ pointer: '', code: 'type', zh: '内容结构不对，请刷新页面后重填', en: 'The content has the wrong structure. Reload and try again.' }] };
  return acceptRow(section.fields, raw, '');
}

function acceptRow(fields: readonly Field[], raw: Record<string, unknown>, base: string): Accepted {
  const problems: FieldProblem[] = [];
  const data: Record<string, Value> = {};
  for (const [name, given] of Object.entries(raw)) {
    const pointer = `${base}/${escapePointer(name)}`;
    const named = fieldNamed(fields, name);
    const field = named && ofRow(named, raw as Row);
    if (!field) {
      problems.push({ pointer, ...problem.unknown(name) });
      continue;
    }
    const result = normalise(field, given);
    if ('problem' in result) problems.push({ pointer, ...result.problem });
    else if (field.type === 'table' && result.value !== null) acceptTable(field, result.value as unknown[], pointer, { data, problems });
    else if (result.value !== null) data[name] = result.value;
  }
  return { data, problems };
}

/** The field with the unit it has in this row, so that what is said about it names the right one. */
const ofRow = (field: Field, row: Row): Field => (field.unitBy ? { ...field, unit: unitIn(field, row) ?? undefined } : field);

function acceptTable(field: Field, raw: readonly unknown[], pointer: string, into: { data: Record<string, Value>; problems: FieldProblem[] }): void {
  if (field.max !== undefined && raw.length > field.max) {
    into.problems.push({ pointer, ...problem.rowsHigh(field) });
    return;
  }
  const rows: Row[] = [];
  const taken = new Set<string>();
  raw.forEach((row, index) => {
    if (!isRow(row)) {
      into.problems.push({ pointer: `${pointer}/${index}`, ...problem.type(field) });
      return;
    }
    const { id, ...cells } = row;
    const accepted = acceptRow(field.columns ?? [], cells, `${pointer}/${index}`);
    into.problems.push(...accepted.problems);
    rows.push({ id: rowId(id, taken), ...accepted.data });
  });
  into.data[field.name] = rows;
}

/**
 * Each row keeps an `id` for good, so that 补正 and comparisons find it again wherever it moves. A row without one, or
 * with one that another row has (a copied row), gets a new one.
 */
function rowId(given: unknown, taken: Set<string>): string {
  const keeps = typeof given === 'string' && /^[A-Za-z0-9-]{1,40}$/.test(given) && !taken.has(given);
  const id = keeps ? given : newRowId();
  taken.add(id);
  return id;
}

function newRowId(): string {
  return Array.from(crypto.getRandomValues(new Uint8Array(6)), byte => byte.toString(16).padStart(2, '0')).join('');
}

/** Whether a section is ready to be submitted: shapes, everything required that is visible, and the kinds of attachment that this business asks for. */
export function validateSection(section: Pick<Section, 'fields'> & Partial<Pick<Section, 'key'>>, raw: unknown, { attachments = REQUIRED_ATTACHMENTS, businessType }: Asked = {}): FieldProblem[] {
  const { data, problems } = acceptDraft(section, raw);
  const wrong = new Set(problems.map(one => one.pointer));
  const missing = missingIn(section.fields.filter(field => isAsked(field, businessType)), data, data, '').filter(one => !wrong.has(one.pointer));
  const extra = section.key === 'attachments' ? missingAttachments(data, attachments) : [];
  return [...problems, ...missing, ...extra];
}

function missingIn(fields: readonly Field[], row: Row, section: SectionData, base: string): FieldProblem[] {
  return fields
    .filter(field => isVisible(field, row, section))
    .flatMap(field => {
      const pointer = `${base}/${field.name}`;
      const value = row[field.name];
      if (isEmpty(value)) return isRequired(field, row, section) ? [{ pointer, ...problem.missing(ofRow(field, row)) }] : [];
      if (field.type !== 'table') return [];
      const rows = value as readonly Row[];
      const few = field.min !== undefined && rows.length < field.min ? [{ pointer, ...problem.rowsLow(field) }] : [];
      return [...few, ...rows.flatMap((one, index) => missingIn(field.columns ?? [], one, section, `${pointer}/${index}`))];
    });
}

function missingAttachments(data: SectionData, needed: readonly string[]): FieldProblem[] {
  const files = (data['files'] ?? []) as readonly Row[];
  const present = new Set(files.filter(file => file['fileId'] !== undefined).map(file => file['kind']));
  return needed.filter(kind => !present.has(kind)).map(kind => {
    const words = ATTACHMENT_KINDS.find(one => one.value === kind);
    return { pointer: '/files', ...problem.attachment(words?.zh ?? kind, words?.en ?? kind) };
  });
}

function isEmpty(value: Value | undefined): boolean {
  return value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
}

export function isRow(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

/** The value of a decimal field, or undefined when it is empty, "/" or not a number. */
export function amountOf(row: Row, field: string): string | undefined {
  const value = row[field];
  return typeof value === 'string' ? decimalOf(value) : undefined;
}
