import { Injectable } from '@nestjs/common';
import { Permit } from '@huanbao/permits';
import { Actor, containsWords, Db, decodeCursor, ownRows, Page, toPage } from '@huanbao/platform';
import { MATTER } from '../records.policy';

const DEFAULT_LIMIT = 20;

interface Filter {
  readonly q?: string;
  readonly limit?: number;
  readonly cursor?: string;
}

/** The permits whose records an actor may see: own ones, those of principals by mandate, those of the officer's region. */
@Injectable()
export class PermitList {
  constructor(private readonly db: Db) {}

  async page<T>(actor: Actor, filter: Filter, view: (permit: Permit) => T): Promise<Page<T>> {
    const limit = filter.limit ?? DEFAULT_LIMIT;
    const query = this.db.repo(Permit).createQueryBuilder('p').orderBy('p.id', 'DESC').limit(limit + 1);
    if (actor.orgKind === 'bureau') query.where('p.regionCode LIKE ANY (:regions)', { regions: actor.regions.filter(one => /^\d+$/.test(one)).map(one => `${one}%`) });
    else {
      const { sql, values } = ownRows(actor, MATTER, { enterprise: 'p.enterprise_id', site: 'p.site_id' });
      query.where(sql(':own', ':given'), { own: values[0], given: values[1] });
    }
    if (filter.q) query.andWhere(containsWords(`p.enterprise_name || ' ' || p.site_name || ' ' || p.number`, ':q'), { q: filter.q });
    const after = decodeCursor(filter.cursor, 1);
    if (after) query.andWhere('p.id < :after', { after: after[0] });
    return toPage(await query.getMany(), limit, permit => [permit.id], view);
  }
}
