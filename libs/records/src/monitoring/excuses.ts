import { addDays } from '@huanbao/calendar';
import { Injectable } from '@nestjs/common';

/** Days on which nothing is to be measured at an outlet, and the record that says so. */
export interface MonitoringExcuse {
  /** Null for every place of the permit. */
  readonly places: readonly string[] | null;
  /** Facilities that stand; null or left out for the whole site. */
  readonly facilities?: readonly string[] | null;
  readonly from: string;
  /** Last day; null while nobody knows. */
  readonly to: string | null;
  /** The reported stoppage. */
  readonly recordId: string;
  readonly reason: string;
}

type Excuses = (permitId: string) => Promise<readonly MonitoringExcuse[]>;

/** Other rooms tell here when an outlet emits nothing (停运); this room knows nothing of stopping itself. */
@Injectable()
export class MonitoringExcuses {
  private readonly tellers: Excuses[] = [];

  register(tell: Excuses): void {
    this.tellers.push(tell);
  }

  async of(permitId: string): Promise<readonly MonitoringExcuse[]> {
    const all: MonitoringExcuse[] = [];
    for (const tell of this.tellers) all.push(...(await tell(permitId)));
    return all;
  }
}

/** The excuses that together cover a span at a place without a gap; empty when a day is left: then it stays due. */
export function excusing(excuses: readonly MonitoringExcuse[], place: string, span: { readonly from: string; readonly to: string }): readonly MonitoringExcuse[] {
  const used: MonitoringExcuse[] = [];
  let open = span.from;
  for (const one of excuses.filter(each => each.places === null || each.places.includes(place)).sort((a, b) => (a.from < b.from ? -1 : 1))) {
    if (one.from > open) return [];
    if (one.to !== null && one.to < open) continue;
    used.push(one);
    if (one.to === null || one.to >= span.to) return used;
    open = addDays(one.to, 1);
  }
  return [];
}
