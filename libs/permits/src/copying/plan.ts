import type { Field, Form, Row, SectionData, SectionKey, Value } from '../form/field';
import { fieldNamed, rowsOf, SECTIONS, sectionOf } from '../form/form';

/** One value that would come into the form. `id` names it among the others of the same plan. */
export interface CopyItem {
  readonly id: string;
  readonly section: SectionKey;
  /** Within the section: `/siteAddress`, `/limits/3/standard`; of a new row its table, `/limits/-`. */
  readonly pointer: string;
  /** An empty place, a place that says something else, or a new row. */
  readonly kind: 'fill' | 'overwrite' | 'add';
  readonly field: Field;
  readonly before: Value | undefined;
  readonly after: Value | Row;
}

/** Codes name one thing at one place and are never copied to another. */
const CODES: ReadonlySet<string> = new Set(['id', 'code', 'outletCode', 'facilityCode', 'treatmentCode']);
/** Handed in anew each time. */
const NEVER: ReadonlySet<SectionKey> = new Set<SectionKey>(['attachments', 'submission']);

const isEmpty = (value: Value | undefined): boolean => value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);
const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

/** One value into one place: nothing when it stands there already or nothing is known. */
function put(section: SectionKey, pointer: string, field: Field, { before, after }: { before: Value | undefined; after: Value | undefined }): CopyItem[] {
  if (isEmpty(after) || same(before, after)) return [];
  return [{ id: `${section}${pointer}`, section, pointer, field, before, after: after as Value, kind: isEmpty(before) ? 'fill' : 'overwrite' }];
}

/** Facts of the organisation and the site into 排污单位基本情况. */
export function fromRecord(form: Form, facts: Readonly<Record<string, Value | undefined>>): CopyItem[] {
  return Object.entries(facts).flatMap(([name, after]) => {
    const field = fieldNamed(sectionOf('basic').fields, name);
    return field ? put('basic', `/${name}`, field, { before: form.basic?.[name], after }) : [];
  });
}

export interface PermitPart {
  /** One section; all that concern `codes` when left out. */
  readonly section?: SectionKey;
  readonly table?: string;
  /** Only the rows of these outlets. */
  readonly codes?: readonly string[];
}

const OF_OUTLETS: readonly SectionKey[] = ['air-outlets', 'air-limits', 'water-outlets', 'water-limits', 'process-nodes', 'self-monitoring'];

/** What a permit says into the form: a section, one of its tables, or the rows of single outlets. */
export function fromPermit(form: Form, permit: Form, { section, table, codes }: PermitPart): CopyItem[] {
  const keys = section ? [section] : OF_OUTLETS;
  return SECTIONS.filter(one => keys.includes(one.key) && !NEVER.has(one.key) && permit[one.key]).flatMap(one => one.fields.flatMap(field => {
    if ((table !== undefined && field.name !== table) || field.type === 'file' || field.sealedFrom === 'draft') return [];
    if (field.type !== 'table') return codes || table ? [] : put(one.key, `/${field.name}`, field, { before: form[one.key]?.[field.name], after: permit[one.key]?.[field.name] });
    const rows = rowsOf(permit, one.key, field.name).filter(row => !codes || codes.includes(String(row['code'] ?? row['outletCode'] ?? '')));
    return intoTable(form, { section: one.key, field }, rows.map(row => ({ row, columns: (field.columns ?? []).filter(column => column.type !== 'file') })));
  }));
}

export const OUTLET_PARTS = ['pollutants', 'limits', 'monitoring', 'treatment'] as const;
export type OutletPart = (typeof OUTLET_PARTS)[number];

export interface OutletCopy {
  readonly source: string;
  readonly targets: readonly string[];
  readonly parts: readonly OutletPart[];
}

const TREATMENT = ['treatmentName', 'treatmentProcess', 'feasibleTechnology', 'noTreatmentReason'];

/** What one outlet says for others. Codes stay: those of the target are written. */
export function fromOutlet(form: Form, { source, targets, parts }: OutletCopy): CopyItem[] {
  const medium = source.startsWith('DA') ? 'air' : 'water';
  return targets.filter(target => target !== source).flatMap(target => [
    ...(parts.includes('pollutants') ? pollutants(form, { section: `${medium}-outlets`, source, target }) : []),
    ...(parts.includes('limits') ? rowsFor(form, { section: `${medium}-limits`, table: 'limits', source, target }) : []),
    ...(parts.includes('monitoring') ? rowsFor(form, { section: 'self-monitoring', table: 'plan', source, target }) : []),
    ...(parts.includes('treatment') ? treatment(form, { source, target }) : []),
  ]);
}

function pollutants(form: Form, { section, source, target }: { section: SectionKey; source: string; target: string }): CopyItem[] {
  const rows = rowsOf(form, section, 'outlets');
  const index = rows.findIndex(row => row['code'] === target);
  const field = fieldNamed(columnsOf(section, 'outlets'), 'pollutants');
  return index < 0 || !field ? [] : put(section, `/outlets/${index}/pollutants`, field, { before: rows[index]?.['pollutants'], after: rows.find(row => row['code'] === source)?.['pollutants'] });
}

function rowsFor(form: Form, { section, table, source, target }: { section: SectionKey; table: string; source: string; target: string }): CopyItem[] {
  const field = fieldNamed(sectionOf(section).fields, table) as Field;
  const columns = (field.columns ?? []).filter(column => !CODES.has(column.name));
  const rows = rowsOf(form, section, table).filter(row => row['outletCode'] === source).map(({ id: _id, ...row }) => ({ row: { ...row, outletCode: target } as Row, columns }));
  return intoTable(form, { section, field, mark: target }, rows);
}

/** Treatment belongs to the nodes that lead to an outlet; the node of the same name counts, else the first. */
function treatment(form: Form, { source, target }: { source: string; target: string }): CopyItem[] {
  const nodes = rowsOf(form, 'process-nodes', 'nodes');
  const own = nodes.filter(node => node['outletCode'] === source);
  return nodes.flatMap((node, index) => {
    const like = own.find(one => one['node'] === node['node']) ?? own[0];
    if (node['outletCode'] !== target || !like) return [];
    return columnsOf('process-nodes', 'nodes').filter(column => TREATMENT.includes(column.name))
      .flatMap(column => put('process-nodes', `/nodes/${index}/${column.name}`, column, { before: node[column.name], after: like[column.name] }));
  });
}

interface Into {
  readonly section: SectionKey;
  readonly field: Field;
  /** Tells new rows of one plan apart. */
  readonly mark?: string;
}

/** Rows into a table: one that speaks of the same thing is completed, another one is added. */
function intoTable(form: Form, { section, field, mark = '' }: Into, rows: readonly { row: Row; columns: readonly Field[] }[]): CopyItem[] {
  const there = rowsOf(form, section, field.name);
  const free = new Set(there.keys());
  return rows.flatMap(({ row, columns }, nth): CopyItem[] => {
    const index = [...free].find(one => there[one]?.['id'] !== undefined && there[one]?.['id'] === row['id'] && sameThing(there[one] as Row, row)) ?? [...free].find(one => sameThing(there[one] as Row, row));
    if (index === undefined) {
      const { id: _id, ...fresh } = row;
      return [{ id: `${section}/${field.name}/+${mark}${nth}`, section, pointer: `/${field.name}/-`, kind: 'add', field, before: undefined, after: fresh }];
    }
    free.delete(index);
    return columns.filter(column => !CODES.has(column.name)).flatMap(column => put(section, `/${field.name}/${index}/${column.name}`, column, { before: there[index]?.[column.name], after: row[column.name] }));
  });
}

const NAMES = ['outletCode', 'facilityCode', 'treatmentCode', 'source', 'kind', 'point', 'node', 'pollutant', 'name', 'method', 'period', 'topic'] as const;

/** Whether two rows speak of the same thing: the same code, else the same outlet, pollutant, name. */
function sameThing(a: Row, b: Row): boolean {
  if (typeof a['code'] === 'string' || typeof b['code'] === 'string') return a['code'] === b['code'];
  return NAMES.every(name => (a[name] ?? null) === (b[name] ?? null));
}

const columnsOf = (section: SectionKey, table: string): readonly Field[] => fieldNamed(sectionOf(section).fields, table)?.columns ?? [];

/** The section with some items in it; rows are added in the order of the plan. */
export function withItems(data: SectionData, items: readonly CopyItem[]): SectionData {
  const copy = structuredClone(data) as Record<string, Value>;
  for (const { pointer, after } of items) {
    const [name = '', index, column] = pointer.split('/').slice(1);
    if (index === undefined) copy[name] = after as Value;
    else {
      const rows = [...((copy[name] as readonly Row[] | undefined) ?? [])];
      if (index === '-') rows.push(after as Row);
      else rows[Number(index)] = { ...rows[Number(index)], [column as string]: after as Value };
      copy[name] = rows;
    }
  }
  return copy;
}
