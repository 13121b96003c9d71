import type { Permit } from '@huanbao/permits';
import type { Method, Warning } from '@huanbao/standards';
import { permitHead } from '../access/permit-head';
import { LedgerPermitView, RecordWordsView } from '../ledger/ledger.view';
import { pollutantTitle } from '../monitoring/words';
import type { AmountDetail } from './emissions.service';

export class QuarterAmountView {
  key!: string;
  from!: string;
  to!: string;
  method!: Method | null;
  amountT!: string | null;
  /** Days whose ledger is missing although the figure rests on it; they are reckoned by the permit’s hours. */
  missingDays!: number;
  /** Days that stood. */
  standingDays!: number;
  /** The way to the figure, or why there is none. */
  steps!: RecordWordsView[];
  /** Stronger data that were there and did not hold. */
  passedOver!: RecordWordsView[];
  /** Rests on rules that nobody compared with the text of the standard. */
  unverified!: boolean;
}

export class AmountView {
  medium!: 'air' | 'water';
  /** `plant`: the sum of the air outlets. */
  outletCode!: string;
  pollutant!: string;
  pollutantTitle!: RecordWordsView;
  method!: Method | 'mixed' | null;
  amountT!: string | null;
  permittedT!: string | null;
  usedPercent!: string | null;
  /** `near` from 80 %, `full` from 100 % of the permitted amount. */
  warning!: Warning;
  /** Every quarter has a figure, and none rests on a ledger with missing days. */
  complete!: boolean;
  /** Of all quarters. */
  missingDays!: number;
  quarters!: QuarterAmountView[];
}

export class EmissionsView extends LedgerPermitView {
  year!: string;
  from!: string;
  to!: string;
  amounts!: AmountView[];
  actions!: string[];
}

export class PublicAmountView {
  /** `plant`: the sum of the air outlets. */
  outletCode!: string;
  pollutantTitle!: RecordWordsView;
  method!: Method | 'mixed' | null;
  amountT!: string | null;
  permittedT!: string | null;
  /** Every quarter of the year so far has a figure. */
  complete!: boolean;
}

export class PublicEmissionsView {
  permitId!: string;
  year!: string;
  /** The running year counts up to this day. */
  until!: string;
  amounts!: PublicAmountView[];
}

export class BasisView {
  id!: string;
  place!: string;
  pollutant!: string;
  quarter!: string;
  kind!: 'coefficient' | 'balance';
  figures!: object;
  enteredByName!: string;
  enteredAt!: Date;
}

export function amountView(detail: AmountDetail): AmountView {
  const { medium, outletCode, pollutant, method, amountT, permittedT, usedPercent, warning, complete, missingDays } = detail;
  return {
    medium, outletCode, pollutant, method, amountT, permittedT, usedPercent, warning, complete, missingDays, pollutantTitle: pollutantTitle(pollutant),
    quarters: detail.quarters.map(({ key, from, to, chosen, missingDays: missing, standingDays }) => ({
      key, from, to, missingDays: missing, standingDays, ...('figure' in chosen
        ? { method: chosen.figure.method, amountT: chosen.figure.amountT, steps: [...chosen.figure.steps], unverified: chosen.figure.unverified }
        : { method: null, amountT: null, steps: [{ zh: chosen.refused.zh, en: chosen.refused.en }], unverified: false }),
      passedOver: chosen.passedOver.map(({ zh, en }) => ({ zh, en })),
    })),
  };
}

export const emissionsHead = (permit: Permit, today: string): LedgerPermitView => ({ ...permitHead(permit, today), lastEntryOn: null });

export const publicAmount = ({ outletCode, pollutant, method, amountT, permittedT, complete }: AmountDetail): PublicAmountView =>
  ({ outletCode, pollutantTitle: pollutantTitle(pollutant), method, amountT, permittedT, complete });
