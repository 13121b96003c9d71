import { Injectable } from '@nestjs/common';
import { PanelDecisions, ServiceTask } from '@huanbao/marketplace';
import { Db, Outbox } from '@huanbao/platform';
import { Evaluation } from '../evaluation.entity';
import { renderReport } from '../evaluation.events';
import { EvaluationNotices } from '../evaluation.notices';
import { leftRow } from '../rules/left';
import { panelName } from '../rules/panel';
import { rejectionWords, Review } from '../rules/review';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Too few bids are left: the procurement ends as the law of its method says, with a report that says why. Under the lock of the evaluation. */
@Injectable()
export class ReviewEnding {
  constructor(
    private readonly db: Db,
    private readonly decisions: PanelDecisions,
    private readonly notices: EvaluationNotices,
    private readonly outbox: Outbox,
  ) {}

  async fail(task: ServiceTask, review: Review): Promise<void> {
    await this.db.repo(Evaluation).update({ taskId: task.id }, { state: 'ended', pausedAt: null });
    await this.decisions.fail(task, failureWords(task, review));
    await this.tellRejected(task, review);
    await this.notices.failed(task, leftRow(task).after);
    await this.outbox.enqueue(renderReport, { taskId: task.id }, { key: `${task.id}:review` });
  }

  /** Each firm that was put aside reads why; nobody reads it of another. */
  async tellRejected(task: ServiceTask, review: Review | null): Promise<void> {
    for (const finding of review?.findings.filter(one => !one.responsive) ?? []) await this.notices.rejected(task, finding, rejectionWords(finding, review?.conditions ?? []));
  }
}

/** Why it ends, with the row of reference it follows. */
export function failureWords({ method, regime }: ServiceTask, { left, least, basis, verified, competition }: Review): Words {
  const name = panelName(method);
  const unverified = verified ? '' : '，未核实';
  if (left === 0) return { zh: `${name.zh}审查后没有符合要求的报价，全部否决（招标投标法第四十二条），本次采购失败`, en: `After the review by the ${name.en} no responsive bid is left: all are rejected and the procurement fails` };
  if (competition) return { zh: `符合要求的报价仅 ${left} 家，${name.zh}多数认为明显缺乏竞争，否决全部报价（${basis}${unverified}），本次采购失败`, en: `Only ${left} responsive bid(s) are left; the ${name.en} finds that competition is lacking and rejects all` };
  return { zh: `符合要求的报价 ${left} 家，少于 ${least} 家（${basis}${unverified}），${regime === 'voluntary' ? '本次采购失败' : '依法终止本次采购'}`, en: `${left} responsive bid(s) are left, fewer than ${least}: the procurement ends` };
}
