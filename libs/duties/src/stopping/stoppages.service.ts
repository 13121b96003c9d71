import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Clock, containsWords, Db, decodeCursor, newId, Outbox, Page, stale, toPage, violatedConstraint } from '@huanbao/platform';
import { scoped } from '../calendar/scope';
import { stoppageDays, stoppageOverlaps, stoppageState } from '../duties.errors';
import { stoppageChanged } from '../duties.events';
import { dutyPolicy } from '../duties.policy';
import { StoppagePreview } from './stoppage-preview.service';
import type { ReportStoppageDto, StoppageExportDto, StoppageListDto } from './stoppage.dto';
import { Stoppage, StoppageQuestion } from './stoppage.entity';
import { questionView, StoppageDetailView, stoppageView } from './stoppage.view';

const DEFAULT_LIMIT = 20;
const STATE: Readonly<Record<Stoppage['state'], string>> = { reported: '停产中（已报告）', resumed: '已复产', withdrawn: '已撤回' };

const COLUMNS: readonly SheetColumn<Stoppage>[] = [
  { header: '企业', width: 30, of: row => row.enterpriseName },
  { header: '场所', width: 24, of: row => row.siteName },
  { header: '许可证编号', width: 26, of: row => row.permitNumber },
  { header: '类型', width: 10, of: row => (row.kind === 'planned' ? '计划停产' : '临时停产') },
  { header: '范围', width: 24, of: row => row.scope },
  { header: '开始', width: 12, of: row => row.fromOn },
  { header: '结束', width: 12, of: row => row.toOn },
  { header: '原因', width: 40, of: row => row.reason },
  { header: '状态', width: 16, of: row => STATE[row.state] },
  { header: '报告人', width: 12, of: row => row.reportedByName },
];

/** 停产: reported by the holder, ended by its resumption. Reports stay due (排污许可管理条例 art. 22). */
@Injectable()
export class StoppagesService {
  constructor(
    private readonly db: Db,
    private readonly previews: StoppagePreview,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, filter: StoppageListDto): Promise<Page<Stoppage>> {
    const limit = filter.limit ?? DEFAULT_LIMIT;
    const query = scoped(this.db.repo(Stoppage).createQueryBuilder('s'), actor, 's').orderBy('s.id', 'DESC').limit(limit + 1);
    if (filter.permitId) query.andWhere('s.permitId = :permitId', { permitId: filter.permitId });
    if (filter.state) query.andWhere('s.state = :state', { state: filter.state });
    if (filter.kind) query.andWhere('s.kind = :kind', { kind: filter.kind });
    if (filter.q) query.andWhere(containsWords('s.search', ':q'), { q: filter.q });
    const after = decodeCursor(filter.cursor, 1);
    if (after) query.andWhere('s.id < :after', { after: after[0] });
    return toPage(await query.getMany(), limit, one => [one.id], one => one);
  }

  async export(actor: Actor, filter: StoppageExportDto): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'stoppage.export', subject: { type: 'stoppage', id: actor.orgId ?? actor.userId }, details: { ...filter, limit: SHEET_ROWS } });
    return spreadsheet({ name: '停产记录', title: '停产记录', columns: COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...filter, cursor, limit })));
  }

  async find(actor: Actor, id: string): Promise<StoppageDetailView> {
    const row = await this.db.repo(Stoppage).findOneBy({ id });
    dutyPolicy.require(actor, 'duty.read', row);
    const questions = await this.db.repo(StoppageQuestion).find({ where: { stoppageId: id }, order: { id: 'ASC' }, take: 100 });
    return { ...stoppageView(actor, row), questions: questions.map(questionView) };
  }

  async report(actor: Actor, given: ReportStoppageDto): Promise<Stoppage> {
    const permit = await this.previews.checked(actor, given);
    const { id: permitId, enterpriseId, enterpriseName, siteId, siteName, regionCode, number: permitNumber } = permit;
    const row: Stoppage = {
      id: newId(), permitId, enterpriseId, enterpriseName, siteId, siteName, regionCode, permitNumber, kind: given.kind, fromOn: given.fromOn, toOn: given.toOn ?? null, reason: given.reason,
      scope: given.scope ?? given.facilities?.join('、').slice(0, 200) ?? '全厂', facilities: given.facilities ? [...given.facilities] : null, outlets: given.facilities ? [...(given.outlets ?? [])] : null,
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
      if (lastDay < row.fromOn) throw stoppageDays('/lastDay', `停产从 ${row.fromOn} 开始，最后一天应在这天或之后`, `It began on ${row.fromOn}: the last day is that day or later.`);
      if (lastDay > this.clock.today()) throw stoppageDays('/lastDay', '复产报告在复产后提交，日期不能晚于今天', 'Report the resumption when it has happened: not after today.');
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

  private async guarded(write: () => Promise<unknown>): Promise<void> {
    try {
      await write();
    } catch (error) {
      if (violatedConstraint(error) === 'stoppage_overlap') throw stoppageOverlaps();
      throw error;
    }
  }

  private async record(actor: Actor, action: string, row: Stoppage): Promise<void> {
    const { id, permitId, enterpriseId, fromOn, toOn, reason, facilities, outlets } = row;
    await this.audit.record({ actor, action, subject: { type: 'stoppage', id }, details: { permitId, fromOn, toOn, facilities, outlets, reason, note: row.resumeNote }, onBehalfOf: enterpriseId === actor.orgId ? null : enterpriseId });
    await this.outbox.publish(stoppageChanged, { stoppageId: id, permitId, enterpriseId });
  }
}
