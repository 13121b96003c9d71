import { Readable } from 'node:stream';
import { INestApplicationContext } from '@nestjs/common';
import { Actor, Clock, livingAt } from '@huanbao/platform';
import { generateOpeningKey, type OpeningKey, sealBid } from '@huanbao/sealing';
import { BidsService } from '../bids.service';
import { DraftsService } from '../drafts.service';
import type { CreateTaskDto } from '../dto/task.dto';
import type { ServiceTask } from '../marketplace.entity';
import { Offers } from '../methods/offers.service';
import { OpeningService } from '../opening/opening.service';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;

export type DemoTask = Pick<CreateTaskDto, 'title' | 'kind' | 'description' | 'deliverables' | 'requiredQualifications' | 'serviceCode' | 'budgetYuan' | 'durationDays'> & Partial<CreateTaskDto>;

export interface DemoBid {
  readonly firm: Actor;
  readonly priceYuan: string;
  readonly proposal: string;
}

/** A task whose bids are in and sealed, with the key that opens them. */
export interface SealedTask {
  readonly taskId: string;
  readonly owner: Actor;
  readonly deadline: Date;
  readonly key: OpeningKey;
}

const written = (app: INestApplicationContext, task: DemoTask, days: number): CreateTaskDto => ({
  stage: 'operation', requirements: '须有本地服务经验，成果符合现行技术规范。', bidDeadline: new Date(app.get(Clock, { strict: false }).now().getTime() + days * DAY_MS).toISOString(), priceWeight: 40, ...task,
});

/** A direct commission that the firm has accepted (直接委托). Returns the task. */
export async function commissionDemo(app: INestApplicationContext, { owner, firm, task }: { owner: Actor; firm: Actor; task: DemoTask }): Promise<string> {
  const drafts = app.get(DraftsService, { strict: false });
  const draft = await drafts.create(owner, { ...written(app, task, 5), method: 'direct', invitedFirmIds: [firm.orgId as string] });
  await drafts.publish(owner, draft.id, null, draft.version);
  await app.get(Offers, { strict: false }).accept(firm, draft.id, 1);
  return draft.id;
}

/** Published, and bid for by each of the firms. `prepared`: what is added to the draft before it is published. */
export async function tenderDemo(app: INestApplicationContext, owner: Actor, { task, bids, prepared }: { task: DemoTask; bids: readonly DemoBid[]; prepared?: (draftId: string) => Promise<void> }): Promise<SealedTask> {
  const drafts = app.get(DraftsService, { strict: false });
  const key = await generateOpeningKey();
  const draft = await drafts.create(owner, written(app, task, 3));
  await prepared?.(draft.id);
  const published = await drafts.publish(owner, draft.id, key.publicKey, draft.version);
  for (const bid of bids) await submitDemoBid(app, published, bid);
  return { taskId: draft.id, owner, deadline: published.bidDeadline, key };
}

/** Seals as a browser does. */
export async function submitDemoBid(app: INestApplicationContext, task: ServiceTask, { firm, priceYuan, proposal }: DemoBid): Promise<void> {
  const bids = app.get(BidsService, { strict: false });
  const { owner, witness, platform } = await bids.sealingKeys(firm, task.id);
  const content = JSON.stringify({ priceYuan, durationDays: task.durationDays, proposal, attachments: [] });
  const { ciphertext, ...envelope } = await sealBid(Uint8Array.from(Buffer.from(content)), { owner, witness, platform }, { taskId: task.id, firmId: firm.orgId as string });
  await bids.submit(firm, task.id, { envelope, ciphertext: Readable.from([Buffer.from(ciphertext, 'base64')]) });
}

/** An hour after the deadline. The receipts must have been committed before: the log is what an opening compares with. */
export async function openDemo(app: INestApplicationContext, { taskId, owner, deadline, key }: SealedTask): Promise<void> {
  await livingAt(new Date(deadline.getTime() + HOUR_MS), () => app.get(OpeningService, { strict: false }).open(owner, taskId, { holder: 'owner', privateKey: key.privateKey }));
}
