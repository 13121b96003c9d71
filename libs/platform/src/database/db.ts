import { AsyncLocalStorage } from 'node:async_hooks';
import { Injectable, Logger } from '@nestjs/common';
import type { PoolClient } from 'pg';
import { DataSource, EntityManager, EntityTarget, FindOptionsWhere, ObjectLiteral, QueryFailedError, Repository } from 'typeorm';
import { asConnectionLoss } from './unavailable';

type Hook = () => Promise<void>;

interface Scope {
  readonly manager: EntityManager;
  readonly beforeCommit: Map<string, Hook>;
  readonly withCommit: Map<string, Hook>;
  /** The answers of what is on its way with the commit. */
  readonly sent: Promise<unknown>[];
  readonly afterCommit: Hook[];
}

const current = new AsyncLocalStorage<Scope>();

/**
 * The only way to the database. One public command = one `transaction`; everything called inside joins it.
 * Repositories come from here only: an injected repository would escape the surrounding transaction.
 */
@Injectable()
export class Db {
  private readonly log = new Logger('db');

  constructor(readonly source: DataSource) {}

  /** The manager of the running transaction, or the pool's outside one. */
  get manager(): EntityManager {
    return current.getStore()?.manager ?? this.source.manager;
  }

  get inTransaction(): boolean {
    return current.getStore() !== undefined;
  }

  repo<T extends ObjectLiteral>(entity: EntityTarget<T>): Repository<T> {
    return this.manager.getRepository(entity);
  }

  /** Plain SQL with `$1…` parameters. bigint and numeric come back as strings. */
  async query<T = Record<string, unknown>>(sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
    const result: unknown = await this.manager.query(sql, parameters as unknown[]);
    // TypeORM answers UPDATE and DELETE with [rows, affected]
    if (Array.isArray(result) && result.length === 2 && Array.isArray(result[0]) && typeof result[1] === 'number') return result[0] as T[];
    return result as T[];
  }

  /**
   * Plain SQL of a fixed text that is sent again and again: each connection plans it once and keeps the plan. For what is
   * looked up by its key, whose plan is the same whatever the key is. Behind a PgBouncer of version 1.21 or later.
   */
  async prepared<T extends object>(name: string, sql: string, parameters: readonly unknown[] = []): Promise<T[]> {
    const joined = this.manager.queryRunner;
    const runner = joined ?? this.source.createQueryRunner();
    try {
      const client = (await runner.connect()) as PoolClient;
      const asked = client.query<T>({ name, text: sql, values: parameters as unknown[] });
      return (await asked.catch((error: Error) => Promise.reject(new QueryFailedError(sql, parameters as unknown[], error)))).rows;
    } catch (error) {
      // a migration changed a column under a running process: the plan that is kept does not fit any more
      if (joined || pgCode(error) !== PLAN_OUTDATED) throw error;
      return await this.query<T>(sql, parameters);
    } finally {
      if (!joined) await runner.release();
    }
  }

  /** Hands a statement of a fixed text to the connection of the running transaction, which waits for its answer only after the commit. For hooks of `withCommit`. */
  async send(name: string, sql: string, parameters: readonly unknown[]): Promise<void> {
    const scope = current.getStore();
    if (!scope) throw new Error('send needs a transaction');
    const client = (await scope.manager.queryRunner?.connect()) as PoolClient;
    const answer = client.query({ name, text: sql, values: parameters as unknown[] }).catch((error: Error) => Promise.reject(new QueryFailedError(sql, parameters as unknown[], error)));
    scope.sent.push(answer);
    // `attempt` throws it; it only may not count as unhandled before
    answer.catch(() => undefined);
  }

  /**
   * One row of a plain entity by its `id`, by a kept plan: for what is looked up at every request of a busy minute, where the building of
   * the statement costs more than the row. `share`: FOR SHARE, only inside a transaction.
   */
  async byId<T extends ObjectLiteral>(entity: EntityTarget<T>, id: string, lock?: 'share'): Promise<T | null> {
    const { driver } = this.source;
    const metadata = this.source.getMetadata(entity);
    const columns = metadata.columns.map(column => driver.escape(column.databaseName)).join(', ');
    const sql = `SELECT ${columns} FROM ${driver.escape(metadata.tableName)} WHERE id = $1${lock === 'share' ? ' FOR SHARE' : ''}`;
    const [raw] = await this.prepared<Record<string, unknown>>(`${metadata.tableName}-by-id${lock ?? ''}`, sql, [id]);
    if (!raw) return null;
    const row = metadata.create() as T;
    for (const column of metadata.columns) column.setEntityValue(row, driver.prepareHydratedValue(raw[column.databaseName], column));
    return row;
  }

  /**
   * Runs `work` in one transaction, or joins the running one. Serialisation failures and deadlocks
   * (40001, 40P01) are tried again as a whole, so `work` must not have effects outside the database.
   */
  async transaction<T>(work: () => Promise<T>, attempts = 3): Promise<T> {
    if (current.getStore()) return work();
    for (let left = attempts; ; left--) {
      try {
        return await this.attempt(work);
      } catch (error) {
        if (left <= 1 || !isRetryable(error)) throw asConnectionLoss(error);
      }
    }
  }

  /**
   * Reads beside the running transaction: after a constraint has stopped it, it answers nothing any more, and the refusal wants to name what
   * stands in the way. A creation with an `Idempotency-Key` runs in the transaction of its key, so whoever catches a constraint is inside one.
   */
  beside<T>(read: () => Promise<T>): Promise<T> {
    return current.exit(read);
  }

  /** Loads one row FOR UPDATE. Only inside a transaction. */
  async lock<T extends ObjectLiteral>(entity: EntityTarget<T>, where: FindOptionsWhere<T>): Promise<T | null> {
    return this.repo(entity).findOne({ where, lock: { mode: 'pessimistic_write' }, loadEagerRelations: false });
  }

  /**
   * Runs once, just before the commit of the outermost transaction; the same `key` registers only once.
   * A hook may register further ones, also its own again: they run before the commit too.
   */
  beforeCommit(key: string, hook: Hook): void {
    const scope = current.getStore();
    if (!scope) throw new Error('beforeCommit needs a transaction');
    if (!scope.beforeCommit.has(key)) scope.beforeCommit.set(key, hook);
  }

  /**
   * Runs after all hooks of `beforeCommit`, for what takes a lock that every other writer waits for. What it sends last goes on its way
   * together with the commit, so that nobody waits for this process between the two; where it fails, the database undoes the transaction
   * instead of committing it and the error is thrown as any other.
   */
  withCommit(key: string, hook: Hook): void {
    const scope = current.getStore();
    if (!scope) throw new Error('withCommit needs a transaction');
    if (!scope.withCommit.has(key)) scope.withCommit.set(key, hook);
  }

  /** Runs after a successful commit. The change stands by then, so a failure here is logged and never answered as an error. */
  afterCommit(hook: Hook): void {
    const scope = current.getStore();
    if (!scope) throw new Error('afterCommit needs a transaction');
    scope.afterCommit.push(hook);
  }

  private async attempt<T>(work: () => Promise<T>): Promise<T> {
    const afterCommit: Hook[] = [];
    const sent: Promise<unknown>[] = [];
    const result = await this.source.transaction(async manager => {
      const scope: Scope = { manager, beforeCommit: new Map(), withCommit: new Map(), sent, afterCommit };
      return current.run(scope, async () => {
        const value = await work();
        await runHooks(scope.beforeCommit);
        await runHooks(scope.withCommit);
        return value;
      });
    });
    for (const answer of sent) await answer;
    for (const hook of afterCommit) await hook().catch((error: Error) => this.log.error({ msg: 'after commit', error: error.message, stack: error.stack }));
    return result;
  }
}

async function runHooks(hooks: Map<string, Hook>): Promise<void> {
  for (const [key, hook] of hooks) {
    hooks.delete(key);
    await hook();
  }
}

/**
 * Reads none of which waits for another: side by side, or one after another inside a transaction, whose connection they share.
 * @returns their results in the order of the reads
 */
export async function sideBySide<T extends readonly unknown[]>(...reads: { readonly [K in keyof T]: () => Promise<T[K]> }): Promise<T> {
  if (!current.getStore()) return (await Promise.all(reads.map(read => read()))) as unknown as T;
  const results: unknown[] = [];
  for (const read of reads) results.push(await read());
  return results as unknown as T;
}

/** `cached plan must not change result type` */
const PLAN_OUTDATED = '0A000';
const RETRYABLE = new Set(['40001', '40P01']);

export function pgCode(error: unknown): string | undefined {
  if (error instanceof QueryFailedError) return (error.driverError as { code?: string }).code;
  return undefined;
}

/** Name of the violated constraint of a 23505/23514/23503 error, else undefined. */
export function violatedConstraint(error: unknown): string | undefined {
  if (!(error instanceof QueryFailedError)) return undefined;
  return (error.driverError as { constraint?: string }).constraint;
}

function isRetryable(error: unknown): boolean {
  return RETRYABLE.has(pgCode(error) ?? '');
}
