import { INestApplicationContext } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { demoReceipt } from '@huanbao/casework';
import { createPdf, Files } from '@huanbao/documents';
import type { DemoCity } from '@huanbao/identity';
import { Actor, Clock, livingAt, shanghaiInstant } from '@huanbao/platform';
import type { OpenWatchDto } from '../dto';
import { WatchQueries } from '../entry.queries';
import { Clues } from '../steps/clues.service';
import { Listing } from '../steps/deciding.service';
import { Leaving } from '../steps/leaving.service';
import { Telling } from '../steps/telling.service';
import type { WatchTrigger } from '../words';

interface Desk {
  readonly app: INestApplicationContext;
  readonly enforcer: Actor;
  readonly reviewer: Actor;
  readonly supervisor: Actor;
  readonly today: string;
}

type Case = Pick<OpenWatchDto, 'partyOrgId' | 'partyKind' | 'partyName' | 'partyCode' | 'title'> & { readonly trigger: WatchTrigger; readonly daysAgo: number };
const FACTS = '经核查，该单位存在上述严重失信行为，有生效的处罚决定、现场检查笔录等材料证实。';

/** A clue to be checked, a subject that may speak, two that stand in public, one that was removed with its certificate. */
export async function seedWatchListDemo(app: INestApplicationContext, demo: DemoCity): Promise<void> {
  const desk: Desk = { app, enforcer: demo.actor('bureau.enforcer'), reviewer: demo.actor('bureau.reviewer'), supervisor: demo.actor('bureau.supervisor'), today: app.get(Clock, { strict: false }).today() };
  const [lime, other] = [0, 1].map(nth => demo.actor('enterprise.admin', nth).orgId ?? '') as [string, string];
  const firm = demo.actor('firm.manager', 2);
  await on(desk, 3, () => opened(desk, { daysAgo: 3, trigger: 'hidden-pipe', title: '暗管排放，执法检查查实', partyOrgId: other }));
  await told(desk, { daysAgo: 6, trigger: 'refuse-perform', title: '未按期履行处罚决定', partyOrgId: lime }, 4);
  await listed(desk, { daysAgo: 60, trigger: 'hazardous-dump', title: '非法倾倒危险废物', partyKind: 'unit', partyName: '示例运输有限公司', partyCode: '91141181MA0GX3R17X' });
  await listed(desk, { daysAgo: 50, trigger: 'crime', title: '污染环境罪，判决生效', partyKind: 'person', partyName: '李示例', partyCode: '14233119900101123X' });
  await removed(desk, firm);
}

const morningOf = (day: string): Date => new Date(shanghaiInstant(day).getTime() + 9 * 3_600_000);
const on = <T>({ today }: Desk, daysAgo: number, work: () => Promise<T>): Promise<T> => livingAt(morningOf(addDays(today, -daysAgo)), work);
const get = <T>({ app }: Desk, type: new (...args: never[]) => T): T => app.get(type, { strict: false });
const SERVICE = { method: 'direct', receivedBy: '收发室 王某' } as const;

const proofOf = (desk: Desk, id: string): Promise<string> => demoReceipt(get(desk, Files), { subjectType: 'watch-list', subjectId: id, by: desk.enforcer, on: get(desk, Clock).today() });

async function step(desk: Desk, actor: Actor, id: string): Promise<{ actor: Actor; id: string; version: number }> {
  return { actor, id, version: (await get(desk, WatchQueries).seen(actor, id)).case.version };
}

const opened = (desk: Desk, { daysAgo, ...clue }: Case): Promise<string> => get(desk, Clues).open(desk.enforcer, { ...clue, facts: FACTS, occurredOn: addDays(desk.today, -daysAgo - 10), documentNo: '示例环罚〔五〕号' });

/** Its subject may make a statement: the pre-notice was served so many days ago. */
async function told(desk: Desk, clue: Case, servedAgo: number): Promise<string> {
  const id = await on(desk, clue.daysAgo, () => opened(desk, clue));
  await on(desk, servedAgo + 1, async () => get(desk, Telling).propose(await step(desk, desk.enforcer, id), { trigger: clue.trigger, facts: FACTS, legalBasis: '生态环境法典 第五十四条', months: 24, publicReason: `${clue.title}，情节严重。` }));
  await on(desk, servedAgo, async () => get(desk, Telling).serve(await step(desk, desk.enforcer, id), { ...SERVICE, proofFileId: await proofOf(desk, id), servedOn: addDays(desk.today, -servedAgo) }));
  return id;
}

/** The subject let its time pass; the decision was served and stands in public. */
async function listed(desk: Desk, clue: Case): Promise<string> {
  const [listing, start] = [get(desk, Listing), clue.daysAgo];
  const id = await told(desk, clue, start - 3);
  await on(desk, start - 18, async () => {
    await get(desk, Telling).goOn(await step(desk, desk.enforcer, id));
    await listing.legalPass(await step(desk, desk.reviewer, id), '事实清楚，程序合法，同意列入。');
  });
  await on(desk, start - 20, async () => {
    await listing.discuss({ actor: desk.supervisor, id }, { heldOn: addDays(desk.today, 20 - start), members: ['张局长', '李副局长', '王科长'], minutes: '会议听取了办案情况和法制审核意见，讨论了事实、依据和期限。', conclusion: '同意列入，期限二十四个月。' });
    await listing.decide(await step(desk, desk.supervisor, id), { months: 24, reasons: '事实清楚，情节严重。', exitConditions: '履行全部义务，完成整改并经核查。' });
  });
  await on(desk, start - 22, async () => listing.serve(await step(desk, desk.enforcer, id), { ...SERVICE, proofFileId: await proofOf(desk, id), servedOn: addDays(desk.today, 22 - start) }));
  await on(desk, start - 24, async () => listing.publish(await step(desk, desk.enforcer, id)));
  return id;
}

/** Listed more than a year ago, mended, verified and removed. */
async function removed(desk: Desk, subject: Actor): Promise<void> {
  const leaving = get(desk, Leaving);
  const id = await listed(desk, { daysAgo: 420, trigger: 'data-fraud', title: '监测报告弄虚作假', partyOrgId: subject.orgId ?? '' });
  await on(desk, 20, async () => {
    const bytes = await createPdf({ title: '整改报告', author: '示例', subject: '移出申请', at: shanghaiInstant(addDays(desk.today, -20)) }, page => {
      page.heading('整改报告');
      page.paragraph('示例材料：已重建质量管理体系，更换责任人员，原始记录全部留存。');
    });
    const file = await get(desk, Files).store(bytes, { name: '整改报告.pdf', mediaType: 'application/pdf', subjectType: 'watch-list-party', subjectId: id, purpose: 'evidence', ownerOrgId: subject.orgId, uploadedBy: subject.userId });
    await leaving.applyOwn(subject, id, { statement: '已重建质量管理体系并通过复查，申请移出名单。', fileIds: [file.id] });
  });
  await on(desk, 15, async () => leaving.verify(await step(desk, desk.reviewer, id), { verdict: 'met', findings: '现场核查质量管理体系运行情况，符合移出条件。', siteCheckedOn: addDays(desk.today, -15) }));
  await on(desk, 14, async () => leaving.remove(await step(desk, desk.supervisor, id), '符合移出条件，准予移出。'));
}
