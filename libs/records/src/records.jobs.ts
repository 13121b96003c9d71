import { Injectable } from '@nestjs/common';
import { Notifier } from '@huanbao/notifications';
import { Db, Delivery, Handles } from '@huanbao/platform';
import { Exceedance } from './monitoring/monitoring.entity';
import { MonitoringService } from './monitoring/monitoring.service';
import { pollutantTitle } from './monitoring/words';
import { MATTER } from './records.policy';
import { AmountWatch } from './amounts/watch';
import { OutageWatch } from './outages/outage-watch';
import { judgeFormerUnits, tellExceedance, tellOutage, watchAmounts, watchOutages, watchPermitAmounts } from './records.jobs.definitions';

/** Background work of records: load, tell, nothing more. */
@Injectable()
export class RecordsJobs {
  constructor(
    private readonly db: Db,
    private readonly notifier: Notifier,
    private readonly watch: AmountWatch,
    private readonly outages: OutageWatch,
    private readonly monitoring: MonitoringService,
  ) {}

  @Handles(judgeFormerUnits)
  formerUnits(_: Record<string, never>, delivery: Delivery): Promise<void> {
    return delivery.complete(async () => void (await this.monitoring.judgeFormerUnits()));
  }

  @Handles(watchAmounts)
  amounts(_: Record<string, never>, delivery: Delivery): Promise<void> {
    return delivery.complete(() => this.watch.begin());
  }

  @Handles(watchPermitAmounts)
  permitAmounts({ permitId, year }: { permitId: string; year: string }, delivery: Delivery): Promise<void> {
    return delivery.complete(() => this.watch.check(permitId, year));
  }

  @Handles(tellOutage)
  outage({ outageId, version }: { outageId: string; permitId: string; version: number }, delivery: Delivery): Promise<void> {
    return delivery.complete(() => this.outages.tell(outageId, version));
  }

  @Handles(watchOutages)
  lateOutages(_: Record<string, never>, delivery: Delivery): Promise<void> {
    return delivery.complete(() => this.outages.tellLate());
  }

  @Handles(tellExceedance)
  exceedance({ exceedanceId }: { resultId: string; exceedanceId: string; permitId: string; enterpriseId: string }, delivery: Delivery): Promise<void> {
    return delivery.complete(async () => {
      const found = await this.db.repo(Exceedance).findOneByOrFail({ id: exceedanceId });
      if (found.state === 'withdrawn') return;
      const name = pollutantTitle(found.pollutant);
      const { place, comparedValue, limitValue, unit, sampledOn, enterpriseId, enterpriseName, siteId, regionCode } = found;
      const common = { topic: 'records', subject: { type: 'exceedance', id: exceedanceId }, key: `exceedance:${exceedanceId}` };
      const facts = { zh: `${sampledOn} ${place} ${name.zh} ${comparedValue} ${unit}，许可限值 ${limitValue} ${unit}。`, en: `${sampledOn} ${place} ${name.en}: ${comparedValue} ${unit}, permitted ${limitValue} ${unit}.` };
      await this.notifier.notify({
        ...common, to: { orgId: enterpriseId, matter: MATTER, site: siteId }, link: `/e/${enterpriseId}/exceedances/${exceedanceId}`,
        title: { zh: `监测结果超标：${place} ${name.zh}`, en: `Above the limit: ${place} ${name.en}` }, body: { zh: `${facts.zh}请立即查明原因、采取措施，并填写说明。`, en: `${facts.en} Find the cause, act, and write down both.` },
      });
      await this.notifier.notify({
        ...common, to: { role: 'bureau.enforcer', regionCode }, link: `/b/:orgId/exceedances/${exceedanceId}`,
        title: { zh: `企业自行监测超标：${enterpriseName}`, en: `Self-monitoring above the limit: ${enterpriseName}` }, body: facts,
      });
    });
  }
}
