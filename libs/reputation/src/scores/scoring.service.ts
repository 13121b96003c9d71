import { Injectable } from '@nestjs/common';
import { Clock, Db } from '@huanbao/platform';
import { OutcomeReading } from '../outcomes/facts.service';
import { ReputationParameters } from '../parameters.service';
import { NOTHING_KNOWN } from '../rules/outcome';
import { RatedWork, scoreOf } from '../rules/score';
import { FirmScore } from './score.entity';

export const ALL = 'all';
const AT_A_TIME = 200;

interface RatingRow {
  readonly id: string;
  readonly taskId: string;
  readonly raterId: string;
  readonly mark: string;
  readonly on: string;
  readonly kind: string;
  readonly serviceCode: string | null;
}

type Scoped = RatedWork & Pick<RatingRow, 'kind' | 'serviceCode'>;

/** Reckons the scores of firms anew from their ratings and from what became of their work. */
@Injectable()
export class Scoring {
  constructor(
    private readonly db: Db,
    private readonly outcomes: OutcomeReading,
    private readonly parameters: ReputationParameters,
    private readonly clock: Clock,
  ) {}

  /** All scopes of a firm at once; the same facts give the same rows, however often. In the caller's transaction. */
  async rescore(firmId: string): Promise<void> {
    await this.db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 11))', [firmId]);
    const works = await this.worksOf(firmId);
    const value = await this.parameters.today();
    const today = this.clock.today();
    const rows = [...scopesOf(works)].flatMap(([scope, inScope]) => {
      const { score, ratings, weight, confidence, parts } = scoreOf(inScope, value, today);
      return score === null || confidence === 'none' ? [] : [{ firmId, scope, score, ratings, weight, confidence, ranked: ratings >= value('rank-least').toNumber(), parts, computedOn: today }];
    });
    await this.db.repo(FirmScore).delete({ firmId });
    if (rows.length > 0) await this.db.repo(FirmScore).insert(rows);
  }

  /** The firm that carries the task, if any. */
  async firmOf(taskId: string): Promise<string | null> {
    const [row] = await this.db.query<{ firmId: string | null }>('SELECT awarded_firm_id AS "firmId" FROM service_task WHERE id = $1', [taskId]);
    return row?.firmId ?? null;
  }

  /** Every firm that was ever rated, a page at a time. */
  async *ratedFirms(): AsyncGenerator<string> {
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const rows = await this.db.query<{ id: string }>(
        `SELECT DISTINCT r.rated_org_id AS id FROM task_rating r JOIN service_task t ON t.id = r.task_id AND t.awarded_firm_id = r.rated_org_id
          WHERE r.published_at IS NOT NULL AND r.rated_org_id > $1 ORDER BY 1 LIMIT ${AT_A_TIME}`,
        [after],
      );
      for (const { id } of rows) yield id;
      const last = rows.at(-1);
      if (!last || rows.length < AT_A_TIME) return;
      after = last.id;
    }
  }

  private async worksOf(firmId: string): Promise<Scoped[]> {
    const rows = await this.db.query<RatingRow & Record<string, unknown>>(
      `SELECT r.id, r.task_id AS "taskId", r.rater_org_id AS "raterId", r.score::text AS mark, to_char(r.published_at AT TIME ZONE 'Asia/Shanghai', 'YYYY-MM-DD') AS on, t.kind, t.service_code AS "serviceCode"
         FROM task_rating r JOIN service_task t ON t.id = r.task_id WHERE r.rated_org_id = $1 AND r.published_at IS NOT NULL AND t.awarded_firm_id = $1 ORDER BY r.id`,
      [firmId],
    );
    const outcomes = await this.outcomes.of(rows.map(row => row.taskId));
    return rows.map(({ taskId, ...row }) => ({ ...row, outcome: outcomes.get(taskId) ?? NOTHING_KNOWN }));
  }
}

function scopesOf(works: readonly Scoped[]): Map<string, Scoped[]> {
  const scopes = new Map<string, Scoped[]>();
  for (const work of works) for (const scope of [ALL, work.kind, ...(work.serviceCode ? [work.serviceCode] : [])]) scopes.set(scope, [...(scopes.get(scope) ?? []), work]);
  return scopes;
}
