import { INestApplicationContext } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { Files } from '@huanbao/documents';
import type { DemoCity } from '@huanbao/identity';
import { commissionDemo, DeliveriesService, DemoTask, RatingsService } from '@huanbao/marketplace';
import { Actor, Clock, Db, livingAt, shanghaiInstant } from '@huanbao/platform';
import { Contract, ContractMilestone } from '../contract.entity';
import { DraftingService } from '../drafting.service';
import { PaymentsService } from '../payments.service';
import { ProposalsService } from '../proposals.service';
import { SigningService } from '../signing.service';
import { deliverResults, MONITORING } from './results';
import { seedUnsignedDemo } from './unsigned';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const RUNNING: DemoTask = {
  title: '康复医院危险废物收集处置（年度）', kind: 'disposal', description: '按危险废物管理计划收集、转移、利用处置废矿物油和实验室废液，每次清运执行电子转移联单。', deliverables: ['转移联单', '过磅单', '利用处置证明'],
  requiredQualifications: ['危险废物经营许可'], serviceCode: 'hazardous-waste', budgetYuan: '68000.00', durationDays: 180,
};
const FINISHED: DemoTask = {
  title: '康复医院旧仓库遗留废机油清库', kind: 'disposal', description: '清点、分类、包装旧仓库遗留的废机油和沾染物，一次清运并出具处置证明。', deliverables: ['转移联单', '利用处置证明'],
  requiredQualifications: ['危险废物经营许可'], serviceCode: 'legacy-waste', stage: 'closure', budgetYuan: '24500.00', durationDays: 40,
};
const MARKS = { quality: 5, timeliness: 4, compliance: 5, service: 5, price: 4 };
const at = (day: string): Date => new Date(shanghaiInstant(day).getTime() + 10 * 3_600_000);

interface Sides {
  readonly client: Actor;
  readonly firm: Actor;
}

/**
 * Contracts of the demonstration city, from direct commissions: one in force, with its first part delivered, accepted and paid; one that was settled, with
 * what both sides said of each other; one whose report came with a workbook of results. Returns the task of the second.
 */
export async function seedContractsDemo(app: INestApplicationContext, demo: DemoCity): Promise<{ readonly settledTaskId: string }> {
  const sides = { client: demo.actor('enterprise.admin', 2), firm: demo.actor('firm.manager', 3) };
  const today = app.get(Clock, { strict: false }).today();
  const settledTaskId = await settled(app, sides, addDays(today, -75));
  const { contract } = await livingAt(at(addDays(today, -40)), () => signed(app, sides, RUNNING));
  const [first] = await milestonesOf(app, contract.id);
  if (first) await livingAt(at(addDays(today, -6)), () => done(app, sides, { contract, milestone: first }));
  await seedUnsignedDemo(app, sides);
  await monitored(app, { client: demo.actor('enterprise.admin', 1), firm: demo.actor('firm.manager', 0) }, addDays(today, -12));
  return { settledTaskId };
}

async function settled(app: INestApplicationContext, sides: Sides, began: string): Promise<string> {
  const { contract } = await livingAt(at(began), () => signed(app, sides, FINISHED));
  for (const [nth, milestone] of (await milestonesOf(app, contract.id)).entries()) await livingAt(at(addDays(began, 15 + nth * 18)), () => done(app, sides, { contract, milestone }));
  await livingAt(at(addDays(began, 36)), async () => {
    const proposals = app.get(ProposalsService, { strict: false });
    const { id } = await proposals.settle(sides.client, contract.id, { dueYuan: FINISHED.budgetYuan as string, reason: '清库完成，处置证明齐全' });
    await proposals.agree(sides.firm, contract.id, id, '同意');
    const ratings = app.get(RatingsService, { strict: false });
    await ratings.rate(sides.client, contract.taskId, { ...MARKS, comment: '清点仔细，联单和证明都按时交来。' });
    await ratings.rate(sides.firm, contract.taskId, { ...MARKS, timeliness: 5, comment: '现场配合好，付款及时。' });
  });
  return contract.taskId;
}

/** A laboratory that hands over its report with a workbook of results. */
async function monitored(app: INestApplicationContext, sides: Sides, began: string): Promise<void> {
  const { contract } = await livingAt(at(began), () => signed(app, sides, MONITORING));
  const [first] = await milestonesOf(app, contract.id);
  if (first) await deliverResults(app, { ...sides, paper: PDF }, contract, first.id);
}

/** Commissioned, drafted from the template, agreed to and signed by both. */
async function signed(app: INestApplicationContext, { client, firm }: Sides, task: DemoTask): Promise<{ contract: Contract }> {
  const taskId = await commissionDemo(app, { owner: client, firm, task });
  const [drafting, signing] = [app.get(DraftingService, { strict: false }), app.get(SigningService, { strict: false })];
  const draft = await drafting.begin(client, taskId);
  const proposed = await drafting.propose(client, draft.id, draft.version);
  const agreed = await drafting.agree(firm, draft.id, proposed.version);
  const half = await signing.sign(client, draft.id, { way: 'online' }, agreed.version);
  return { contract: await signing.sign(firm, draft.id, { way: 'online' }, half.version) };
}

/** Delivered with a paper, accepted, paid and confirmed. */
async function done(app: INestApplicationContext, { client, firm }: Sides, { contract, milestone }: { contract: Contract; milestone: ContractMilestone }): Promise<void> {
  const { taskId } = contract;
  const files = app.get(Files, { strict: false });
  const paper = await files.store(Buffer.concat([PDF, Buffer.from(`% ${milestone.id}\n`)]), { name: `${milestone.name}-转移联单.pdf`, mediaType: 'application/pdf', subjectType: 'service-task', subjectId: taskId, purpose: 'delivery', ownerOrgId: firm.orgId, uploadedBy: firm.userId });
  const deliveries = app.get(DeliveriesService, { strict: false });
  const delivery = await deliveries.deliver(firm, taskId, { summary: `${milestone.name}：${milestone.deliverable}`, fileIds: [paper.id], milestoneId: milestone.id });
  await deliveries.accept(client, taskId, delivery.id, { comment: '数量与联单一致' });
  const voucher = await files.store(PDF, { name: '银行回单.pdf', mediaType: 'application/pdf', subjectType: 'contract', subjectId: contract.id, purpose: 'voucher', ownerOrgId: client.orgId, uploadedBy: client.userId });
  const payments = app.get(PaymentsService, { strict: false });
  const payment = await payments.record(client, contract.id, { milestoneId: milestone.id, amountYuan: milestone.amountYuan, paidOn: app.get(Clock, { strict: false }).today(), fileId: voucher.id });
  await payments.confirm(firm, contract.id, payment.id);
}

function milestonesOf(app: INestApplicationContext, contractId: string): Promise<ContractMilestone[]> {
  return app.get(Db, { strict: false }).repo(ContractMilestone).find({ where: { contractId }, order: { position: 'ASC' } });
}
