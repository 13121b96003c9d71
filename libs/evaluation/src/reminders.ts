import { Injectable } from '@nestjs/common';
import { daysBetween } from '@huanbao/calendar';
import { Notifier } from '@huanbao/notifications';
import { Clock, Db, Delivery, Handles, shanghaiDate } from '@huanbao/platform';
import { remindEvaluations } from './evaluation.events';

interface Row {
  readonly id: string;
  readonly title: string;
  readonly enterpriseId: string;
  readonly regionCode: string;
  readonly ref: string;
  readonly what: 'objection' | 'publish' | 'over' | 'complaint-accept' | 'complaint-decide';
  readonly due: Date;
}

interface Words {
  readonly zh: string;
  readonly en: string;
}

const LIMIT = 5000;

/** What is said, and on which mornings: `left` days before the day, 0 on it, below 0 after it. */
const SAID: Readonly<Record<Row['what'], { readonly when: (left: number) => boolean; readonly enterprise: boolean; readonly bureau: 'late' | 'always' | 'never'; readonly title: (left: number) => Words; readonly body: Words }>> = {
  objection: {
    when: left => left <= 1, enterprise: true, bureau: 'late',
    title: left => (left < 0 ? { zh: `对评标结果的异议已逾期 ${-left} 天未答复`, en: `An objection to the result is ${-left} day(s) overdue` } : { zh: `对评标结果的异议${left === 0 ? '今天' : '明天'}到期`, en: `An objection to the result is due ${left === 0 ? 'today' : 'tomorrow'}` }),
    body: { zh: '异议应在 3 日内答复，答复前公示期暂停，不能定标。', en: 'Objections are answered within three days; the clock stands until then and nothing is awarded.' },
  },
  publish: {
    when: left => left <= 1, enterprise: true, bureau: 'never',
    title: left => (left < 0 ? { zh: '公示中标候选人已逾期', en: 'The publicity of the candidates is overdue' } : { zh: `请公示中标候选人，${left === 0 ? '今天' : '明天'}到期`, en: `Publish the candidates: due ${left === 0 ? 'today' : 'tomorrow'}` }),
    body: { zh: '收到评标报告 3 日内公示中标候选人，公示期不少于 3 日。', en: 'Candidates are published within three days of the report, for three days at least.' },
  },
  over: {
    when: left => left < 0 && (-left - 1) % 7 === 0, enterprise: true, bureau: 'never',
    title: () => ({ zh: '公示期满，可以定标', en: 'The publicity is over: you can award' }),
    body: { zh: '没有未答复的异议。请定标；定标后 30 日内签订合同。', en: 'No objection is open. Award now; the contract follows within thirty days.' },
  },
  'complaint-accept': {
    when: left => left <= 1, enterprise: false, bureau: 'always',
    title: left => (left < 0 ? { zh: `评标投诉已逾期 ${-left} 天未决定是否受理`, en: `A tender complaint is ${-left} day(s) overdue to be taken up or not` } : { zh: `请决定是否受理评标投诉，${left === 0 ? '今天' : '明天'}到期`, en: `Take up a tender complaint or not: due ${left === 0 ? 'today' : 'tomorrow'}` }),
    body: { zh: '收到投诉之日起 3 个工作日内决定是否受理。', en: 'Whether a complaint is taken up is decided within three working days.' },
  },
  'complaint-decide': {
    when: left => left <= 3, enterprise: false, bureau: 'always',
    title: left => (left < 0 ? { zh: `评标投诉的处理决定已逾期 ${-left} 天`, en: `The decision on a tender complaint is ${-left} day(s) overdue` } : { zh: `请作出评标投诉的处理决定，还有 ${left} 天到期`, en: `Decide a tender complaint: ${left} day(s) left` }),
    body: { zh: '受理之日起 30 个工作日内作出书面处理决定。', en: 'A complaint is decided in writing within thirty working days.' },
  },
};

/** The morning round of evaluations. */
@Injectable()
export class EvaluationReminders {
  constructor(
    private readonly db: Db,
    private readonly notifier: Notifier,
    private readonly clock: Clock,
  ) {}

  /** The key holds the day: run again on the same morning it tells nobody twice. */
  @Handles(remindEvaluations)
  async round(_: Record<string, never>, delivery: Delivery): Promise<void> {
    const rows = await this.due();
    await delivery.complete(async () => {
      for (const row of rows) await this.remind(row);
    });
  }

  private due(): Promise<Row[]> {
    const task = `t.id, t.title, t.enterprise_id AS "enterpriseId", t.region_code AS "regionCode"`;
    return this.db.query<Row>(
      `SELECT ${task}, o.id AS ref, 'objection' AS what, o.due_at AS due FROM evaluation_objection o JOIN service_task t ON t.id = o.task_id JOIN evaluation e ON e.task_id = t.id AND e.state = 'publicity' WHERE o.answered_at IS NULL
        UNION ALL SELECT ${task}, t.id, 'publish', e.publicity_due_at FROM evaluation e JOIN service_task t ON t.id = e.task_id WHERE e.state = 'revealed' AND e.publicity_due_at IS NOT NULL AND t.state = 'opened'
        UNION ALL SELECT ${task}, t.id, 'over', e.publicity_to FROM evaluation e JOIN service_task t ON t.id = e.task_id WHERE e.state = 'publicity' AND e.paused_at IS NULL AND e.publicity_to < $1 AND t.state = 'opened'
        UNION ALL SELECT ${task}, c.id, 'complaint-' || CASE c.state WHEN 'lodged' THEN 'accept' ELSE 'decide' END, (CASE c.state WHEN 'lodged' THEN c.accept_due ELSE c.decide_due END)::timestamp AT TIME ZONE 'Asia/Shanghai' FROM tender_complaint c JOIN service_task t ON t.id = c.task_id WHERE c.state IN ('lodged', 'accepted')
        ORDER BY due LIMIT ${LIMIT}`, [this.clock.now()]);
  }

  private async remind({ id, title: name, enterpriseId, regionCode, ref, what, due }: Row): Promise<void> {
    const said = SAID[what];
    const left = daysBetween(this.clock.today(), shanghaiDate(due));
    if (!said.when(left)) return;
    const title = said.title(left);
    const common = { topic: 'task' as const, subject: { type: 'service-task', id }, title: { zh: `${title.zh}：${name}`, en: `${title.en}: ${name}` }, body: said.body, key: `evaluation:${id}:remind:${what}:${ref}:${this.clock.today()}` };
    if (said.enterprise) await this.notifier.notify({ ...common, to: { orgId: enterpriseId, matter: 'tasks' }, link: `/e/${enterpriseId}/tasks/${id}/evaluation` });
    if (said.bureau === 'always' || (said.bureau === 'late' && left < 0)) await this.notifier.notify({ ...common, to: { role: 'bureau.supervisor', regionCode }, link: what.startsWith('complaint') ? `/b/:orgId/tender-complaints/${ref}` : `/b/:orgId/tasks/${id}/evaluation` });
  }
}
