import { Injectable } from '@nestjs/common';
import { Clock, shanghaiDate } from '@huanbao/platform';
import type { CaseRecord } from '../case.entity';
import type { Machine } from '../machine/machine';
import { PeriodLength, periodOf } from './ledger';

/** The row of a code on a day; null where none holds. */
export type DatedLengths = (code: string, day: string) => Promise<PeriodLength | null>;

/**
 * Lengths of clocks as dated rows of a capability. A case keeps the rows of the day on which it was handed in: a row that begins later changes
 * only cases that begin later.
 */
@Injectable()
export class ClockLengths {
  private readonly books = new Map<string, DatedLengths>();

  constructor(private readonly clock: Clock) {}

  /** Clocks of the machine that name a `dated` row are read from here. */
  register(machine: Pick<Machine, 'kind'>, rows: DatedLengths): void {
    this.books.set(machine.kind, rows);
  }

  /** The row where one holds, else what the machine ships with. */
  async of(c: Pick<CaseRecord, 'submittedAt'>, machine: Machine, clock: string, variant: string | undefined): Promise<PeriodLength> {
    const shipped = periodOf(machine, clock, variant);
    const definition = machine.clocks[clock];
    const code = (variant === undefined ? definition : definition?.variants?.[variant])?.dated;
    const rows = this.books.get(machine.kind);
    if (code === undefined || rows === undefined) return shipped;
    return (await rows(code, c.submittedAt === null ? this.clock.today() : shanghaiDate(c.submittedAt))) ?? shipped;
  }
}
