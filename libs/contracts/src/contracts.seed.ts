import { Readable } from 'node:stream';
import { INestApplicationContext } from '@nestjs/common';
import type { DemoCity } from '@huanbao/identity';
import { AwardService, Bid, BidsService, DeliveriesService, DraftsService, OpeningService } from '@huanbao/marketplace';
import { Actor, Clock, Db, livingAt } from '@huanbao/platform';
import { generateOpeningKey, sealBid } from '@huanbao/sealing';
import { ContractMilestone } from './contract.entity';
import { DraftingService } from './drafting.service';
import { SigningService } from './signing.service';

const DAY_MS = 86_400_000;

/** A contract in force of the demonstration city: a task of three weeks ago, awarded, contracted, its first milestone accepted. */
export async function seedContractsDemo(app: INestApplicationContext, demo: DemoCity): Promise<void> {
  const begin = app.get(Clock).now().getTime() - 21 * DAY_MS;
  const day = <T>(nth: number, work: () => Promise<T>): Promise<T> => livingAt(new Date(begin + nth * DAY_MS), work);
  const owner = demo.actor('enterprise.admin', 0);
  const firms = [demo.actor('firm.manager', 0), demo.actor('firm.manager', 1)] as const;
  const key = await generateOpeningKey();
  const task = await day(0, async () => {
    const draft = await app.get(DraftsService).create(owner, {
      title: '石灰窑废气自行监测（本年度第四季度）', kind: 'testing', stage: 'operation', description: '按排污许可证要求开展第四季度有组织废气监测，出具检测报告。本任务为示范城市的样例。', requirements: '采样当日须有厂方人员在场。',
      deliverables: ['检测报告（盖 CMA 章）', '原始记录'], requiredQualifications: ['CMA'], serviceCode: null, budgetYuan: '30000.00', durationDays: 40, bidDeadline: new Date(begin + 3 * DAY_MS).toISOString(), priceWeight: 40,
    });
    return app.get(DraftsService).publish(owner, draft.id, key.publicKey, draft.version);
  });
  await day(1, async () => {
    for (const [nth, firm] of firms.entries()) await bid(app, firm, task.id, `${26 - nth}800.00`);
  });
  await day(3.1, async () => {
    await app.get(OpeningService).open(owner, task.id, { holder: 'owner', privateKey: key.privateKey });
    const chosen = await app.get(Db).repo(Bid).findOneByOrFail({ taskId: task.id, firmId: firms[1].orgId as string });
    await app.get(AwardService).award(owner, task.id, { bidId: chosen.id, reason: '最低有效报价' });
  });
  await day(5, () => sign(app, task.id, { owner, firm: firms[1] }));
  await day(12, () => deliver(app, task.id, { owner, firm: firms[1] }));
}

async function sign(app: INestApplicationContext, taskId: string, { owner, firm }: { owner: Actor; firm: Actor }): Promise<void> {
  const drafting = app.get(DraftingService);
  const draft = await drafting.begin(owner, taskId);
  const proposed = await drafting.propose(owner, draft.id, draft.version);
  const agreed = await drafting.agree(firm, draft.id, proposed.version);
  const half = await app.get(SigningService).sign(owner, draft.id, { way: 'online' }, agreed.version);
  await app.get(SigningService).sign(firm, draft.id, { way: 'online' }, half.version);
}

async function deliver(app: INestApplicationContext, taskId: string, { owner, firm }: { owner: Actor; firm: Actor }): Promise<void> {
  const first = await app.get(Db).repo(ContractMilestone).createQueryBuilder('m').where('m.contract_id = (SELECT id FROM contract WHERE task_id = :taskId)', { taskId }).orderBy('m.position').getOneOrFail();
  const delivery = await app.get(DeliveriesService).deliver(firm, taskId, { summary: '第四季度采样完成，采样记录见附件。', fileIds: [], milestoneId: first.id });
  await app.get(DeliveriesService).accept(owner, taskId, delivery.id, '点位、频次符合要求');
}

async function bid(app: INestApplicationContext, firm: Actor, taskId: string, priceYuan: string): Promise<void> {
  const bids = app.get(BidsService);
  const { owner, witness, platform } = await bids.sealingKeys(firm, taskId);
  const content = JSON.stringify({ priceYuan, durationDays: 40, proposal: '按监测方案采样检测，出具盖章报告。', attachments: [] });
  const { ciphertext, ...envelope } = await sealBid(Uint8Array.from(Buffer.from(content)), { owner, witness, platform }, { taskId, firmId: firm.orgId as string });
  await bids.submit(firm, taskId, { envelope, ciphertext: Readable.from([Buffer.from(ciphertext, 'base64')]) });
}
