import { Injectable } from '@nestjs/common';
import { addDays } from '@huanbao/calendar';
import { Permit, PermitReader } from '@huanbao/permits';
import { Actor, Audit, Clock, Db, decodeCursor, newId, Outbox, Page, stale, toPage, violatedConstraint } from '@huanbao/platform';
import { scoped } from '../calendar/scope';
import { stoppageDays, stoppageOverlaps, stoppageState } from '../duties.errors';
import { stoppageChanged } from '../duties.events';
import { dutyPolicy } from '../duties.policy';
import type { ReportStoppageDto, StoppageListDto } from './stoppage.dto';
import { Stoppage } from './stoppage.entity';

const DEFAULT_LIMIT = 20;

/** 停产: reported by the holder, ended by its resumption. Reports stay due (排污许可管理条例 art. 22). */
@Injectable()
export class StoppagesService {
  constructor(
    private readonly db: Db,
    private readonly permits: PermitReader,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, filter: StoppageListDto): Promise<Page<Stoppage>> {
    const limit = filter.limit ?? DEFAULT_LIMIT;
    const query = scoped(this.db.repo(Stoppage).createQueryBuilder('s'), actor, 's').orderBy('s.id', 'DESC').limit(limit + 1);
    if (filter.permitId) query.andWhere('s.permitId = :permitId', { permitId: filter.permitId });
    if (filter.state) query.andWhere('s.state = :state', { state: filter.state });
    const after = decodeCursor(filter.cursor, 1);
    if (after) query.andWhere('s.id < :after', { after: after[0] });
    return toPage(await query.getMany(), limit, one => [one.id], one => one);
  }

  async find(actor: Actor, id: string): Promise<Stoppage> {
    const row = await this.db.repo(Stoppage).findOneBy({ id });
    dutyPolicy.require(actor, 'duty.read', row);
    return row;
  }

  async report(actor: Actor, given: ReportStoppageDto): Promise<Stoppage> {
    const permit = await this.permits.byId(given.permitId);
    dutyPolicy.require(actor, 'duty.stop', permit);
    this.checkDays(permit, given);
    const row: Stoppage = {
      id: newId(), permitId: permit.id, enterpriseId: permit.enterpriseId, siteId: permit.siteId, regionCode: permit.regionCode, kind: given.kind, scope: given.scope, fromOn: given.fromOn, toOn: given.toOn ?? null, reason: given.reason,
      evidenceFileId: null, reportedAt: this.clock.now(), reportedBy: actor.userId, reportedByName: actor.name, resumedAt: null, resumeNote: null, state: 'reported', version: 1,
    };
    return this.db.transaction(async () => {
      await this.guarded(() => this.db.repo(Stoppage).insert(row));
      await this.record(actor, 'stoppage.report', row);
      return row;
    });
  }

  /** 复产: `lastDay` is the last day on which production stood. */
  resume(actor: Actor, id: string, { lastDay, note, version }: { lastDay: string; note: string; version: number }): Promise<Stoppage> {
    return this.change(actor, { id, version, action: 'stoppage.resume' }, row => {
      if (lastDay < row.fromOn) throw stoppageDays('/lastDay' as '/toOn', `停产从 ${row.fromOn} 开始，最后一天应在这天或之后`, `It began on ${row.fromOn}: the last day is that day or later.`);
      if (lastDay > this.clock.today()) throw stoppageDays('/lastDay' as '/toOn', '复产报告在复产后提交，日期不能晚于今天', 'Report the resumption when it has happened: not after today.');
      return { state: 'resumed', toOn: lastDay, resumedAt: this.clock.now(), resumeNote: note };
    });
  }

  /** Reported by mistake, or it did not take place. */
  withdraw(actor: Actor, id: string, { reason, version }: { reason: string; version: number }): Promise<Stoppage> {
    return this.change(actor, { id, version, action: 'stoppage.withdraw' }, () => ({ state: 'withdrawn', resumeNote: reason }));
  }

  private change(actor: Actor, act: { id: string; version: number; action: string }, changeOf: (row: Stoppage) => Partial<Stoppage>): Promise<Stoppage> {
    return this.db.transaction(async () => {
      const row = await this.db.lock(Stoppage, { id: act.id });
      dutyPolicy.require(actor, 'duty.stop', row);
      if (row.version !== act.version) throw stale();
      if (row.state !== 'reported') throw stoppageState();
      const change = { ...changeOf(row), version: row.version + 1 };
      await this.guarded(() => this.db.repo(Stoppage).update({ id: row.id }, change));
      const changed = { ...row, ...change };
      await this.record(actor, act.action, changed);
      return changed;
    });
  }

  private checkDays(permit: Permit, { kind, fromOn, toOn }: ReportStoppageDto): void {
    if (toOn !== undefined && toOn < fromOn) throw stoppageDays('/toOn', '结束日期早于开始日期，请核对', 'It ends before it begins. Check the days.');
    if (fromOn < permit.validFrom) throw stoppageDays('/fromOn', `许可证自 ${permit.validFrom} 起有效，停产从这天或之后开始`, `The permit holds since ${permit.validFrom}.`);
    if (kind === 'unplanned' && fromOn > this.clock.today()) throw stoppageDays('/fromOn', '还没有发生的停产请选“计划停产”', 'A stoppage still to come is a planned one.');
    if (fromOn > addDays(this.clock.today(), 366)) throw stoppageDays('/fromOn', '最多提前一年报告停产', 'Report it at most a year ahead.');
  }

  private async guarded(write: () => Promise<unknown>): Promise<void> {
    try {
      await write();
    } catch (error) {
      if (violatedConstraint(error) === 'stoppage_overlap') throw stoppageOverlaps();
      throw error;
    }
  }

  private async record(actor: Actor, action: string, row: Stoppage): Promise<void> {
    const { id, permitId, enterpriseId, fromOn, toOn, reason } = row;
    await this.audit.record({ actor, action, subject: { type: 'stoppage', id }, details: { permitId, fromOn, toOn, reason, note: row.resumeNote }, onBehalfOf: enterpriseId === actor.orgId ? null : enterpriseId });
    await this.outbox.publish(stoppageChanged, { stoppageId: id, permitId, enterpriseId });
  }
}
