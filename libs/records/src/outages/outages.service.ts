import { Injectable } from '@nestjs/common';
import { addWorkingDays } from '@huanbao/calendar';
import { CalendarService } from '@huanbao/casework';
import type { Permit } from '@huanbao/permits';
import { Actor, Audit, Clock, Db, newId, Outbox, shanghaiDate, shanghaiMinute, stale, violatedConstraint } from '@huanbao/platform';
import { PermitRecords } from '../access/permit-records';
import { planOf } from '../monitoring/plan';
import { instantOf } from '../monitoring/row';
import { SampleDemands } from '../monitoring/sample-demands';
import { monitoringOutageChanged } from '../records.events';
import { monitoringPolicy } from '../records.policy';
import type { EndOutageDto, ReportOutageDto } from './outage.dto';
import { MonitoringOutage } from './outage.entity';
import { beforePermit, endsBeforeStart, inFuture, noTime, notAutomatic, notAutomaticPollutant, outageClosed, outageOverlaps } from './outage.errors';

const HOUR_MS = 3_600_000;

/** 自动监测设备故障: reported by the holder, over when it measures again. What the device would have measured is sampled by hand meanwhile. */
@Injectable()
export class OutagesService {
  constructor(
    private readonly db: Db,
    private readonly records: PermitRecords,
    private readonly samples: SampleDemands,
    private readonly calendars: CalendarService,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** @throws 400 for a place or pollutant the plan of that day does not measure automatically, a time in the future, or one that another report has */
  async report(actor: Actor, permitId: string, given: ReportOutageDto): Promise<MonitoringOutage> {
    const permit = await this.records.require(actor, permitId, { policy: monitoringPolicy, action: 'monitoring.write' });
    const startedAt = this.past('/startedAt', given.startedAt);
    const endedAt = given.endedAt === undefined ? null : this.after(startedAt, given.endedAt);
    const pollutants = await this.automatic(permit, startedAt, given);
    const row = await this.rowOf(actor, permit, { place: given.place, pollutants, startedAt, endedAt, cause: given.cause });
    return this.db.transaction(async () => {
      await guarded(() => this.db.repo(MonitoringOutage).insert(row));
      await this.changed(actor, 'monitoring-outage.report', row);
      return row;
    });
  }

  /** It measures again. */
  end(actor: Actor, id: string, { endedAt, note, version }: EndOutageDto & { version: number }): Promise<MonitoringOutage> {
    return this.change(actor, { id, version, action: 'monitoring-outage.end' }, row => ({ state: 'over', endedAt: this.after(row.startedAt, endedAt), closingNote: note }));
  }

  /** Reported by mistake, or with wrong times: then it is reported anew. Also what has ended is taken back. */
  withdraw(actor: Actor, id: string, { reason, version }: { reason: string; version: number }): Promise<MonitoringOutage> {
    return this.change(actor, { id, version, action: 'monitoring-outage.withdraw' }, () => ({ state: 'withdrawn', closingNote: reason }));
  }

  private change(actor: Actor, act: { id: string; version: number; action: string }, changeOf: (row: MonitoringOutage) => Partial<MonitoringOutage>): Promise<MonitoringOutage> {
    return this.db.transaction(async () => {
      const row = await this.db.lock(MonitoringOutage, { id: act.id });
      monitoringPolicy.require(actor, 'monitoring.write', row);
      if (row.version !== act.version) throw stale();
      if (!isPossible(row.state, act.action)) throw outageClosed();
      const change = { ...changeOf(row), closedAt: this.clock.now(), closedByName: actor.name, version: row.version + 1 };
      await guarded(() => this.db.repo(MonitoringOutage).update({ id: row.id }, change));
      const after = { ...row, ...change };
      await this.changed(actor, act.action, after);
      return after;
    });
  }

  private past(pointer: string, raw: string): Date {
    const at = instantOf(raw);
    if (!at) throw noTime(pointer);
    if (at > this.clock.now()) throw inFuture(pointer);
    return at;
  }

  private after(startedAt: Date, raw: string): Date {
    const at = this.past('/endedAt', raw);
    if (at <= startedAt) throw endsBeforeStart(shanghaiMinute(startedAt));
    return at;
  }

  /** What of the place is measured automatically by the plan of the day it failed. */
  private async automatic(permit: Permit, startedAt: Date, { place, pollutants }: ReportOutageDto): Promise<string[]> {
    const day = shanghaiDate(startedAt);
    const form = (await this.records.inTime(permit)).formOn(day);
    if (!form) throw beforePermit(day);
    const lines = planOf(form).filter(line => line.method === 'auto' && line.place === place).map(line => line.pollutant);
    if (lines.length === 0) throw notAutomatic(day);
    const foreign = (pollutants ?? []).filter(one => !lines.includes(one));
    if (foreign.length > 0) throw notAutomaticPollutant(foreign.join('、'));
    return [...new Set(pollutants ?? lines)].sort();
  }

  private async rowOf(actor: Actor, permit: Permit, facts: Pick<MonitoringOutage, 'place' | 'pollutants' | 'startedAt' | 'endedAt' | 'cause'>): Promise<MonitoringOutage> {
    const now = this.clock.now();
    const day = shanghaiDate(facts.startedAt);
    const { reportHours, repairWorkdays } = (await this.samples.outages())(day);
    const { id: permitId, enterpriseId, enterpriseName, siteId, siteName, regionCode, number: permitNumber } = permit;
    return {
      id: newId(), permitId, enterpriseId, enterpriseName, siteId, siteName, regionCode, permitNumber, ...facts,
      repairBy: repairWorkdays === null ? null : addWorkingDays(day, repairWorkdays, await this.calendars.calendar()).date,
      reportedLate: reportHours !== null && now.getTime() - facts.startedAt.getTime() > reportHours * HOUR_MS,
      reportedAt: now, reportedBy: actor.userId, reportedByName: actor.name, state: facts.endedAt ? 'over' : 'running', closingNote: null, closedAt: facts.endedAt && now, closedByName: facts.endedAt && actor.name, toldLateAt: null, version: 1,
    };
  }

  private async changed(actor: Actor, action: string, row: MonitoringOutage): Promise<void> {
    const { id, permitId, enterpriseId, place, pollutants, startedAt, endedAt, state, closingNote } = row;
    await this.audit.record({ actor, action, subject: { type: 'monitoring-outage', id }, details: { permitId, place, pollutants, startedAt, endedAt, state, note: closingNote }, onBehalfOf: enterpriseId === actor.orgId ? null : enterpriseId });
    await this.outbox.publish(monitoringOutageChanged, { outageId: id, permitId, version: row.version });
  }
}

/** What measures again is over once; a report is taken back once. Pure. */
const isPossible = (state: MonitoringOutage['state'], action: string): boolean => (action === 'monitoring-outage.end' ? state === 'running' : state !== 'withdrawn');

async function guarded(write: () => Promise<unknown>): Promise<void> {
  try {
    await write();
  } catch (error) {
    if (violatedConstraint(error) === 'monitoring_outage_overlap') throw outageOverlaps();
    throw error;
  }
}
