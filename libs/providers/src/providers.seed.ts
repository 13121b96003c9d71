import { INestApplicationContext } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { addDays } from '@huanbao/calendar';
import type { DemoCity } from '@huanbao/identity';
import { Actor, CITY, City, Clock, Db, newId } from '@huanbao/platform';
import { FirmsService } from './firms.service';
import { IntegrityDomain, IntegrityRule } from './integrity/integrity.entity';
import { DOMAIN_ROWS, RULE_ROWS } from './integrity/integrity-rows';
import { IntegrityService } from './integrity/integrity.service';
import { QualificationKind } from './kinds/kind.entity';
import { KIND_ROWS } from './kinds/kind-rows';
import { idCheck } from './people/people-rules';
import { PeopleService } from './people/people.service';
import { QualificationsService } from './qualifications.service';
import { VerificationService } from './verification.service';

interface DemoQualification {
  readonly kind: string;
  readonly number: string;
  readonly scope: string;
  /** Days from today to the last day; left out: in three years, or none where the kind has none. */
  readonly endsIn?: number;
  readonly endless?: boolean;
}

interface DemoFirm {
  readonly intro: string;
  readonly capacityTasks: number;
  readonly services: readonly { readonly kind: 'consulting' | 'testing' | 'engineering' | 'disposal'; readonly stage: 'construction' | 'operation' | 'closure'; readonly title: string; readonly serviceCode: string }[];
  readonly qualifications: readonly DemoQualification[];
  readonly engineer: { readonly name: string; readonly idNumber: string; readonly certificate: string };
}

const FIRMS: readonly DemoFirm[] = [
  {
    intro: '从事废气、废水、噪声和固体废物监测，出具监测报告。', capacityTasks: 12,
    services: [{ kind: 'testing', stage: 'operation', title: '自行监测', serviceCode: 'self-monitoring' }, { kind: 'testing', stage: 'construction', title: '竣工验收监测', serviceCode: 'acceptance-monitoring' }],
    qualifications: [{ kind: 'CMA', number: '230412051001', scope: '水和废水、空气和废气、噪声、固体废物' }], engineer: { name: '林一帆', idNumber: '110101199003070011', certificate: '监测人员上岗证' },
  },
  {
    intro: '承担烟气脱硫脱硝除尘、污水处理工程的设计与施工，也提供监测服务。', capacityTasks: 6,
    services: [{ kind: 'engineering', stage: 'operation', title: '超低排放改造', serviceCode: 'ultra-low-retrofit' }, { kind: 'testing', stage: 'operation', title: '在线监测比对', serviceCode: 'cems-comparison' }],
    qualifications: [{ kind: 'CMA', number: '230412051002', scope: '水和废水、空气和废气、在线监测比对' }, { kind: '环保工程设计', number: 'A114005678', scope: '大气污染防治、水污染防治 乙级' }], engineer: { name: '何立', idNumber: '110101198805120036', certificate: '注册环保工程师' },
  },
  {
    intro: '环保管家年度托管，协助办理排污许可、执行报告和台账。', capacityTasks: 20,
    services: [{ kind: 'consulting', stage: 'operation', title: '环保管家年度托管', serviceCode: 'steward' }, { kind: 'consulting', stage: 'operation', title: '执行报告编制', serviceCode: 'execution-report' }],
    qualifications: [{ kind: '环评备案', number: '示例-备案-0003', scope: '报告书、报告表', endless: true }], engineer: { name: '郭敏', idNumber: '110101198512010027', certificate: '环境影响评价工程师' },
  },
];

/** Two more, so that the register shows all kinds: one whose licence ends soon, one with points. */
const FURTHER: readonly DemoFirm[] = [
  {
    intro: '持证收集、贮存、利用废矿物油等危险废物，提供遗留危废清库服务。', capacityTasks: 8,
    services: [{ kind: 'disposal', stage: 'operation', title: '危险废物收集利用处置', serviceCode: 'hazardous-waste' }, { kind: 'disposal', stage: 'closure', title: '遗留危险废物清库', serviceCode: 'legacy-waste' }],
    qualifications: [{ kind: '危险废物经营许可', number: 'HW1411810001', scope: '收集、贮存、利用 HW08、HW49', endsIn: 25 }], engineer: { name: '韩松', idNumber: '110101197911230015', certificate: '注册环保工程师' },
  },
  {
    intro: '编制环境影响报告书（表），开展建设用地土壤污染状况调查与风险评估。', capacityTasks: 10,
    services: [{ kind: 'consulting', stage: 'construction', title: '环境影响报告书编制', serviceCode: 'eia-report' }, { kind: 'consulting', stage: 'closure', title: '土壤污染状况调查报告', serviceCode: 'soil-report' }],
    qualifications: [{ kind: '环评备案', number: '示例-备案-0005', scope: '报告书、报告表', endless: true }, { kind: '土壤调查', number: '示例-土壤-0005', scope: '初步调查、详细调查、风险评估', endless: true }, { kind: 'CMA', number: '230412051005', scope: '水和废水、土壤、地下水' }], engineer: { name: '冯宁', idNumber: '110101198703150049', certificate: '环境影响评价工程师' },
  },
];

const PDF = Buffer.from('%PDF-1.4\n1 0 obj<</Type/Catalog/Pages 2 0 R>>endobj\n2 0 obj<</Type/Pages/Kids[3 0 R]/Count 1>>endobj\n3 0 obj<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]>>endobj\ntrailer<</Root 1 0 R>>\n%%EOF\n');

/** Kinds of qualification, measures and rules of points. Rows that are there stay as they are: an officer may have verified or ended them. */
export async function seedProvidersReference(app: INestApplicationContext): Promise<void> {
  const db = app.get(Db);
  await db.repo(QualificationKind).createQueryBuilder().insert().values(KIND_ROWS.map(row => ({ ...row }))).orIgnore().execute();
  await db.repo(IntegrityDomain).createQueryBuilder().insert().values(DOMAIN_ROWS.map(row => ({ ...row }))).orIgnore().execute();
  await db.repo(IntegrityRule).createQueryBuilder().insert().values(RULE_ROWS.map(row => ({ ...row }))).orIgnore().execute();
}

/** The firms of the demonstration city fill in their profiles, and the bureau verifies their qualifications. */
export async function seedProvidersDemo(app: INestApplicationContext, demo: DemoCity): Promise<void> {
  for (const [nth, firm] of FIRMS.entries()) await fill(app, demo, { actor: demo.actor('firm.manager', nth), firm });
}

/** The two firms registered after the first three; the second of them carries points that one officer proposed and another confirmed. */
export async function seedFurtherFirmsDemo(app: INestApplicationContext, demo: DemoCity): Promise<void> {
  for (const [nth, firm] of FURTHER.entries()) await fill(app, demo, { actor: demo.actor('firm.manager', FIRMS.length + nth), firm });
  const [integrity, today] = [app.get(IntegrityService), app.get(Clock).today()];
  const id = newId();
  const proposer = demo.actor('bureau.enforcer');
  const evidence = await app.get(Files).store(PDF, { name: '通报.pdf', mediaType: 'application/pdf', subjectType: 'integrity-point', subjectId: id, purpose: 'evidence', ownerOrgId: proposer.orgId, uploadedBy: proposer.userId });
  const firm = demo.actor('firm.manager', FIRMS.length + 1);
  const point = await integrity.propose(proposer, { id, firmId: firm.orgId as string, ruleCode: 'eia.false-person', occurredOn: addDays(today, -40), source: '示例：市局环评文件复核通报', facts: '复核发现报告表主持人未在本机构全职工作。', evidenceFileId: evidence.id });
  await integrity.decide(demo.actor('bureau.supervisor'), point.id, { verdict: 'confirmed', reason: '事实清楚，依据适当' }, point.version);
}

async function fill(app: INestApplicationContext, demo: DemoCity, { actor, firm }: { actor: Actor; firm: DemoFirm }): Promise<void> {
  const [today, region] = [app.get(Clock).today(), app.get<City>(CITY).adcode];
  await app.get(FirmsService).save(actor, { intro: firm.intro, regions: [region], services: firm.services.map(one => ({ ...one })), capacityTasks: firm.capacityTasks }, 0);
  for (const { endsIn, endless, ...printed } of firm.qualifications) {
    const scan = await app.get(Files).store(PDF, { name: `${printed.kind}.pdf`, mediaType: 'application/pdf', subjectType: 'firm', subjectId: actor.orgId as string, purpose: 'qualification', ownerOrgId: actor.orgId, uploadedBy: actor.userId });
    const validTo = endless ? null : endsIn === undefined ? `${Number(today.slice(0, 4)) + 3}-12-31` : addDays(today, endsIn);
    const added = await app.get(QualificationsService).add(actor, { ...printed, issuer: '示例发证机关', validFrom: `${Number(today.slice(0, 4)) - 1}-01-01`, validTo, fileId: scan.id });
    await app.get(VerificationService).verify(demo.actor('bureau.reviewer'), added.id, added.version);
  }
  const { name, idNumber, certificate } = firm.engineer;
  await app.get(PeopleService).add(actor, {
    name, idNumber: `${idNumber.slice(0, 17)}${idCheck(idNumber)}`, certificates: [{ kind: certificate, number: `示例-${idNumber.slice(-6)}`, validTo: null }], isResponsible: true, maxTasks: 5, since: `${Number(today.slice(0, 4)) - 2}-03-01`,
  });
}
