import { Injectable } from '@nestjs/common';
import { Clock, Db, newId } from '@huanbao/platform';
import { IsNull } from 'typeorm';
import { CreditFreeze } from '../credit.entity';

export interface NewFreeze {
  readonly subjectId: string;
  readonly eventKey: string;
  readonly caseId: string;
  /** Last day; the day after, everything is shown again unless it was decided before. */
  readonly until: string;
  /** By the rule of the day: the grade that rests on the event is not shown either. */
  readonly hidesGrade: boolean;
}

/** SQL: whether a freeze `f` holds on a day. */
export const frozenOn = (day: string): string => `f.ended_at IS NULL AND f.from_on <= ${day} AND ${day} <= f.until_on`;

/** Publication that rests while an appeal is looked at. The ledger and the grade stay as they are: only what everybody sees is held back. */
@Injectable()
export class PublicFreezes {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  async begin({ subjectId, eventKey, caseId, until, hidesGrade }: NewFreeze): Promise<void> {
    await this.db.repo(CreditFreeze).insert({ id: newId(), subjectId, eventKey, caseId, fromOn: this.clock.today(), untilOn: until, hidesGrade, beganAt: this.clock.now(), endedAt: null });
  }

  /** The appeal has an end. */
  async end(caseId: string): Promise<void> {
    await this.db.repo(CreditFreeze).update({ caseId, endedAt: IsNull() }, { endedAt: this.clock.now() });
  }

  /** Those that hold today. */
  of(subjectId: string): Promise<CreditFreeze[]> {
    return this.db.repo(CreditFreeze).createQueryBuilder('f').where('f.subjectId = :subjectId', { subjectId }).andWhere(frozenOn('CAST(:day AS date)'), { day: this.clock.today() }).orderBy('f.id').getMany();
  }

  /** How often the publication of an event has rested before. */
  countOf(eventKey: string): Promise<number> {
    return this.db.repo(CreditFreeze).countBy({ eventKey });
  }
}
