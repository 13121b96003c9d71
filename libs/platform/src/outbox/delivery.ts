import { Db } from '../database/db';

export interface OutboxRow {
  readonly id: string;
  readonly job: string;
  readonly queue: string;
  readonly payload: object;
  readonly attempts: number;
  readonly traceparent: string | null;
}

/** Thrown when the row was completed by somebody else meanwhile: the effect must not happen again. */
export class AlreadyDone extends Error {}

/**
 * One delivery of one outbox row to its handler. `complete` commits the effect and the "done" mark together,
 * so a second delivery of the same row does nothing.
 */
export class Delivery {
  private completed = false;

  constructor(
    private readonly db: Db,
    readonly row: OutboxRow,
  ) {}

  /** Stable across deliveries of the same row: the idempotency key of effects outside the database (mail, SMS). */
  get id(): string {
    return this.row.id;
  }
  get attempt(): number {
    return this.row.attempts + 1;
  }
  get isCompleted(): boolean {
    return this.completed;
  }

  /** Runs the effect once, in one transaction with the done mark. @throws AlreadyDone when it was done before. */
  async complete<T>(effect: () => Promise<T>): Promise<T> {
    const result = await this.db.transaction(async () => {
      const marked = await this.db.query<{ id: string }>(
        `UPDATE outbox SET done_at = now(), locked_until = NULL WHERE id = $1 AND done_at IS NULL RETURNING id`,
        [this.row.id],
      );
      if (marked.length === 0) throw new AlreadyDone(`outbox row ${this.row.id} was done before`);
      return effect();
    });
    this.completed = true;
    return result;
  }
}
