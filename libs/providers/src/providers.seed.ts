import { INestApplicationContext } from '@nestjs/common';
import type { DemoCity } from '@huanbao/identity';
import { CITY, City, Clock } from '@huanbao/platform';
import { FirmsService } from './firms.service';
import { QualificationsService } from './qualifications.service';

const FIRMS = [
  { nth: 0, intro: '从事废气、废水、噪声和固体废物监测，出具监测报告。', services: [{ kind: 'testing', stage: 'operation', title: '自行监测' }, { kind: 'testing', stage: 'construction', title: '验收监测' }], qualifications: ['CMA'] },
  { nth: 1, intro: '承担烟气脱硫脱硝除尘、污水处理工程的设计与施工，也提供监测服务。', services: [{ kind: 'engineering', stage: 'operation', title: '超低排放改造' }, { kind: 'testing', stage: 'operation', title: '比对监测' }], qualifications: ['CMA', '环保工程设计'] },
  { nth: 2, intro: '环保管家年度托管，协助办理排污许可、执行报告和台账。', services: [{ kind: 'consulting', stage: 'operation', title: '环保管家年度托管' }], qualifications: ['环评备案'] },
] as const;

/** The firms of the demonstration city fill in their profiles, and the bureau verifies their qualifications. */
export async function seedProvidersDemo(app: INestApplicationContext, demo: DemoCity): Promise<void> {
  const [firms, qualifications] = [app.get(FirmsService), app.get(QualificationsService)];
  const year = Number(app.get(Clock).today().slice(0, 4));
  const region = app.get<City>(CITY).adcode;
  for (const { nth, intro, services, qualifications: kinds } of FIRMS) {
    const actor = demo.actor('firm.manager', nth);
    await firms.save(actor, { intro, regions: [region], services: [...services] }, 0);
    for (const kind of kinds) {
      const added = await qualifications.add(actor, { kind, number: `示例-${kind}-${nth + 1}`, scope: '示例范围', issuer: '示例发证机关', validFrom: `${year - 1}-01-01`, validTo: `${year + 3}-12-31`, fileId: null });
      await qualifications.verify(demo.actor('bureau.reviewer'), added.id, added.version);
    }
  }
}
