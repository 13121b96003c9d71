import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, Files, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Clock, containsWords, Db, newId, notFound, Page, stale } from '@huanbao/platform';
import type { FindingStepDto } from '../dto';
import type { FindingExportQuery, FindingListQuery } from '../lists.dto';
import { StewardFinding, StewardFindingStep, StewardPhoto, StewardVisit } from '../entities';
import { isServed, ownSide, pageOf } from '../lists';
import { StewardNotices } from '../notices';
import { filesForeign, findingServed, findingState } from '../stewardship.errors';
import { StewardAction, stewardPolicy } from '../stewardship.policy';
import { findingItem, SEVERITY_ZH, StewardFindingItemView, StewardFindingView, findingView } from './finding.view';

type Step = 'answer' | 'close' | 'reopen' | 'settle';

const STEPS: Readonly<Record<Step, { readonly action: StewardAction; readonly from: readonly string[]; readonly to: StewardFinding['state']; readonly zh: string; readonly en: string }>> = {
  answer: { action: 'stewardship.answer', from: ['open', 'answered'], to: 'answered', zh: '企业已答复整改，请复查', en: 'The enterprise has answered: please re-check' },
  close: { action: 'stewardship.work', from: ['answered'], to: 'closed', zh: '整改已复查通过', en: 'Mended and closed' },
  // the service is over: nobody is left to re-check, the enterprise closes it by its own word
  settle: { action: 'stewardship.answer', from: ['open', 'answered'], to: 'closed', zh: '企业已自行办结问题（服务已结束）', en: 'Closed by the enterprise, the service having ended' },
  reopen: { action: 'stewardship.work', from: ['answered'], to: 'open', zh: '整改未通过复查，请继续整改', en: 'Not mended yet: please go on' },
};

const COLUMNS: readonly SheetColumn<StewardFindingItemView>[] = [
  { header: '企业', width: 30, of: row => row.enterpriseName },
  { header: '服务机构', width: 30, of: row => row.firmName },
  { header: '主题', width: 18, of: row => row.topic },
  { header: '程度', width: 8, of: row => SEVERITY_ZH[row.severity] },
  { header: '位置', width: 24, of: row => row.place },
  { header: '情况', width: 50, of: row => row.description },
  { header: '发现日期', width: 12, of: row => row.foundOn },
  { header: '整改期限', width: 12, of: row => row.dueOn },
  { header: '办结日期', width: 12, of: row => row.closedOn },
  { header: '状态', width: 12, of: row => row.stateZh },
  { header: '是否逾期', width: 10, of: row => (row.late ? '逾期' : '') },
];

/** Problems found on visits: answered by the enterprise, re-checked by the firm. */
@Injectable()
export class FindingsService {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly notices: StewardNotices,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** One finding for each problem of a record, in its transaction. Answers how many. */
  async raise(actor: Actor, visit: StewardVisit): Promise<number> {
    const problems = (visit.answers ?? []).filter(one => one.answer === 'problem' && one.finding);
    for (const { key, remark = '', finding } of problems) {
      const item = visit.items.find(one => one.key === key);
      if (!item || !finding) continue;
      const { severity, place, advice, dueOn } = finding;
      const row = {
        id: newId(), retainerId: visit.retainerId, visitId: visit.id, enterpriseId: visit.enterpriseId, enterpriseName: visit.enterpriseName, firmId: visit.firmId, firmName: visit.firmName, itemKey: key, topic: item.topic, itemText: item.zh, legalBasis: item.legalBasis,
        severity, place, description: remark, advice, foundOn: visit.heldOn ?? this.clock.today(), dueOn, state: 'open' as const, reopened: 0, closedOn: null, search: `${visit.enterpriseName} ${item.topic} ${place} ${remark}`, version: 1,
      };
      await this.db.repo(StewardFinding).insert(row);
      await this.db.repo(StewardFindingStep).insert({ id: newId(), findingId: row.id, kind: 'raise', text: remark, fileIds: [], byName: actor.name, at: this.clock.now() });
    }
    return problems.length;
  }

  /** @throws 409 in another state, 412 for another version, 400 for files of elsewhere */
  step(actor: Actor, id: string, step: Step, input: FindingStepDto & { readonly version: number }): Promise<void> {
    return this.db.transaction(async () => {
      const finding = await this.db.lock(StewardFinding, { id });
      const { action, from, to, zh, en } = STEPS[step];
      stewardPolicy.require(actor, action, finding && { ...finding, isReleased: true });
      if (!finding) throw notFound();
      if (!from.includes(finding.state)) throw findingState();
      if (step === 'settle' && !(await this.isOver(finding))) throw findingServed();
      if (finding.version !== input.version) throw stale();
      await this.assertFiles(id, input.fileIds);
      const version = finding.version + 1;
      await this.db.repo(StewardFinding).update({ id }, { state: to, version, closedOn: to === 'closed' ? this.clock.today() : null, reopened: finding.reopened + (step === 'reopen' ? 1 : 0) });
      await this.db.repo(StewardFindingStep).insert({ id: newId(), findingId: id, kind: step, text: input.text, fileIds: input.fileIds, byName: actor.name, at: this.clock.now() });
      await this.audit.record({ actor, action: `steward-finding.${step}`, subject: { type: 'steward-finding', id }, details: { retainerId: finding.retainerId, state: to } });
      const toFirm = step === 'answer';
      await this.notices.tell({ orgId: toFirm ? finding.firmId : finding.enterpriseId, area: toFirm ? 'f' : 'e', page: `steward-findings/${id}`, key: `finding:${id}:${version}`, title: { zh, en }, body: { zh: `${finding.enterpriseName}，${finding.place}：${finding.description.slice(0, 60)}`, en: `${finding.enterpriseName}, ${finding.place}` } });
    });
  }

  list(actor: Actor, query: FindingListQuery): Promise<Page<StewardFindingItemView>> {
    const today = this.clock.today();
    const rows = this.db.repo(StewardFinding).createQueryBuilder('f').where(ownSide(actor, 'f'), { own: actor.orgId });
    if (query.tab) rows.andWhere(`f.state ${query.tab === 'open' ? '<>' : '='} 'closed'`);
    for (const name of ['state', 'severity', 'visitId', 'retainerId'] as const) if (query[name]) rows.andWhere(`f.${name} = :${name}`, { [name]: query[name] });
    if (query.late) rows.andWhere(`f.state <> 'closed' AND f.dueOn < :today`, { today });
    if (query.q) rows.andWhere(containsWords('f.search', ':q'), { q: query.q });
    return pageOf(rows, { key: { sql: 'f.dueOn', type: 'date', of: row => row.dueOn }, isDown: query.sort === '-due', limit: query.limit ?? 20, cursor: query.cursor, view: findingItem(today) });
  }

  async export(actor: Actor, query: FindingExportQuery): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'steward-finding.export', subject: { type: 'steward-finding-list', id: query.tab ?? 'all' }, details: { ...query, limit: SHEET_ROWS } });
    return spreadsheet({ name: '问题清单', title: '环保管家问题清单', columns: COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...query, cursor, limit })));
  }

  async detail(actor: Actor, id: string): Promise<StewardFindingView> {
    const finding = await this.db.repo(StewardFinding).findOneBy({ id });
    stewardPolicy.require(actor, 'stewardship.read', finding && { ...finding, isReleased: true });
    if (!finding) throw notFound();
    const steps = await this.db.repo(StewardFindingStep).find({ where: { findingId: id }, order: { at: 'ASC', id: 'ASC' } });
    const photos = await this.db.repo(StewardPhoto).find({ where: { visitId: finding.visitId, itemKey: finding.itemKey }, order: { id: 'ASC' } });
    return findingView(actor, { finding, steps, photos, isOver: await this.isOver(finding) }, this.clock.today());
  }

  /** The service ended, or the enterprise left it. */
  private async isOver({ retainerId, enterpriseId }: Pick<StewardFinding, 'retainerId' | 'enterpriseId'>): Promise<boolean> {
    const [served] = await this.db.query<{ ok: boolean }>(`SELECT ${isServed('$1', '$2')} AS ok`, [retainerId, enterpriseId]);
    return served?.ok !== true;
  }

  private async assertFiles(id: string, fileIds: readonly string[]): Promise<void> {
    const own = new Set((await this.files.list('steward-finding', id)).map(one => one.id));
    if (!fileIds.every(one => own.has(one))) throw filesForeign();
  }
}
