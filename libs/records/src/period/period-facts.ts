import type { Text } from '@huanbao/permits';
import type { Words } from '../monitoring/words';

/** What the ledger of one facility says of a span. */
export interface RunFacts {
  /** MF0001, TA001. */
  readonly code: string;
  readonly title: Text;
  /** Days that have an entry. */
  readonly days: number;
  readonly hours: string;
  /** Reagents used, kg, where the ledger has them. */
  readonly reagentKg: string;
  readonly reagents: string;
  readonly abnormal: readonly { readonly on: string; readonly cause: string; readonly action: string }[];
}

/** Sum of a product, material or fuel as the ledger of the plant has it. */
export interface QuantityFacts {
  readonly kind: 'product' | 'material' | 'fuel';
  readonly name: string;
  /** In the permit's unit without the year. */
  readonly amount: string;
  readonly days: number;
}

export interface LedgerFacts {
  readonly key: string;
  readonly title: Text;
  readonly kind: string;
  readonly expected: number;
  readonly entered: number;
}

/** One line of the monitoring plan over a span: planned, done, and what was measured. */
export interface MonitoringFacts {
  readonly place: string;
  readonly pollutant: string;
  readonly pollutantTitle: Words;
  readonly method: 'manual' | 'auto';
  readonly unit: string;
  readonly planned: number;
  readonly done: number;
  readonly missing: number;
  /** Periods of its rhythm in which the outlet emitted nothing (停运免测), and the stoppages that were reported. */
  readonly standing: { readonly periods: number; readonly stoppages: readonly { readonly from: string; readonly to: string | null }[] };
  /** Number of results that hold (compared values, at base oxygen where the standard has it). */
  readonly count: number;
  readonly least: string | null;
  readonly most: string | null;
  readonly average: string | null;
  readonly limit: string | null;
  readonly exceeded: number;
}

export interface ExceedanceFacts {
  readonly place: string;
  readonly pollutant: string;
  readonly sampledOn: string;
  readonly value: string;
  readonly limit: string;
  readonly unit: string;
  readonly cause: string | null;
  readonly action: string | null;
  readonly restoredOn: string | null;
}

/** What is written down about a permit over a span of civil days: reports are filled from it. */
export interface PeriodFacts {
  readonly facilities: readonly RunFacts[];
  readonly treatments: readonly RunFacts[];
  readonly quantities: readonly QuantityFacts[];
  readonly ledgers: readonly LedgerFacts[];
  readonly monitoring: readonly MonitoringFacts[];
  readonly exceedances: readonly ExceedanceFacts[];
}
