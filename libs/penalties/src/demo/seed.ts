import { INestApplicationContext } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { demoReceipt } from '@huanbao/casework';
import { createPdf, Files } from '@huanbao/documents';
import type { DemoCity } from '@huanbao/identity';
import { Actor, Clock, livingAt, shanghaiInstant } from '@huanbao/platform';
import type { OpenPenaltyDto, PenaltyProposalDto } from '../dto';
import { PenaltyOptions } from '../penalty-options';
import { PenaltyQueries } from '../penalty.queries';
import { Deciding } from '../steps/deciding.service';
import { Investigating } from '../steps/investigating.service';
import { Opening } from '../steps/opening.service';
import { Publishing } from '../steps/publishing.service';
import { Stating } from '../steps/stating.service';

const LEVELS = { harm: 2, degree: 2, pollutant: 1, duration: 2, place: 2 };

interface Desk {
  readonly app: INestApplicationContext;
  readonly enforcer: Actor;
  readonly reviewer: Actor;
  readonly approver: Actor;
  readonly today: string;
}

type Case = Pick<OpenPenaltyDto, 'clueKind' | 'clueText' | 'partyOrgId' | 'partyKind' | 'partyName' | 'partyCode'> & { readonly daysAgo: number };

/** A clue against somebody outside, a case in investigation, one whose party may speak, one decided and published. */
export async function seedPenaltiesDemo(app: INestApplicationContext, demo: DemoCity): Promise<void> {
  const desk: Desk = { app, enforcer: demo.actor('bureau.enforcer'), reviewer: demo.actor('bureau.reviewer'), approver: demo.actor('bureau.approver'), today: app.get(Clock, { strict: false }).today() };
  const lime = demo.actor('enterprise.admin').orgId ?? '';
  const firm = demo.actor('firm.manager', 2).orgId ?? '';
  await on(desk, 4, () => opened(desk, { daysAgo: 4, clueKind: 'referral', clueText: '上级交办：外地运输车辆在辖区内倾倒炉渣，请核查。', partyKind: 'unit', partyName: '示例运输有限公司', partyCode: '91141181MA0GX3R17X' }));
  await on(desk, 12, async () => {
    const id = await filed(desk, { daysAgo: 12, clueKind: 'inspection', clueText: '双随机检查发现自行监测记录缺少两个季度。', partyOrgId: lime }, 'monitoring');
    await evidence(desk, id, '现场检查（勘察）笔录');
  });
  await told(desk, { daysAgo: 20, clueKind: 'monitoring', clueText: '自动监测数据显示排气筒氮氧化物小时均值超过许可排放浓度。', partyOrgId: lime }, { violation: 'over-permit', servedAgo: 1, fineYuan: '270000', levels: LEVELS });
  await published(desk, firm);
}

const morningOf = (day: string): Date => new Date(shanghaiInstant(day).getTime() + 9 * 3_600_000);
const on = <T>({ today }: Desk, daysAgo: number, work: () => Promise<T>): Promise<T> => livingAt(morningOf(addDays(today, -daysAgo)), work);
const get = <T>({ app }: Desk, type: new (...args: never[]) => T): T => app.get(type, { strict: false });

const proofOf = (desk: Desk, id: string): Promise<string> => demoReceipt(get(desk, Files), { subjectType: 'penalty', subjectId: id, by: desk.enforcer, on: get(desk, Clock).today() });

async function step(desk: Desk, actor: Actor, id: string): Promise<{ actor: Actor; id: string; version: number }> {
  return { actor, id, version: (await get(desk, PenaltyQueries).seen(actor, id)).case.version };
}

const opened = (desk: Desk, { daysAgo, ...clue }: Case): Promise<string> => get(desk, Opening).open(desk.enforcer, { ...clue, discoveredOn: addDays(desk.today, -daysAgo) });

async function filed(desk: Desk, clue: Case, violation: string): Promise<string> {
  const opening = get(desk, Opening);
  const id = await opened(desk, clue);
  const { officers } = await get(desk, PenaltyOptions).of(desk.enforcer);
  const two = officers.filter(one => one.certificateNo.endsWith('001') || one.certificateNo.endsWith('004')).map(one => one.id);
  const conductTo = addDays(desk.today, -clue.daysAgo);
  await opening.submit(await step(desk, desk.enforcer, id), { violation, conductFrom: addDays(conductTo, -6), conductTo, hasConsequence: false, investigatorIds: two, grounds: '有初步证据证明存在违法事实，属于本机关管辖。' });
  await opening.file(await step(desk, desk.approver, id), null);
  return id;
}

async function evidence(desk: Desk, id: string, title: string): Promise<void> {
  const day = get(desk, Clock).today();
  const bytes = await createPdf({ title, author: '示例', subject: '证据', at: shanghaiInstant(day) }, page => {
    page.heading(title);
    page.paragraph('示例材料：记录检查时间、地点、在场人员、生产工况和发现的问题，由检查人员和在场人员签字。');
  });
  const file = await get(desk, Files).store(bytes, { name: `${title}.pdf`, mediaType: 'application/pdf', subjectType: 'penalty', subjectId: id, purpose: 'evidence', ownerOrgId: desk.enforcer.orgId, uploadedBy: desk.enforcer.userId });
  await get(desk, Investigating).addEvidence({ actor: desk.enforcer, id }, { kind: 'record', title, proves: '检查时的生产和污染防治情况', obtainedOn: day, fileId: file.id });
}

type Telling = { readonly violation: string; readonly servedAgo: number; readonly fineYuan: string; readonly levels: Record<string, number> };

async function told(desk: Desk, clue: Case, { violation, servedAgo, fineYuan, levels }: Telling): Promise<string> {
  const investigating = get(desk, Investigating);
  const proposal: PenaltyProposalDto = { kind: 'penalty', measures: ['fine'], fineYuan, levels, adjustments: [], correction: '立即改正违法行为，并在三十日内报送改正情况。' };
  const id = await on(desk, clue.daysAgo, async () => {
    const one = await filed(desk, clue, violation);
    await evidence(desk, one, '现场检查（勘察）笔录');
    await evidence(desk, one, '监测报告');
    return one;
  });
  await on(desk, servedAgo + 2, async () => {
    await investigating.conclude(await step(desk, desk.enforcer, id), { facts: '经现场检查和监测，当事人存在上述违法行为，有现场检查笔录、监测报告等证据证实。', proposal });
    await investigating.pass(await step(desk, desk.reviewer, id), '事实清楚，证据充分，裁量适当，同意告知。');
  });
  await on(desk, servedAgo, async () => get(desk, Stating).serve(await step(desk, desk.enforcer, id), { servedOn: addDays(desk.today, -servedAgo), method: 'direct', receivedBy: '收发室 王某', proofFileId: await proofOf(desk, id) }));
  return id;
}

/** The party let its time pass; the decision was served and stands in public. */
async function published(desk: Desk, firm: string): Promise<void> {
  const id = await told(desk, { daysAgo: 75, clueKind: 'complaint', clueText: '投诉反映监测报告与现场情况不符，核查发现报告内容失实。', partyOrgId: firm }, { violation: 'data-fraud', servedAgo: 50, fineYuan: '26000', levels: { harm: 1, degree: 1, pollutant: 1, duration: 1, place: 1 } });
  await on(desk, 38, async () => {
    await get(desk, Stating).goOn(await step(desk, desk.enforcer, id), false);
    await get(desk, Deciding).decide(await step(desk, desk.approver, id), { kind: 'penalty', measures: ['fine'], fineYuan: '26000', reasons: '违法事实清楚，情节较轻，按裁量幅度处罚。' });
  });
  await on(desk, 36, async () => get(desk, Deciding).serve(await step(desk, desk.enforcer, id), { servedOn: addDays(desk.today, -36), method: 'direct', receivedBy: '收发室 王某', proofFileId: await proofOf(desk, id) }));
  await on(desk, 34, () => get(desk, Publishing).publish({ actor: desk.enforcer, id }, { summary: '当事人出具的监测报告内容与现场情况不符，属于出具失实文件。' }));
}
