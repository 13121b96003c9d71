import Decimal from 'decimal.js';
import { awaitsApproval, PayableOn } from '../terms/terms';

interface MilestoneMoney {
  readonly id: string;
  readonly amountYuan: string;
  readonly state: 'open' | 'delivered' | 'rework' | 'accepted' | 'dropped';
  readonly payableOn: PayableOn;
  readonly approvedAt: Date | null;
}

interface Flow {
  readonly milestoneId: string | null;
  readonly direction: 'payment' | 'refund';
  readonly amountYuan: string;
  readonly state: 'recorded' | 'confirmed' | 'refused' | 'withdrawn';
}

export interface Balance {
  readonly price: string;
  /** Accepted and, where that was agreed, approved by the bureau; or due on signing. */
  readonly payable: string;
  /** Recorded and not refused, less what was paid back. */
  readonly paid: string;
  /** Of that, what the other side has confirmed. */
  readonly confirmed: string;
  /** Payable and not paid; zero when more was paid. */
  readonly owed: string;
}

const live = (flow: Flow): boolean => flow.state === 'recorded' || flow.state === 'confirmed';
const signed = (flow: Flow): Decimal => (flow.direction === 'payment' ? new Decimal(flow.amountYuan) : new Decimal(flow.amountYuan).negated());
const total = (amounts: readonly Decimal[]): Decimal => amounts.reduce((sum, one) => sum.plus(one), new Decimal(0));

/** Where the money of a contract stands, to the cent. After a settlement what is payable is what was settled. */
export function balanceOf(priceYuan: string, milestones: readonly MilestoneMoney[], flows: readonly Flow[], settledYuan: string | null = null): Balance {
  const payable = settledYuan === null ? total(milestones.filter(one => one.state === 'accepted' && !awaitsApproval(one)).map(one => new Decimal(one.amountYuan))) : new Decimal(settledYuan);
  const paid = total(flows.filter(live).map(signed));
  const confirmed = total(flows.filter(one => one.state === 'confirmed').map(signed));
  const owed = Decimal.max(payable.minus(paid), 0);
  return { price: new Decimal(priceYuan).toFixed(2), payable: payable.toFixed(2), paid: paid.toFixed(2), confirmed: confirmed.toFixed(2), owed: owed.toFixed(2) };
}

/** What may still be paid for a milestone: its amount less what was recorded for it. */
export function openOf(milestone: MilestoneMoney, flows: readonly Flow[]): string {
  const given = total(flows.filter(one => live(one) && one.direction === 'payment' && one.milestoneId === milestone.id).map(one => new Decimal(one.amountYuan)));
  return Decimal.max(new Decimal(milestone.amountYuan).minus(given), 0).toFixed(2);
}
