import { Injectable } from '@nestjs/common';
import { Notifier } from '@huanbao/notifications';
import { Clock, Db } from '@huanbao/platform';
import { EvaluationBook } from '../evaluation.reference';
import { REMINDED, reminderOf } from '../rules/reminders';
import { STAGE_DUE_SQL } from '../rules/stages';

interface Waiting {
  readonly yearId: string;
  readonly year: number;
  readonly regionCode: string;
  readonly state: string;
  readonly due: string;
  /** Whose case it is, where somebody took it over. */
  readonly claimedBy: string | null;
  readonly count: number;
}

/** By year, stage, last day and person: one message for all of them, or thousands of cases would be thousands of messages. */
const WAITING = `
  SELECT y.id AS "yearId", y.year, y.region_code AS "regionCode", k.state, (${STAGE_DUE_SQL})::text AS due, k.claimed_by AS "claimedBy", count(*)::int AS count
    FROM credit_evaluation e JOIN case_record k ON k.id = e.id JOIN evaluation_year y ON y.id = e.year_id
   WHERE k.closed_at IS NULL AND k.state IN ('checking', 'reviewing', 'reviewed', 'publicity', 'approved') GROUP BY 1, 2, 3, 4, 5, 6
   UNION ALL
  SELECT y.id, y.year, y.region_code, 'publish-by', y.publish_by::text, NULL, count(*)::int
    FROM credit_evaluation e JOIN case_record k ON k.id = e.id JOIN evaluation_year y ON y.id = e.year_id WHERE k.closed_at IS NULL GROUP BY 1, 2, 3, 5
   ORDER BY 1, 4, 5, 6`;

/** Each night: whoever is to act is told once for each stage, last day and threshold. */
@Injectable()
export class Reminding {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly book: EvaluationBook,
    private readonly notifier: Notifier,
  ) {}

  /** In one transaction; again the same night it tells nobody twice. @returns how many reminders are due */
  async round(): Promise<number> {
    const today = this.clock.today();
    const thresholds = await this.book.reminders();
    let told = 0;
    for (const one of await this.db.query<Waiting & object>(WAITING)) {
      const reminder = one.due && reminderOf(one, today, thresholds);
      if (!reminder) continue;
      await this.tell(one, reminder);
      told += 1;
    }
    return told;
  }

  private tell({ yearId, year, regionCode, state, due, claimedBy, count }: Waiting, { threshold, left }: { readonly threshold: number; readonly left: number }): Promise<void> {
    const { role, zh, en } = REMINDED[state] as (typeof REMINDED)[string];
    const when = left < 0 ? { zh: `已逾期 ${-left} 天`, en: `${-left} days late` } : { zh: left === 0 ? '今天到期' : `还有 ${left} 天`, en: left === 0 ? 'due today' : `${left} days left` };
    return this.notifier.notify({
      to: claimedBy ? { userIds: [claimedBy] } : { role, regionCode }, topic: 'case', subject: { type: 'evaluation-year', id: yearId }, key: `evaluation-year:${yearId}:${state}:${due}:${threshold}${claimedBy ? ':own' : ''}`,
      title: { zh: `${year} 年度信用评价${zh}：${when.zh}`, en: `Evaluation of ${year}, ${en}: ${when.en}` },
      body: { zh: `截止日 ${due}，还有 ${count} 家企业没有办完。${state === 'publish-by' ? '评价结果应在期限前公布。' : ''}`, en: `Last day ${due}; ${count} enterprises are not done.` },
      link: state === 'checking' || state === 'reviewing' ? `/b/:orgId/credit-evaluations?stage=${state}` : `/b/:orgId/evaluation-years/${yearId}`,
    });
  }
}
