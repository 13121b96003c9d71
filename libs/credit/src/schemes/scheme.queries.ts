import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Db, decodeCursor, notFound, Page, toPage } from '@huanbao/platform';
import { In } from 'typeorm';
import { CreditForce, CreditForceProposal, CreditScheme, CreditSchemeRow } from '../credit.entity';
import type { CreditSchemeExportDto, CreditSchemeListDto } from './scheme.dto';
import { CreditSchemeItemView, CreditSchemeView, schemeItem, schemeView } from './scheme.view';

const STATE_WORDS = { draft: '草案', published: '已发布', withdrawn: '已作废' } as const;
const COLUMNS: readonly SheetColumn<CreditSchemeItemView>[] = [
  { header: '方案', width: 36, of: row => row.title },
  { header: '适用对象', width: 12, of: row => (row.subjectKind === 'firm' ? '服务机构' : '企业') },
  { header: '依据', width: 44, of: row => row.legalBasis },
  { header: '状态', width: 10, of: row => STATE_WORDS[row.state] },
  { header: '生效日期', width: 12, of: row => row.effectiveFrom },
  { header: '截止日期', width: 12, of: row => row.effectiveTo },
  { header: '未核实行数', width: 10, of: row => row.unverified },
];

@Injectable()
export class SchemeQueries {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
  ) {}

  async list(query: CreditSchemeListDto): Promise<Page<CreditSchemeItemView>> {
    const limit = query.limit ?? 20;
    const rows = this.db.repo(CreditScheme).createQueryBuilder('s').where('true');
    if (query.kind) rows.andWhere('s.subjectKind = :kind', { kind: query.kind });
    if (query.state) rows.andWhere('s.state = :state', { state: query.state });
    if (query.q) rows.andWhere('position(lower(:q) IN lower(s.title)) > 0', { q: query.q });
    const [order, beyond] = query.sort === 'from' ? (['ASC', '>'] as const) : (['DESC', '<'] as const);
    const after = decodeCursor(query.cursor, 2);
    if (after) rows.andWhere(`(s.effective_from, s.id) ${beyond} (CAST(:at AS date), CAST(:after AS uuid))`, { at: after[0], after: after[1] });
    const found = await rows.orderBy('s.effectiveFrom', order).addOrderBy('s.id', order).limit(limit + 1).getMany();
    const counts = await this.db.query<{ id: string; n: number }>('SELECT scheme_id AS id, count(*)::int AS n FROM credit_scheme_row WHERE NOT verified AND scheme_id = ANY($1::uuid[]) GROUP BY 1', [found.map(one => one.id)]);
    const unverified = new Map(counts.map(row => [row.id, row.n]));
    return toPage(found, limit, one => [one.effectiveFrom, one.id], one => schemeItem(one, unverified.get(one.id) ?? 0));
  }

  async export(actor: Actor, query: CreditSchemeExportDto): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'credit-scheme.export', subject: { type: 'credit-scheme-list', id: query.state ?? 'all' }, details: { limit: SHEET_ROWS } });
    return spreadsheet({ name: '信用评价方案', title: '信用评价方案', columns: COLUMNS }, allPages((cursor, limit) => this.list({ ...query, cursor, limit })));
  }

  async detail(actor: Actor, id: string): Promise<CreditSchemeView> {
    const scheme = await this.db.repo(CreditScheme).findOneBy({ id });
    if (!scheme) throw notFound();
    const rows = await this.db.repo(CreditSchemeRow).find({ where: { schemeId: id }, order: { position: 'ASC' } });
    const forces = await this.db.repo(CreditForce).find({ where: { subjectKind: scheme.subjectKind }, order: { effectiveFrom: 'DESC' } });
    const proposal = await this.db.repo(CreditForceProposal).findOneBy({ schemeId: id, state: 'proposed' });
    const named = await this.db.repo(CreditScheme).find({ select: { key: true, title: true, effectiveFrom: true }, where: { key: In(forces.map(one => one.schemeKey)), state: 'published' }, order: { effectiveFrom: 'ASC' } });
    return schemeView(scheme, rows, { actor, forces, titles: new Map(named.map(one => [one.key, one.title])), proposal });
  }
}
