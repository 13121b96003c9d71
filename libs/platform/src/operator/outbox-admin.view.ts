import { NamedView } from './audit-log.view';

/** A job that failed all its attempts. */
export class DeadRowView {
  id!: string;
  /** `permits.issue-certificate` */
  job!: string;
  /** What it does, in words; null: nobody named it. */
  title!: NamedView | null;
  queue!: string;
  /** Ids of the records it is about. */
  payload!: Record<string, unknown>;
  attempts!: number;
  /** The sentence of the last failure, for whoever looks for the cause. */
  error!: string | null;
  createdAt!: Date;
  deadAt!: Date;
}

export class DeadRowPageView {
  items!: DeadRowView[];
  /** null on the last page. */
  nextCursor!: string | null;
}
