import { Injectable } from '@nestjs/common';
import { ServiceTask } from '@huanbao/marketplace';
import { Notifier } from '@huanbao/notifications';
import { Actor, Audit, Clock, Db, forbidden, newId, notFound, stale, violatedConstraint } from '@huanbao/platform';
import { searchTwice, tooManySearches } from '../market-data.errors';
import { searchPolicy } from '../market-data.policy';
import type { ChangeSearchDto, SavedSearchView, SaveSearchDto } from './saved-search.dto';
import { SavedSearch } from './saved-search.entity';

/** More than this nobody reads. */
const MOST = 20;
const FIRMS_AT_A_TIME = 200;

/** Searches of firms: kept, told of, switched off, thrown away. */
@Injectable()
export class SavedSearches {
  constructor(
    private readonly db: Db,
    private readonly notifier: Notifier,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** At most {@link MOST}, newest first: no paging. */
  async list(actor: Actor): Promise<SavedSearchView[]> {
    return (await this.db.repo(SavedSearch).find({ where: { orgId: own(actor) }, order: { id: 'DESC' } })).map(view);
  }

  /** @throws 409 the same conditions again, 422 too many */
  save(actor: Actor, input: SaveSearchDto): Promise<SavedSearchView> {
    return this.translated(() => this.db.transaction(async () => {
      const orgId = own(actor);
      await this.db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 11))', [orgId]);
      if ((await this.db.repo(SavedSearch).countBy({ orgId })) >= MOST) throw tooManySearches(MOST);
      const search = this.db.repo(SavedSearch).create({
        id: newId(), orgId, name: input.name, kind: input.kind ?? null, stage: input.stage ?? null, words: input.q ?? null, alerts: input.alerts, createdByName: actor.name, createdAt: this.clock.now(), version: 1,
      });
      await this.db.repo(SavedSearch).insert(search);
      await this.audit.record({ actor, action: 'saved-search.save', subject: { type: 'saved-search', id: search.id }, details: { alerts: search.alerts } });
      return view(search);
    }));
  }

  change(actor: Actor, id: string, { name, alerts }: ChangeSearchDto, expectedVersion: number): Promise<SavedSearchView> {
    return this.db.transaction(async () => {
      const search = await this.locked(actor, id);
      if (search.version !== expectedVersion) throw stale();
      Object.assign(search, { ...(name === undefined ? {} : { name }), ...(alerts === undefined ? {} : { alerts }), version: search.version + 1 });
      await this.db.repo(SavedSearch).save(search);
      await this.audit.record({ actor, action: 'saved-search.change', subject: { type: 'saved-search', id }, details: { alerts: search.alerts } });
      return view(search);
    });
  }

  remove(actor: Actor, id: string): Promise<void> {
    return this.db.transaction(async () => {
      await this.locked(actor, id);
      await this.db.repo(SavedSearch).delete({ id });
      await this.audit.record({ actor, action: 'saved-search.remove', subject: { type: 'saved-search', id } });
    });
  }

  /**
   * Tells firms whose search the new task fits. The key is that of the market's own notice of a new task: whoever is told already, because the
   * firm offers such services or by another search or run, is not told again.
   */
  async tell(task: ServiceTask): Promise<void> {
    const searches = await this.db.query<{ orgId: string; name: string }>(
      `SELECT DISTINCT ON (s.org_id) s.org_id AS "orgId", s.name FROM saved_search s JOIN organisation o ON o.id = s.org_id AND o.status = 'active'
        WHERE s.alerts AND (s.kind IS NULL OR s.kind = $1) AND (s.stage IS NULL OR s.stage = $2)
          AND (s.words IS NULL OR position(lower(s.words) IN lower($3)) > 0) ORDER BY s.org_id, s.id`,
      [task.kind, task.stage, `${task.title} ${task.number ?? ''} ${task.enterpriseName}`],
    );
    for (let from = 0; from < searches.length; from += FIRMS_AT_A_TIME)
      await this.db.transaction(async () => {
        for (const { orgId, name } of searches.slice(from, from + FIRMS_AT_A_TIME))
          await this.notifier.notify({
            to: { orgId }, topic: 'task', subject: { type: 'service-task', id: task.id }, key: `task:${task.id}:published`, link: `/f/${orgId}/tasks/${task.id}`,
            title: { zh: `新任务：${task.title}`, en: `New task: ${task.title}` },
            body: { zh: `${task.enterpriseName}发布的任务符合您保存的搜索“${name}”。不想再收到，可在“保存的搜索”里关闭提醒。`, en: `A task of ${task.enterpriseName} fits your saved search “${name}”. Alerts are switched off under saved searches.` },
          });
      });
  }

  private async locked(actor: Actor, id: string): Promise<SavedSearch> {
    const search = await this.db.lock(SavedSearch, { id });
    searchPolicy.require(actor, 'saved-search.change', search);
    if (!search) throw notFound();
    return search;
  }

  private async translated<T>(work: () => Promise<T>): Promise<T> {
    try {
      return await work();
    } catch (error) {
      throw violatedConstraint(error) === 'saved_search_once' ? searchTwice() : error;
    }
  }
}

function own(actor: Actor): string {
  if (actor.orgId === null) throw forbidden();
  return actor.orgId;
}

const view = ({ id, name, kind, stage, words, alerts, createdByName, createdAt, version }: SavedSearch): SavedSearchView => ({ id, name, kind, stage, q: words, alerts, createdByName, createdAt, version });
