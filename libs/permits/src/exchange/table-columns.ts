import { readValue, SheetColumn, SheetRow, SheetTable, SheetValue } from '@huanbao/sheets';
import type { Coordinates, Field, Row, Section, Value } from '../form/field';
import { unitsInWords } from '../form/pollutants';
import { fieldNamed, isSectionKey, sectionOf } from '../form/form';

/** A table of a form as a sheet: of the permit's form or of another one drawn from field tables. */
export interface ExchangeTable<S extends Pick<Section, 'fields'> = Section> {
  readonly section: S;
  readonly field: Field;
  readonly sheet: SheetTable;
}

const TYPES: Partial<Record<Field['type'], SheetColumn['type']>> = { text: 'text', code: 'text', decimal: 'decimal', integer: 'integer', select: 'choice', multiselect: 'choices', date: 'date', boolean: 'boolean' };
const AXES = [
  { key: 'longitude', zh: '经度', en: 'longitude', bound: 180 },
  { key: 'latitude', zh: '纬度', en: 'latitude', bound: 90 },
] as const;

/** The columns a field takes in a sheet: two for coordinates, none for files and tables. */
export function columnsOfField(field: Field): SheetColumn[] {
  if (field.type === 'coordinates') return AXES.map((axis, index) => axisColumn(field, axis, index));
  const type = TYPES[field.type];
  if (!type) return [];
  const { name, label, unit, unitBy, example, options, min, max, decimals, allowNone } = field;
  const others = unitBy && unitsInWords(unitBy);
  const help = others && field.help ? { zh: `${field.help.zh}。标题写一般单位，不同的：${others.zh}`, en: `${field.help.en} The heading has the usual unit; other ones: ${others.en}.` } : field.help;
  const isNumber = type === 'decimal' || type === 'integer';
  return [{
    key: name, label, type, required: field.required === 'always',
    ...(unit ? { unit } : {}), ...(help ? { help } : {}), ...(options ? { options } : {}), ...(allowNone ? { allowNone } : {}), ...exampleOf(field, example),
    ...(isNumber && min !== undefined ? { min } : {}), ...(isNumber && max !== undefined ? { max } : {}), ...(isNumber && decimals !== undefined ? { decimals } : {}),
  }];
}

/** The first choice stands as the example where the form gives none. */
function exampleOf(field: Field, example: string | undefined): { example?: string } {
  const shown = example ?? (field.required === 'always' ? field.options?.[0]?.zh : undefined);
  return shown === undefined ? {} : { example: shown };
}

function axisColumn(field: Field, axis: (typeof AXES)[number], index: number): SheetColumn {
  const example = field.example?.split(',')[index]?.trim();
  return {
    key: `${field.name}.${axis.key}`, type: 'decimal', unit: '°', min: -axis.bound, max: axis.bound, required: field.required === 'always',
    label: { zh: `${field.label.zh}·${axis.zh}`, en: `${field.label.en}, ${axis.en}` }, help: { zh: '十进制度，WGS-84', en: 'Decimal degrees, WGS-84' },
    ...(example ? { example } : {}),
  };
}

/** The table of a section; undefined when there is none, or when its rows hold files and so cannot come by Excel. */
export function exchangeTable(key: string, name: string): ExchangeTable | undefined {
  const section = isSectionKey(key) ? sectionOf(key) : undefined;
  const field = section && fieldNamed(section.fields, name);
  return section && field?.type === 'table' ? tableOf(section, field) : undefined;
}

export function tableOf<S extends Pick<Section, 'fields'>>(section: S, field: Field): ExchangeTable<S> | undefined {
  const columns = field.columns ?? [];
  if (columns.some(column => column.type === 'file' || column.type === 'table')) return undefined;
  return { section, field, sheet: { title: field.label.zh, withIds: true, columns: columns.flatMap(columnsOfField), ...(field.max === undefined ? {} : { mostRows: field.max }) } };
}

/** A row of the form as a row of a sheet. */
export function toSheetRow(fields: readonly Field[], row: Row): SheetRow {
  const cells = fields.flatMap((field): (readonly [string, SheetValue])[] => {
    const value = row[field.name];
    if (value === undefined || value === null) return [];
    if (field.type === 'coordinates') return AXES.map(({ key }) => [`${field.name}.${key}`, (value as Coordinates)[key]] as const);
    return TYPES[field.type] ? [[field.name, value as SheetValue] as const] : [];
  });
  return { ...Object.fromEntries(cells), ...(typeof row['id'] === 'string' ? { id: row['id'] } : {}) };
}

/** And back, as the form would have typed it. */
export function fromSheetRow(fields: readonly Field[], cells: SheetRow): Row {
  const row: Record<string, Value> = {};
  for (const field of fields) {
    if (field.type === 'coordinates') {
      const [longitude, latitude] = AXES.map(({ key }) => cells[`${field.name}.${key}`]);
      if (longitude !== undefined || latitude !== undefined) row[field.name] = { longitude: String(longitude ?? ''), latitude: String(latitude ?? '') };
    } else if (cells[field.name] !== undefined) row[field.name] = cells[field.name] as Value;
  }
  return row;
}

/** The column of a sheet in which the value of a field begins. */
export const firstColumn = (field: Field): string => (field.type === 'coordinates' ? `${field.name}.longitude` : field.name);

/** Whether an example can be read by its own column: kept true by a test. */
export const exampleReads = (column: SheetColumn): boolean => column.example === undefined || 'value' in readValue(column, { kind: 'text', text: column.example });

