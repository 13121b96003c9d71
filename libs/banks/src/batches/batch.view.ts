import type { BankBatch, BankBatchItem } from '../entities';
import { BankAnswerView, BankRefusalView } from '../queries/answer.view';

export class BankBatchView {
  id!: string;
  number!: string;
  byName!: string;
  reference!: string | null;
  state!: 'waiting' | 'running' | 'done';
  total!: number;
  done!: number;
  answered!: number;
  refused!: number;
  createdAt!: Date;
  finishedAt!: Date | null;
  /** Answers are kept until then. */
  keepUntil!: Date;
}

export class BankBatchPageView {
  items!: BankBatchView[];
  nextCursor!: string | null;
}

export class BankBatchItemView {
  position!: number;
  uscc!: string;
  outcome!: 'answered' | 'refused' | 'open';
  answer!: BankAnswerView | null;
  refusal!: BankRefusalView | null;
}

export class BankBatchItemPageView {
  items!: BankBatchItemView[];
  nextCursor!: string | null;
}

export function batchView({ id, number, byName, reference, state, total, done, answered, refused, createdAt, finishedAt, keepUntil }: BankBatch): BankBatchView {
  return { id, number, byName, reference, state, total, done, answered, refused, createdAt, finishedAt, keepUntil };
}

export const batchItemView = ({ position, uscc, outcome, answer, refusal }: BankBatchItem): BankBatchItemView => ({ position, uscc, outcome: outcome ?? 'open', answer, refusal });
