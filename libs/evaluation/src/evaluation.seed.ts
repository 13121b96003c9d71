import { Readable } from 'node:stream';
import { INestApplicationContext } from '@nestjs/common';
import { type DemoCity, LinkTokens } from '@huanbao/identity';
import { BidsService, DraftsService, OpeningService, ServiceTask } from '@huanbao/marketplace';
import { Actor, Clock, Db, livingAt } from '@huanbao/platform';
import { generateOpeningKey, sealBid } from '@huanbao/sealing';
import { CommitteeService } from './committee/committee.service';
import { SeatQueries } from './committee/seat.queries';
import { SeatsService } from './committee/seats.service';
import { EvaluationSeat } from './evaluation.entity';
import { ExpertsService } from './experts/experts.service';
import { PlansService } from './plans.service';
import { PublicityService } from './publicity.service';
import type { ExpertKind } from './rules/committee';

const DAY_MS = 86_400_000;

const EXPERTS: readonly (readonly [string, string, string, ExpertKind, readonly string[]])[] = [
  ['韩书平', '省环境规划研究院', '正高级工程师', 'technical', ['eia', 'water']], ['郝静', '理工大学环境学院', '教授', 'technical', ['air', 'monitoring']], ['武建国', '市环境监测学会', '高级工程师', 'technical', ['monitoring', 'noise']],
  ['贾敏', '冶金设计院', '高级工程师', 'technical', ['engineering', 'air']], ['郭永红', '地质勘查院', '高级工程师', 'technical', ['soil', 'water']], ['任晓峰', '固废与化学品中心', '高级工程师', 'technical', ['solid-waste', 'monitoring']],
  ['马丽娟', '清洁生产协会', '高级工程师', 'technical', ['cleaner-production', 'monitoring']], ['田志强', '工程造价咨询协会', '注册造价工程师', 'economic', ['cost']], ['宋雅琴', '会计师协会', '注册会计师', 'economic', ['finance']],
];

const CRITERIA = [
  { name: '技术方案', guide: '方案完整、点位和频次符合规范的得 25 至 30 分；有缺项的酌减。', max: 30 },
  { name: '团队与设备', guide: '持证人员和仪器满足要求的得 12 至 15 分。', max: 15 },
  { name: '业绩与信用', guide: '近三年同类业绩每项 5 分，最多 15 分。', max: 15 },
];
/** Points of each criterion that the members give, by bid. */
const POINTS = [['25', '12', '10'], ['27', '13', '12']];

/** The pool of the demonstration city and one evaluation whose candidates are public now. */
export async function seedEvaluationDemo(app: INestApplicationContext, demo: DemoCity): Promise<void> {
  await addExperts(app, demo.actor('bureau.supervisor'));
  const now = app.get(Clock).now().getTime();
  const owner = demo.actor('enterprise.admin', 0);
  const { task, privateKey } = await livingAt(new Date(now - 12 * DAY_MS), () => publish(app, owner, new Date(now - 6 * DAY_MS)));
  await livingAt(new Date(now - 8 * DAY_MS), async () => {
    for (const nth of [0, 1]) await bid(app, demo.actor('firm.manager', nth), task, `${92 + nth * 6}000.00`);
  });
  await livingAt(new Date(now - 5 * DAY_MS), async () => {
    await app.get(OpeningService).open(owner, task.id, { holder: 'owner', privateKey });
    await app.get(CommitteeService).draw(owner, task.id, { representatives: [] });
  });
  await livingAt(new Date(now - 2 * DAY_MS), () => judge(app, task.id));
  await app.get(PublicityService).publish(owner, task.id);
}

async function addExperts(app: INestApplicationContext, keeper: Actor): Promise<void> {
  for (const [nth, [name, unit, title, kind, specialties]] of EXPERTS.entries())
    await app.get(ExpertsService).add(keeper, { name, unit, unitUscc: null, relatedUnits: [], title, kind, specialties: [...specialties], phone: `1380000${String(1000 + nth)}`, email: `expert${nth + 1}@experts.demo.local` });
}

async function publish(app: INestApplicationContext, owner: Actor, bidDeadline: Date): Promise<{ task: ServiceTask; privateKey: Awaited<ReturnType<typeof generateOpeningKey>>['privateKey'] }> {
  const drafts = app.get(DraftsService);
  const draft = await drafts.create(owner, {
    title: '焙烧炉烟气比对监测', kind: 'testing', stage: 'operation', description: '对两台焙烧炉的自动监测设备开展比对监测。本任务为示范城市的样例。', requirements: '须有本地服务经验，成果符合现行技术规范。',
    deliverables: ['比对监测报告（盖章）'], requiredQualifications: [], serviceCode: null, budgetYuan: '120000.00', durationDays: 30, bidDeadline: bidDeadline.toISOString(), priceWeight: 40,
  });
  await app.get(PlansService).put(owner, draft.id, { committeeSize: 5, representatives: 0, specialties: ['monitoring'], formula: { kind: 'lowest' }, criteria: CRITERIA, scoringDays: 3 }, 0);
  const key = await generateOpeningKey();
  return { task: await drafts.publish(owner, draft.id, key.publicKey, draft.version), privateKey: key.privateKey };
}

async function bid(app: INestApplicationContext, firm: Actor, task: ServiceTask, priceYuan: string): Promise<void> {
  const { owner, witness, platform } = await app.get(BidsService).sealingKeys(firm, task.id);
  const content = JSON.stringify({ priceYuan, durationDays: 30, proposal: '按 HJ 75 开展比对，每台不少于 9 组数据，三日内出具报告。', attachments: [] });
  const { ciphertext, ...envelope } = await sealBid(Uint8Array.from(Buffer.from(content)), { owner, witness, platform }, { taskId: task.id, firmId: firm.orgId as string });
  await app.get(BidsService).submit(firm, task.id, { envelope, ciphertext: Readable.from([Buffer.from(ciphertext, 'base64')]) });
}

async function judge(app: INestApplicationContext, taskId: string): Promise<void> {
  const seats = await app.get(Db).repo(EvaluationSeat).find({ where: { taskId, state: 'asked' }, order: { nth: 'ASC' } });
  const tokens = seats.map(seat => app.get(LinkTokens).tokenOf('evaluation-seat', seat.id));
  for (const token of tokens) await app.get(SeatsService).declare(token, { declaration: 'none' });
  for (const token of tokens) {
    const page = await app.get(SeatQueries).page(token);
    const scores = page.bids.flatMap((one, at) => page.plan.criteria.map((criterion, nth) => ({ bidId: one.bidId, criterionId: criterion.id, score: POINTS[at]?.[nth] ?? '0', reason: '' })));
    await app.get(SeatsService).save(token, { scores, priceVotes: [], comment: '', handIn: true });
  }
}
