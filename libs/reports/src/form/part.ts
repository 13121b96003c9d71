import type { Field, SectionData, Text } from '@huanbao/permits';

/** The thirteen parts of an annual report (HJ 944-2018), in its order; the shorter reports have some of them. */
export const PART_KEYS = ['basic', 'compliance', 'treatment', 'monitoring', 'ledgers', 'emissions', 'tax', 'disclosure', 'management', 'permit-other', 'remarks', 'conclusion', 'attachments'] as const;
export type PartKey = (typeof PART_KEYS)[number];

export const REPORT_KINDS = ['annual', 'quarterly', 'monthly'] as const;
export type ReportKind = (typeof REPORT_KINDS)[number];

/** Changes whenever a field is added, removed or gets another meaning; a report keeps the version it began with. */
export const REPORT_FORM_VERSION = '2026.1';

export interface Part {
  readonly key: PartKey;
  readonly title: Text;
  readonly intro: Text;
  readonly fields: readonly Field[];
}

export type ReportForm = Readonly<Partial<Record<PartKey, SectionData>>>;

export const isPartKey = (key: string): key is PartKey => (PART_KEYS as readonly string[]).includes(key);
