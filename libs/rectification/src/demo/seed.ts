import { INestApplicationContext } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { CaseRecord, demoReceipt } from '@huanbao/casework';
import { Files } from '@huanbao/documents';
import { CertifiedOfficers } from '@huanbao/enforcement';
import { type DemoCity, MandatesService } from '@huanbao/identity';
import { Actor, Clock, Db, livingAt, shanghaiInstant } from '@huanbao/platform';
import type { RectificationDraftItemDto } from '../rectification.dto';
import { Rectification, RectificationItem } from '../entities';
import { RectificationFollowing } from '../following.service';
import { RectificationExtending } from '../steps/extending.service';
import { RectificationIssuing } from '../steps/issuing.service';
import { RectificationMending } from '../steps/mending.service';
import { RectificationOpening } from '../steps/opening.service';
import { RectificationPlanning } from '../steps/planning.service';
import { RectificationSupervising } from '../steps/supervising.service';
import { RectificationVerifying } from '../steps/verifying.service';

/** A grey pixel: photos of the demonstration show nothing. */
const PHOTO = Buffer.from('iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mOsr6//DwAFhAKAjM1mJgAAAABJRU5ErkJggg==', 'base64');
const DUST: RectificationDraftItemDto = { violation: 'dust', description: '原料堆场东侧抑尘网破损约 20 米，装卸时没有喷淋。', requirement: '修复抑尘网，装卸时开启喷淋，保留运行记录。', conductOn: '', days: 20 };
const WASTE: RectificationDraftItemDto = { violation: 'waste-store', description: '危险废物贮存间没有标识，废矿物油桶未加盖。', requirement: '补齐标识，容器加盖，完善出入库记录。', conductOn: '', days: 10 };

interface Desk {
  readonly app: INestApplicationContext;
  readonly enforcer: Actor;
  readonly supervisor: Actor;
  readonly today: string;
}

const morningOf = (day: string): Date => new Date(shanghaiInstant(day).getTime() + 9 * 3_600_000);
const on = <T>({ today }: Desk, daysAgo: number, work: () => Promise<T>): Promise<T> => livingAt(morningOf(addDays(today, -daysAgo)), work);
const get = <T>({ app }: Desk, type: new (...args: never[]) => T): T => app.get(type, { strict: false });

/** A draft; a plan to be reviewed; one being mended with a request for an extension; one to be verified; one overdue and listed for supervision; one closed. */
export async function seedRectificationDemo(app: INestApplicationContext, demo: DemoCity): Promise<void> {
  const desk: Desk = { app, enforcer: demo.actor('bureau.enforcer'), supervisor: demo.actor('bureau.supervisor'), today: app.get(Clock, { strict: false }).today() };
  const [lime, hospital] = [demo.actor('enterprise.admin'), demo.actor('enterprise.admin', 1)];
  await on(desk, 1, () => drafted(desk, lime, '石灰窑窑尾除尘', [{ ...DUST, violation: 'facility-idle', description: '窑尾布袋除尘器压差异常，检查时没有更换滤袋。', requirement: '更换破损滤袋，恢复正常运行。' }]));
  await served(desk, lime, { place: '原料堆场', items: [DUST, WASTE], daysAgo: 3 });
  const planned = await served(desk, lime, { place: '危险废物贮存间', items: [WASTE], daysAgo: 6 });
  await on(desk, 5, () => plan(desk, lime, planned));
  const mending = await served(desk, lime, { place: '成品料场', items: [DUST, WASTE], daysAgo: 8 });
  await on(desk, 7, () => plan(desk, lime, mending, true));
  await on(desk, 2, async () => {
    const [first, second] = await itemsOf(desk, mending);
    await mended(desk, lime, mending, second as RectificationItem);
    await get(desk, RectificationExtending).ask({ actor: lime, id: mending }, { itemIds: [first?.id ?? ''], untilDay: addDays(first?.dueOn ?? desk.today, 10), reason: '抑尘网为定制材料，供货需要两周，附采购合同。' });
  });
  await verifiable(desk, hospital, 12);
  await listed(desk, lime);
  await closed(desk, hospital);
  await entrusted(desk, lime, demo.actor('firm.manager', 1));
}

/** A firm acts for the enterprise in rectifications and in its credit. */
function entrusted(desk: Desk, enterprise: Actor, firm: Actor): Promise<void> {
  return on(desk, 30, async () => {
    const mandates = get(desk, MandatesService);
    const given = { enterpriseId: enterprise.orgId ?? '', firmId: firm.orgId ?? '', matters: ['rectification', 'credit'], verbs: ['prepare', 'submit'], validFrom: get(desk, Clock).today(), validTo: addDays(desk.today, 300), note: '整改和环境信用事项（示例）' };
    await mandates.confirm(firm, (await mandates.propose(enterprise, given)).id);
  });
}

const rowOf = (desk: Desk, id: string): Promise<Rectification> => get(desk, Db).repo(Rectification).findOneByOrFail({ id });
const itemsOf = (desk: Desk, rectificationId: string): Promise<RectificationItem[]> => get(desk, Db).repo(RectificationItem).find({ where: { rectificationId }, order: { place: 'ASC' } });
const proofOf = (desk: Desk, id: string): Promise<string> => demoReceipt(get(desk, Files), { subjectType: 'rectification', subjectId: id, by: desk.enforcer, on: get(desk, Clock).today() });

const step = async (desk: Desk, actor: Actor, id: string): Promise<{ actor: Actor; id: string; version: number }> => ({ actor, id, version: (await get(desk, Db).repo(CaseRecord).findOneByOrFail({ id })).version });

async function drafted(desk: Desk, { orgId }: Actor, place: string, items: readonly RectificationDraftItemDto[]): Promise<string> {
  const { enforcer } = desk;
  const facts = '日常巡查发现污染防治措施不到位，现场拍照取证。';
  const id = await get(desk, RectificationOpening).open(enforcer, { enterpriseId: orgId ?? '', place, facts });
  const day = get(desk, Clock).today();
  const { regionCode, formVersion } = await rowOf(desk, id);
  const able = await get(desk, CertifiedOfficers).all({ regionCode, day, avoiding: orgId });
  const officerIds = able.filter(one => one.userId !== desk.supervisor.userId).slice(0, 2).map(one => one.id);
  await get(desk, RectificationIssuing).save({ actor: enforcer, id }, { formVersion, place, facts, planRequired: true, officerIds, items: items.map(one => ({ ...one, conductOn: day })) });
  return id;
}

function served(desk: Desk, enterprise: Actor, { place, items, daysAgo }: { readonly place: string; readonly items: readonly RectificationDraftItemDto[]; readonly daysAgo: number }): Promise<string> {
  return on(desk, daysAgo, async () => {
    const id = await drafted(desk, enterprise, place, items);
    const issuing = get(desk, RectificationIssuing);
    await issuing.issue(await step(desk, desk.enforcer, id));
    await issuing.serve(await step(desk, desk.enforcer, id), { servedOn: get(desk, Clock).today(), method: 'direct', receivedBy: '收发室 王某', proofFileId: await proofOf(desk, id) });
    return id;
  });
}

async function plan(desk: Desk, enterprise: Actor, id: string, isAccepted = false): Promise<void> {
  const planning = get(desk, RectificationPlanning);
  const items = await itemsOf(desk, id);
  await planning.save({ actor: enterprise, id }, { formVersion: (await rowOf(desk, id)).formVersion, items: items.map(one => ({ id: one.id, measure: '安排专人整改，按通知要求完成后自查。', person: '李工', plannedOn: one.dueOn ?? undefined })) });
  await planning.handIn(await step(desk, enterprise, id));
  if (isAccepted) await planning.accept(await step(desk, desk.enforcer, id));
}

async function mended(desk: Desk, enterprise: Actor, id: string, item: RectificationItem): Promise<void> {
  const mending = get(desk, RectificationMending);
  for (const side of ['before', 'after'] as const) {
    const bytes = Buffer.concat([PHOTO, Buffer.from(`${item.id}${side}`)]);
    const file = await get(desk, Files).store(bytes, { name: side === 'before' ? '整改前.png' : '整改后.png', mediaType: 'image/png', subjectType: 'rectification', subjectId: id, purpose: 'evidence', ownerOrgId: enterprise.orgId, uploadedBy: enterprise.userId });
    await mending.addOwn({ actor: enterprise, id }, item.id, { fileId: file.id, caption: side === 'before' ? '整改前' : '整改后', side });
  }
  await mending.saveWork({ actor: enterprise, id }, item.id, { work: '已按要求完成整改，并安排专人每日检查。', version: item.version });
  await mending.done({ actor: enterprise, id }, item.id);
}

async function verifiable(desk: Desk, enterprise: Actor, daysAgo: number): Promise<string> {
  const id = await served(desk, enterprise, { place: '医疗废物暂存间', items: [WASTE], daysAgo });
  await on(desk, daysAgo - 1, () => plan(desk, enterprise, id, true));
  await on(desk, daysAgo - 4, async () => {
    const [item] = await itemsOf(desk, id);
    await mended(desk, enterprise, id, item as RectificationItem);
    await get(desk, RectificationMending).handIn(await step(desk, enterprise, id), '全部整改完成，请核查。');
  });
  return id;
}

/** Nobody did anything until its day had passed. */
async function listed(desk: Desk, enterprise: Actor): Promise<void> {
  const id = await served(desk, enterprise, { place: '破碎车间', items: [{ ...DUST, days: 15 }], daysAgo: 60 });
  await on(desk, 58, () => plan(desk, enterprise, id, true));
  await on(desk, 40, () => get(desk, RectificationFollowing).round().then(() => undefined));
  await on(desk, 30, () => get(desk, RectificationSupervising).start({ actor: desk.supervisor, id }, { reason: '逾期未完成整改，周边群众反映强烈。', demand: '停止露天破碎，完成全封闭改造。', dueOn: addDays(desk.today, 20) }));
}

async function closed(desk: Desk, enterprise: Actor): Promise<void> {
  const id = await verifiable(desk, enterprise, 45);
  await on(desk, 38, async () => {
    const [item] = await itemsOf(desk, id);
    await get(desk, RectificationVerifying).verify(await step(desk, desk.supervisor, id), { way: 'on-site', visitedOn: get(desk, Clock).today(), findings: '现场核查，标识齐全，容器加盖，记录完整。', results: [{ itemId: item?.id ?? '', passed: true, findings: '已整改到位' }], persists: false });
  });
}
