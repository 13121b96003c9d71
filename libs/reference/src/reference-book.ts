import { Injectable } from '@nestjs/common';
import { Db, newId } from '@huanbao/platform';
import { ReferenceValue } from './reference.entity';
import type { ReferenceItem } from './reference-item';
import { ReferenceSources } from './reference-sources';
import { lastDayBefore, type Successor } from './succession';

export type ReferenceRow = Omit<ReferenceValue, 'id' | 'kind'>;

/** Small dated values by kind. A room names its kind with the values it ships; what is in the table comes first. */
@Injectable()
export class ReferenceBook {
  private readonly kinds = new Map<string, { readonly zh: string; readonly en: string; readonly shipped: readonly ReferenceRow[] }>();

  constructor(
    private readonly db: Db,
    private readonly sources: ReferenceSources,
  ) {}

  /** Makes the kind known: to the loader, to the work list, to {@link rows}. */
  keep(kind: string, title: { readonly zh: string; readonly en: string }, shipped: readonly ReferenceRow[]): void {
    this.kinds.set(kind, { ...title, shipped });
    this.sources.register({
      kind, title,
      list: async () => (await this.db.repo(ReferenceValue).find({ where: { kind }, order: { key: 'ASC', effectiveFrom: 'ASC' } })).map(itemOf),
      mark: async (key, verified) => {
        const row = await this.db.lock(ReferenceValue, { kind, id: UUID.test(key) ? key : NOBODY });
        if (!row) return null;
        await this.db.repo(ReferenceValue).update({ id: row.id }, { verified });
        return itemOf(row);
      },
      editing: { whole: false },
      locked: async key => {
        const row = await this.db.lock(ReferenceValue, { kind, id: UUID.test(key) ? key : NOBODY });
        return row && itemOf(row);
      },
      succeed: (key, next, origin) => this.succeed(key, next, origin),
    });
  }

  private async succeed(id: string, { title, value, unit, legalBasis, effectiveFrom, effectiveTo, note }: Successor, origin: string): Promise<string> {
    const old = await this.db.repo(ReferenceValue).findOneByOrFail({ id });
    const row = { id: newId(), kind: old.kind, key: old.key, title, value, unit, legalBasis, effectiveFrom, effectiveTo, note, origin, verified: false };
    await this.db.repo(ReferenceValue).update({ id }, { effectiveTo: earlier(old.effectiveTo, lastDayBefore(effectiveFrom)) });
    await this.db.repo(ReferenceValue).insert(row);
    return row.id;
  }

  /** All rows of a kind; those that ship with the platform before the reference data was loaded. */
  async rows(kind: string): Promise<readonly ReferenceRow[]> {
    const stored = await this.db.prepared<ReferenceRow>(
      'reference-rows',
      `SELECT key, title, value, unit, effective_from::text AS "effectiveFrom", effective_to::text AS "effectiveTo", legal_basis AS "legalBasis", verified, origin, note
         FROM reference_value WHERE kind = $1 ORDER BY key, effective_from`,
      [kind],
    );
    return stored.length > 0 ? stored : (this.kinds.get(kind)?.shipped ?? []);
  }

  /** Loads what ships with the platform. Rows that are there stay as they are. */
  async load(): Promise<void> {
    for (const [kind, { shipped }] of this.kinds) {
      await this.db.repo(ReferenceValue).createQueryBuilder().insert().values(shipped.map(row => ({ ...row, kind }))).orIgnore().execute();
    }
  }
}

/** A row that ends before the new one begins keeps its end. */
const earlier = (end: string | null, last: string): string => (end !== null && end < last ? end : last);

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const NOBODY = '00000000-0000-0000-0000-000000000000';

const itemOf = ({ id, title, value, unit, effectiveFrom, effectiveTo, legalBasis, verified, origin, note }: ReferenceValue): ReferenceItem => ({
  key: id, title, value, unit, effectiveFrom, effectiveTo, legalBasis, verified, origin, note,
});
