import { Injectable, OnModuleInit } from '@nestjs/common';
import { ReferenceBook, type ReferenceRow } from '@huanbao/reference';

export const SERVICE_KIND = 'service-period';

const ROWS: readonly ReferenceRow[] = [
  { key: 'announcement', title: '公告送达的期间', value: '30', unit: '日', effectiveFrom: '2021-07-15', effectiveTo: null, legalBasis: '民事诉讼法 第九十五条', verified: false, origin: '二手资料转述，待核原文', note: '自公告之日起算，期满视为送达' },
];

/** Periods of the service of papers: dated rows. */
@Injectable()
export class ServiceBook implements OnModuleInit {
  constructor(private readonly book: ReferenceBook) {}

  onModuleInit(): void {
    this.book.keep(SERVICE_KIND, { zh: '文书送达的期间', en: 'Periods of service' }, ROWS);
  }

  /** Of an announcement that was put up on a day. */
  async announcementDays(day: string): Promise<number> {
    const row = (await this.book.rows(SERVICE_KIND)).find(one => one.key === 'announcement' && (one.effectiveFrom ?? '') <= day && (one.effectiveTo === null || day <= one.effectiveTo));
    return Number((row ?? (ROWS[0] as ReferenceRow)).value);
  }
}
