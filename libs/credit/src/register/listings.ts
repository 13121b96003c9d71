import { Injectable } from '@nestjs/common';
import { Db } from '@huanbao/platform';
import { CreditListing } from '../credit.entity';

export type NewListing = Pick<CreditListing, 'id' | 'subjectId' | 'list' | 'title' | 'documentNo' | 'fromOn' | 'untilOn'>;

/** SQL: whether a listing `l` has its effect on a day. It ends with the day before the one it was left on. */
export const listedOn = (day: string): string => `l.from_on <= ${day} AND ${day} <= l.until_on AND NOT l.resting AND (l.ended_on IS NULL OR ${day} < l.ended_on)`;

/** The door for rooms that keep lists: what they enter here brings its measures in the market, in permits and in draws, and stops bringing them when it is left. */
@Injectable()
export class CreditListings {
  constructor(private readonly db: Db) {}

  /** In the transaction of who decides. */
  async enter(listing: NewListing): Promise<void> {
    await this.db.repo(CreditListing).insert({ ...listing, resting: false, endedOn: null });
  }

  async rest(id: string, resting: boolean): Promise<void> {
    await this.db.repo(CreditListing).update({ id }, { resting });
  }

  /** From this day on it brings nothing any more. Again changes nothing. */
  async leave(id: string, on: string): Promise<void> {
    await this.db.query('UPDATE credit_listing SET ended_on = $2 WHERE id = $1 AND (ended_on IS NULL OR ended_on > $2)', [id, on]);
  }

  async until(id: string, untilOn: string): Promise<void> {
    await this.db.repo(CreditListing).update({ id }, { untilOn });
  }

  /** Those that hold on a day. */
  of(subjectId: string, day: string): Promise<CreditListing[]> {
    return this.db.repo(CreditListing).createQueryBuilder('l').where('l.subjectId = :subjectId', { subjectId }).andWhere(listedOn('CAST(:day AS date)'), { day }).orderBy('l.id').getMany();
  }
}
