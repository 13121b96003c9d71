import { INestApplicationContext } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import type { DemoCity } from '@huanbao/identity';
import { Actor, Clock, livingAt, newId, shanghaiInstant } from '@huanbao/platform';
import { KeptFactsService } from '../facts.service';
import { type FactKind, lastOfMonth } from '../rules';

interface Scene {
  readonly facts: KeptFactsService;
  readonly enters: Actor;
  readonly confirms: Actor;
  readonly today: string;
}

interface Known {
  readonly kind: FactKind;
  readonly value: string;
  readonly unit?: string;
  readonly fromOn: string;
  readonly toOn: string | null;
  readonly documentNo: string;
}

const morningOf = (day: string): Date => new Date(shanghaiInstant(day).getTime() + 9 * 3_600_000);
const MONTHS = 12;
/** Days from today on which the examples were recorded. */
const RECORDED_BEFORE = -10;

/** A grade, twelve months of online monitoring and a year of carbon; one grade waits, one value is objected to, one was withdrawn. All examples. */
export async function seedKeptFactsDemo(app: INestApplicationContext, demo: DemoCity): Promise<void> {
  const today = app.get(Clock, { strict: false }).today();
  const scene: Scene = { facts: app.get(KeptFactsService, { strict: false }), enters: demo.actor('bureau.enforcer'), confirms: demo.actor('bureau.supervisor'), today };
  const [lime, coking, hospital] = [0, 1, 2].map(nth => demo.actor('enterprise.admin', nth)) as [Actor, Actor, Actor];
  // what is recorded was over by then: on the first days of a month the last one is not, on those of a year the year has not begun
  const asOf = addDays(today, RECORDED_BEFORE);
  const year = Number(asOf.slice(0, 4));
  const ofYear = { fromOn: `${year - 1}-01-01`, toOn: `${year - 1}-12-31` };
  await held(scene, lime, { kind: 'performance-grade', value: 'B', fromOn: `${year}-01-01`, toOn: null, documentNo: `示例绩效〔${year - 1}〕2号` });
  for (const [nth, { fromOn, toOn }] of monthsBefore(asOf).entries()) {
    await held(scene, lime, { kind: 'online-run-hours', value: String(640 - nth), fromOn, toOn, documentNo: `示例在线〔${fromOn.slice(0, 7)}〕` });
    await held(scene, lime, { kind: 'online-exceed-hours', value: nth % 4 === 0 ? '2.5' : '0', fromOn, toOn, documentNo: `示例在线〔${fromOn.slice(0, 7)}〕` });
  }
  await held(scene, lime, { kind: 'carbon-emission', value: '48230.5', ...ofYear, documentNo: `示例碳核查〔${year}〕7号` });
  const intensity = await held(scene, lime, { kind: 'carbon-intensity', value: '0.9646', unit: 'tCO2/t', ...ofYear, documentNo: `示例碳核查〔${year}〕7号` });
  const wrong = await held(scene, hospital, { kind: 'performance-grade', value: 'C', fromOn: `${year}-01-01`, toOn: null, documentNo: `示例绩效〔${year - 1}〕3号` });
  await livingAt(morningOf(addDays(today, -8)), async () => {
    const id = await scene.facts.withdraw(scene.enters, wrong, { id: newId(), reason: '登记错了企业：文件所列不是这家（示例）' });
    await scene.facts.decide(scene.confirms, id, { verdict: 'confirmed' }, 1);
  });
  await livingAt(morningOf(addDays(today, -2)), () => propose(scene, coking, { kind: 'performance-grade', value: 'A', fromOn: `${year}-01-01`, toOn: null, documentNo: `示例绩效〔${year}〕1号` }));
  await livingAt(morningOf(addDays(today, -1)), () => scene.facts.correct(lime, intensity, { id: newId(), value: '0.9146', unit: 'tCO2/t', ...ofYear, authority: '吕梁市生态环境局（示例）', documentNo: `示例碳核查〔${year}〕7号`, reason: '核查报告第 12 页的强度为 0.9146，登记时录错（示例）' }));
}

/** The twelve whole months before a day, the newest first. */
function monthsBefore(day: string): { fromOn: string; toOn: string }[] {
  const months: { fromOn: string; toOn: string }[] = [];
  for (let first = `${day.slice(0, 7)}-01`; months.length < MONTHS; ) {
    first = `${addDays(first, -1).slice(0, 7)}-01`;
    months.push({ fromOn: first, toOn: lastOfMonth(first) });
  }
  return months;
}

function propose({ facts, enters }: Scene, enterprise: Actor, known: Known): Promise<string> {
  return facts.record(enters, { id: newId(), enterpriseId: enterprise.orgId as string, authority: '吕梁市生态环境局（示例）', note: '', ...known });
}

async function held(scene: Scene, enterprise: Actor, known: Known): Promise<string> {
  return livingAt(morningOf(addDays(scene.today, RECORDED_BEFORE)), async () => {
    const id = await propose(scene, enterprise, known);
    await scene.facts.decide(scene.confirms, id, { verdict: 'confirmed' }, 1);
    return id;
  });
}
