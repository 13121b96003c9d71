import { Injectable, OnModuleInit } from '@nestjs/common';
import { RatingTermsBook } from '@huanbao/marketplace';
import { Clock } from '@huanbao/platform';
import { ReferenceBook, ReferenceRow } from '@huanbao/reference';
import { Parameters, parametersOn, REPUTATION_KIND, REPUTATION_VALUES } from './rules/parameters';

/** The dated values reputation is reckoned with. */
@Injectable()
export class ReputationParameters implements OnModuleInit {
  constructor(
    private readonly book: ReferenceBook,
    private readonly ratings: RatingTermsBook,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.book.keep(REPUTATION_KIND, { zh: '评价、排名与造假认定', en: 'Ratings, ranking and findings' }, REPUTATION_VALUES);
  }

  today(): Promise<Parameters> {
    return this.on(this.clock.today());
  }

  async on(day: string): Promise<Parameters> {
    return parametersOn(await this.book.rows(REPUTATION_KIND), day);
  }

  /** The rows that hold today, those of the ratings themselves first, for people to read. */
  async rows(): Promise<readonly ReferenceRow[]> {
    const today = this.clock.today();
    return [...(await this.ratings.rows()), ...(await this.book.rows(REPUTATION_KIND)).filter(row => row.effectiveFrom <= today && (row.effectiveTo === null || today <= row.effectiveTo))];
  }
}
