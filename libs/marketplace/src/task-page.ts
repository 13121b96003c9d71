import { Db, decodeCursor, Page, toPage } from '@huanbao/platform';
import type { SelectQueryBuilder } from 'typeorm';
import type { TaskSort } from './dto/task.dto';
import { ServiceTask } from './marketplace.entity';
import { taskItem, TaskItemView } from './views/task.view';

/** What a list shows; the long texts stay where they are. */
const LISTED: readonly (keyof ServiceTask)[] = [
  'method', 'bidRound', 'pausedAt', 'id', 'number', 'title', 'kind', 'stage', 'enterpriseId', 'enterpriseName', 'state', 'budgetYuan', 'durationDays', 'bidDeadline', 'publishedAt', 'createdAt', 'updatedAt',
];
const DEFAULT_LIMIT = 20;
/** So many of the first rows are looked at one after another before the index of words is asked. */
const LOOKED_AT = 1500;

/** What a fragment is looked for in; also the first argument of the index `service_task_terms`. */
const WORDS = `t.title || ' ' || coalesce(t.number, '') || ' ' || t.enterprise_name`;

export interface TaskFilter {
  readonly kind?: string | undefined;
  readonly stage?: string | undefined;
  readonly state?: string | undefined;
  readonly q?: string | undefined;
  readonly limit?: number | undefined;
  readonly cursor?: string | undefined;
}

/** Of a list: whose tasks (with the name `t`), in which order, and whether an index of its own leads to a few of them. */
export interface TaskScope {
  readonly rows: SelectQueryBuilder<ServiceTask>;
  readonly sort: TaskSort;
  readonly narrow: boolean;
}

type Rows = SelectQueryBuilder<ServiceTask>;

/** One page of tasks. Filters that fit many rows are answered from the first rows in order, rare ones by the index of words. */
export async function taskPage(db: Db, { rows, sort, narrow }: TaskScope, filter: TaskFilter): Promise<Page<TaskItemView>> {
  const limit = filter.limit ?? DEFAULT_LIMIT;
  // drafts have no publication time: their creation (in the uuid) orders them
  const key = sort === 'newest' ? 'coalesce(t.published_at, t.created_at)' : 't.bid_deadline';
  const direction = sort === 'deadline' ? 'ASC' : 'DESC';
  const cursor = decodeCursor(filter.cursor, 2);
  if (cursor) rows.andWhere(`(${key}, t.id) ${direction === 'ASC' ? '>' : '<'} (:at::timestamptz, :after::uuid)`, { at: cursor[0], after: cursor[1] });
  const inOrder = (some: Rows): Rows => some.orderBy(key, direction).addOrderBy('t.id', direction);
  const shown = (some: Rows): Promise<ServiceTask[]> => inOrder(some).select(LISTED.map(column => `t.${column}`)).limit(limit + 1).getMany();
  const keyOf = (task: ServiceTask): string => (sort === 'newest' ? (task.publishedAt ?? task.createdAt) : task.bidDeadline).toISOString();
  return toPage(await found(), limit, task => [keyOf(task), task.id], taskItem);

  /** The planner cannot know that two conditions never meet and would read all rows in order for none: the way is chosen here. */
  async function found(): Promise<ServiceTask[]> {
    if (!isFiltered(filter) || narrow) return shown(asked(rows, filter));
    const first = inOrder(rows.clone()).select('t.id', 'id').addSelect(key, 'key').limit(LOOKED_AT);
    const few = await shown(asked(db.repo(ServiceTask).createQueryBuilder('t').where(`t.id IN (SELECT f.id FROM (${first.getQuery()}) AS f)`, first.getParameters()), filter));
    if (few.length > limit) return few;
    const [sql, values] = indexed(asked(rows.clone().select('t.id', 'id').addSelect(key, 'key'), filter), filter).getQueryAndParameters();
    const ids = await db.query<{ id: string }>(`WITH hit AS MATERIALIZED (${sql}) SELECT id FROM hit ORDER BY key ${direction}, id ${direction} LIMIT ${limit + 1}`, values);
    return ids.length === 0 ? [] : shown(db.repo(ServiceTask).createQueryBuilder('t').whereInIds(ids.map(({ id }) => id)));
  }
}

const isFiltered = ({ kind, stage, state, q }: TaskFilter): boolean => [kind, stage, state, q].some(one => one !== undefined && one !== '');

/** The filters as a row answers them, cheaply. */
function asked(rows: Rows, { kind, stage, state, q }: TaskFilter): Rows {
  if (kind) rows.andWhere('t.kind = :kind', { kind });
  if (stage) rows.andWhere('t.stage = :stage', { stage });
  if (state) rows.andWhere('t.state = :state', { state });
  if (q) rows.andWhere(`position(lower(:q) IN lower(${WORDS})) > 0`, { q });
  return rows;
}

/** The same as the index of words knows them: dear to ask of a row, cheap to ask of all. */
function indexed(rows: Rows, { kind, stage, q }: TaskFilter): Rows {
  const terms = [...(q ? ['bigrams(:q::text)'] : []), ...(kind ? [`ARRAY['k:' || :kind::text]`] : []), ...(stage ? [`ARRAY['g:' || :stage::text]`] : [])];
  return terms.length === 0 ? rows : rows.andWhere(`task_terms(${WORDS}, t.kind, t.stage) @> (${terms.join(' || ')})`);
}
