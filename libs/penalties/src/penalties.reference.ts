import { Injectable, OnModuleInit } from '@nestjs/common';
import { addCalendarDays, addDays, addPeriod } from '@huanbao/calendar';
import { CalendarService, type PeriodLength } from '@huanbao/casework';
import { Clock } from '@huanbao/platform';
import { ReferenceBook, type ReferenceRow } from '@huanbao/reference';
import { FACTORS, LAWS, MITIGATIONS, PARAMETERS } from './reference.rows';
import type { CreditScale } from './rules/credit';
import { type Scale, scaleOn } from './rules/discretion';
import type { ExecutionTerms } from './rules/execution';
import { holdsOn, type LawOption, lawsOf } from './rules/law';
import { type Circumstance, circumstancesOn } from './rules/mitigation';
import type { Thresholds } from './rules/thresholds';

const PARAMETER_KIND = 'penalty-parameter';
const LAW_KIND = 'penalty-law';
const FACTOR_KIND = 'penalty-factor';
const MITIGATION_KIND = 'penalty-mitigation';

export interface ViolationChoice {
  readonly code: string;
  readonly title: string;
}

/** Periods, thresholds, laws and the scale of discretion: dated rows of the reference data. */
@Injectable()
export class PenaltyReference implements OnModuleInit {
  constructor(
    private readonly book: ReferenceBook,
    private readonly clock: Clock,
    private readonly calendars: CalendarService,
  ) {}

  onModuleInit(): void {
    this.book.keep(PARAMETER_KIND, { zh: '行政处罚的期限和数额标准', en: 'Penalties: periods and thresholds' }, PARAMETERS);
    this.book.keep(LAW_KIND, { zh: '行政处罚的法定幅度', en: 'Penalties: what the law allows' }, LAWS);
    this.book.keep(FACTOR_KIND, { zh: '行政处罚裁量因素', en: 'Penalties: factors of discretion' }, FACTORS);
    this.book.keep(MITIGATION_KIND, { zh: '减轻处罚的法定情节', en: 'Penalties: circumstances of mitigation' }, MITIGATIONS);
  }

  async number(key: string, day = this.clock.today()): Promise<number> {
    return Number((await this.row(key, day)).value);
  }

  async text(key: string): Promise<string> {
    return (await this.row(key)).value;
  }

  /** Length and article of a period, for a clock of the case. */
  async period(name: string): Promise<PeriodLength> {
    const { value, unit, legalBasis } = await this.row(`period:${name}`);
    return { days: Number(value), dayType: unit.includes('工作日') ? 'workday' : 'calendar', article: legalBasis };
  }

  /** Last day of a period that begins the day after `from`. */
  async end(name: string, from: string): Promise<string> {
    const { days, dayType } = await this.period(name);
    return addPeriod(from, { days, dayType }, await this.calendars.calendar()).date;
  }

  /** The same day, or the next working day after a day off. */
  async rolled(day: string): Promise<string> {
    return addCalendarDays(addDays(day, -1), 1, await this.calendars.calendar()).date;
  }

  async executionTerms(): Promise<ExecutionTerms> {
    const number = (key: string): Promise<number> => this.number(`period:${key}`);
    const { days, dayType } = await this.period('reminder');
    return { litigationMonths: await number('litigation'), afterReconsideration: await number('after-reconsideration'), appeal: await number('appeal'), courtMonths: await number('court'), judgmentMonths: await number('court-judgment'), reminder: { days, dayType } };
  }

  async laws(code: string): Promise<LawOption[]> {
    return lawsOf(await this.book.rows(LAW_KIND), code);
  }

  /** Every violation there is a law for, each once. */
  async violations(): Promise<ViolationChoice[]> {
    const found = new Map((await this.book.rows(LAW_KIND)).filter(one => one.key.startsWith('fine:')).map(one => [one.key.slice('fine:'.length), one.title]));
    return [...found].map(([code, title]) => ({ code, title }));
  }

  /** The code of the library of penalties for a key of the library of visits, by the row of the day of the conduct. */
  async violationOf(key: string, day: string): Promise<string | null> {
    const rows = [...(await this.book.rows(PARAMETER_KIND)), ...PARAMETERS];
    return rows.find(one => one.key === `finding:${key}` && holdsOn(one, day))?.value ?? null;
  }

  async scale(day = this.clock.today()): Promise<Scale> {
    return scaleOn(await this.book.rows(FACTOR_KIND), day);
  }

  /** On what a fine may go below the least of the law today. */
  async circumstances(): Promise<Circumstance[]> {
    return circumstancesOn(await this.book.rows(MITIGATION_KIND), this.clock.today());
  }

  async thresholds(): Promise<Thresholds> {
    const rows = await this.today();
    const value = (key: string): string => valueOf(rows, key);
    const list = (key: string): string[] => value(key).split(',');
    return {
      hearing: { fine: value('hearing:fine'), personFine: value('hearing:fine-person'), confiscate: value('hearing:confiscate'), measures: list('hearing:measures') },
      review: { fine: value('review:fine'), measures: list('review:measures'), afterHearing: value('review:heard') === 'yes' },
      grave: { fine: value('grave:fine'), measures: list('grave:measures') },
    };
  }

  /** By which penalties of a day enter the credit. A code or measure whose rows all ended by that day has none. */
  async creditScale(day: string): Promise<CreditScale> {
    const stored = await this.book.rows(PARAMETER_KIND);
    const rows = [...stored, ...PARAMETERS.filter(one => stored.every(other => other.key !== one.key))].filter(one => holdsOn(one, day));
    const under = (prefix: string): Map<string, string> => new Map(rows.filter(one => one.key.startsWith(prefix)).map(one => [one.key.slice(prefix.length), one.value]));
    return { largeFine: valueOf(rows, 'credit:large-fine'), hugeFine: valueOf(rows, 'credit:huge-fine'), violations: under('credit:violation:'), measures: under('credit:measure:') };
  }

  private async row(key: string, day = this.clock.today()): Promise<ReferenceRow> {
    const shipped = PARAMETERS.filter(one => one.key === key);
    const found = (await this.book.rows(PARAMETER_KIND)).find(one => one.key === key && holdsOn(one, day)) ?? shipped.find(one => holdsOn(one, day)) ?? shipped.at(-1);
    if (!found) throw new Error(`No parameter of penalties is called ${key}`);
    return found;
  }

  private async today(): Promise<ReferenceRow[]> {
    const today = this.clock.today();
    return (await this.book.rows(PARAMETER_KIND)).filter(one => holdsOn(one, today));
  }
}

const valueOf = (rows: readonly ReferenceRow[], key: string): string => (rows.find(one => one.key === key) ?? PARAMETERS.find(one => one.key === key))?.value ?? '';
