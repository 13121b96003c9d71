import { Injectable } from '@nestjs/common';
import { Calendar, isWorkingDay } from '@huanbao/calendar';
import { Db } from '@huanbao/platform';
import { HolidayYear } from '../reference.entity';

/** The working-day calendar from the imported holiday years. */
@Injectable()
export class CalendarService {
  constructor(private readonly db: Db) {}

  /** Read anew each time: an import in another process holds at once, and the table has one row a year. */
  async calendar(): Promise<Calendar> {
    const years = await this.db.repo(HolidayYear).find({ order: { year: 'ASC' } });
    return years.map(({ year, holidays, makeupDays, source }) => ({ year, holidays, makeup: makeupDays, source }));
  }

  /** Whether a day is worked, by the calendar as it stands. */
  async isWorkday(): Promise<(date: string) => boolean> {
    const calendar = await this.calendar();
    return date => isWorkingDay(date, calendar);
  }
}
