import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, containsWords, Db, notFound, Page, pageOf, regionsOf } from '@huanbao/platform';
import type { SelectQueryBuilder } from 'typeorm';
import type { FactExportDto, FactListDto, FactTab } from './fact.dto';
import { factView, KeptFactDetailView, KeptFactView, partiesOf } from './fact.view';
import { KeptFact } from './kept-fact.entity';
import { keptFactPolicy } from './kept-facts.policy';
import { KIND_RULES, valueWords } from './rules';

const TABS: Readonly<Record<FactTab, string>> = {
  holding: 'f.counts', waiting: `f.state = 'proposed'`, refused: `f.state = 'refused'`,
  // withdrawals stand beside what they withdrew
  past: `f.state = 'confirmed' AND NOT f.counts`,
};
const STEP_ZH = { record: '登记', correct: '更正', withdraw: '撤回' } as const;
const stateZh = ({ state, counts, step }: KeptFactView): string => (state === 'proposed' ? '待确认' : state === 'refused' ? '未确认' : counts ? '生效' : step === 'withdraw' ? '已撤回' : '已被更正或撤回');
const COLUMNS: readonly SheetColumn<KeptFactView>[] = [
  { header: '企业', width: 34, of: row => row.enterpriseName },
  { header: '统一社会信用代码', width: 22, of: row => row.uscc },
  { header: '数据', width: 24, of: row => KIND_RULES[row.kind].zh },
  { header: '数值', width: 16, of: row => valueWords(row) },
  { header: '起始日期', width: 12, of: row => row.fromOn },
  { header: '截止日期', width: 12, of: row => row.toOn ?? '长期' },
  { header: '出具机关', width: 28, of: row => row.authority },
  { header: '文号', width: 26, of: row => row.documentNo },
  { header: '事项', width: 8, of: row => STEP_ZH[row.step] },
  { header: '状态', width: 14, of: row => stateZh(row) },
  { header: '理由', width: 36, of: row => row.reason },
  { header: '登记人', width: 14, of: row => row.proposedByName },
  { header: '确认人', width: 14, of: row => row.decidedByName },
];
const KEYS = {
  at: { sql: 'f.proposedAt', type: 'timestamptz', of: (row: KeptFact): string => row.proposedAt.toISOString() },
  from: { sql: 'f.fromOn', type: 'date', of: (row: KeptFact): string => row.fromOn },
} as const;

/** The register as the bureau keeps it, and what an enterprise reads of itself. */
@Injectable()
export class FactQueries {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
  ) {}

  list(actor: Actor, { tab, kind, enterpriseId, q, sort = '-at', limit, cursor }: FactListDto): Promise<Page<KeptFactView>> {
    const rows = this.seenBy(actor);
    if (tab) rows.andWhere(`(${TABS[tab]})`);
    if (kind) rows.andWhere('f.kind = :kind', { kind });
    if (enterpriseId) rows.andWhere('f.enterpriseId = :enterpriseId', { enterpriseId });
    if (q) rows.andWhere(containsWords('f.search', ':q'), { q });
    return pageOf(rows, { key: KEYS[sort.endsWith('from') ? 'from' : 'at'], isDown: sort.startsWith('-'), limit, cursor, view: factView(actor) });
  }

  /** The same rows as a spreadsheet; each export is recorded. */
  async export(actor: Actor, query: FactExportDto): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'kept-fact.export', subject: { type: 'kept-fact-list', id: query.tab ?? 'all' }, details: { ...query, limit: SHEET_ROWS } });
    return spreadsheet({ name: '企业环境数据登记', title: '企业环境数据登记', columns: COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...query, cursor, limit })));
  }

  async detail(actor: Actor, id: string): Promise<KeptFactDetailView> {
    const fact = await this.db.repo(KeptFact).findOneBy({ id });
    keptFactPolicy.require(actor, 'kept-fact.read', fact && partiesOf(fact));
    if (!fact) throw notFound();
    const around = await this.seenBy(actor).andWhere(`(f.id = :replaces OR (f.replacesId = :id AND f.state <> 'refused'))`, { id, replaces: fact.replacesId }).getMany();
    const view = factView(actor);
    const one = (found: KeptFact | undefined): KeptFactView | null => (found ? view(found) : null);
    return { ...view(fact), replaces: one(around.find(row => row.id === fact.replacesId)), replacedBy: one(around.find(row => row.replacesId === id)) };
  }

  private seenBy(actor: Actor): SelectQueryBuilder<KeptFact> {
    const rows = this.db.repo(KeptFact).createQueryBuilder('f');
    if (actor.orgKind === 'enterprise') return rows.where(`f.enterpriseId = :own AND (f.state = 'confirmed' OR f.proposedByOrg = :own)`, { own: actor.orgId });
    return rows.where('f.regionCode LIKE ANY (:regions)', { regions: regionsOf(actor) });
  }
}
