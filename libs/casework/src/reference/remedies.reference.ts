import { Injectable, OnModuleInit } from '@nestjs/common';
import { Db } from '@huanbao/platform';
import { lastDayBefore, ReferenceItem, ReferenceSources, type Successor } from '@huanbao/reference';
import { RemedyRule } from '../reference.entity';

/** Tells the work list of unverified data about the ways to contest a decision. */
@Injectable()
export class RemediesReference implements OnModuleInit {
  constructor(
    private readonly db: Db,
    private readonly sources: ReferenceSources,
  ) {}

  onModuleInit(): void {
    this.sources.register({
      kind: 'remedy', title: { zh: '救济途径和期限', en: 'Remedies' },
      list: async () => (await this.db.repo(RemedyRule).find({ order: { key: 'ASC', validFrom: 'ASC' } })).map(itemOf),
      mark: (key, verified) => this.mark(key, verified),
      editing: { whole: true, units: Object.values(UNITS), bilingual: true },
      locked: async key => itemOrNull(await this.lock(key)),
      succeed: (key, next, origin) => this.succeed(key, next, origin),
    });
  }

  private async mark(id: string, verified: boolean): Promise<ReferenceItem | null> {
    const row = await this.lock(id);
    if (row) await this.db.repo(RemedyRule).update({ key: row.key, validFrom: row.validFrom }, { verified });
    return itemOrNull(row);
  }

  private async lock(id: string): Promise<RemedyRule | null> {
    const [key = '', validFrom = ''] = id.split('|');
    return /^\d{4}-\d\d-\d\d$/.test(validFrom) ? this.db.lock(RemedyRule, { key, validFrom }) : null;
  }

  /** A decision takes the remedies of its day with it (行政许可法 art. 38): what was decided before keeps its own. */
  private async succeed(id: string, next: Successor, source: string): Promise<string> {
    const old = await this.lock(id);
    if (!old) throw new Error(`remedy ${id} is gone`);
    const { key, validFrom } = old;
    const last = lastDayBefore(next.effectiveFrom);
    await this.db.repo(RemedyRule).update({ key, validFrom }, { validTo: old.validTo !== null && old.validTo < last ? old.validTo : last });
    await this.db.repo(RemedyRule).insert({
      key, validFrom: next.effectiveFrom, validTo: next.effectiveTo, zh: next.title, en: next.titleEn ?? old.en, length: Number(next.value), unit: next.unit === UNITS.day ? 'day' : 'month', article: next.legalBasis, verified: false, source,
    });
    return `${key}|${next.effectiveFrom}`;
  }
}

const UNITS = { day: '日', month: '个月' } as const;
const itemOrNull = (row: RemedyRule | null): ReferenceItem | null => row && itemOf(row);

const itemOf = (row: RemedyRule): ReferenceItem => ({
  key: `${row.key}|${row.validFrom}`, title: row.zh, titleEn: row.en, value: String(row.length), unit: UNITS[row.unit], effectiveFrom: row.validFrom, effectiveTo: row.validTo, legalBasis: row.article,
  verified: row.verified, origin: row.source, note: null,
});
