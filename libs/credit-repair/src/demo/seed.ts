import { INestApplicationContext } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { CaseRecord } from '@huanbao/casework';
import { CreditEvents, CreditLedger } from '@huanbao/credit';
import { Files } from '@huanbao/documents';
import type { DemoCity } from '@huanbao/identity';
import { Actor, Clock, Db, livingAt, shanghaiInstant } from '@huanbao/platform';
import { Appealing } from '../appeals/appealing.service';
import { AppealDeciding } from '../appeals/deciding.service';
import { Certificates } from '../certificates/certificates.service';
import { RepairApplying } from '../repairs/applying.service';
import { RepairHandling } from '../repairs/handling.service';

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[]/Count 0>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');
const morningOf = (day: string): Date => new Date(shanghaiInstant(day).getTime() + 9 * 3_600_000);

interface Desk {
  readonly app: INestApplicationContext;
  readonly demo: DemoCity;
  readonly today: string;
}

/** One repair granted, one being verified; an appeal for which publication rests; the certificate of what ended by time. */
export async function seedCreditRepairDemo(app: INestApplicationContext, demo: DemoCity): Promise<void> {
  const desk: Desk = { app, demo, today: app.get(Clock, { strict: false }).today() };
  const [lime, other, hospital] = [0, 1, 2].map(nth => demo.actor('enterprise.admin', nth)) as [Actor, Actor, Actor];
  await fineOf(desk, hospital);
  await at(desk, 6, () => repaired(desk, hospital, 'fine-summary'));
  await at(desk, 3, () => inHand(desk, lime, 'fine'));
  await at(desk, 2, () => appealed(desk, other, 'hidden-pipe'));
  await app.get(Certificates, { strict: false }).settle([lime, other, hospital].map(one => one.orgId ?? ''));
}

const at = <T>({ today }: Desk, daysAgo: number, work: () => Promise<T>): Promise<T> => livingAt(morningOf(addDays(today, -daysAgo)), work);

/** Something small that can be repaired at once. */
async function fineOf(desk: Desk, { orgId }: Actor): Promise<void> {
  const { app, demo, today } = desk;
  await at(desk, 30, () => app.get(CreditLedger, { strict: false }).append(demo.actor('bureau.enforcer'), {
    key: 'demo:fine-summary', subjectId: orgId ?? '', type: 'fine-summary', title: '危险废物标识不规范，当场罚款', facts: '示例：贮存间标识缺失，当场处罚并改正。', legalBasis: '固体废物污染环境防治法 第一百一十二条', sourceType: 'demo', documentNo: '示例环简罚〔五〕号', occurredOn: addDays(today, -30),
  }));
}

async function eventOf({ app }: Desk, { orgId }: Actor, type: string): Promise<string> {
  const found = (await app.get(CreditEvents, { strict: false }).of(orgId ?? '')).find(one => one.type === type && one.status === 'active');
  if (!found) throw new Error(`the demonstration has no event ${type} of ${orgId ?? ''}`);
  return found.id;
}

async function inHand(desk: Desk, applicant: Actor, type: string): Promise<string> {
  const { app, demo } = desk;
  const applying = app.get(RepairApplying, { strict: false });
  const id = await applying.open(applicant, await eventOf(desk, applicant, type));
  for (const key of ['performance', 'mending']) await app.get(Files, { strict: false }).store(PDF, { name: key === 'mending' ? '整改报告.pdf' : '缴款票据.pdf', mediaType: 'application/pdf', subjectType: 'credit-repair', subjectId: id, purpose: `proof-${key}`, ownerOrgId: applicant.orgId, uploadedBy: applicant.userId });
  await applying.submit({ actor: applicant, id, version: await versionOf(app, id) }, { statement: '罚款已缴清，问题已整改，附缴款票据和整改前后照片。', commitment: true, electronicService: true });
  await app.get(RepairHandling, { strict: false }).accept({ actor: demo.actor('bureau.intake'), id, version: await versionOf(app, id) });
  return id;
}

async function repaired(desk: Desk, applicant: Actor, type: string): Promise<void> {
  const { app, demo } = desk;
  const handling = app.get(RepairHandling, { strict: false });
  const id = await inHand(desk, applicant, type);
  await handling.verify({ actor: demo.actor('bureau.reviewer'), id, version: await versionOf(app, id) }, { verdict: 'mended', findings: '核对缴款记录和现场照片，罚款已缴清，标识已补齐。' });
  await handling.grant({ actor: demo.actor('bureau.approver'), id, version: await versionOf(app, id) }, { reasons: '处罚决定已履行，整改到位，符合修复条件。' });
}

async function appealed(desk: Desk, applicant: Actor, type: string): Promise<void> {
  const { app, demo } = desk;
  const appealing = app.get(Appealing, { strict: false });
  const id = await appealing.open(applicant, { eventId: await eventOf(desk, applicant, type), ground: 'wrong-facts' });
  await app.get(Files, { strict: false }).store(PDF, { name: '管网竣工图.pdf', mediaType: 'application/pdf', subjectType: 'credit-appeal', subjectId: id, purpose: 'evidence', ownerOrgId: applicant.orgId, uploadedBy: applicant.userId });
  await appealing.submit({ actor: applicant, id, version: await versionOf(app, id) }, { statement: '厂区东侧管道为雨水管，附竣工图，请复核。', electronicService: true });
  await app.get(AppealDeciding, { strict: false }).accept({ actor: demo.actor('bureau.intake'), id, version: await versionOf(app, id) });
}

const versionOf = async (app: INestApplicationContext, id: string): Promise<number> => (await app.get(Db, { strict: false }).repo(CaseRecord).findOneByOrFail({ id })).version;
