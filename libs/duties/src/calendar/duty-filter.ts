import { Actor, containsWords, Db } from '@huanbao/platform';
import type { SelectQueryBuilder } from 'typeorm';
import type { DutyListDto } from './duty.dto';
import { Obligation } from './obligation.entity';
import { scoped } from './scope';

export type DutyFilter = Pick<DutyListDto, 'status' | 'open' | 'kind' | 'permitId' | 'enterpriseId' | 'from' | 'to' | 'q'>;

/** The duties an actor sees, narrowed: the same for list, calendar and file. */
export function filtered(db: Db, actor: Actor, filter: DutyFilter): SelectQueryBuilder<Obligation> {
  const query = scoped(db.repo(Obligation).createQueryBuilder('o'), actor, 'o');
  if (filter.status) query.andWhere('o.status = :status', { status: filter.status });
  if (filter.open) query.andWhere(`o.status IN ('upcoming', 'due', 'overdue')`);
  if (filter.kind) query.andWhere('o.kind = :kind', { kind: filter.kind });
  if (filter.permitId) query.andWhere('o.permitId = :permitId', { permitId: filter.permitId });
  if (filter.enterpriseId) query.andWhere('o.enterpriseId = :enterpriseId', { enterpriseId: filter.enterpriseId });
  if (filter.from) query.andWhere('o.dueOn >= :from', { from: filter.from });
  if (filter.to) query.andWhere('o.dueOn <= :to', { to: filter.to });
  if (filter.q) query.andWhere(containsWords('o.search', ':q'), { q: filter.q });
  return query;
}
