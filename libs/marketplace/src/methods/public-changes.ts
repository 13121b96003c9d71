import { Injectable } from '@nestjs/common';
import { Db } from '@huanbao/platform';
import { TaskEvent } from '../marketplace.entity';
import { Change, TaskAmendment } from './procedure.entity';

/** What was changed of a published task for everybody to read. */
export interface PublicChange {
  /** Stays the same however often it is read. */
  readonly key: string;
  readonly kind: 'amendment' | 'prolongation' | 'final-round';
  readonly at: Date;
  /** As everybody reads it in the history; null where only the bidders do. */
  readonly reason: string | null;
  readonly changes: Readonly<Record<string, Change>>;
  /** Null where the history does not hold it. */
  readonly deadlines: { readonly before: Date; readonly after: Date } | null;
}

const KINDS = { prolong: 'prolongation', 'call-final': 'final-round' } as const;

/** Amendments, prolongations and the call for final offers of a task, in order. */
@Injectable()
export class PublicChanges {
  constructor(private readonly db: Db) {}

  async of(taskId: string): Promise<PublicChange[]> {
    const amendments = await this.db.repo(TaskAmendment).find({ where: { taskId }, order: { version: 'ASC' } });
    const steps = await this.db.repo(TaskEvent).find({ where: [{ taskId, kind: 'prolong' }, { taskId, kind: 'call-final' }], order: { at: 'ASC', id: 'ASC' } });
    const amended = amendments.map(({ version, madeAt, reason, changes, deadlineBefore, deadlineAfter }): PublicChange => ({ key: `amendment-${version}`, kind: 'amendment', at: madeAt, reason, changes, deadlines: { before: deadlineBefore, after: deadlineAfter } }));
    const moved = steps.map(({ id, kind, at, audience, zh }): PublicChange => ({ key: `${kind}-${id}`, kind: KINDS[kind as keyof typeof KINDS], at, reason: audience === 'public' ? zh : null, changes: {}, deadlines: null }));
    return [...amended, ...moved].sort((one, other) => one.at.getTime() - other.at.getTime());
  }
}
