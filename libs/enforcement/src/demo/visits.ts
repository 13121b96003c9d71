import { createHash } from 'node:crypto';
import { crc32, deflateSync } from 'node:zlib';
import { INestApplicationContext } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { Files } from '@huanbao/documents';
import type { DemoCity } from '@huanbao/identity';
import { Actor, Clock, livingAt, newId, shanghaiInstant } from '@huanbao/platform';
import { InspectionQueries } from '../inspections/inspection.queries';
import { PlanningService } from '../inspections/planning.service';
import { OfficersService } from '../officers/officers.service';
import { FreezingService } from '../record/freezing.service';
import { FILES_OF, InspectionPhotos } from '../record/photos.service';
import { SavingService } from '../record/saving.service';
import { SigningService } from '../record/signing.service';

const [WIDE, HIGH] = [320, 240];
const at = (day: string, hour: number): Date => new Date(shanghaiInstant(day).getTime() + hour * 3_600_000);

/** What was seen at the lime works, page by page. */
const recordOn = (day: string): Readonly<Record<string, Record<string, unknown>>> => ({
  visit: { heldOn: day, startedAt: '09:20', endedAt: '11:05', weather: 'fine', purpose: '石灰行业无组织排放专项检查' },
  notice: { showed: true, told: true, avoidance: 'no', recorded: true, recorder: 'ZF-0418-07' },
  unit: { presentName: '陈晨', presentTitle: '环保负责人', presentPhone: '0358-7620001' },
  production: { state: 'normal', loadPercent: '82', products: '石灰约 280 吨/日' },
  permit: { permit: 'valid', permitNumber: '91141181MA0DEM001X001P', consistent: 'yes', ledger: 'partial', reports: 'timely', monitoring: 'done' },
  facilities: { any: true, rows: [{ id: 'f1', code: 'TA001', name: '窑尾布袋除尘器', state: 'abnormal', seen: '压差低于正常范围，3 号箱体滤袋破损' }, { id: 'f2', code: 'TA002', name: '石灰石料棚喷淋', state: 'normal', seen: '正常开启' }] },
  outlets: { any: true, rows: [{ id: 'o1', code: 'DA001', medium: 'air', sign: true, emitting: 'normal', seen: '可见轻微烟尘' }] },
  waste: { any: true, store: 'good', labels: true, ledger: true, manifests: true, storedT: '0.4', overYear: false },
  online: { any: true, state: 'normal', networked: true, readings: '颗粒物 8.6 mg/m³，含氧量 12.1%', operator: '汾河环保科技有限公司（示例）' },
  sampling: { sampled: true, samples: [{ id: 's1', number: 'CY-01', place: 'DA001 采样平台', items: '颗粒物', taker: '晋绿环境检测有限公司（示例）' }], seized: false },
  account: { found: '现场检查时石灰窑正常生产，窑尾布袋除尘器压差低于正常范围，3 号箱体滤袋破损，排气筒可见轻微烟尘。除尘器运行台账近三日没有记录压差。', partyWords: '滤袋已采购，计划本周更换；台账由夜班补记。' },
  violations: { any: true, rows: [
    { id: 'v1', violation: 'facility-idle', conductOn: day, description: '窑尾布袋除尘器 3 号箱体滤袋破损，未及时更换', harm: 'medium', fault: 'first', decision: 'rectify' },
    { id: 'v2', violation: 'ledger', conductOn: day, description: '除尘器运行台账近三日未记录压差', harm: 'slight', fault: 'first', decision: 'order' },
  ] },
});

/** One inspection signed and sealed, and one that is being written. */
export async function seedVisits(app: INestApplicationContext, demo: DemoCity): Promise<void> {
  const today = app.get(Clock, { strict: false }).today();
  const [field, head] = [demo.actor('bureau.enforcer'), demo.actor('bureau.supervisor')];
  const officerIds = (await app.get(OfficersService, { strict: false }).list(head, { limit: 50 })).items.filter(one => ['04181101001', '04181101002'].includes(one.certificateNo)).map(one => one.id);
  const plans = app.get(PlanningService, { strict: false });
  const before = addDays(today, -6);
  await livingAt(at(before, 9), async () => {
    const id = await plans.plan(head, { kind: 'special', enterpriseId: demo.actor('enterprise.admin', 0).orgId ?? '', plannedFrom: before, plannedTo: addDays(before, 5), officerIds, reason: '石灰行业无组织排放专项检查', legalBasis: '生态环境法典 第五十三条', overrideReason: '专项行动已备案，确需到场' });
    await write(app, field, id, recordOn(before));
    await photo(app, field, id, { section: 'facilities', caption: '窑尾布袋除尘器 3 号箱体' });
  });
  await livingAt(at(before, 11), () => signed(app, demo, before));
  await livingAt(at(today, 8), async () => {
    const id = await plans.plan(head, { kind: 'special', enterpriseId: demo.actor('enterprise.admin', 1).orgId ?? '', plannedFrom: today, plannedTo: addDays(today, 14), officerIds, reason: '医疗废水处理设施专项检查', legalBasis: '生态环境法典 第五十三条', overrideReason: '专项行动已备案，确需到场' });
    const { visit, notice, production } = recordOn(today);
    await write(app, field, id, { visit: { ...visit, purpose: '医疗废水处理设施专项检查' }, notice: notice ?? {}, production: { ...production, products: '门诊和住院服务' } });
    await photo(app, field, id, { section: 'outlets', caption: '污水站总排口' });
  });
}

async function write(app: INestApplicationContext, actor: Actor, id: string, pages: Readonly<Record<string, Record<string, unknown>>>): Promise<void> {
  for (const [section, data] of Object.entries(pages)) await app.get(SavingService, { strict: false }).save(actor, id, section, { saveId: newId(), baseVersion: 0, data });
}

async function photo(app: INestApplicationContext, actor: Actor, id: string, { section, caption }: { readonly section: 'facilities' | 'outlets'; readonly caption: string }): Promise<void> {
  const picture = pictureOf([214, 226, 219], [92, 122, 107]);
  const { fileId, sha256 } = await kept(app, actor, id, picture);
  await app.get(InspectionPhotos, { strict: false }).add(actor, id, { clientId: newId(), fileId, sha256, itemKey: section, caption, capturedAt: app.get(Clock, { strict: false }).now().toISOString(), lng: 111.7812, lat: 37.1426, accuracyM: 9 });
}

async function signed(app: INestApplicationContext, demo: DemoCity, day: string): Promise<void> {
  const [freezing, signing, queries] = [app.get(FreezingService, { strict: false }), app.get(SigningService, { strict: false }), app.get(InspectionQueries, { strict: false })];
  const [field, head] = [demo.actor('bureau.enforcer'), demo.actor('bureau.supervisor')];
  const passwordOf = (role: string): string => demo.accounts.find(one => one.role === role)?.password ?? '';
  const { id } = (await queries.list(field, { state: 'drafting', mine: 'true', sort: 'due' })).items.find(one => one.plannedFrom === day) ?? {};
  if (!id) return;
  await freezing.freeze(field, id, (await queries.detail(field, id)).version);
  const contentHash = (await queries.detail(field, id)).contentHash ?? '';
  await signing.sign(field, id, { contentHash, password: passwordOf('bureau.enforcer') });
  const ink = await kept(app, field, id, pictureOf([255, 255, 255], [20, 35, 29]));
  await signing.party(field, id, { contentHash, way: 'drawn', name: '陈晨', ...ink });
  await signing.sign(head, id, { contentHash, password: passwordOf('bureau.supervisor') });
}

async function kept(app: INestApplicationContext, actor: Actor, id: string, bytes: Buffer): Promise<{ fileId: string; sha256: string }> {
  const file = await app.get(Files, { strict: false }).storeFromPeople(bytes, { name: '现场.png', subjectType: FILES_OF, subjectId: id, purpose: 'photo', ownerOrgId: actor.orgId, uploadedBy: actor.userId });
  return { fileId: file.id, sha256: createHash('sha256').update(bytes).digest('hex') };
}

type Colour = readonly [number, number, number];

/** A small drawn picture (PNG): a curve on a ground. */
function pictureOf(ground: Colour, ink: Colour): Buffer {
  const rows = Array.from({ length: HIGH }, (_, y) => Buffer.from([0, ...Array.from({ length: WIDE }, (__, x) => (Math.abs(y - HIGH / 2 - Math.sin(x / 18) * (40 - x / 12)) < 3 ? ink : ground)).flat()]));
  const size = Buffer.alloc(13);
  size.writeUInt32BE(WIDE, 0);
  size.writeUInt32BE(HIGH, 4);
  size.set([8, 2, 0, 0, 0], 8);
  return Buffer.concat([Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]), chunk('IHDR', size), chunk('IDAT', deflateSync(Buffer.concat(rows))), chunk('IEND', Buffer.alloc(0))]);
}

function chunk(name: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(name, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body) >>> 0);
  return Buffer.concat([length, body, sum]);
}
