import { INestApplicationContext } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import type { DemoCity } from '@huanbao/identity';
import { Actor, Clock, livingAt, newId, shanghaiInstant } from '@huanbao/platform';
import { FindingsService } from '../findings/findings.service';
import { ParksService } from '../parks/parks.service';
import { MembersService } from '../retainers/members.service';
import { RetainersService } from '../retainers/retainers.service';
import { RetainerQueries } from '../retainers/retainer.queries';
import { StewardReportsService } from '../reports/reports.service';
import { monthBefore, VisitAnswer } from '../rules';
import { VisitQueries } from '../visits/visit.queries';
import { VisitsService } from '../visits/visits.service';

const TOPICS = ['许可证与台账', '固体废物与危险废物', '环境应急'];
const morningOf = (day: string): Date => new Date(shanghaiInstant(day).getTime() + 9 * 3_600_000);

/** A retainer that has run for two months: a visit held with two findings, one planned, last month's report signed; and one of a park. */
export async function seedStewardshipDemo(app: INestApplicationContext, demo: DemoCity): Promise<void> {
  const client = demo.actor('enterprise.admin', 2);
  const firm = demo.actor('firm.manager', 2);
  const today = app.get(Clock, { strict: false }).today();
  const began = `${monthBefore(today)}-01`;
  const retainerId = await livingAt(morningOf(began), async () => offered(app, { client, firm, began }));
  const heldOn = addDays(began, 9);
  const [first] = await held(app, { firm, retainerId, client, on: heldOn, problems: HOSPITAL_PROBLEMS });
  if (first) await livingAt(morningOf(addDays(heldOn, 3)), () => app.get(FindingsService, { strict: false }).step(client, first, 'answer', { text: '已补贴识别标志，并更新贮存台账。', fileIds: [], version: 1 }));
  await livingAt(morningOf(today), async () => {
    await app.get(VisitsService, { strict: false }).plan(firm, retainerId, { enterpriseId: client.orgId ?? '', plannedOn: addDays(today, 6), visitorId: firm.userId, topics: TOPICS });
    const reports = app.get(StewardReportsService, { strict: false });
    const id = await reports.draft(firm, retainerId, { enterpriseId: client.orgId ?? '', month: began.slice(0, 7) });
    await reports.write(firm, id, '危险废物贮存管理有改进，请继续完成应急物资的补充。', 1);
    await reports.sign(firm, id, 2);
  });
  await seedPark(app, demo, began);
}

/** A park whose first enterprise has consented: a visit held with a finding, last month's report signed; the second has not answered. */
async function seedPark(app: INestApplicationContext, demo: DemoCity, began: string): Promise<void> {
  const [keeper, firm, enterprise] = [demo.actor('bureau.supervisor'), demo.actor('firm.manager', 1), demo.actor('enterprise.admin', 0)];
  const today = app.get(Clock, { strict: false }).today();
  const retainers = app.get(RetainersService, { strict: false });
  const retainerId = await livingAt(morningOf(began), async () => {
    const park = await app.get(ParksService, { strict: false }).create(keeper, { name: '孝义经济开发区（示例）', enterpriseIds: [enterprise, demo.actor('enterprise.admin', 1)].map(one => one.orgId ?? '') });
    const { id } = await retainers.offer(keeper, {
      firmId: firm.orgId ?? '', parkId: park.id, scope: '为园区企业每月巡查一次，指导台账、固体废物和应急管理，每月向企业出具报告。', visitsPerMonth: 1, reportDay: 15, noticeDays: 30, startsOn: began, endsOn: addDays(began, 364), entrust: false,
    });
    const { version } = await app.get(RetainerQueries, { strict: false }).detail(firm, id);
    await retainers.accept(firm, id, version);
    await app.get(MembersService, { strict: false }).consent(enterprise, id, false);
    return id;
  });
  await held(app, { firm, retainerId, client: enterprise, on: addDays(began, 14), problems: PARK_PROBLEMS });
  await livingAt(morningOf(today), async () => {
    const reports = app.get(StewardReportsService, { strict: false });
    const id = await reports.draft(firm, retainerId, { enterpriseId: enterprise.orgId ?? '', month: began.slice(0, 7) });
    await reports.write(firm, id, '石灰窑除尘灰贮存需要遮盖，其余正常。', 1);
    await reports.sign(firm, id, 2);
  });
}

async function offered(app: INestApplicationContext, { client, firm, began }: { client: Actor; firm: Actor; began: string }): Promise<string> {
  const retainers = app.get(RetainersService, { strict: false });
  const { id } = await retainers.offer(client, {
    firmId: firm.orgId ?? '', scope: '按月现场巡查，指导台账、自行监测、危险废物管理和执行报告，提醒证后事项，协助整改。', visitsPerMonth: 1, reportDay: 10, noticeDays: 30, startsOn: began, endsOn: addDays(began, 364), entrust: true,
  });
  const { version } = await app.get(RetainerQueries, { strict: false }).detail(firm, id);
  await retainers.accept(firm, id, version);
  return id;
}

type Problems = (on: string) => Readonly<Record<string, VisitAnswer>>;

const HOSPITAL_PROBLEMS: Problems = on => ({
  'waste.02': { key: 'waste.02', answer: 'problem', remark: '医疗废物暂存间东侧门上的识别标志脱落。', finding: { severity: 'minor', place: '医疗废物暂存间', advice: '按 HJ 1276 补贴标志，并检查其余标志。', dueOn: addDays(on, 10) } },
  'emergency.02': { key: 'emergency.02', answer: 'problem', remark: '应急物资柜中吸附棉已过保质期。', finding: { severity: 'major', place: '污水处理站', advice: '更换吸附棉，建立每季检查记录。', dueOn: addDays(on, 60) } },
});
const PARK_PROBLEMS: Problems = on => ({
  'waste.02': { key: 'waste.02', answer: 'problem', remark: '除尘灰露天堆放，没有遮盖。', finding: { severity: 'major', place: '2 号窑西侧', advice: '移入灰仓或加盖，并在台账中写明去向。', dueOn: addDays(on, 45) } },
});

/** Answers the findings of the visit. */
async function held(app: INestApplicationContext, { firm, retainerId, client, on, problems }: { firm: Actor; retainerId: string; client: Actor; on: string; problems: Problems }): Promise<string[]> {
  const visits = app.get(VisitsService, { strict: false });
  return livingAt(morningOf(on), async () => {
    const { id } = await visits.plan(firm, retainerId, { enterpriseId: client.orgId ?? '', plannedOn: on, visitorId: firm.userId, topics: TOPICS });
    const { items } = await app.get(VisitQueries, { strict: false }).detail(firm, id);
    const found = problems(on);
    const summary = `检查 ${items.length} 项，发现 ${Object.keys(found).length} 处需要整改，其余符合要求。`;
    await visits.record(firm, id, { clientId: newId(), heldOn: on, summary, answers: items.map(({ key }) => found[key] ?? { key, answer: key.startsWith('other') ? ('na' as const) : ('ok' as const) }) });
    const page = await app.get(FindingsService, { strict: false }).list(firm, { visitId: id });
    return page.items.map(one => one.id);
  });
}
