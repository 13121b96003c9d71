import { Injectable } from '@nestjs/common';
import { Notifier } from '@huanbao/notifications';
import { Db, Delivery, Handles, shanghaiMinute } from '@huanbao/platform';
import { ServiceTask } from '../marketplace.entity';
import type { Words } from './methods';
import { ProcedureNotice, tellProcedure } from './procedure.jobs';

interface Notice {
  readonly to: 'enterprise' | 'firms';
  readonly title: Words;
  readonly body: (deadline: string) => Words;
}

const NOTICES: Readonly<Record<ProcedureNotice, Notice>> = {
  short: { to: 'enterprise', title: { zh: '报价家数不足', en: 'Too few bids' }, body: () => ({ zh: '截止时家数不足，不能开标。请在任务页选择延长征集、重新组织或依规定继续。', en: 'Too few bids came by the deadline. Choose on the task’s page how to go on.' }) },
  amended: { to: 'firms', title: { zh: '采购文件有修改', en: 'The documents were amended' }, body: at => ({ zh: `请查看修改内容。已密封的报价仍然有效，也可以在 ${at} 前替换。`, en: `See what has changed. A sealed bid stays valid and may be replaced until ${at}.` }) },
  prolonged: { to: 'firms', title: { zh: '延长征集', en: 'Bidding prolonged' }, body: at => ({ zh: `截止时间延长到 ${at}。已密封的报价继续有效。`, en: `The deadline is now ${at}. Sealed bids stay valid.` }) },
  answered: { to: 'firms', title: { zh: '有新的澄清答复', en: 'A question was answered' }, body: () => ({ zh: '企业答复了提问，内容对全部机构相同，请在任务页查看。', en: 'The answer is the same for all bidders; see the task’s page.' }) },
  asked: { to: 'enterprise', title: { zh: '收到提问', en: 'A question was asked' }, body: at => ({ zh: `请在截止（${at}）前尽早答复。答复会公开给全部机构，不显示提问的机构。`, en: `Answer well before ${at}. All firms see the answer, nobody sees who asked.` }) },
  objected: { to: 'enterprise', title: { zh: '收到对采购文件的异议', en: 'The documents were objected to' }, body: () => ({ zh: '请在 3 日内答复；答复前报价暂停，答复后截止时间顺延。', en: 'Answer within 3 days; bidding stops until then and the deadline moves.' }) },
  resumed: { to: 'firms', title: { zh: '恢复报价', en: 'Bidding goes on' }, body: at => ({ zh: `异议已答复，截止时间顺延到 ${at}。`, en: `The objection was answered; the deadline is now ${at}.` }) },
  'first-opened': { to: 'firms', title: { zh: '首轮报价已开启', en: 'First offers opened' }, body: () => ({ zh: '请等待企业发起最终报价；磋商的，企业会与各家分别商谈。', en: 'Wait for the call for final offers; in a negotiation the enterprise talks to each bidder.' }) },
  'final-called': { to: 'firms', title: { zh: '请提交最终报价', en: 'Final offers are called for' }, body: at => ({ zh: `请在 ${at} 前密封最终报价。`, en: `Seal your final offer before ${at}.` }) },
  offered: { to: 'firms', title: { zh: '企业还价', en: 'The enterprise countered' }, body: at => ({ zh: `请在 ${at} 前接受、婉拒或再还价。`, en: `Accept, decline or counter before ${at}.` }) },
  countered: { to: 'enterprise', title: { zh: '机构还价', en: 'The firm countered' }, body: at => ({ zh: `请在 ${at} 前接受或再还价。`, en: `Accept or counter before ${at}.` }) },
  declined: { to: 'enterprise', title: { zh: '机构婉拒', en: 'A firm declined' }, body: () => ({ zh: '原因见任务页的办理记录。', en: 'The reason is in the history of the task.' }) },
  proceeding: { to: 'firms', title: { zh: '家数不足仍继续', en: 'Going on with fewer bids' }, body: () => ({ zh: '企业依规定继续开标，理由见任务页。', en: 'The enterprise goes on as the rules allow; the reason is on the task’s page.' }) },
  'visit-added': { to: 'firms', title: { zh: '安排了现场踏勘', en: 'A site visit is arranged' }, body: () => ({ zh: '时间、地点和登记办法见任务页，对全部机构相同。', en: 'Time, place and registration are on the task’s page, the same for all.' }) },
  'visit-cancelled': { to: 'firms', title: { zh: '现场踏勘取消', en: 'The site visit is off' }, body: () => ({ zh: '原因见任务页。', en: 'The reason is on the task’s page.' }) },
  'visit-minutes': { to: 'firms', title: { zh: '公布了现场踏勘记录', en: 'Minutes of the site visit' }, body: at => ({ zh: `记录对全部机构公开，请在任务页查看。报价截止时间为 ${at}。`, en: `The same for all bidders; see the task’s page. Bids are due by ${at}.` }) },
  'bond-returned': { to: 'firms', title: { zh: '投标保证金已退还', en: 'Bid bond returned' }, body: () => ({ zh: '企业登记了退还，请核对到账。', en: 'The enterprise has recorded the return; check your account.' }) },
};

/** Tells the parties what happens between publication and award. Firms: who has bid, was asked, has asked, or comes to look at the site. */
@Injectable()
export class ProcedureNotices {
  constructor(
    private readonly db: Db,
    private readonly notifier: Notifier,
  ) {}

  @Handles(tellProcedure)
  async tell({ taskId, notice, ref, firmId }: { taskId: string; notice: ProcedureNotice; ref: string; firmId?: string }, delivery: Delivery): Promise<void> {
    const task = await this.db.repo(ServiceTask).findOneByOrFail({ id: taskId });
    const { to } = NOTICES[notice];
    const firms = to === 'enterprise' ? [] : firmId ? [firmId] : await this.concerned(taskId, notice);
    await delivery.complete(async () => {
      if (to === 'enterprise') await this.send(task, { notice, ref, orgId: task.enterpriseId, area: 'e' });
      for (const orgId of firms) await this.send(task, { notice, ref, orgId, area: 'f' });
    });
  }

  private async send(task: ServiceTask, { notice, ref, orgId, area }: { notice: ProcedureNotice; ref: string; orgId: string; area: 'e' | 'f' }): Promise<void> {
    const { title, body } = NOTICES[notice];
    await this.notifier.notify({
      to: area === 'e' ? { orgId, matter: 'tasks' } : { orgId }, topic: 'task', subject: { type: 'service-task', id: task.id },
      title: { zh: `${title.zh}：${task.title}`, en: `${title.en}: ${task.title}` }, body: body(shanghaiMinute(task.bidDeadline)),
      link: `/${area}/${orgId}/tasks/${task.id}`, key: `task:${task.id}:${notice}:${ref}`,
    });
  }

  /** For the final round only those whose first offer stands. */
  private async concerned(taskId: string, notice: ProcedureNotice): Promise<string[]> {
    if (notice === 'final-called') return this.ids(`SELECT firm_id AS id FROM bid WHERE task_id = $1 AND sealed_round = 1 AND state = 'opened' AND eligible`, taskId);
    return this.ids(
      `SELECT firm_id AS id FROM bid WHERE task_id = $1 AND state IN ('sealed', 'opened', 'unreadable')
        UNION SELECT firm_id FROM task_invitation WHERE task_id = $1 AND state = 'invited'
        UNION SELECT asked_by_org FROM task_question WHERE task_id = $1
        UNION SELECT r.firm_id FROM task_site_visitor r JOIN task_site_visit v ON v.id = r.visit_id WHERE v.task_id = $1 ORDER BY 1`, taskId);
  }

  private async ids(sql: string, taskId: string): Promise<string[]> {
    return (await this.db.query<{ id: string }>(sql, [taskId])).map(row => row.id);
  }
}
