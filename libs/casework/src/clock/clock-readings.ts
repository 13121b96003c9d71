import { Injectable } from '@nestjs/common';
import { Clock, Db } from '@huanbao/platform';
import { In } from 'typeorm';
import { ClockEntry } from '../case.entity';
import { CalendarService } from '../reference/calendar.service';
import { activeRun } from './clock-keeper';
import type { ClockReading } from './reading';

/** How the clocks of many cases stand today, from their ledgers: for lists, whose kept figures are as old as the last sweep. */
@Injectable()
export class ClockReadings {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly calendars: CalendarService,
  ) {}

  /** By case; none for a case whose clock does not run. One statement for a page. */
  async of(caseIds: readonly string[]): Promise<ReadonlyMap<string, ClockReading>> {
    const entries = caseIds.length === 0 ? [] : await this.db.repo(ClockEntry).find({ where: { caseId: In([...caseIds]) }, order: { caseId: 'ASC', seq: 'ASC' } });
    const calendar = await this.calendars.calendar();
    const readings = new Map<string, ClockReading>();
    for (const id of new Set(entries.map(one => one.caseId))) {
      const reading = activeRun(entries.filter(one => one.caseId === id), calendar, this.clock.today());
      if (reading) readings.set(id, reading);
    }
    return readings;
  }
}
