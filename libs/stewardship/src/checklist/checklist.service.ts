import { Injectable, OnModuleInit } from '@nestjs/common';
import { ReferenceBook } from '@huanbao/reference';
import { Clock } from '@huanbao/platform';
import type { CheckItem } from '../entities';
import { CHECK_ITEMS, CHECK_KIND } from './items';
import { StewardTopicView } from './topic.view';

/** The library of what is looked at: dated rows of the reference data, compared and renewed like all others. */
@Injectable()
export class Checklist implements OnModuleInit {
  constructor(
    private readonly book: ReferenceBook,
    private readonly clock: Clock,
  ) {}

  onModuleInit(): void {
    this.book.keep(CHECK_KIND, { zh: '环保管家巡查要点', en: 'Checklist of stewardship visits' }, CHECK_ITEMS);
  }

  /** The items that hold on a day; of all topics when none is named. */
  async items(topics: readonly string[], day: string): Promise<CheckItem[]> {
    const rows = (await this.book.rows(CHECK_KIND)).filter(row => row.effectiveFrom <= day && (row.effectiveTo === null || day <= row.effectiveTo));
    const ordered = CHECK_ITEMS.map(row => row.key);
    return rows
      .filter(row => topics.length === 0 || topics.includes(row.title))
      .map(row => ({ key: row.key, topic: row.title, zh: row.value, en: row.note ?? row.value, legalBasis: row.legalBasis, verified: row.verified }))
      .sort((one, other) => ordered.indexOf(one.key) - ordered.indexOf(other.key));
  }

  async topics(): Promise<StewardTopicView[]> {
    const counts = new Map<string, number>();
    for (const { topic } of await this.items([], this.clock.today())) counts.set(topic, (counts.get(topic) ?? 0) + 1);
    return [...counts].map(([topic, items]) => ({ topic, items }));
  }
}
