import type { Form, Text } from '@huanbao/permits';
import type { PeriodFacts } from '@huanbao/records';
import type { ReportForm, ReportKind } from '../form/part';

/** The amount of one outlet and pollutant in a part of the period. */
export interface AmountFact {
  readonly outletCode: string;
  readonly pollutant: string;
  readonly subPeriod: string;
  /** null where nothing could be reckoned. */
  readonly amountT: string | null;
  readonly method: string | null;
  /** Days without the ledger that the figure rests on: they were reckoned by the permit’s hours. */
  readonly missingDays: number;
  /** The way to the figure, or why there is none. */
  readonly steps: string;
  readonly source: Text;
}

export interface PermittedFact {
  readonly outletCode: string;
  readonly pollutant: string;
  readonly permittedT: string | null;
}

export interface StoppageFact {
  readonly id: string;
  readonly fromOn: string;
  readonly toOn: string | null;
  readonly scope: string;
  /** Of the whole site, not of single facilities. */
  readonly isWhole: boolean;
  readonly reason: string;
}

/** A report of the same permit that was handed in. */
export interface OtherReport {
  readonly kind: ReportKind;
  readonly title: Text;
  readonly period: { readonly from: string; readonly to: string };
  readonly form: ReportForm;
}

/** A penalty of this platform that was served on the enterprise within the period and stands. */
export interface PenaltyFact {
  readonly documentNo: string;
  readonly servedOn: string;
  readonly violation: Text;
  readonly measures: readonly Text[];
  readonly fineYuan: string;
  readonly closed: boolean;
  /** Its pursuit ended before all was paid: closed does not mean performed. */
  readonly ended: boolean;
}

/** Everything the platform knows for a report. */
export interface ReportFacts {
  readonly kind: ReportKind;
  readonly period: { readonly from: string; readonly to: string };
  readonly permit: { readonly number: string; readonly enterpriseName: string; readonly siteAddress: string; readonly industryName: string };
  /** What the permit said on the last day of the period (or today). */
  readonly form: Form;
  /** Versions that were in effect within the period. */
  readonly versions: readonly number[];
  readonly records: PeriodFacts;
  readonly amounts: readonly AmountFact[];
  readonly permitted: readonly PermittedFact[];
  readonly stoppages: readonly StoppageFact[];
  readonly penalties: readonly PenaltyFact[];
  readonly conditions: readonly { readonly id: string; readonly text: string }[];
  /** The last report of the same kind. */
  readonly previous: OtherReport | null;
  /** Reports of shorter periods within this one. */
  readonly children: readonly OtherReport[];
}
