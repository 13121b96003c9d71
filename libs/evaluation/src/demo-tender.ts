import { INestApplicationContext } from '@nestjs/common';
import { LinkTokens, type DemoCity } from '@huanbao/identity';
import { SealedTask, tenderDemo } from '@huanbao/marketplace';
import { CommitteeService } from './committee/committee.service';
import { SeatsService } from './committee/seats.service';
import { EvaluationRecords } from './evaluation.records';
import { PlansService } from './plans.service';
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

/** The committee is drawn, declares and reviews the bids: one is above the price limit and is put aside; the scoring runs. */
export async function drawDemoCommittee(app: INestApplicationContext, { owner, taskId }: SealedTask): Promise<void> {
  await app.get(CommitteeService, { strict: false }).draw(owner, taskId, { representatives: [{ name: '后勤代表 温敏', title: '总务科长', email: 'rehab@demo.local' }] });
  const records = app.get(EvaluationRecords, { strict: false });
  const tokens = (await records.members(taskId)).map(seat => app.get(LinkTokens, { strict: false }).tokenOf('evaluation-seat', seat.id));
  for (const token of tokens) await app.get(SeatsService, { strict: false }).declare(token, { declaration: 'none' });
  const bids = await records.bids(taskId);
  for (const token of tokens) await app.get(ReviewSeats, { strict: false }).save(token, { handIn: true, votes: bids.map(bid => opinionOf(bid.id, bid.priceYuan)) });
}

const opinionOf = (bidId: string, priceYuan: string | null): { bidId: string; failed: string[]; reason: string } =>
  Number(priceYuan) > Number(PLAN.ceilingYuan) ? { bidId, failed: ['ceiling'], reason: `报价 ${priceYuan ?? ''} 元，高于公布的最高限价` } : { bidId, failed: [], reason: '逐条核对，均已响应' };
