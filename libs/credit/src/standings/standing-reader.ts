import { Injectable } from '@nestjs/common';
import { Directory } from '@huanbao/identity';
import { Clock, Db } from '@huanbao/platform';
import type { ReferenceRow } from '@huanbao/reference';
import { Consequences, measureOf } from '../consequences/consequences.service';
import type { Measure } from '../consequences/shipped';
import { CreditStanding, type KeptResult } from '../credit.entity';
import { LedgerStore } from '../ledger/ledger-store';
import { SchemeBook } from '../schemes/scheme-book';
import { compute } from './compute';
import { isSubjectKind } from './standings.service';

export interface StandingOn {
  readonly scheme: string;
  readonly schemeTitle: string;
  readonly score: string;
  readonly grade: string;
  readonly gradeTitle: string;
  readonly colour: string;
  readonly vetoes: readonly string[];
  /** What the grade brings on that day, by the dated rows. */
  readonly measures: ReadonlyMap<Measure, ReferenceRow>;
}

/** How a subject stands on a day: the question other rooms ask. */
@Injectable()
export class CreditStandings {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly directory: Directory,
    private readonly store: LedgerStore,
    private readonly book: SchemeBook,
    private readonly consequences: Consequences,
  ) {}

  /** Null for who has no credit: offices, banks, unknown ones, days before any scheme. */
  async standingOf(subjectId: string, day: string): Promise<StandingOn | null> {
    const organisation = await this.directory.organisation(subjectId);
    if (!organisation || !isSubjectKind(organisation.kind)) return null;
    const held = (await this.keptOn(subjectId, day)) ?? compute(await this.book.on(day, organisation.kind), await this.store.of(subjectId)).results[0];
    if (!held) return null;
    const { scheme, schemeTitle, score, grade, gradeTitle, colour, vetoes } = held;
    const rows = (await this.consequences.holding(day)).filter(row => row.key.startsWith(`${scheme}:${grade}:`));
    return { scheme, schemeTitle, score, grade, gradeTitle, colour, vetoes, measures: new Map(rows.map(row => [measureOf(row) as Measure, row])) };
  }

  /** The kept row answers for today as long as nothing has begun or ended since it was computed: bids ask this in the last minute. */
  private async keptOn(subjectId: string, day: string): Promise<KeptResult | null> {
    if (day !== this.clock.today()) return null;
    const row = await this.db.repo(CreditStanding).findOneBy({ subjectId });
    if (!row || row.asOf > day || (row.nextChangeOn !== null && row.nextChangeOn <= day)) return null;
    return row.asOf < day && (await this.book.changesBetween(row.asOf, day)) ? null : (row.results[0] ?? null);
  }
}
