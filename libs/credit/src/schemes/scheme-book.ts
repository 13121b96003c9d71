import { Injectable } from '@nestjs/common';
import { Db } from '@huanbao/platform';
import { In } from 'typeorm';
import { CreditForce, CreditScheme, CreditSchemeRow } from '../credit.entity';
import { compile, type Scheme } from '../engine/compile';
import type { SubjectKind } from '../engine/scheme';

export interface LoadedScheme {
  readonly scheme: CreditScheme;
  readonly rows: readonly CreditSchemeRow[];
  readonly compiled: Scheme;
}

/** The schemes that are computed on a day, for one kind of subject; the one in force first. */
export interface DaySchemes {
  readonly day: string;
  readonly inForce: string | null;
  readonly schemes: readonly LoadedScheme[];
}

const spans = (table: string, after: string, until: string): string =>
  `EXISTS (SELECT 1 FROM ${table} WHERE ${table === 'credit_scheme' ? "state = 'published' AND " : ''}((effective_from > ${after} AND effective_from <= ${until}) OR (effective_to >= ${after} AND effective_to < ${until})))`;

/** SQL: whether a scheme begins or ends its effect after one day and until another, inclusive. */
export const CHANGES = (after: string, until: string): string => `${spans('credit_scheme', after, until)} OR ${spans('credit_force', after, until)}`;

/** Schemes as they hold on a day. */
@Injectable()
export class SchemeBook {
  constructor(private readonly db: Db) {}

  async on(day: string, kind: SubjectKind): Promise<DaySchemes> {
    const holds = (rows: string): string => `${rows}.effective_from <= :day AND (${rows}.effective_to IS NULL OR ${rows}.effective_to >= :day)`;
    const force = await this.db.repo(CreditForce).createQueryBuilder('f').where('f.subjectKind = :kind', { kind }).andWhere(holds('f'), { day }).getOne();
    const found = await this.db.repo(CreditScheme).createQueryBuilder('s').where(`s.state = 'published' AND s.subjectKind = :kind`, { kind }).andWhere(holds('s'), { day }).orderBy('s.key').getMany();
    const loaded = await this.withRows(found);
    const inForce = force && loaded.some(one => one.scheme.key === force.schemeKey) ? force.schemeKey : (loaded[0]?.scheme.key ?? null);
    return { day, inForce, schemes: [...loaded].sort((a, b) => Number(b.scheme.key === inForce) - Number(a.scheme.key === inForce)) };
  }

  async withRows(schemes: readonly CreditScheme[]): Promise<LoadedScheme[]> {
    const rows = schemes.length === 0 ? [] : await this.db.repo(CreditSchemeRow).find({ where: { schemeId: In(schemes.map(one => one.id)) }, order: { position: 'ASC' } });
    return schemes.map(scheme => {
      const own = rows.filter(row => row.schemeId === scheme.id);
      return { scheme, rows: own, compiled: compile({ key: scheme.key, method: scheme.method, rows: own }) };
    });
  }

  /** Whether a scheme begins or ends its effect after one day and until another, inclusive. */
  async changesBetween(after: string, until: string): Promise<boolean> {
    const [row] = await this.db.query<{ changes: boolean }>(`SELECT ${CHANGES('$1::date', '$2::date')} AS changes`, [after, until]);
    return row?.changes ?? false;
  }
}
