import { partsOf, rowsIn, textIn } from '../form/form';
import type { ReportForm, ReportKind } from '../form/part';
import { LEAST_TEXT } from './similarity';

export interface ReportWords {
  readonly pointer: string;
  readonly text: string;
  /** Describes what stands from period to period: being like one's own last report is no sign of copying. */
  readonly standing: boolean;
}

const STANDING = new Set(['management', 'disclosure', 'tax', 'ledgers', 'permit-other', 'basic']);
/** Columns that the platform writes itself. */
const WRITTEN_HERE = new Set(['steps', 'condition', 'item', 'source', 'name']);

/** The longer texts people wrote into a report. */
export function textsOf(kind: ReportKind, form: ReportForm): ReportWords[] {
  return partsOf(kind).flatMap(part => part.fields.flatMap(field => {
    const standing = STANDING.has(part.key);
    if (field.type === 'text') return long({ pointer: `/${part.key}/${field.name}`, text: textIn(form[part.key], field.name), standing });
    if (field.type !== 'table') return [];
    const columns = (field.columns ?? []).filter(column => column.type === 'text' && !WRITTEN_HERE.has(column.name));
    return rowsIn(form[part.key], field.name).flatMap((row, index) => columns.flatMap(column => long({ pointer: `/${part.key}/${field.name}/${index}/${column.name}`, text: textIn(row, column.name), standing })));
  }));
}

const long = (words: ReportWords): ReportWords[] => (words.text.trim().length >= LEAST_TEXT ? [words] : []);
