import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable } from '@nestjs/common';

/** China has one zone and no summer time since 1991: the offset is a constant. */
export const SHANGHAI_OFFSET_MS = 8 * 60 * 60 * 1000;

const told = new AsyncLocalStorage<Date>();

/**
 * Does the work as if it were that instant. Only for demonstration cities, which get a past in this way through the same
 * services as everybody; nothing that serves people calls it.
 */
export const livingAt = <T>(instant: Date, work: () => Promise<T>): Promise<T> => told.run(new Date(instant), work);

/** The only source of "now". Tests replace it by `FixedClock`. */
@Injectable()
export class Clock {
  now(): Date {
    return new Date(told.getStore() ?? this.read());
  }

  protected read(): Date {
    return new Date();
  }

  /** Today's civil date in Asia/Shanghai, `YYYY-MM-DD`. */
  today(): string {
    return shanghaiDate(this.now());
  }
}

/** A clock that stands still until it is moved. */
export class FixedClock extends Clock {
  constructor(private instant: Date) {
    super();
  }
  protected override read(): Date {
    return this.instant;
  }
  set(instant: Date | string): void {
    this.instant = new Date(instant);
  }
  advance(milliseconds: number): void {
    this.instant = new Date(this.instant.getTime() + milliseconds);
  }
}

/** Civil date of an instant in Asia/Shanghai, `YYYY-MM-DD`. */
export function shanghaiDate(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10);
}

/** Civil date and minute of an instant in Asia/Shanghai, `YYYY-MM-DD HH:MM`: how papers and workbooks name a moment. */
export function shanghaiMinute(instant: Date): string {
  return new Date(instant.getTime() + SHANGHAI_OFFSET_MS).toISOString().slice(0, 16).replace('T', ' ');
}

/** The instant at which a civil date begins (`end` = false) or ends (last millisecond) in Asia/Shanghai. */
export function shanghaiInstant(date: string, end = false): Date {
  return new Date(`${date}T${end ? '23:59:59.999' : '00:00:00.000'}+08:00`);
}
