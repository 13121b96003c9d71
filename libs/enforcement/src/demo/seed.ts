import { INestApplicationContext } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import type { DemoCity } from '@huanbao/identity';
import { Actor, Clock, livingAt, shanghaiInstant } from '@huanbao/platform';
import { DrawsService } from '../draw/draws.service';
import { DrawQueries } from '../draw/draw.queries';
import { OfficersService } from '../officers/officers.service';
import { PositiveQueries } from '../positive/positive.queries';
import { PositiveService } from '../positive/positive.service';
import { TargetsService } from '../targets/targets.service';
import { seedVisits } from './visits';

const morningOf = (day: string): Date => new Date(shanghaiInstant(day).getTime() + 9 * 3_600_000);
/** Who of the bureau holds a certificate, and its number. */
const CERTIFIED = [['bureau.enforcer', 0, '04181101001'], ['bureau.supervisor', 0, '04181101002'], ['bureau.reviewer', 0, '04181101003'], ['bureau.reviewer', 1, '04181101004']] as const;

/** Officers with certificates, one of whom avoids an enterprise; a library with special facts; a positive list; a draw that was made and one that is announced; inspections sealed and begun. */
export async function seedEnforcementDemo(app: INestApplicationContext, demo: DemoCity): Promise<void> {
  const today = app.get(Clock, { strict: false }).today();
  const [head, field] = [demo.actor('bureau.supervisor'), demo.actor('bureau.enforcer')];
  const [lime, hospital, listed] = [0, 1, 2].map(nth => demo.actor('enterprise.admin', nth).orgId ?? '') as [string, string, string];
  const before = addDays(today, -20);
  await livingAt(morningOf(before), async () => {
    await library(app, { head, demo, facts: lime });
    const officers = app.get(OfficersService, { strict: false });
    const [someone] = (await officers.list(head, { q: '04181101003' })).items;
    if (someone) await officers.avoid(head, someone.id, { enterpriseId: lime, reason: '配偶在该企业任职，应当回避' });
    await positive(app, { head, field, enterpriseId: listed });
  });
  await draws(app, { field, today, general: hospital });
  await seedVisits(app, demo);
}

async function library(app: INestApplicationContext, { head, demo, facts }: { readonly head: Actor; readonly demo: DemoCity; readonly facts: string }): Promise<void> {
  const [officers, targets] = [app.get(OfficersService, { strict: false }), app.get(TargetsService, { strict: false })];
  const day = app.get(Clock, { strict: false }).today();
  for (const [role, nth, certificateNo] of CERTIFIED) await officers.add(head, { userId: demo.actor(role, nth).userId, certificateNo, validFrom: addDays(day, -400), validUntil: addDays(day, 1400) });
  await targets.complete(head);
  const { items } = await targets.list(head, { limit: 200 });
  const lime = items.find(one => one.enterpriseId === facts);
  if (lime) await targets.change(head, lime.id, { targetClass: 'key', facts: ['exceedance'], note: '石灰窑排气筒近期监督性监测超标' }, lime.version);
}

async function positive(app: INestApplicationContext, { head, field, enterpriseId }: { readonly head: Actor; readonly field: Actor; readonly enterpriseId: string }): Promise<void> {
  const [service, queries] = [app.get(PositiveService, { strict: false }), app.get(PositiveQueries, { strict: false })];
  const { conditions } = await queries.options();
  const id = await service.propose(field, { enterpriseId, category: 'livelihood', basis: '承担民生保障任务，治理设施运行稳定，近三年没有处罚。', offsiteChecks: '自动监测、视频和用电监控，每季核对危险废物转移记录。', conditions: conditions.map(one => ({ key: one.key, note: '已核对档案和近三年记录' })) });
  const { version } = await queries.detail(head, id);
  await service.decide(head, id, { verdict: 'active', reason: '条件核实，同意列入' }, version);
}

/** One that was made two weeks ago and runs, one that is announced. */
async function draws(app: INestApplicationContext, { field, today, general }: { readonly field: Actor; readonly today: string; readonly general: string }): Promise<void> {
  const [service, queries] = [app.get(DrawsService, { strict: false }), app.get(DrawQueries, { strict: false })];
  const endOf = (day: string, days: number): string => (addDays(day, days).slice(0, 4) === day.slice(0, 4) ? addDays(day, days) : `${day.slice(0, 4)}-12-31`);
  // the public value is of a later day of the same period, which ends with the year
  const made = [-14, -15].map(ago => addDays(today, ago)).find(day => addDays(day, 1) <= endOf(day, 40)) as string;
  await livingAt(morningOf(made), async () => {
    const id = await service.announce(field, { title: '重点单位双随机抽查', periodFrom: made, periodTo: endOf(made, 40), wantKey: 1, wantGeneral: 0, wantSpecial: 0, publicSource: '上证综合指数收盘点位（示例）', publicOn: addDays(made, 1) });
    // drawn when the public value of the next day is known
    await livingAt(morningOf(addDays(made, 1)), async () => service.draw(field, id, { publicValue: '3456.78' }, (await queries.detail(field, id)).version));
  });
  await livingAt(morningOf(today), async () => {
    const outlook = await app.get(TargetsService, { strict: false }).list(field, { limit: 200 });
    if (outlook.items.some(one => one.enterpriseId === general) && addDays(today, 1) <= endOf(today, 60)) await service.announce(field, { title: '一般单位双随机抽查', periodFrom: today, periodTo: endOf(today, 60), wantKey: 0, wantGeneral: 1, wantSpecial: 0, publicSource: '上证综合指数收盘点位（示例）', publicOn: addDays(today, 1) });
  });
}
