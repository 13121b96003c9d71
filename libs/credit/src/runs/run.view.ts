import type { CreditRun } from '../credit.entity';

export class CreditRunView {
  id!: string;
  kind!: 'recompute' | 'simulate';
  schemeId!: string | null;
  schemeTitle!: string | null;
  /** The first is the day on which it was started, the others the ends of past years. */
  days!: string[];
  state!: 'waiting' | 'running' | 'done' | 'failed';
  total!: number;
  done!: number;
  /** Subjects whose grade differs on the first day. */
  moved!: number;
  startedByName!: string;
  startedAt!: string;
  finishedAt!: string | null;
  /** Why it stands still; null where it did not fail. */
  problem!: string | null;
}

export class CreditRunPage {
  items!: CreditRunView[];
  nextCursor!: string | null;
}

export class CreditRunDayView {
  day!: string;
  up!: number;
  down!: number;
  same!: number;
  /** How many come from one grade to another. */
  moves!: CreditRunMoveView[];
}

export class CreditRunMoveView {
  from!: string | null;
  to!: string;
  count!: number;
}

export class CreditRunDetailView extends CreditRunView {
  summary!: CreditRunDayView[];
}

export class CreditRunRowView {
  subjectId!: string;
  subjectName!: string;
  beforeScore!: string | null;
  beforeGrade!: string | null;
  afterScore!: string;
  afterGrade!: string;
  delta!: string;
  /** Places down (positive) or up (negative). */
  moved!: number;
}

export class CreditRunRowPage {
  items!: CreditRunRowView[];
  nextCursor!: string | null;
}

export const runView = ({ id, kind, schemeId, schemeTitle, days, state, total, done, moved, startedByName, startedAt, finishedAt, problem }: CreditRun): CreditRunView => ({
  id, kind, schemeId, schemeTitle, days, state, total, done, moved, startedByName, startedAt: startedAt.toISOString(), finishedAt: finishedAt?.toISOString() ?? null, problem,
});
