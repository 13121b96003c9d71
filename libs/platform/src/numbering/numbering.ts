import { Injectable } from '@nestjs/common';
import { Clock } from '../clock/clock';
import { Db } from '../database/db';

/** Gap-free numbers per kind and year: the counter row is locked until the commit, and a rollback gives the number back. */
@Injectable()
export class Numbering {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  /** The next value of a series in the current civil year. Only inside a transaction. */
  async next(kind: string): Promise<{ readonly year: number; readonly value: number }> {
    if (!this.db.inTransaction) throw new Error(`A number of ${kind} can only be drawn inside a transaction`);
    const year = Number(this.clock.today().slice(0, 4));
    const [row] = await this.db.query<{ value: string }>(
      `INSERT INTO number_series (kind, year, value) VALUES ($1, $2, 1)
       ON CONFLICT (kind, year) DO UPDATE SET value = number_series.value + 1 RETURNING value`,
      [kind, year],
    );
    return { year, value: Number(row?.value) };
  }

  /** `XK-2026-000123` */
  async code(kind: string, prefix: string, width = 6): Promise<string> {
    const { year, value } = await this.next(kind);
    return `${prefix}-${year}-${String(value).padStart(width, '0')}`;
  }
}
