import { Injectable } from '@nestjs/common';
import { Actor } from '../access/actor';
import { ActNames } from '../audit/act-names';
import { Audit } from '../audit/audit';
import { Db, violatedConstraint } from '../database/db';
import { AppError, notFound } from '../http/app-error';
import { decodeCursor, Page, PageQuery, toPage } from '../http/page';
import { DeadRowView } from './outbox-admin.view';
import { OUTBOX_CHANNEL } from '../outbox/outbox';

/** For the operator: what was buried after its last attempt, and bringing it back once the cause is mended. */
@Injectable()
export class OutboxAdmin {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
    private readonly names: ActNames,
  ) {}

  /** Buried rows, latest first. */
  async buried(query: PageQuery): Promise<Page<DeadRowView>> {
    const limit = query.limit ?? 20;
    const after = decodeCursor(query.cursor, 2) ?? [null, null];
    const rows = await this.db.query<Omit<DeadRowView, 'title'> & { at: string }>(
      `SELECT id, job, queue, payload, attempts, error, created_at AS "createdAt", dead_at AS "deadAt", dead_at::text AS at
         FROM outbox
        WHERE dead_at IS NOT NULL AND ($1::timestamptz IS NULL OR (dead_at, id) < ($1::timestamptz, $2::uuid))
        ORDER BY dead_at DESC, id DESC LIMIT $3`,
      [...after, limit + 1],
    );
    return toPage(rows, limit, row => [row.at, row.id], ({ at: _at, ...row }) => ({ ...row, title: this.names.ofJob(row.job) }));
  }

  /** Gives the row all its attempts again. The effect still happens once: only a row that is not done is delivered. */
  revive(actor: Actor, id: string, reason: string): Promise<void> {
    return this.db.transaction(async () => {
      const [row] = await this.db.query<{ job: string; dead: boolean }>(`SELECT job, dead_at IS NOT NULL AS dead FROM outbox WHERE id = $1 FOR UPDATE`, [id]);
      if (!row) throw notFound();
      if (!row.dead) throw notBuried();
      await this.db.query(`UPDATE outbox SET dead_at = NULL, attempts = 0, sent_at = NULL, not_before = NULL, locked_until = NULL WHERE id = $1`, [id]).catch(asTakenOver);
      await this.audit.record({ actor, action: 'platform.outbox.revive', subject: { type: 'outbox', id }, details: { job: row.job, reason } });
      await this.db.query(`SELECT pg_notify('${OUTBOX_CHANNEL}', '')`);
    });
  }
}

/** The index allows one open row per job and key. */
function asTakenOver(error: unknown): never {
  throw violatedConstraint(error) === 'outbox_dedup' ? takenOver() : error;
}

const notBuried = (): AppError => new AppError('conflict', 'outbox.not-buried', { zh: '这项后台任务没有停止，不需要恢复。请刷新列表', en: 'This job has not been given up. Reload the list.' });

const takenOver = (): AppError =>
  new AppError('conflict', 'outbox.taken-over', { zh: '同一事项已有新的后台任务在排队，不需要恢复这一项', en: 'A newer job of the same kind is waiting already. This one need not be revived.' });
