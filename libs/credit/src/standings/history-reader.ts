import { Injectable } from '@nestjs/common';
import { Directory } from '@huanbao/identity';
import { Db } from '@huanbao/platform';
import { CreditEvent, CreditSnapshot } from '../credit.entity';
import type { EventStatus } from '../engine/ledger';
import { LedgerStore } from '../ledger/ledger-store';
import { PublicFreezes } from '../register/freezes';
import { SchemeBook } from '../schemes/scheme-book';
import { compute } from './compute';
import { isSubjectKind } from './standings.service';

export interface StandingAt {
  readonly day: string;
  readonly score: string;
  readonly grade: string;
  readonly gradeTitle: string;
  readonly colour: string;
}

/** A penalty as it stands on a day. The ledger keeps no amount of a fine. */
export interface PenaltyOn {
  readonly type: string;
  readonly title: string;
  readonly documentNo: string | null;
  readonly date: string;
  readonly status: Extract<EventStatus, 'active' | 'suspended'>;
  /** An appeal is being looked at: it counts meanwhile, and is not public. */
  readonly underAppeal: boolean;
}

export interface GradeMove {
  readonly asOf: string;
  readonly computedAt: Date;
  readonly grade: string;
  readonly gradeTitle: string;
  readonly colour: string;
  readonly score: string;
  readonly beforeGrade: string | null;
  readonly beforeScore: string | null;
}

/** Types that stand for a decision of punishment or coercion; what an authority decided, not what was found. A penalty for a grave violation bears the type of that: it is known by its source. */
const PENALTIES: ReadonlySet<string> = new Set(['warning', 'fine-summary', 'fine', 'fine-large', 'fine-huge', 'daily-penalty', 'seizure', 'suspension', 'licence-revoked', 'detention']);

/** How a subject stood over time, for rooms that show more than today. It asks for no right: who calls has decided that the reader may. */
@Injectable()
export class CreditHistory {
  constructor(
    private readonly db: Db,
    private readonly directory: Directory,
    private readonly store: LedgerStore,
    private readonly book: SchemeBook,
    private readonly freezes: PublicFreezes,
  ) {}

  /** The standing of each day, in the order of the days, by what the ledger says of it now. Empty for who has no credit. */
  async of(subjectId: string, days: readonly string[]): Promise<StandingAt[]> {
    const organisation = await this.directory.organisation(subjectId);
    if (!organisation || !isSubjectKind(organisation.kind)) return [];
    const ledger = await this.store.of(subjectId);
    const standings: StandingAt[] = [];
    for (const day of days) {
      const [held] = compute(await this.book.on(day, organisation.kind), ledger).results;
      if (held) standings.push({ day, score: held.score, grade: held.grade, gradeTitle: held.gradeTitle, colour: held.colour });
    }
    return standings;
  }

  /** Penalties that count or wait for an answer to an appeal, the newest first: what was repaired, ended or revoked is not handed on any more (信用修复管理办法). Null for who has no credit. */
  async penalties(subjectId: string, day: string): Promise<PenaltyOn[] | null> {
    const organisation = await this.directory.organisation(subjectId);
    if (!organisation || !isSubjectKind(organisation.kind)) return null;
    const [first] = compute(await this.book.on(day, organisation.kind), await this.store.of(subjectId)).outcomes;
    if (!first) return null;
    const rows = new Map((await this.db.repo(CreditEvent).find({ select: { key: true, documentNo: true, sourceType: true }, where: { subjectId } })).map(one => [one.key, one]));
    const standing = first.outcome.standings.filter(one => PENALTIES.has(one.event.type) || rows.get(one.event.key)?.sourceType === 'penalty');
    const frozen = new Set((await this.freezes.of(subjectId)).map(one => one.eventKey));
    return standing
      .flatMap(({ event, status }) => (status !== 'active' && status !== 'suspended' ? [] : [{ type: event.type, title: event.title, documentNo: rows.get(event.key)?.documentNo ?? null, date: event.occurredOn, status, underAppeal: status === 'suspended' || frozen.has(event.key) }]))
      .sort((a, b) => (a.date < b.date ? 1 : a.date > b.date ? -1 : 0));
  }

  /** What one snapshot said, from what to what. */
  async move(snapshotId: string): Promise<GradeMove | null> {
    const row = await this.db.repo(CreditSnapshot).findOneBy({ id: snapshotId });
    if (!row) return null;
    const held = row.results.find(one => one.inForce) ?? row.results[0];
    const { asOf, computedAt, grade, score, beforeGrade, beforeScore } = row;
    return { asOf, computedAt, grade, gradeTitle: held?.gradeTitle ?? grade, colour: held?.colour ?? 'grey', score, beforeGrade, beforeScore };
  }
}
