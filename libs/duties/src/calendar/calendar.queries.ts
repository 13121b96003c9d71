import { Injectable } from '@nestjs/common';
import { addDays, dayKind, daysBetween } from '@huanbao/calendar';
import { CalendarService } from '@huanbao/casework';
import { Actor, Clock, Db, invalidFields } from '@huanbao/platform';
import { filtered } from './duty-filter';
import type { DutyCalendarDto } from './duty.dto';
import type { DutyCalendarView, DutyCountsView, DutyDayView, DutyLineView, DutySiteView } from './duty.view';
import { Obligation } from './obligation.entity';
import { scoped } from './scope';

const LONGEST_DAYS = 45;
const SHOWN_A_DAY = 3;
const MOST_SITES = 200;
const NONE: DutyCountsView = { upcoming: 0, due: 0, overdue: 0, done: 0, excused: 0 };
const FIRST_OPEN = `CASE o.status WHEN 'overdue' THEN 0 WHEN 'due' THEN 1 WHEN 'upcoming' THEN 2 WHEN 'done' THEN 3 ELSE 4 END`;

interface LineRow extends Omit<DutyLineView, 'title'> {
  readonly day: string;
  readonly zh: string;
  readonly en: string;
}

/** Duties by day, for the month and for print. */
@Injectable()
export class DutyCalendarQueries {
  constructor(
    private readonly db: Db,
    private readonly calendars: CalendarService,
    private readonly clock: Clock,
  ) {}

  /** Every day of the span, also those on which nothing is due. @throws 400 for a span too long */
  async calendar(actor: Actor, asked: DutyCalendarDto): Promise<DutyCalendarView> {
    const length = daysBetween(asked.from, asked.to);
    if (length < 0 || length > LONGEST_DAYS) throw invalidFields([{ pointer: '/to', code: 'span', zh: `结束日期应在开始日期之后，最多 ${LONGEST_DAYS} 天`, en: `The last day lies after the first, at most ${LONGEST_DAYS} days.` }]);
    const counts = await filtered(this.db, actor, asked).select('o.due_on::text', 'day').addSelect('o.status', 'status').addSelect('count(*)::int', 'n').groupBy('o.dueOn').addGroupBy('o.status').getRawMany<{ day: string; status: keyof DutyCountsView; n: number }>();
    const lines = await this.lines(actor, asked);
    const calendar = await this.calendars.calendar();
    const days = Array.from({ length: length + 1 }, (_, at): DutyDayView => {
      const day = addDays(asked.from, at);
      const kind = dayKind(day, calendar);
      return { day, isDayOff: !kind.working, provisional: kind.provisional, counts: summed(counts.filter(one => one.day === day)), first: lines.filter(one => one.day === day).map(lineView) };
    });
    return { today: this.clock.today(), days, total: summed(counts), unpublishedYears: [...new Set(days.filter(one => one.provisional).map(one => Number(one.day.slice(0, 4))))] };
  }

  /** Permits to choose among, at most 200. */
  sites(actor: Actor): Promise<DutySiteView[]> {
    return scoped(this.db.repo(Obligation).createQueryBuilder('o'), actor, 'o').select('o.permit_id', 'permitId').addSelect('max(o.permit_number)', 'permitNumber').addSelect('o.enterprise_id', 'enterpriseId')
      .addSelect('max(o.enterprise_name)', 'enterpriseName').addSelect('max(o.site_name)', 'siteName').groupBy('o.permitId').addGroupBy('o.enterpriseId').orderBy('max(o.enterprise_name)').addOrderBy('o.permitId').limit(MOST_SITES).getRawMany<DutySiteView>();
  }

  private lines(actor: Actor, asked: DutyCalendarDto): Promise<LineRow[]> {
    const [sql, values] = filtered(this.db, actor, asked)
      .select('o.id', 'id').addSelect('o.due_on::text', 'day').addSelect('o.title_zh', 'zh').addSelect('o.title_en', 'en').addSelect('o.status', 'status').addSelect('o.kind', 'kind')
      .addSelect('o.enterprise_name', 'enterpriseName').addSelect('o.site_name', 'siteName').addSelect(`row_number() OVER (PARTITION BY o.due_on ORDER BY ${FIRST_OPEN}, o.id)`, 'n').getQueryAndParameters();
    return this.db.query<LineRow>(`SELECT id, day, zh, en, status, kind, "enterpriseName", "siteName" FROM (${sql}) AS s WHERE s.n <= ${SHOWN_A_DAY} ORDER BY day, s.n`, values);
  }
}

function summed(rows: readonly { readonly status: keyof DutyCountsView; readonly n: number }[]): DutyCountsView {
  return rows.reduce<DutyCountsView>((sum, one) => ({ ...sum, [one.status]: sum[one.status] + one.n }), { ...NONE });
}

const lineView = ({ id, zh, en, status, kind, enterpriseName, siteName }: LineRow): DutyLineView => ({ id, title: { zh, en }, status, kind, enterpriseName, siteName });
