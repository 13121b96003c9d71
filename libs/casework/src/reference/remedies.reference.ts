import { Injectable, OnModuleInit } from '@nestjs/common';
import { Db } from '@huanbao/platform';
import { ReferenceItem, ReferenceSources } from '@huanbao/reference';
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
    });
  }

  private async mark(id: string, verified: boolean): Promise<ReferenceItem | null> {
    const [key = '', validFrom = ''] = id.split('|');
    const row = /^\d{4}-\d\d-\d\d$/.test(validFrom) ? await this.db.lock(RemedyRule, { key, validFrom }) : null;
    if (!row) return null;
    await this.db.repo(RemedyRule).update({ key, validFrom }, { verified });
    return itemOf(row);
  }
}

const itemOf = (row: RemedyRule): ReferenceItem => ({
  key: `${row.key}|${row.validFrom}`, title: row.zh, value: String(row.length), unit: row.unit === 'day' ? '日' : '个月', effectiveFrom: row.validFrom, effectiveTo: row.validTo, legalBasis: row.article,
  verified: row.verified, origin: row.source, note: null,
});
