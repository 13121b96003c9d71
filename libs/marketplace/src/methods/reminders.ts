import { Injectable } from '@nestjs/common';
import { Notifier } from '@huanbao/notifications';
import { Clock, Db, Delivery, Handles, shanghaiDate } from '@huanbao/platform';
import { ServiceTask } from '../marketplace.entity';
import { AfterAward } from '../after-award/after-award.service';
import { AFTER_AWARD } from '../after-award/steps';
import { AwaitedShares } from '../opening/awaited.service';
import { remindProcurement } from '../marketplace.jobs.definitions';
import { TaskContracts } from '../work-contracts';
import { returnDue, returnPeriods } from './bonds.service';
import type { Words } from './methods';
import { ProcurementLaw } from './procurement-law.service';
import { reminderOn } from './reminder-days';

type TaskFacts = Pick<ServiceTask, 'id' | 'title' | 'enterpriseId' | 'regionCode' | 'regime' | 'awardedAt' | 'awardedFirmId' | 'state' | 'updatedAt'>;

interface Notice {
  readonly key: string;
  readonly title: Words;
  readonly body: Words;
  /** The bureau hears of what is overdue by law. */
  readonly bureau: boolean;
}

const AT_A_TIME = 500;
const DAY_MS = 86_400_000;
const FIRST = '00000000-0000-0000-0000-000000000000';
const TASK = `t.title, t.enterprise_id AS "enterpriseId", t.region_code AS "regionCode", t.regime, t.awarded_at AS "awardedAt", t.awarded_firm_id AS "awardedFirmId", t.state, t.updated_at AS "updatedAt"`;

const inWords = (days: number, moment: 'soon' | 'today' | 'overdue'): Words =>
  moment === 'today' ? { zh: '今天到期', en: 'due today' } : moment === 'soon' ? { zh: `还有 ${days} 天到期`, en: `due in ${days} day(s)` } : { zh: `已逾期 ${days} 天`, en: `${days} day(s) overdue` };

/** The morning round of what a procurement owes: answers to objections, bonds to return, bids that wait to be opened. */
@Injectable()
export class ProcurementReminders {
  constructor(
    private readonly db: Db,
    private readonly notifier: Notifier,
    private readonly law: ProcurementLaw,
    private readonly contracts: TaskContracts,
    private readonly awaited: AwaitedShares,
    private readonly afterAward: AfterAward,
    private readonly clock: Clock,
  ) {}

  /** The key holds the day: run again on the same morning it tells nobody twice. */
  @Handles(remindProcurement)
  async round(_: Record<string, never>, delivery: Delivery): Promise<void> {
    const almanac = await this.law.almanac();
    await delivery.complete(async () => {
      await this.objections();
      await this.bonds(returnPeriods(almanac));
      await this.openings();
      await this.keys();
      await this.publicMoney();
    });
  }

  /** 招标投标法实施条例 第二十二条: three days, and the bidding stands meanwhile. */
  private async objections(): Promise<void> {
    const rows = (after: string): Promise<(TaskFacts & { row: string; due: Date })[]> =>
      this.db.query(`SELECT q.id AS row, q.answer_due AS due, t.id, ${TASK} FROM task_question q JOIN service_task t ON t.id = q.task_id WHERE q.objection AND q.answered_at IS NULL AND t.state = 'published' AND q.id > $1 ORDER BY q.id LIMIT ${AT_A_TIME}`, [after]);
    await this.each(rows, async ({ due, row, ...task }) => {
      const found = reminderOn('objection', this.clock.today(), shanghaiDate(due));
      if (!found) return;
      const words = inWords(found.days, found.moment);
      await this.tell(task, { key: `objection:${row}`, title: { zh: `异议等待答复，${words.zh}`, en: `An objection waits, ${words.en}` }, body: { zh: '对采购文件的异议应在 3 日内答复；答复前报价一直暂停。请在任务页答复。', en: 'Objections to the documents are answered within three days; bidding stands until then. Answer on the task’s page.' }, bureau: found.moment === 'overdue' });
    });
  }

  private async bonds(periods: ReturnType<typeof returnPeriods>): Promise<void> {
    const signed = new Map<string, Date | null>();
    const rows = (after: string): Promise<(TaskFacts & { row: string; firmId: string; firmName: string })[]> =>
      this.db.query(`SELECT b.id AS row, b.firm_id AS "firmId", b.firm_name AS "firmName", t.id, ${TASK} FROM bid_bond b JOIN service_task t ON t.id = b.task_id WHERE b.returned_on IS NULL AND b.forfeited_on IS NULL AND (t.awarded_at IS NOT NULL OR t.state IN ('failed', 'cancelled')) AND b.id > $1 ORDER BY b.id LIMIT ${AT_A_TIME}`, [after]);
    await this.each(rows, async ({ row, firmId, firmName, ...task }) => {
      if (!signed.has(task.id)) signed.set(task.id, await this.contracts.signedAt(task.id));
      const due = returnDue({ ...task, signedAt: signed.get(task.id) ?? null }, { firmId, returnedOn: null, forfeitedOn: null }, periods);
      const found = due && reminderOn('bond', this.clock.today(), due);
      if (!found) return;
      const words = inWords(found.days, found.moment);
      await this.tell(task, { key: `bond:${row}`, title: { zh: `退还投标保证金，${words.zh}`, en: `Return a bid bond, ${words.en}` }, body: { zh: `${firmName}的投标保证金应在 ${due} 前退还，退还后请在任务页登记。`, en: `The bid bond of ${firmName} is to be returned by ${due}. Record it on the task’s page.` }, bureau: false });
    });
  }

  /** 招标投标法 第三十四条: bids are opened when the deadline has come; they keep waiting for a key. */
  private async openings(): Promise<void> {
    const rows = (after: string): Promise<(TaskFacts & { row: string; closedAt: Date })[]> =>
      this.db.query(`SELECT t.id AS row, t.closed_at AS "closedAt", t.id, ${TASK} FROM service_task t WHERE t.state = 'closed' AND t.closed_at IS NOT NULL AND t.id > $1 ORDER BY t.id LIMIT ${AT_A_TIME}`, [after]);
    await this.each(rows, async ({ row, closedAt, ...task }) => {
      const found = reminderOn('opening', this.clock.today(), shanghaiDate(closedAt));
      if (!found) return;
const whole = await this.db.repo(ServiceTask).findOneByOrFail({ id: row });
      const holders = await this.awaited.of(whole);
      const named = await this.awaited.named(whole, holders);
      const who = holders.length > 0 ? { zh: `还在等待：${named.zh}。`, en: `Awaited: ${named.en}. ` } : { zh: '', en: '' };
      const title = { zh: `报价已截止 ${found.days} 天，还没有开标`, en: `Closed ${found.days} day(s) ago and not opened yet` };
      const body = { zh: `${who.zh}请尽快开标。钥匙遗失的，请在任务页登记，由其他持有人开标。`, en: `${who.en}Please open the bids. If a key is lost, say so on the task’s page: the other holders open then.` };
      await this.tell(task, { key: `opening:${row}`, title, body, bureau: true });
      if (holders.includes('recovery')) await this.awaited.tell(whole, ['recovery'], { key: `remind:opening:${row}:${this.clock.today()}`, title: { zh: `${title.zh}：${task.title}`, en: `${title.en}: ${task.title}` }, body });
    });
  }

  /** Who will have to give a share is told before the opening, while a lost key can still be recorded in time. */
  private async keys(): Promise<void> {
    const rows = (after: string): Promise<{ row: string; deadline: Date }[]> =>
      this.db.query(`SELECT t.id AS row, t.bid_deadline AS deadline FROM service_task t WHERE t.state = 'published' AND t.opening_needed IS NOT NULL AND t.bid_deadline < $2::timestamptz AND t.id > $1 ORDER BY t.id LIMIT ${AT_A_TIME}`, [after, new Date(this.clock.now().getTime() + 2 * DAY_MS)]);
    await this.each(rows, async ({ row, deadline }) => {
      const found = reminderOn('keys', this.clock.today(), shanghaiDate(deadline));
      if (!found || found.moment === 'overdue') return;
      const day = found.moment === 'today' ? { zh: '今天', en: 'today' } : { zh: '明天', en: 'tomorrow' };
      await this.awaited.tellBefore(await this.db.repo(ServiceTask).findOneByOrFail({ id: row }), { key: `keys:${this.clock.today()}`, day });
    });
  }

  /** What public money owes after the evaluation (`after-award/steps.ts`); looked at for a year after the award. */
  private async publicMoney(): Promise<void> {
    const since = new Date(this.clock.now().getTime() - 365 * DAY_MS);
    const rows = (after: string): Promise<{ row: string; from: string | null }[]> =>
      this.db.query(`SELECT t.id AS row, t.steps_reminded_from::text AS "from" FROM service_task t WHERE t.regime <> 'voluntary' AND (t.awarded_at > $2 OR (t.state = 'opened' AND t.regime = 'government')) AND t.id > $1 ORDER BY t.id LIMIT ${AT_A_TIME}`, [after, since]);
    await this.each(rows, async ({ row, from }) => {
      const task = await this.db.repo(ServiceTask).findOneByOrFail({ id: row });
      for (const { step, due, doneOn, basis } of await this.afterAward.standing(task)) {
        const found = doneOn === null && due !== null && (from === null || due >= from) ? reminderOn('after-award', this.clock.today(), due) : null;
        if (!found) continue;
        const [words, { zh, en }] = [inWords(found.days, found.moment), AFTER_AWARD[step]];
        await this.tell(task, { key: `after-award:${step}`, title: { zh: `${zh}，${words.zh}`, en: `${en}, ${words.en}` }, body: { zh: `应在 ${due ?? ''} 前办理（${basis}），办理后请在任务页登记。`, en: `To be done by ${due ?? ''}; record it on the task’s page.` }, bureau: found.moment === 'overdue' });
      }
    });
  }

  private async each<T extends { row: string }>(page: (after: string) => Promise<T[]>, work: (row: T) => Promise<void>): Promise<void> {
    for (let after = FIRST; ; ) {
      const rows = await page(after);
      for (const row of rows) await work(row);
      const last = rows.at(-1);
      if (!last || rows.length < AT_A_TIME) return;
      after = last.row;
    }
  }

  private async tell(task: TaskFacts, { key, title, body, bureau }: Notice): Promise<void> {
    const common = { topic: 'task' as const, subject: { type: 'service-task', id: task.id }, title: { zh: `${title.zh}：${task.title}`, en: `${title.en}: ${task.title}` }, body, key: `task:${task.id}:remind:${key}:${this.clock.today()}` };
    await this.notifier.notify({ ...common, to: { orgId: task.enterpriseId, matter: 'tasks' }, link: `/e/${task.enterpriseId}/tasks/${task.id}` });
    if (bureau) await this.notifier.notify({ ...common, to: { role: 'bureau.supervisor', regionCode: task.regionCode }, link: `/b/:orgId/tasks/${task.id}` });
  }
}
