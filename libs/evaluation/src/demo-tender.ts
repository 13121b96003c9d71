import { INestApplicationContext } from '@nestjs/common';
import { LinkTokens, type DemoCity } from '@huanbao/identity';
import { SealedTask, tenderDemo } from '@huanbao/marketplace';
import { Db } from '@huanbao/platform';
import { CommitteeService } from './committee/committee.service';
import { SeatsService } from './committee/seats.service';
import { ComplaintRulings } from './complaints/complaint-rulings.service';
import { ComplaintsService } from './complaints/complaints.service';
import { EvaluationObjection } from './evaluation.entity';
import { EvaluationRecords } from './evaluation.records';
import { ObjectionsService } from './objections.service';
import { PlansService } from './plans.service';
import { PublicityService } from './publicity.service';
import { ReviewSeats } from './review/review-seats.service';

const PLAN = {
  committeeSize: 5, representatives: 1, specialties: ['monitoring' as const], formula: { kind: 'lowest' as const }, scoringDays: 30, substantial: ['每季度到场采样不少于一次', '报告五个工作日内交付'], validityDays: 90, ceilingYuan: '95000.00',
  criteria: [{ name: '监测方案', guide: '点位、频次、方法与许可证一致的得高分', max: 35 }, { name: '人员与业绩', guide: '项目负责人和近三年同类业绩', max: 25 }],
};
const OFFERS = [
  ['92000.00', '每季度采样一次，携带便携设备现场复核，报告五个工作日内交付。'], ['88800.00', '与在线监测比对同步开展，异常当日通报，原始记录随报告交付。'], ['97500.00', '按方案逐点位编号，报告附趋势分析，协助在国家平台填报。'],
] as const;

/** A task with criteria and three sealed bids whose offers are the firms' own. In the transaction of the city; opened after it. */
export function sealedForEvaluation(app: INestApplicationContext, demo: DemoCity): Promise<SealedTask> {
  const owner = demo.actor('enterprise.admin', 2);
  return tenderDemo(app, owner, {
    task: {
      title: '康复医院 2027 年度自行监测（综合评审）', kind: 'testing', description: '按排污许可证自行监测方案开展废水、废气和噪声监测，并协助信息公开。', deliverables: ['监测报告（盖章）', '原始记录'],
      requiredQualifications: [], serviceCode: null, budgetYuan: '120000.00', durationDays: 365,
    },
    bids: OFFERS.map(([priceYuan, proposal], nth) => ({ firm: demo.actor('firm.manager', [0, 1, 4][nth]), priceYuan, proposal })),
    prepared: draftId => app.get(PlansService, { strict: false }).put(owner, draftId, { ...PLAN, substantial: [...PLAN.substantial], specialties: [...PLAN.specialties], criteria: [...PLAN.criteria] }, 0),
  });
}

/** The committee is drawn, declares and reviews the bids: one is above the price limit and is put aside; the others are scored and published. The firm that was put aside objects, and complains about the answer. */
export async function evaluateDemo(app: INestApplicationContext, { owner, taskId }: SealedTask, demo: DemoCity): Promise<void> {
  await app.get(CommitteeService, { strict: false }).draw(owner, taskId, { representatives: [{ name: '后勤代表 温敏', title: '总务科长', email: 'rehab@demo.local' }] });
  const records = app.get(EvaluationRecords, { strict: false });
  const tokens = (await records.members(taskId)).map(seat => app.get(LinkTokens, { strict: false }).tokenOf('evaluation-seat', seat.id));
  for (const token of tokens) await app.get(SeatsService, { strict: false }).declare(token, { declaration: 'none' });
  const bids = await records.bids(taskId);
  for (const token of tokens) await app.get(ReviewSeats, { strict: false }).save(token, { handIn: true, votes: bids.map(bid => opinionOf(bid.id, bid.priceYuan)) });
  const [criteria, standing] = [(await records.plan(taskId))?.criteria ?? [], await records.standing(taskId)];
  for (const [seat, token] of tokens.entries()) await app.get(SeatsService, { strict: false }).save(token, { handIn: true, priceVotes: [], comment: '', scores: standing.flatMap((bid, at) => criteria.map((one, nth) => ({ bidId: bid.id, criterionId: one.id, score: String(one.max - 3 - 2 * at - ((seat + nth) % 3)), reason: '' }))) });
  await app.get(PublicityService, { strict: false }).publish(owner, taskId);
  await complain(app, { owner, taskId }, demo);
}

async function complain(app: INestApplicationContext, { owner, taskId }: Pick<SealedTask, 'owner' | 'taskId'>, demo: DemoCity): Promise<void> {
  const objections = app.get(ObjectionsService, { strict: false });
  const firm = demo.actor('firm.manager', 4);
  await objections.object(firm, taskId, { text: '最高限价没有说明是否含税，本机构的报价不含税部分没有超过限价。' });
  const { id: objectionId } = await app.get(Db, { strict: false }).repo(EvaluationObjection).findOneByOrFail({ taskId });
  await objections.answer(owner, { taskId, objectionId }, { text: '评审办法写明限价为总价，报价高于限价属实，维持评审结果。', upheld: false });
  const id = await app.get(ComplaintsService, { strict: false }).lodge(firm, taskId, { objectionId, demand: '责令重新评审，恢复本机构的报价', facts: '评审办法的最高限价一栏只有数字，没有写明含税与否；同类项目的限价均注明不含税。' });
  await app.get(ComplaintRulings, { strict: false }).accept(demo.actor('bureau.approver'), { id, version: 1 });
}

const opinionOf = (bidId: string, priceYuan: string | null): { bidId: string; failed: string[]; reason: string } =>
  Number(priceYuan) > Number(PLAN.ceilingYuan) ? { bidId, failed: ['ceiling'], reason: `报价 ${priceYuan ?? ''} 元，高于公布的最高限价` } : { bidId, failed: [], reason: '逐条核对，均已响应' };
