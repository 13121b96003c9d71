import { Injectable } from '@nestjs/common';
import { Permit } from '@huanbao/permits';
import { Actor, Clock, containsWords, Db, decodeCursor, Page, toPage } from '@huanbao/platform';
import type { SelectQueryBuilder } from 'typeorm';
import type { MonitoringListDto } from './permit-list.dto';
import { scoped } from './scoped';

const DEFAULT_LIMIT = 20;

/** What the list may be sorted by, each from an index of its own; the id decides between equals. */
const KEYS = {
  name: { sql: 'p.enterpriseName', type: 'text', of: (row: Permit): string => row.enterpriseName },
  validTo: { sql: 'p.validTo', type: 'date', of: (row: Permit): string => row.validTo },
} as const;

/** How a permit stands on `:today`, as SQL of what is stored. What ends on a later day holds until then. */
const STANDING: Readonly<Record<NonNullable<MonitoringListDto['standing']>, string>> = {
  valid: `(p.status = 'valid' OR p.ended_on > :today) AND p.valid_to >= :today`,
  expired: `(p.status = 'valid' OR p.ended_on > :today) AND p.valid_to < :today`,
  ended: `p.status <> 'valid' AND (p.ended_on IS NULL OR p.ended_on <= :today)`,
};
const OPEN = `EXISTS (SELECT 1 FROM exceedance x WHERE x.permit_id = p.id AND x.state = 'open')`;

/** The permits whose records an actor may see: own ones, those of principals by mandate, those of the officer's region. */
@Injectable()
export class PermitList {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  async page(actor: Actor, filter: MonitoringListDto): Promise<Page<Permit>> {
    const limit = filter.limit ?? DEFAULT_LIMIT;
    const query = this.filtered(actor, filter).limit(limit + 1);
    const sort = filter.sort ?? 'newest';
    if (sort === 'newest') {
      const after = decodeCursor(filter.cursor, 1);
      if (after) query.andWhere('p.id < :after', { after: after[0] });
      return toPage(await query.orderBy('p.id', 'DESC').getMany(), limit, permit => [permit.id], permit => permit);
    }
    const isDown = sort.startsWith('-');
    const key = KEYS[sort.replace('-', '') as keyof typeof KEYS];
    const after = decodeCursor(filter.cursor, 2);
    if (after) query.andWhere(`(${key.sql}, p.id) ${isDown ? '<' : '>'} (CAST(:at AS ${key.type}), CAST(:after AS uuid))`, { at: after[0], after: after[1] });
    query.orderBy(key.sql, isDown ? 'DESC' : 'ASC').addOrderBy('p.id', isDown ? 'DESC' : 'ASC');
    return toPage(await query.getMany(), limit, permit => [key.of(permit), permit.id], permit => permit);
  }

  private filtered(actor: Actor, { q, standing, exceedances }: MonitoringListDto): SelectQueryBuilder<Permit> {
    const query = scoped(this.db.repo(Permit).createQueryBuilder('p'), actor, 'p');
    if (q) query.andWhere(containsWords(`p.enterprise_name || ' ' || p.site_name || ' ' || p.number`, ':q'), { q });
    if (standing) query.andWhere(`(${STANDING[standing]})`, { today: this.clock.today() });
    if (exceedances) query.andWhere(exceedances === 'open' ? OPEN : `NOT ${OPEN}`);
    return query;
  }
}
