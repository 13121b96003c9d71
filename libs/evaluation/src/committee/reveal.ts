import { Injectable } from '@nestjs/common';
import { PanelDecisions, ServiceTask, TaskRecords } from '@huanbao/marketplace';
import { canonicalJson, Clock, Db, newId, Outbox, Signer, systemActor } from '@huanbao/platform';
import { Evaluation, EvaluationEnquiry, EvaluationPlan, EvaluationResult } from '../evaluation.entity';
import { evaluationRevealed } from '../evaluation.events';
import { EvaluationNotices } from '../evaluation.notices';
import { EvaluationRecords } from '../evaluation.records';
import { EvaluationReference } from '../reference';
import { abnormallyLow } from '../rules/low-price';
import { panelName } from '../rules/panel';
import { candidatesOf, rank, SeatSheet } from '../rules/ranking';
import type { Sheet } from '../rules/sheet';
import { SheetSeal } from './sheet-seal';

const SYSTEM = systemActor('evaluation');

/** What the signature of a result covers. */
export const signedResult = (taskId: string, result: EvaluationResult): string => canonicalJson({ taskId, ...result });

/** The two turning points: when the committee is complete the scoring begins, and when all sheets are in they are opened at once. */
@Injectable()
export class Turning {
  constructor(
    private readonly db: Db,
    private readonly records: EvaluationRecords,
    private readonly tasks: TaskRecords,
    private readonly reference: EvaluationReference,
    private readonly notices: EvaluationNotices,
    private readonly seal: SheetSeal,
    private readonly decisions: PanelDecisions,
    private readonly signer: Signer,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** All have declared: the bids are held against the published conditions. Under the lock of the evaluation. */
  async beginWhenComplete(task: ServiceTask, evaluation: Evaluation, plan: EvaluationPlan): Promise<void> {
    const members = await this.records.members(task.id);
    if (evaluation.state !== 'forming' || members.length < plan.committeeSize || members.some(one => one.state !== 'accepted')) return;
    const scoringDueAt = await this.records.endOf(plan.scoringDays);
    await this.db.repo(Evaluation).update({ taskId: task.id }, { state: 'checking', scoringDueAt });
    await this.tasks.tell({ actor: SYSTEM, task }, 'evaluation-checking', { zh: `${panelName(task.method).zh} ${members.length} 人全部声明无利益关系，开始符合性审查`, en: `All ${members.length} members have declared; the review of the bids begins` });
    await this.notices.checking(task);
  }

  /** The review is over: low prices among the bids that are left are asked about, and the scoring runs. Under the lock of the evaluation. */
  async beginScoring(task: ServiceTask, plan: EvaluationPlan): Promise<void> {
    const scoringDueAt = await this.records.endOf(plan.scoringDays);
    await this.db.repo(Evaluation).update({ taskId: task.id }, { state: 'scoring', scoringDueAt });
    await this.tasks.tell({ actor: SYSTEM, task }, 'evaluation-scoring', { zh: '符合性审查结束，开始评分', en: 'The review is over; scoring begins' });
    await this.notices.scoring(task, await this.ask(task));
  }

  /** 政府采购货物和服务招标投标管理办法 第六十条: whoever asks far less explains it in writing; nobody is put aside by a number. */
  private async ask(task: ServiceTask): Promise<EvaluationEnquiry[]> {
    const offers = await this.records.standingOffers(task.id);
    const asked = (await this.records.enquiries(task.id)).map(one => one.bidId);
    const now = this.clock.now();
    const dueAt = await this.records.endOf(await this.reference.days('low-price.days'));
    const low = abnormallyLow(offers, task.budgetYuan, await this.reference.thresholds()).filter(one => !asked.includes(one.bidId));
    for (const one of low) {
      const offer = offers.find(each => each.bidId === one.bidId);
      if (offer) await this.db.repo(EvaluationEnquiry).insert({ id: newId(), taskId: task.id, bidId: one.bidId, firmId: offer.firmId, firmName: offer.firmName, grounds: [...one.grounds], askedAt: now, dueAt });
    }
    if (low.length > 0) await this.tasks.tell({ actor: SYSTEM, task }, 'evaluation-enquiry', { zh: `${low.length} 份报价明显偏低，已要求书面说明`, en: `${low.length} low price(s) are to be explained` }, { bids: low.map(one => one.bidId) });
    return (await this.records.enquiries(task.id)).filter(one => low.some(each => each.bidId === one.bidId));
  }

  /** Opens all sheets at once when the last one is in. Under the lock of the evaluation. */
  async revealWhenAllIn(task: ServiceTask, plan: EvaluationPlan): Promise<void> {
    const members = await this.records.members(task.id);
    if (members.length < plan.committeeSize || members.some(one => one.state !== 'accepted' || one.handedInAt === null)) return;
    const sheets: SeatSheet[] = members.map(seat => ({ seat: seat.nth, sheet: this.seal.open<Sheet>(seat, 'sheet') as Sheet }));
    const ranking = rank({ offers: await this.records.standingOffers(task.id), sheets, criteria: plan.criteria, formula: plan.formula, priceWeight: task.priceWeight });
    const result: EvaluationResult = { ranking, sheets };
    for (const one of ranking.rejected) await this.decisions.reject(one.bidId, { stage: 'price', zh: `报价明显低于其他报价，书面说明不能证明其合理：${one.reasons.join('；')}`, en: `Abnormally low, and the explanation does not justify it: ${one.reasons.join('; ')}` });
    const publicityDueAt = await this.records.endOf(await this.reference.days('publicity.start-days'));
    await this.db.repo(Evaluation).update({ taskId: task.id }, { state: 'revealed', rescoring: [], revealedAt: this.clock.now(), result: result as never, resultSignature: this.signer.sign(signedResult(task.id, result)), publicityDueAt });
    await this.tasks.tell({ actor: SYSTEM, task }, 'evaluation-revealed', { zh: `评分全部提交并同时开启，推荐 ${candidatesOf(ranking).length} 名中标候选人`, en: `All scores are in and opened at once: ${candidatesOf(ranking).length} candidate(s)` }, { rejected: ranking.rejected.map(one => one.bidId) });
    await this.notices.revealed(task);
    await this.outbox.publish(evaluationRevealed, { taskId: task.id });
  }
}
