import { INestApplicationContext } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { CaseEngine } from '@huanbao/casework';
import type { DemoCity } from '@huanbao/identity';
import { Actor, City, CITY, Clock, livingAt, newId, shanghaiInstant } from '@huanbao/platform';
import { ComplaintQueries } from '../complaint.queries';
import type { ComplaintFactsDto } from '../dto';
import { Disputes } from '../disputes/disputes.service';
import { Closing } from '../handling/closing.service';
import { Handling } from '../handling/handling.service';
import { Registering } from '../intake/register.service';
import { Reporters } from '../intake/reporters.service';
import { ComplaintRoutes } from '../routing/routes.service';
import { REPORTS } from './reports';

const morningOf = (day: string): Date => new Date(shanghaiInstant(day).getTime() + 9 * 3_600_000);

interface Desk {
  readonly app: INestApplicationContext;
  readonly intake: Actor;
  readonly enforcer: Actor;
  readonly today: string;
}

/** Three months of complaints: new ones, some in hand, answered, disputed, handled again and at the review, closed ones with ratings, two of one problem, one passed on, one to be told why not. */
export async function seedComplaintsDemo(app: INestApplicationContext, demo: DemoCity): Promise<void> {
  const today = app.get(Clock, { strict: false }).today();
  const desk: Desk = { app, intake: demo.actor('bureau.intake'), enforcer: demo.actor('bureau.enforcer'), today };
  await livingAt(morningOf(addDays(today, -120)), () => seedRoutes(app, demo.actor('bureau.supervisor')));
  const ids: string[] = [];
  for (const report of REPORTS) ids.push(await seedOne(desk, report));
  const [first, second] = REPORTS.flatMap((one, nth) => (one.same ? [ids[nth] as string] : []));
  if (first && second) await livingAt(morningOf(today), async () => app.get(Handling, { strict: false }).merge({ actor: desk.intake, id: second, version: await versionOf(desk, second) }, first));
}

async function seedRoutes(app: INestApplicationContext, keeper: Actor): Promise<void> {
  const { adcode: regionCode } = app.get<City>(CITY, { strict: false });
  const routes = app.get(ComplaintRoutes, { strict: false });
  const effectiveFrom = '2026-01-01';
  const row = { regionCode, effectiveFrom, phone: null, placeWords: [] as string[] };
  await routes.add(keeper, { ...row, subject: null, kind: 'own', unit: '执法大队综合中队', basis: '内设机构分工（示例）' });
  await routes.add(keeper, { ...row, subject: 'odour', placeWords: ['经济开发区', '梧桐'], kind: 'own', unit: '执法大队开发区中队', basis: '内设机构分工（示例）' });
  await routes.add(keeper, { ...row, subject: 'smoke', kind: 'other', unit: '城市管理综合行政执法局', phone: '12345', basis: '权责清单：餐饮油烟由城管部门处理（示例，未核实）' });
  await routes.add(keeper, { ...row, subject: 'livestock', kind: 'own', unit: '自然生态股', basis: '内设机构分工（示例）' });
}

async function seedOne(desk: Desk, report: (typeof REPORTS)[number]): Promise<string> {
  const { app, intake, enforcer, today } = desk;
  const { daysAgo, channel, until, rating, answer, outcome, same: _same, dispute: _dispute, ...facts } = report;
  const received = addDays(today, -daysAgo);
  const handling = app.get(Handling, { strict: false });
  const { id, number, code } = await livingAt(morningOf(received), () => register(app, { channel, facts, intake }));
  const step = async (actor: Actor): Promise<{ actor: Actor; id: string; version: number }> => ({ actor, id, version: await versionOf(desk, id) });
  if (until === 'received') return id;
  if (until === 'referred') {
    await livingAt(morningOf(addDays(received, 1)), async () => handling.refer(await step(intake), { to: '城市管理综合行政执法局（12345）', reason: '餐饮油烟由城市管理部门负责处理，已将材料转交该局。' }));
    return id;
  }
  if (until === 'untold') {
    await livingAt(morningOf(addDays(received, 1)), async () => handling.refuse(await step(intake), '路灯照明不属于生态环境部门职责，请向住房城乡建设部门或 12345 反映。'));
    return id;
  }
  await livingAt(morningOf(addDays(received, 1)), async () => handling.accept(await step(intake), {}));
  if (until === 'accepted') return id;
  await livingAt(morningOf(addDays(received, 2)), async () => handling.begin(await step(enforcer)));
  if (until === 'handling') {
    if (facts.subject === 'noise') await livingAt(morningOf(addDays(received, 2)), () => app.get(CaseEngine, { strict: false }).claim(id, enforcer));
    return id;
  }
  const answeredOn = addDays(received, Math.min(9, daysAgo));
  await livingAt(morningOf(answeredOn), async () => handling.answer(await step(enforcer), { outcome: outcome ?? 'confirmed', answer: answer ?? '', note: '现场检查情况见执法记录。' }));
  if (rating) await livingAt(morningOf(answeredOn), () => app.get(Reporters, { strict: false }).rate({ number, code, satisfaction: rating, words: null }, '127.0.0.1'));
  if (until === 'closed') await livingAt(morningOf(answeredOn), async () => app.get(Closing, { strict: false }).close(await step(intake), closing(facts)));
  if (report.dispute) await seedDispute(desk, { id, number, code, answeredOn, dispute: report.dispute });
  return id;
}

const closing = ({ phone, name }: ComplaintFactsDto): { reached: boolean; words: string; noCallBackReason?: string } =>
  phone ? { reached: true, words: '已电话告知查处结果，举报人表示知晓。' } : { reached: false, words: '举报人没有留下电话，答复已在网上公布给举报人。', ...(name ? { noCallBackReason: '举报人只留了姓名，没有留下电话和地址。' } : {}) };

/** Not satisfied: left open; judged and handled again to a second answer; or upheld and brought to the review. */
async function seedDispute(desk: Desk, { id, number, code, answeredOn, dispute }: { id: string; number: string; code: string; answeredOn: string; dispute: 'open' | 'reopened' | 'review' }): Promise<void> {
  const { app, intake, enforcer } = desk;
  const [handling, disputes, reporters] = [app.get(Handling, { strict: false }), app.get(Disputes, { strict: false }), app.get(Reporters, { strict: false })];
  const on = <T>(day: number, work: () => Promise<T>): Promise<T> => livingAt(morningOf(addDays(answeredOn, day)), work);
  const step = async (actor: Actor): Promise<{ actor: Actor; id: string; version: number }> => ({ actor, id, version: await versionOf(desk, id) });
  const say = (day: number, reason: string): Promise<unknown> => on(day, () => reporters.dispute({ number, code, reason }, '127.0.0.1'));
  await say(dispute === 'open' ? 18 : 3, '检查的时候正好没有这个情况，问题还在，请在夜间再查。');
  if (dispute === 'open') return;
  const reopen = dispute === 'reopened';
  await on(5, async () => disputes.decide(await step(intake), 'first', { decision: reopen ? 'reopen' : 'uphold', reason: reopen ? '首次检查在上午，与反映的时间不符，重新办理并在下午和夜间检查。' : '已两次核对现场记录和照片，裸露土方已覆盖，喷淋记录完整，维持答复。' }));
  if (!reopen) return void (await say(9, '照片是白天拍的，夜里出土还是没有洒水。'));
  await on(6, async () => handling.begin(await step(enforcer)));
  await on(14, async () => handling.answer(await step(enforcer), { outcome: 'confirmed', answer: '第二轮在工作日下午检查，发现一家企业喷涂车间门未关闭、废气外溢，已责令立即改正并立案调查。', note: '第二轮检查记录见执法记录。' }));
}

type DemoChannel = (typeof REPORTS)[number]['channel'];

function register(app: INestApplicationContext, { channel, facts, intake }: { channel: DemoChannel; facts: ComplaintFactsDto; intake: Actor }): Promise<{ id: string; number: string; code: string }> {
  const registering = app.get(Registering, { strict: false });
  return channel === 'web' ? registering.report({ ...facts, clientId: newId() }) : registering.enter(intake, { ...facts, channel });
}

const versionOf = async ({ app, intake }: Desk, id: string): Promise<number> => (await app.get(ComplaintQueries, { strict: false }).detail(intake, id)).version;
