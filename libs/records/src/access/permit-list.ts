import { Injectable } from '@nestjs/common';
import { Permit } from '@huanbao/permits';
import { Actor, containsWords, Db, decodeCursor, Page, toPage } from '@huanbao/platform';
import { scoped } from './scoped';

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
    const query = scoped(this.db.repo(Permit).createQueryBuilder('p'), actor, 'p').orderBy('p.id', 'DESC').limit(limit + 1);
    if (filter.q) query.andWhere(containsWords(`p.enterprise_name || ' ' || p.site_name || ' ' || p.number`, ':q'), { q: filter.q });
    const after = decodeCursor(filter.cursor, 1);
    if (after) query.andWhere('p.id < :after', { after: after[0] });
    return toPage(await query.getMany(), limit, permit => [permit.id], view);
  }
}
