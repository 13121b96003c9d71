import { Injectable } from '@nestjs/common';
import { Db } from '@huanbao/platform';
import { In, LessThanOrEqual, MoreThanOrEqual } from 'typeorm';
import { KeptFact } from './kept-fact.entity';
import type { FactKind } from './rules';

export type HeldFact = Pick<KeptFact, 'kind' | 'value' | 'unit' | 'fromOn' | 'toOn'>;

/** What holds of an enterprise, as other rooms read it. It asks for no right: who calls has checked that it may be read. */
@Injectable()
export class KeptFactReader {
  constructor(private readonly db: Db) {}

  /** The value of a kind that holds on a day. */
  async on(enterpriseId: string, kind: FactKind, day: string): Promise<HeldFact | null> {
    const rows = await this.db.repo(KeptFact).find({ where: { enterpriseId, kind, counts: true, fromOn: LessThanOrEqual(day) }, order: { fromOn: 'DESC' }, take: 1 });
    return rows.find(row => row.toOn === null || row.toOn >= day) ?? null;
  }

  /** The values of some kinds whose whole time lies within two days. */
  within(enterpriseId: string, kinds: readonly FactKind[], { from, to }: { readonly from: string; readonly to: string }): Promise<HeldFact[]> {
    return this.db.repo(KeptFact).find({ where: { enterpriseId, kind: In([...kinds]), counts: true, fromOn: MoreThanOrEqual(from), toOn: LessThanOrEqual(to) }, order: { fromOn: 'ASC' } });
  }

  /** The newest values of some kinds that were over on a day: all of one time. */
  async newest(enterpriseId: string, kinds: readonly FactKind[], day: string): Promise<HeldFact[]> {
    const rows = await this.db.repo(KeptFact).find({ where: { enterpriseId, kind: In([...kinds]), counts: true, toOn: LessThanOrEqual(day) }, order: { fromOn: 'DESC' }, take: kinds.length });
    return rows.filter(row => row.fromOn === rows[0]?.fromOn && row.toOn === rows[0].toOn);
  }

  /** Every enterprise with a value like this one: of the same kind, unit and time. */
  async alike({ kind, unit, fromOn, toOn }: HeldFact): Promise<{ readonly enterpriseId: string; readonly value: string }[]> {
    return this.db.repo(KeptFact).find({ where: { kind, unit, fromOn, toOn: toOn ?? undefined, counts: true }, select: { enterpriseId: true, value: true } });
  }
}
