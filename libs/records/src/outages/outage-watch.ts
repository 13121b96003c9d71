import { Injectable } from '@nestjs/common';
import { Notifier } from '@huanbao/notifications';
import { Clock, Db, shanghaiMinute } from '@huanbao/platform';
import { IsNull, LessThan } from 'typeorm';
import { MATTER } from '../records.policy';
import { MonitoringOutage, type OutageState } from './outage.entity';

const SAID: Readonly<Record<OutageState, { readonly zh: string; readonly en: string }>> = {
  running: { zh: '自动监测故障', en: 'Automatic monitoring fails' }, over: { zh: '自动监测已恢复', en: 'Automatic monitoring works again' }, withdrawn: { zh: '自动监测故障报告已撤回', en: 'The report of a failure was withdrawn' },
};
/** In one morning; the next morning goes on. */
const MOST = 500;

/** Who hears of a failure: the officers of the place at once, holder and officers when the repair takes longer than it may. */
@Injectable()
export class OutageWatch {
  constructor(
    private readonly db: Db,
    private readonly notifier: Notifier,
    private readonly clock: Clock,
  ) {}

  /** What was said is what holds now: an older report of the same failure is not told any more. */
  async tell(id: string, version: number): Promise<void> {
    const one = await this.db.repo(MonitoringOutage).findOneByOrFail({ id });
    if (one.version !== version) return;
    const facts = factsOf(one);
    await this.notifier.notify({
      topic: 'records', subject: { type: 'monitoring-outage', id }, key: `outage:${id}:${version}`, to: { role: 'bureau.enforcer', regionCode: one.regionCode }, link: `/b/:orgId/outages/${id}`,
      title: { zh: `${SAID[one.state].zh}：${one.enterpriseName} ${one.place}`, en: `${SAID[one.state].en}: ${one.enterpriseName} ${one.place}` }, body: facts,
    });
  }

  /** Each once. */
  async tellLate(): Promise<void> {
    const late = await this.db.repo(MonitoringOutage).find({ where: { state: 'running', repairBy: LessThan(this.clock.today()), toldLateAt: IsNull() }, order: { id: 'ASC' }, take: MOST });
    for (const one of late) {
      await this.late(one);
      await this.db.repo(MonitoringOutage).update({ id: one.id }, { toldLateAt: this.clock.now() });
    }
  }

  private async late(one: MonitoringOutage): Promise<void> {
    const common = { topic: 'records', subject: { type: 'monitoring-outage', id: one.id }, key: `outage-late:${one.id}` };
    const facts = factsOf(one);
    await this.notifier.notify({
      ...common, to: { orgId: one.enterpriseId, matter: MATTER, site: one.siteId }, link: `/e/${one.enterpriseId}/outages/${one.id}`,
      title: { zh: `自动监测故障超过期限未恢复：${one.place}`, en: `Automatic monitoring not repaired in time: ${one.place}` }, body: { zh: `${facts.zh}请尽快修复，故障期间按规定手工监测；已恢复的请登记恢复时间。`, en: `${facts.en} Repair it, and sample by hand meanwhile; if it works again, say since when.` },
    });
    await this.notifier.notify({
      ...common, to: { role: 'bureau.enforcer', regionCode: one.regionCode }, link: `/b/:orgId/outages/${one.id}`,
      title: { zh: `自动监测故障超过期限未恢复：${one.enterpriseName} ${one.place}`, en: `Automatic monitoring not repaired in time: ${one.enterpriseName} ${one.place}` }, body: facts,
    });
  }
}

function factsOf({ startedAt, endedAt, repairBy, cause }: MonitoringOutage): { zh: string; en: string } {
  const [since, until] = [shanghaiMinute(startedAt), endedAt && shanghaiMinute(endedAt)];
  return {
    zh: `${since} 起${until ? `，${until} 恢复` : repairBy ? `，应在 ${repairBy} 前恢复（期限未核实）` : ''}。原因：${cause}`,
    en: `Since ${since}${until ? `, until ${until}` : repairBy ? `, to be repaired by ${repairBy} (period not verified)` : ''}. Cause: ${cause}`,
  };
}
