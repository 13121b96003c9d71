import { Injectable, OnModuleInit } from '@nestjs/common';
import { addPeriod, type DayType } from '@huanbao/calendar';
import { Clock } from '@huanbao/platform';
import { ReferenceBook, type ReferenceRow } from '@huanbao/reference';
import { statementTooShort } from '../casework.errors';
import { CalendarService } from '../reference/calendar.service';
import type { AdverseDecision, HearingLaw } from './adverse.entity';

const KIND = 'adverse-period';
const LICENCE = '行政许可法';

const row = (key: string, title: string, value: string, given: Pick<ReferenceRow, 'legalBasis' | 'note'>): ReferenceRow => ({
  key, title, value, unit: '工作日', effectiveFrom: '2004-07-01', effectiveTo: null, verified: false, origin: '按条文或平台设定录入，未与公布的文本核对', ...given,
});

/** What ships. Nobody has compared it. */
const ROWS: readonly ReferenceRow[] = [
  row('statement', '陈述申辩期限', '5', { legalBasis: `${LICENCE} 第七条、第三十六条`, note: '法律没有规定天数，由平台设定，按告知书写明的期限' }),
  row('statement-least', '陈述申辩期限的下限', '3', { legalBasis: `${LICENCE} 第七条、第三十六条`, note: '法律没有规定天数，由平台设定' }),
  row('hearing-request', '申请听证的期限', '5', { legalBasis: `${LICENCE} 第四十七条`, note: '条文写“五日内”，按工作日计，待核' }),
  row('hearing-within', '组织听证的期限', '20', { legalBasis: `${LICENCE} 第四十七条`, note: '自收到听证申请起；条文写“二十日内”，按第八十二条以工作日计，待核' }),
  row('hearing-notice', '听证前通知', '7', { legalBasis: `${LICENCE} 第四十八条第一项`, note: '条文写“七日前”，按工作日计，待核' }),
];

/** What a notice promises. */
export type Promised = Pick<AdverseDecision, 'statementDays' | 'statementDayType' | 'hearingDays' | 'hearingDayType' | 'hearingLaw'>;

/** What a decision promises where nobody is to be heard. */
export const NOTHING: Promised = { statementDays: null, statementDayType: 'workday', hearingDays: null, hearingDayType: 'workday', hearingLaw: null };

interface Length {
  readonly days: number;
  readonly dayType: DayType;
}

const lengthOf = ({ value, unit }: ReferenceRow): Length => ({ days: Number(value), dayType: unit.includes('工作日') ? 'workday' : 'calendar' });

type Term = 'statement' | 'hearing-request' | 'hearing-within' | 'hearing-notice';

/** The same period under the law of penalties stands in the rows of that room. They set no time within which the hearing is held. */
const PENALTY_KIND = 'penalty-parameter';
const PENALTY_ROWS: Readonly<Record<Term, string | null>> = { statement: 'period:statement', 'hearing-request': 'period:hearing-request', 'hearing-notice': 'period:hearing-notice', 'hearing-within': null };

/** Periods of decisions against a party: dated rows, each read on the day it is used. */
@Injectable()
export class AdverseTerms implements OnModuleInit {
  constructor(
    private readonly book: ReferenceBook,
    private readonly clock: Clock,
    private readonly calendars: CalendarService,
  ) {}

  onModuleInit(): void {
    this.book.keep(KIND, { zh: '不利决定的陈述申辩和听证期限', en: 'Periods of statement and hearing before a decision against a party' }, ROWS);
  }

  /** What the notice promises: days to speak, and to ask for a hearing where the party may, in the unit of their rows. @throws 400 `adverse.period-short` */
  async ofNotice(given: { readonly statementDays: number | undefined; readonly hearingRight: boolean; readonly law: HearingLaw }): Promise<Promised> {
    const [usual, least] = [await this.length('statement', given.law), lengthOf(this.pick(await this.book.rows(KIND), 'statement-least'))];
    const statement = { ...usual, days: given.statementDays ?? usual.days };
    await this.assertLongEnough(statement, least);
    const promised = { ...NOTHING, statementDays: statement.days, statementDayType: statement.dayType };
    if (!given.hearingRight) return promised;
    const hearing = await this.length('hearing-request', given.law);
    return { ...promised, hearingLaw: given.law, hearingDays: hearing.days, hearingDayType: hearing.dayType };
  }

  /** The last days once the party was told; null for what the notice does not promise. */
  async ends(one: Omit<Promised, 'hearingLaw'>, toldOn: string): Promise<Pick<AdverseDecision, 'statementUntil' | 'hearingUntil' | 'statementProvisional'>> {
    const calendar = await this.calendars.calendar();
    const end = (days: number | null, dayType: DayType) => (days === null ? null : addPeriod(toldOn, { days, dayType }, calendar));
    const [statement, hearing] = [end(one.statementDays, one.statementDayType), end(one.hearingDays, one.hearingDayType)];
    return { statementUntil: statement?.date ?? null, hearingUntil: hearing?.date ?? null, statementProvisional: Boolean(statement?.provisional || hearing?.provisional) };
  }

  /** Last day of a period of the hearing that begins the day after `from`; null where the law sets none. */
  async end(term: Term, law: HearingLaw, from: string): Promise<string | null> {
    if (law === 'penalty' && PENALTY_ROWS[term] === null) return null;
    return addPeriod(from, await this.length(term, law), await this.calendars.calendar()).date;
  }

  private async length(term: Term, law: HearingLaw): Promise<Length> {
    const key = law === 'penalty' ? PENALTY_ROWS[term] : null;
    const own = key === null ? undefined : this.held(await this.book.rows(PENALTY_KIND), key);
    return lengthOf(own ?? this.pick(await this.book.rows(KIND), term));
  }

  /** Compared by their ends: one may be in working days and the other in calendar days. */
  private async assertLongEnough(given: Length, least: Length): Promise<void> {
    const [calendar, today] = [await this.calendars.calendar(), this.clock.today()];
    if (addPeriod(today, given, calendar).date < addPeriod(today, least, calendar).date) throw statementTooShort(least);
  }

  private pick(rows: readonly ReferenceRow[], key: string): ReferenceRow {
    const found = this.held(rows, key) ?? ROWS.find(one => one.key === key);
    if (!found) throw new Error(`No period of adverse decisions is called ${key}`);
    return found;
  }

  private held(rows: readonly ReferenceRow[], key: string): ReferenceRow | undefined {
    const today = this.clock.today();
    return rows.find(one => one.key === key && one.effectiveFrom <= today && (one.effectiveTo === null || today <= one.effectiveTo));
  }
}
