import { Injectable, OnModuleInit } from '@nestjs/common';
import { Clock } from '@huanbao/platform';
import { ReferenceBook, ReferenceRow } from '@huanbao/reference';
import { RATING_KIND, RATING_VALUES, RatingTerms, ratingTermsOn } from './rating';

/** What mutual ratings are reckoned with today. */
@Injectable()
export class RatingTermsBook implements OnModuleInit {
  constructor(
    private readonly book: ReferenceBook,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.book.keep(RATING_KIND, { zh: '互评的权重与公开', en: 'Weights and publication of ratings' }, RATING_VALUES);
  }

  async today(): Promise<RatingTerms> {
    return ratingTermsOn(await this.book.rows(RATING_KIND), this.clock.today());
  }

  /** The rows that hold today, for people to read. */
  async rows(): Promise<readonly ReferenceRow[]> {
    const today = this.clock.today();
    return (await this.book.rows(RATING_KIND)).filter(row => row.effectiveFrom <= today && (row.effectiveTo === null || today <= row.effectiveTo));
  }
}
