import { Injectable } from '@nestjs/common';
import { CreditReckoning } from '@huanbao/credit';
import { Actor, Audit, Clock, coversRegion, Db, newId, notFound } from '@huanbao/platform';
import type { OpenEvaluationYearDto } from '../dto';
import { EvaluationYear } from '../evaluation.entity';
import { noScheme, planWrong, yearOpened, yearOutside, yearOverlaps } from '../evaluation.errors';
import { LAW } from '../evaluation.machine';
import { yearPolicy } from '../evaluation.policy';
import { EvaluationBook } from '../evaluation.reference';
import { planFaults, proposedPlan, type YearPlan } from '../rules/plan';

/** First year of the method (环发〔2013〕150号 holds from 2014-03-01, on the conduct of 2013). */
const FIRST_YEAR = 2013;
const YEAR_LOCK = 7_143_000;

/** A year is opened once a region: its dates and the versions of the schemes are fixed then. */
@Injectable()
export class Years {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly book: EvaluationBook,
    private readonly reckoning: CreditReckoning,
    private readonly audit: Audit,
  ) {}

  /** The dates that are proposed for a year. @throws 400 for a year to come */
  async proposal(year: number): Promise<YearPlan> {
    const today = this.clock.today();
    if (year < FIRST_YEAR || year > Number(today.slice(0, 4))) throw yearOutside();
    return proposedPlan(year, await this.book.plan(), today);
  }

  /** @throws 409 when the year was opened, here or in a region above or below */
  open(actor: Actor, { year, ...dates }: OpenEvaluationYearDto): Promise<EvaluationYear> {
    return this.db.transaction(async () => {
      const regionCode = regionOf(actor);
      if (!coversRegion(actor, regionCode)) throw notFound();
      const today = this.clock.today();
      const plan = { ...(await this.proposal(year)), ...given(dates) };
      const faults = planFaults(plan, today);
      if (faults.length > 0) throw planWrong(faults);
      const schemes = await this.reckoning.freeze(today);
      if (schemes.length === 0) throw noScheme();
      await this.db.query('SELECT pg_advisory_xact_lock($1)', [YEAR_LOCK + year]);
      await this.assertFree(year, regionCode);
      const row: EvaluationYear = {
        ...plan, id: newId(), year, regionCode, asOf: `${year}-12-31`, state: 'listing', schemes, legalBasis: LAW, openedBy: actor.userId, openedByName: actor.name, openedAt: this.clock.now(), listPublishedAt: null, listPublishedByName: null, version: 1,
      };
      await this.db.repo(EvaluationYear).insert(row);
      await this.audit.record({ actor, action: 'evaluation-year.open', subject: { type: 'evaluation-year', id: row.id }, details: { year, regionCode, ...plan, schemes: schemes.map(one => `${one.key}@${one.effectiveFrom}`) } });
      return row;
    });
  }

  /** Seen by who may. @throws 404 otherwise, 403 when the action is not theirs */
  async seen(actor: Actor, id: string, action: 'evaluation-year.read' | 'evaluation-year.list' | 'evaluation-year.run' | 'evaluation-year.approve' = 'evaluation-year.read'): Promise<EvaluationYear> {
    const year = await this.db.repo(EvaluationYear).findOneBy({ id });
    yearPolicy.require(actor, action, year);
    return year;
  }

  private async assertFree(year: number, regionCode: string): Promise<void> {
    const [other] = await this.db.query<{ regionCode: string }>(`SELECT region_code AS "regionCode" FROM evaluation_year WHERE year = $1 AND (region_code LIKE $2 || '%' OR $2 LIKE region_code || '%') LIMIT 1`, [year, regionCode]);
    if (other) throw other.regionCode === regionCode ? yearOpened() : yearOverlaps();
  }
}

/** The region an officer works for: the first of them. */
export const regionOf = (actor: Actor): string => actor.regions.find(one => /^\d+$/.test(one)) ?? '';

const given = (dates: Partial<Pick<YearPlan, 'reportUntil' | 'checkUntil' | 'reviewUntil'>>): Partial<YearPlan> => Object.fromEntries(Object.entries(dates).filter(([, day]) => day !== undefined));
