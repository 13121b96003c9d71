import type { Row } from '../form/field';
import { REQUIRED_ATTACHMENTS } from '../form/sections/waste-and-monitoring';

/** Who applies: what the platform knows already of the enterprise, and its uploaded files by kind of attachment. */
export interface FormOwner {
  readonly name?: string;
  readonly uscc?: string;
  readonly address?: string;
  readonly legalRepresentative?: string;
  /** File ids by kind of attachment; one id may serve several kinds. `commitment` stands in for kinds not named. */
  readonly fileIds: Readonly<Record<string, string>>;
}

/** The same amount in each of the five years of a permit. */
export const fiveYears = (tonnes: string): Row => ({ year1T: tonnes, year2T: tonnes, year3T: tonnes, year4T: tonnes, year5T: tonnes });

export function attachmentRows(fileIds: Readonly<Record<string, string>>): Row[] {
  const fallback = Object.values(fileIds)[0];
  return REQUIRED_ATTACHMENTS.map(kind => ({ kind, fileId: fileIds[kind] ?? fallback }));
}

/** One row of the monitoring plan by hand. */
export const manual = (source: string, place: Row, pollutant: string, plan: { frequency: string; technique: string }): Row => ({
  source, ...place, pollutant, method: 'manual', ...plan,
});
