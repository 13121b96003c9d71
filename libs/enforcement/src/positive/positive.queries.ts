import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Clock, containsWords, Db, notFound, Page } from '@huanbao/platform';
import { PositiveEntry } from '../enforcement.entity';
import { positivePolicy } from '../enforcement.policy';
import { EnforcementReference } from '../enforcement.reference';
import { pageOf, regionsOf } from '../lists';
import { optionOf } from '../targets/targets.service';
import type { PositiveExportDto, PositiveListDto } from './positive.dto';
import { partiesOf, PositiveEntryView, PositiveOptionsView, positiveView, type RenewalDays } from './positive.view';

const NO_END = '9999-12-31';
const STATE_ZH = { proposed: '待批准', active: '在清单内', refused: '未批准', left: '已移出' } as const;
const CAUSE_ZH = { violation: '发现违法', grade: '信用等级下降', term: '到期未续', asked: '企业申请', other: '其他' } as const;
const COLUMNS: readonly SheetColumn<PositiveEntryView>[] = [
  { header: '编号', width: 16, of: row => row.number },
  { header: '企业', width: 34, of: row => row.enterpriseName },
  { header: '类别', width: 24, of: row => row.categoryTitle },
  { header: '理由', width: 40, of: row => row.basis },
  { header: '非现场监管方式', width: 40, of: row => row.offsiteChecks },
  { header: '列入日期', width: 12, of: row => row.activeFrom },
  { header: '复核期限', width: 12, of: row => row.reviewOn },
  { header: '状态', width: 12, of: row => STATE_ZH[row.state] },
  { header: '移出日期', width: 12, of: row => row.leftOn },
  { header: '移出类别', width: 16, of: row => (row.exitCause === null ? '' : CAUSE_ZH[row.exitCause]) },
  { header: '移出原因', width: 40, of: row => row.exitReason },
];

/** The positive list as the bureau reads it, and its own entries as an enterprise does. */
@Injectable()
export class PositiveQueries {
  constructor(
    private readonly db: Db,
    private readonly reference: EnforcementReference,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  async list(actor: Actor, query: PositiveListDto): Promise<Page<PositiveEntryView>> {
    const view = positiveView(actor, await this.days());
    const rows = this.db.repo(PositiveEntry).createQueryBuilder('p');
    if (actor.orgKind === 'enterprise') rows.where(`p.enterpriseId = :own AND p.state IN ('active', 'left')`, { own: actor.orgId });
    else rows.where('p.regionCode LIKE ANY (:regions)', { regions: regionsOf(actor) });
    if (query.state) rows.andWhere('p.state = :state', { state: query.state });
    if (query.category) rows.andWhere('p.category = :category', { category: query.category });
    if (query.exitCause) rows.andWhere('p.exitCause = :cause', { cause: query.exitCause });
    if (query.endsBy) rows.andWhere(`p.state = 'active' AND p.reviewOn <= :endsBy`, { endsBy: query.endsBy });
    if (query.q) rows.andWhere(containsWords('p.search', ':q'), { q: query.q });
    const key = query.sort?.endsWith('review') ? { sql: `coalesce(p.reviewOn, DATE '${NO_END}')`, type: 'date', of: (row: PositiveEntry) => row.reviewOn ?? NO_END } : { sql: 'p.proposedAt', type: 'timestamptz', of: (row: PositiveEntry) => row.proposedAt.toISOString() };
    return pageOf(rows, { key, isDown: query.sort !== 'at' && query.sort !== 'review', limit: query.limit, cursor: query.cursor, view });
  }

  async export(actor: Actor, query: PositiveExportDto): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'positive-entry.export', subject: { type: 'positive-list', id: query.state ?? 'all' }, details: { ...query, limit: SHEET_ROWS } });
    return spreadsheet({ name: '监督执法正面清单', title: '监督执法正面清单', columns: COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...query, cursor, limit })));
  }

  async options(): Promise<PositiveOptionsView> {
    return { categories: (await this.reference.positive('category')).map(optionOf), conditions: (await this.reference.positive('condition')).map(optionOf) };
  }

  async detail(actor: Actor, id: string): Promise<PositiveEntryView> {
    const entry = await this.db.repo(PositiveEntry).findOneBy({ id });
    positivePolicy.require(actor, 'positive-entry.read', entry && partiesOf(entry));
    if (!entry) throw notFound();
    return positiveView(actor, await this.days())(entry);
  }

  private async days(): Promise<RenewalDays> {
    return { today: this.clock.today(), ahead: (await this.reference.days('positive:renew-days'))[0] ?? 0 };
  }
}
