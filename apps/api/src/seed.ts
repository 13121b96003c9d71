import { randomBytes } from 'node:crypto';
import { INestApplicationContext } from '@nestjs/common';
import { seedCaseworkReference } from '@huanbao/casework';
import { seedContractsDemo } from '@huanbao/contracts';
import { seedCreditDemo, seedCreditReference } from '@huanbao/credit';
import { seedCreditEvaluationDemo } from '@huanbao/credit-evaluation';
import { seedCreditRepairDemo } from '@huanbao/credit-repair';
import { seedEnforcementDemo } from '@huanbao/enforcement';
import { evaluateDemo, sealedForEvaluation, seedEvaluationDemo } from '@huanbao/evaluation';
import { DemoAccount, DemoCity, seedFurtherEnterprise, seedFurtherFirms, seedIdentityDemo } from '@huanbao/identity';
import { seedKeptFactsDemo } from '@huanbao/kept-facts';
import { seedSignalsDemo } from '@huanbao/market-signals';
import { openDemo, SealedTask, seedMarketplaceDemo, tenderDemo } from '@huanbao/marketplace';
import { seedPenaltiesDemo } from '@huanbao/penalties';
import { seedRectificationDemo } from '@huanbao/rectification';
import { seedMeasureDemo, seedPermitsDemo, seedPermitsReference } from '@huanbao/permits';
import { Clock, Db, livingAt } from '@huanbao/platform';
import { seedFurtherFirmsDemo, seedProvidersDemo, seedProvidersReference } from '@huanbao/providers';
import { seedReputationDemo } from '@huanbao/reputation';
import { seedServicesReference } from '@huanbao/services';
import { seedReference } from '@huanbao/reference';
import { seedReportsDemo } from '@huanbao/reports';
import { seedBanksDemo } from '@huanbao/banks';
import { seedComplaintsDemo } from '@huanbao/complaints';
import { seedStewardshipDemo } from '@huanbao/stewardship';
import { seedWatchListDemo } from '@huanbao/watch-list';

const DEMO_LOCK = 7_142_002;
const DAY_MS = 86_400_000;
/** Bids close three days after they were asked for. */
const BID_DAYS_AGO = 5;
const PLAN_WORDS = '我公司组成五人工作组，项目负责人具有十二年预案编制经历。第一阶段两周内完成现场踏勘，核对危险化学品储存间、医疗废物暂存间和污水处理站的风险单元；第二阶段四周内完成风险评估和应急资源调查，与辖区消防、疾控部门对接；第三阶段编制预案文本，组织桌面推演，按推演意见修改后报送备案。全过程每周报送一次进展，备案后一年内免费答疑。质量由总工程师两级校审，每份现场记录附照片和坐标；评估中的泄漏情景按最大储存量计算，影响范围用等值线图表示，并标出最近的居民楼和取水口。培训分医护、后勤和保安三班，各两学时，考核不合格的补训一次。';
const SAME_WORDS = [PLAN_WORDS, PLAN_WORDS.replace('五人工作组', '六人工作组')];
const OWN_WORDS = '先用两天走访科室和设备间，列出风险清单请院方确认；再结合近三年检查记录编写预案，两次会审后定稿备案。每次会审附修改对照表，备案后组织一次实战演练。';

/** Reference data every city needs: holidays, remedies, standards. Repeatable; what an officer changed is not overwritten. */
export async function seedReferenceData(app: INestApplicationContext): Promise<void> {
  await seedCaseworkReference(app);
  await seedPermitsReference(app);
  await seedProvidersReference(app);
  await seedServicesReference(app);
  await seedReference(app);
  await seedCreditReference(app);
}

/**
 * The demonstration city, built through the rooms' own services. Only into a database without organisations.
 * Returns the accounts, or undefined when there was nothing to do.
 */
export async function seedDemo(app: INestApplicationContext): Promise<DemoAccount[] | undefined> {
  const db = app.get(Db);
  const city = await db.transaction(async () => {
    await db.query(`SELECT pg_advisory_xact_lock(${DEMO_LOCK})`);
    const [known] = await db.query<{ n: string }>('SELECT count(*) AS n FROM organisation');
    return Number(known?.n) > 0 ? undefined : founded(app);
  });
  if (!city) return undefined;
  await opened(app, city);
  return [...city.demo.accounts];
}

interface Founded {
  readonly demo: DemoCity;
  readonly evaluated: SealedTask;
  readonly alike: SealedTask;
}

async function founded(app: INestApplicationContext): Promise<Founded> {
  const demo = await seedFurtherEnterprise(app, await seedFurtherFirms(app, await seedIdentityDemo(app, { password: demoPassword() })));
  await seedProvidersDemo(app, demo);
  await seedFurtherFirmsDemo(app, demo);
  await seedPermitsDemo(app, demo);
  await seedReportsDemo(app, demo);
  await seedMarketplaceDemo(app, demo);
  await seedEvaluationDemo(app, demo);
  await seedReputationDemo(app, demo, await seedContractsDemo(app, demo));
  await seedComplaintsDemo(app, demo);
  await seedStewardshipDemo(app, demo);
  await seedCreditDemo(app, demo);
  await seedCreditRepairDemo(app, demo);
  await seedEnforcementDemo(app, demo);
  await seedRectificationDemo(app, demo);
  await seedKeptFactsDemo(app, demo);
  await seedBanksDemo(app, demo);
  await seedPenaltiesDemo(app, demo);
  await seedWatchListDemo(app, demo);
  await seedCreditEvaluationDemo(app, demo);
  await seedMeasureDemo(app, demo, demo.actor('enterprise.admin', 2));
  const lately = new Date(app.get(Clock).now().getTime() - BID_DAYS_AGO * DAY_MS);
  return { demo, evaluated: await livingAt(lately, () => sealedForEvaluation(app, demo)), alike: await livingAt(lately, () => sealedAlike(app, demo)) };
}

/** An opening compares with the committed log of receipts: what is opened comes after the city. */
async function opened(app: INestApplicationContext, { demo, evaluated, alike }: Founded): Promise<void> {
  for (const task of [evaluated, alike]) await openDemo(app, task);
  await evaluateDemo(app, evaluated, demo);
  await seedSignalsDemo(app, alike.taskId);
}

/** Three offers, two of them in the same words: for a person to look at. */
function sealedAlike(app: INestApplicationContext, demo: DemoCity): Promise<SealedTask> {
  const bids = [...SAME_WORDS, OWN_WORDS].map((proposal, nth) => ({ firm: demo.actor('firm.manager', [1, 4, 2][nth]), priceYuan: ['58800.00', '59600.00', '52000.00'][nth] as string, proposal }));
  return tenderDemo(app, demo.actor('enterprise.admin', 1), {
    task: {
      title: '医院突发环境事件应急预案修编', kind: 'consulting', description: '修编突发环境事件应急预案，完成风险评估、应急资源调查和备案。', deliverables: ['应急预案', '风险评估报告', '备案表'], requiredQualifications: [], serviceCode: null,
      budgetYuan: '60000.00', durationDays: 90,
    },
    bids,
  });
}

/** One password for all demo accounts, made anew for each installation and easy to type. */
function demoPassword(): string {
  const letters = 'abcdefghjkmnpqrstuvwxyz23456789';
  const word = [...randomBytes(8)].map(byte => letters[byte % letters.length]).join('');
  return `Demo-${word.slice(0, 4)}-${word.slice(4)}`;
}
