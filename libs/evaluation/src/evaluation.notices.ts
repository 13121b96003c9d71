import { Injectable } from '@nestjs/common';
import { ServiceTask } from '@huanbao/marketplace';
import { Notifier } from '@huanbao/notifications';
import type { EvaluationEnquiry, EvaluationObjection, EvaluationSeat } from './evaluation.entity';
import type { Finding } from './rules/review';

interface Words {
  readonly zh: string;
  readonly en: string;
}

/** Who is told what, in the transaction of what happened. */
@Injectable()
export class EvaluationNotices {
  constructor(private readonly notifier: Notifier) {}

  vacancy(task: ServiceTask, seat: EvaluationSeat): Promise<void> {
    return this.enterprise(task, `vacancy-${seat.id}`, { zh: `评标委员会有空缺：${task.title}`, en: `A vacancy in the committee: ${task.title}` }, { zh: `${seat.nth} 号席位空缺。专家库人数不足的，请联系生态环境部门补充后再抽取；企业代表请重新指定。`, en: `Seat ${seat.nth} is vacant. Ask the bureau for more experts, or name another representative.` });
  }

  checking(task: ServiceTask): Promise<void> {
    return this.enterprise(task, 'checking', { zh: `评标委员会已组成：${task.title}`, en: `The committee is complete: ${task.title}` }, { zh: '全体成员已声明无利益关系，先逐份审查报价是否符合发布时确定的条件，再评分。意见和评分在全部提交前对任何人保密。', en: 'All members have declared. They first hold each bid against the published conditions, then score. Nobody sees a finding or a score before all are in.' });
  }

  /** Told with the candidates, or with the end of the procurement: until then the evaluation is nobody's to know (招标投标法 第三十八条、第四十四条). */
  rejected(task: ServiceTask, finding: Finding, words: Words): Promise<void> {
    return this.firm({ task, firmId: finding.firmId }, `rejected-${finding.bidId}`, { zh: `报价经审查不符合要求：${task.title}`, en: `Your bid was found not responsive: ${task.title}` }, { zh: `${words.zh}。本报价不参加评分。有异议的，请在公示期内提出。`, en: `${words.en}. It was not scored. Object during the publicity.` });
  }

  failed(task: ServiceTask, after: Words): Promise<void> {
    return this.enterprise(task, 'failed', { zh: `审查后有效报价不足：${task.title}`, en: `Too few responsive bids: ${task.title}` }, { zh: `本次采购已结束：${task.endedReason ?? ''}。接下来可以：${after.zh}。`, en: `The procurement has ended. What is open now: ${after.en}.` });
  }

  async scoring(task: ServiceTask, enquiries: readonly EvaluationEnquiry[]): Promise<void> {
    await this.enterprise(task, 'scoring', { zh: `开始评分：${task.title}`, en: `Scoring begins: ${task.title}` }, { zh: '符合性审查已结束。评分在全部提交前对任何人保密。', en: 'The review is over. Nobody sees a score before all are in.' });
    for (const one of enquiries)
      await this.firm({ task, firmId: one.firmId }, `enquiry-${one.id}`, { zh: `请书面说明报价：${task.title}`, en: `Please explain your price: ${task.title}` }, { zh: `贵机构的报价明显偏低：${one.grounds.map(each => each.zh).join('；')}。请在期限内书面说明价格构成，由评标委员会判断。`, en: 'Your price is much lower than usual. Explain it in writing in time; the committee decides.' });
  }

  revealed(task: ServiceTask): Promise<void> {
    return this.enterprise(task, 'revealed', { zh: `评审完成：${task.title}`, en: `Evaluation finished: ${task.title}` }, { zh: '评分已全部提交并汇总。请在 3 日内公示中标候选人。', en: 'All scores are in. Publish the candidates within three days.' });
  }

  async published(task: ServiceTask, round: number, firmIds: readonly string[]): Promise<void> {
    for (const firmId of firmIds) await this.firm({ task, firmId }, round === 1 ? 'publicity' : `publicity-${round}`, { zh: `中标候选人公示：${task.title}`, en: `Candidates published: ${task.title}` }, { zh: '可以查看候选人和本机构得分。有异议的，请在公示期内提出。', en: 'See the candidates and your scores. Object during the publicity.' });
  }

  /** All bidders read what follows from an upheld objection. */
  async remedied(task: ServiceTask, { round, firmIds, why }: { round: number; firmIds: readonly string[]; why: Words }, row: Words & { readonly basis: string }): Promise<void> {
    for (const firmId of firmIds) await this.firm({ task, firmId }, `remedy-${round}`, { zh: `${why.zh}：${task.title}`, en: `${why.en}: ${task.title}` }, { zh: `处理：${row.zh}（${row.basis}）。原公示的结果不再有效，请以新的公示为准。`, en: `What follows: ${row.en.toLowerCase()}. The result published before does not stand; wait for the new one.` });
  }

  /** The award is made: what follows is for the bureau and the enterprise to decide. */
  async relatedAfterAward(task: ServiceTask, seat: EvaluationSeat, reasons: Words): Promise<void> {
    const title = { zh: `定标后发现评审专家有利害关系：${task.title}`, en: `An expert is found to be related after the award: ${task.title}` };
    const body = { zh: `${seat.nth} 号席位：${reasons.zh}。请核实该关系在评审时是否已经存在；存在的，其评审意见无效，请依法决定是否重新评审（招标投标法实施条例第七十条；财政部令第87号第六十七条）。`, en: `Seat ${seat.nth}: ${reasons.en}. Find out whether it existed when the panel judged; if so, decide by law whether the award can stand.` };
    await this.enterprise(task, `related-${seat.id}`, title, body);
    await this.notifier.notify({ to: { role: 'bureau.supervisor', regionCode: task.regionCode }, topic: 'task', subject: { type: 'service-task', id: task.id }, title, body, link: `/b/:orgId/tasks/${task.id}/evaluation`, key: `evaluation:${task.id}:related-${seat.id}` });
  }

  async objected(task: ServiceTask, objection: EvaluationObjection): Promise<void> {
    const title = { zh: `收到异议：${task.title}`, en: `An objection: ${task.title}` };
    await this.enterprise(task, `objection-${objection.id}`, title, { zh: `${objection.firmName}对评标结果提出异议，公示期暂停。请在 3 日内答复。`, en: `${objection.firmName} objects; the clock stands. Answer within three days.` });
    await this.notifier.notify({ to: { role: 'bureau.supervisor', regionCode: task.regionCode }, topic: 'task', subject: { type: 'service-task', id: task.id }, title, body: { zh: '评标结果收到异议，企业应在 3 日内答复。', en: 'An objection waits for the enterprise’s answer.' }, link: `/b/:orgId/tasks/${task.id}/evaluation`, key: `evaluation:${task.id}:objection-${objection.id}` });
  }

  answered(task: ServiceTask, objection: EvaluationObjection, upheld: boolean): Promise<void> {
    return this.firm({ task, firmId: objection.firmId }, `answer-${objection.id}`, { zh: `异议已答复：${task.title}`, en: `Your objection was answered: ${task.title}` }, upheld ? { zh: '异议成立，请查看答复。', en: 'It was upheld. See the answer.' } : { zh: '异议不成立，请查看答复和理由。不服的可依法投诉。', en: 'It was not upheld. See the reasons; you may complain to the authority.' });
  }

  private enterprise(task: ServiceTask, step: string, title: Words, body: Words): Promise<void> {
    return this.notifier.notify({ to: { orgId: task.enterpriseId, matter: 'tasks' }, topic: 'task', subject: { type: 'service-task', id: task.id }, title, body, link: `/e/${task.enterpriseId}/tasks/${task.id}/evaluation`, key: `evaluation:${task.id}:${step}` });
  }

  private firm({ task, firmId }: { task: ServiceTask; firmId: string }, step: string, title: Words, body: Words): Promise<void> {
    return this.notifier.notify({ to: { orgId: firmId }, topic: 'task', subject: { type: 'service-task', id: task.id }, title, body, link: `/f/${firmId}/tasks/${task.id}/evaluation`, key: `evaluation:${task.id}:${step}` });
  }
}
