import { INestApplicationContext } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { CaseRecord } from '@huanbao/casework';
import { CreditLedger } from '@huanbao/credit';
import type { DemoCity } from '@huanbao/identity';
import { Actor, Clock, Db, livingAt, shanghaiInstant, systemActor } from '@huanbao/platform';
import { Correcting } from '../correcting/correcting.service';
import { Noticing } from '../correcting/noticing.service';
import { Checking } from '../checking/checking.service';
import type { IndicatorAnswerDto } from '../dto';
import { CreditEvaluation, type RunKind } from '../evaluation.entity';
import { Objecting } from '../objections/objecting.service';
import { Reporting } from '../reporting/reporting.service';
import { INDICATORS } from '../rules/indicators';
import { Listing } from '../years/listing.service';
import { EvaluationRuns } from '../years/runs.service';
import { Years } from '../years/years.service';

interface Desk {
  readonly app: INestApplicationContext;
  readonly demo: DemoCity;
  readonly today: string;
}

const morningOf = (day: string): Date => new Date(shanghaiInstant(day).getTime() + 9 * 3_600_000);
const on = <T>(day: string, work: () => Promise<T>): Promise<T> => livingAt(morningOf(day), work);
/** Whatever the day of the demonstration, the year that is evaluated was over when its evaluation began. */
const OPENED_DAYS_AGO = 45;

/** A published evaluation of the year before, and a running one: in publicity with an objection, being checked, being reported. */
export async function seedCreditEvaluationDemo(app: INestApplicationContext, demo: DemoCity): Promise<void> {
  const today = app.get(Clock, { strict: false }).today();
  const desk: Desk = { app, demo, today };
  const year = Number(addDays(today, -OPENED_DAYS_AGO).slice(0, 4)) - 1;
  const enterprises = [0, 1, 2].map(nth => demo.actor('enterprise.admin', nth));
  await fined(desk, year - 1, enterprises[1] as Actor);
  await published(desk, year - 1, enterprises);
  await corrected(desk, year - 1, enterprises[1] as Actor);
  await running(desk, year, enterprises);
}

const FINE = 'demo:annual-correction';

/** A fine of the year that was revoked by a court long after the result was published. */
async function fined({ app }: Desk, year: number, { orgId }: Actor): Promise<void> {
  await on(`${year}-06-12`, () => app.get(CreditLedger, { strict: false }).append(systemActor('demo'), {
    key: FINE, subjectId: orgId ?? '', type: 'fine-large', title: '罚款 18 万元', facts: '在线监测数据显示烟尘超标排放', legalBasis: '大气污染防治法 第九十九条第二项', sourceType: 'demo', documentNo: `晋孝环罚〔${year}〕6号`, occurredOn: `${year}-06-10`,
  }));
}

/** The platform saw it; the officer has proposed the correction, which waits for a second person. */
async function corrected(desk: Desk, year: number, { orgId }: Actor): Promise<void> {
  const { app, demo, today } = desk;
  const subjectId = orgId ?? '';
  await on(addDays(today, -6), () => app.get(CreditLedger, { strict: false }).change(systemActor('demo'), { subjectId, eventKey: FINE, key: 'demo:revoked', status: 'revoked', effectiveOn: `${year}-06-10`, reason: '二审判决撤销处罚决定', basis: '行政诉讼法 第七十条', documentNo: '（示例）行政判决书' }));
  await on(addDays(today, -6), () => app.get(Db, { strict: false }).transaction(() => app.get(Noticing, { strict: false }).look(subjectId)));
  const [open] = await app.get(Db, { strict: false }).query<{ id: string }>('SELECT id FROM credit_evaluation WHERE subject_id = $1 AND corrects IS NOT NULL', [subjectId]);
  if (!open) throw new Error('The demonstration expects a result to correct');
  await on(addDays(today, -4), async () => app.get(Correcting, { strict: false }).propose({ actor: demo.actor('bureau.reviewer'), id: open.id, version: await caseVersion(app, open.id) }, '二审判决已撤销该项处罚，按现在的信用记录更正。'));
}

async function published(desk: Desk, year: number, enterprises: readonly Actor[]): Promise<void> {
  const next = year + 1;
  const id = await opened(desk, { year, day: `${next}-01-05`, enterprises });
  for (const one of enterprises) {
    const evaluation = await of(desk, id, one);
    await on(`${next}-02-01`, () => handedIn(desk, one, evaluation, one === enterprises[2] ? 92 : 100));
    await on(`${next}-02-20`, () => checked(desk, evaluation));
    await on(`${next}-03-05`, () => confirmed(desk, evaluation));
  }
  await on(`${next}-03-06`, () => run(desk, id, 'publicity'));
  await on(`${next}-03-24`, () => run(desk, id, 'approve'));
  await on(`${next}-03-27`, () => run(desk, id, 'publish'));
}

async function running(desk: Desk, year: number, enterprises: readonly Actor[]): Promise<void> {
  const { today, app } = desk;
  const ago = (days: number): string => addDays(today, -days);
  const id = await opened(desk, { year, day: ago(OPENED_DAYS_AGO), enterprises, dates: { reportUntil: addDays(today, 5), checkUntil: addDays(today, 15), reviewUntil: addDays(today, 22) } });
  const [lime, other, hospital] = enterprises as [Actor, Actor, Actor];
  const [first, second, third] = [await of(desk, id, lime), await of(desk, id, other), await of(desk, id, hospital)];
  await on(ago(30), () => handedIn(desk, lime, first, 96));
  await on(ago(25), () => checked(desk, first, { indicator: '11', verdict: 'change', level: 2, score: 75, reason: '三月份除尘设施停运两天，台账无记录' }));
  await on(ago(20), () => confirmed(desk, first));
  await on(ago(10), () => run(desk, id, 'publicity'));
  await on(ago(2), () => app.get(Objecting, { strict: false }).object(lime, first, '第 11 项：三月份停运系检修，已经报告，附检修单，请复核。'));
  await on(ago(5), () => handedIn(desk, other, second, 88));
  await on(ago(3), () => app.get(Reporting, { strict: false }).save({ actor: hospital, id: third, version: 1 }, { answers: answers(95).slice(0, 6) }));
}

interface Opening {
  readonly year: number;
  readonly day: string;
  readonly enterprises: readonly Actor[];
  readonly dates?: { readonly reportUntil: string; readonly checkUntil: string; readonly reviewUntil: string };
}

async function opened(desk: Desk, { year, day, enterprises, dates }: Opening): Promise<string> {
  const { app, demo } = desk;
  const supervisor = demo.actor('bureau.supervisor');
  const listing = app.get(Listing, { strict: false });
  return on(day, async () => {
    const { id } = await app.get(Years, { strict: false }).open(supervisor, { year, ...dates });
    await listing.compute(supervisor, id);
    for (const one of enterprises) if (!(await isListed(desk, id, one))) await listing.add(supervisor, id, { subjectId: one.orgId ?? '', reason: '本市环境监管重点单位（示例）' });
    await run(desk, id, 'announce');
    return id;
  });
}

/** Begun by the supervisor; the worker would do the batches, the demonstration does them at once. */
async function run({ app, demo }: Desk, yearId: string, kind: RunKind): Promise<void> {
  const runs = app.get(EvaluationRuns, { strict: false });
  const { id } = await runs.start(demo.actor('bureau.supervisor'), yearId, { kind });
  await runs.batch(id);
}

const answers = (value: number): IndicatorAnswerDto[] => INDICATORS.map(({ code, input }) => {
  if (input === 'measure') return { indicator: code, applies: true, measure: value };
  return { indicator: code, applies: true, level: value >= 80 ? 1 : 2, score: value, words: code === '15' ? '应急预案已备案，上半年演练一次，已投保环境污染责任险。' : null };
});

async function handedIn({ app }: Desk, actor: Actor, id: string, value: number): Promise<void> {
  const reporting = app.get(Reporting, { strict: false });
  await reporting.save({ actor, id, version: (await row(app, id)).version }, { answers: answers(value) });
  await reporting.submit({ actor, id, version: await caseVersion(app, id) }, { commitment: true, recordVersion: (await row(app, id)).version });
}

async function checked({ app, demo }: Desk, id: string, change?: { readonly indicator: string; readonly verdict: 'change'; readonly level: number; readonly score: number; readonly reason: string }): Promise<void> {
  const actor = demo.actor('bureau.reviewer');
  const checking = app.get(Checking, { strict: false });
  const items = INDICATORS.map(({ code }) => (change?.indicator === code ? change : { indicator: code, verdict: 'accept' as const }));
  await checking.save({ actor, id, version: (await row(app, id)).version }, { items });
  await checking.finish({ actor, id, version: await caseVersion(app, id) }, '逐项核对台账和平台数据，核对完毕。');
}

const confirmed = async ({ app, demo }: Desk, id: string): Promise<unknown> => app.get(Checking, { strict: false }).confirm({ actor: demo.actor('bureau.approver'), id, version: await caseVersion(app, id) }, '同意初核意见。');

const row = (app: INestApplicationContext, id: string): Promise<CreditEvaluation> => app.get(Db, { strict: false }).repo(CreditEvaluation).findOneByOrFail({ id });
const caseVersion = async (app: INestApplicationContext, id: string): Promise<number> => (await app.get(Db, { strict: false }).repo(CaseRecord).findOneByOrFail({ id })).version;
const of = async ({ app }: Desk, yearId: string, { orgId }: Actor): Promise<string> => (await app.get(Db, { strict: false }).repo(CreditEvaluation).findOneByOrFail({ yearId, subjectId: orgId ?? '' })).id;

async function isListed({ app }: Desk, yearId: string, { orgId }: Actor): Promise<boolean> {
  const rows = await app.get(Db, { strict: false }).query('SELECT 1 FROM evaluation_participant WHERE year_id = $1 AND subject_id = $2', [yearId, orgId]);
  return rows.length > 0;
}
