import { SheetProblemView } from '../access/sheet.view';
import type { MonitoringResult } from './monitoring.entity';
import { pollutantTitle } from './words';

/** One row of a workbook of results, and what it would come to. */
export class CheckedRow {
  line!: number;
  /** `accepted`: new and right; `existing`: there already; `refused`: see its problems. */
  status!: 'accepted' | 'existing' | 'refused';
  place!: string;
  pollutant!: string;
  pollutantZh!: string;
  pollutantEn!: string;
  sampledAt!: string;
  /** As written. */
  value!: string;
  unit!: string;
  limitValue!: string | null;
  /** `met`, `exceeded`, `no-limit`, `not-comparable`; null while the row is wrong. */
  verdict!: string | null;
  problems!: SheetProblemView[];
}

export class ResultSheetView {
  /** Of the file; null of a workbook that was only checked. */
  name!: string | null;
  laboratory!: string | null;
  taskId!: string | null;
  taskTitle!: string | null;
  /** When it was taken over; null while it was not. */
  takenAt!: string | null;
  takenByName!: string | null;
  accepted!: number;
  existing!: number;
  refused!: number;
  rows!: CheckedRow[];
}

interface Checked extends Pick<CheckedRow, 'line' | 'status' | 'problems'> {
  readonly row: Readonly<Record<string, unknown>>;
  readonly result: MonitoringResult | null;
}

export function checkedRow({ line, status, problems, row, result }: Checked): CheckedRow {
  const text = (key: string): string => (typeof row[key] === 'string' || typeof row[key] === 'number' ? String(row[key]) : '');
  const title = pollutantTitle(text('pollutant'));
  return { line, status, place: text('place'), pollutant: text('pollutant'), pollutantZh: title.zh, pollutantEn: title.en, sampledAt: text('sampledAt'), value: text('value'), unit: result?.unit ?? text('unit'), limitValue: result?.limitValue ?? null, verdict: result?.verdict ?? null, problems };
}
