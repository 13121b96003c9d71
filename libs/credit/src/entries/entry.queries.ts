import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, Db, decodeCursor, Page, toPage } from '@huanbao/platform';
import { CreditEntry } from '../credit.entity';
import { entryPolicy } from '../credit.policy';
import { eventType } from '../schemes/event-types';
import type { CreditEntryExportDto, CreditEntryListDto } from './entry.dto';
import { CreditEntryView, entryView } from './entry.view';

const STATE_WORDS = { proposed: '待确认', recorded: '已入账', refused: '不予登记' } as const;
const SEVERITY_WORDS = { minor: '轻微', general: '一般', serious: '严重' } as const;
const COLUMNS: readonly SheetColumn<CreditEntryView>[] = [
  { header: '主体', width: 34, of: row => row.subjectName },
  { header: '事项', width: 12, of: row => (row.kind === 'revoke' ? '撤销' : '登记') },
  { header: '类型', width: 24, of: row => eventType(row.type)?.zh ?? row.type },
  { header: '失信类别', width: 10, of: row => SEVERITY_WORDS[row.severity] },
  { header: '名称', width: 36, of: row => row.title },
  { header: '文号', width: 24, of: row => row.documentNo },
  { header: '行为日期', width: 12, of: row => row.occurredOn },
  { header: '依据', width: 40, of: row => row.legalBasis },
  { header: '状态', width: 10, of: row => STATE_WORDS[row.state] },
  { header: '登记人', width: 14, of: row => row.proposedByName },
  { header: '确认人', width: 14, of: row => row.decidedByName },
];

/** The desk of entries by hand. */
@Injectable()
export class EntryQueries {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
  ) {}

  async list(actor: Actor, query: CreditEntryListDto): Promise<Page<CreditEntryView>> {
    const limit = query.limit ?? 20;
    const rows = this.db.repo(CreditEntry).createQueryBuilder('e').where('e.region_code LIKE ANY (:regions)', { regions: regionsOf(actor) });
    for (const name of ['state', 'kind'] as const) if (query[name]) rows.andWhere(`e.${name} = :${name}`, { [name]: query[name] });
    if (query.q) rows.andWhere(`position(lower(:q) IN lower(e.subject_name || ' ' || (e.content->>'title'))) > 0`, { q: query.q });
    const [order, beyond] = query.sort === 'at' ? (['ASC', '>'] as const) : (['DESC', '<'] as const);
    const after = decodeCursor(query.cursor, 2);
    if (after) rows.andWhere(`(e.proposed_at, e.id) ${beyond} (CAST(:at AS timestamptz), CAST(:after AS uuid))`, { at: after[0], after: after[1] });
    const found = await rows.orderBy('e.proposedAt', order).addOrderBy('e.id', order).limit(limit + 1).getMany();
    return toPage(found, limit, one => [one.proposedAt.toISOString(), one.id], one => entryView(one, actor));
  }

  async export(actor: Actor, query: CreditEntryExportDto): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'credit-entry.export', subject: { type: 'credit-entry-list', id: query.state ?? 'all' }, details: { limit: SHEET_ROWS } });
    return spreadsheet({ name: '信用事件登记', title: '信用事件登记', columns: COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...query, cursor, limit })));
  }

  async detail(actor: Actor, id: string): Promise<CreditEntryView> {
    const entry = await this.db.repo(CreditEntry).findOneBy({ id });
    entryPolicy.require(actor, 'credit-entry.read', entry);
    return entryView(entry, actor);
  }
}

export const regionsOf = (actor: Actor): string[] => actor.regions.filter(one => /^\d+$/.test(one)).map(one => `${one}%`);
