import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit, containsWords, Db, decodeCursor, Page, shanghaiDate, toPage } from '@huanbao/platform';
import type { DeliverableExportQuery, DeliverableListQuery } from './filed.dto';
import { FiledDeliverable } from './filed.entity';
import { DeliverableView, deliverableView } from './filed.view';

const PLACES: Readonly<Record<FiledDeliverable['state'], string>> = { kept: '成果资料', waiting: '待选择许可证', placed: '自行监测' };

const COLUMNS: readonly SheetColumn<DeliverableView>[] = [
  { header: '文件', width: 40, of: row => row.name },
  { header: '类别', width: 16, of: row => row.kindZh },
  { header: '任务', width: 40, of: row => row.taskTitle },
  { header: '委托方', width: 32, of: row => row.enterpriseName },
  { header: '服务机构', width: 32, of: row => row.firmName },
  { header: '合同编号', width: 18, of: row => row.contractNumber },
  { header: '里程碑', width: 20, of: row => row.milestoneName },
  { header: '验收日期', width: 12, of: row => shanghaiDate(new Date(row.acceptedAt)) },
  { header: '归入', width: 14, of: row => PLACES[row.state] },
  { header: '许可证', width: 26, of: row => row.permitNumber },
];

/** Accepted deliverables of the own side. */
@Injectable()
export class FiledQueries {
  constructor(
    private readonly db: Db,
    private readonly audit: Audit,
  ) {}

  async list(actor: Actor, query: DeliverableListQuery): Promise<Page<DeliverableView>> {
    const limit = query.limit ?? 20;
    const up = query.sort === 'accepted';
    const rows = this.db.repo(FiledDeliverable).createQueryBuilder('d').where(actor.orgKind === 'firm' ? 'd.firmId = :org' : 'd.enterpriseId = :org', { org: actor.orgId });
    if (query.kind) rows.andWhere('d.kind = :kind', { kind: query.kind });
    if (query.state) rows.andWhere('d.state = :state', { state: query.state });
    if (query.taskId) rows.andWhere('d.taskId = :taskId', { taskId: query.taskId });
    if (query.q) rows.andWhere(containsWords('d.search', ':q'), { q: query.q });
    const after = decodeCursor(query.cursor, 1);
    if (after) rows.andWhere(`d.id ${up ? '>' : '<'} :after`, { after: after[0] });
    rows.orderBy('d.id', up ? 'ASC' : 'DESC').limit(limit + 1);
    return toPage(await rows.getMany(), limit, row => [row.id], row => deliverableView(actor, row));
  }

  /** The list as a spreadsheet, recorded. */
  async sheet(actor: Actor, query: DeliverableExportQuery): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'deliverable.export', subject: { type: 'deliverable-list', id: query.kind ?? 'all' }, details: { ...query, limit: SHEET_ROWS } });
    return spreadsheet({ name: '成果资料', title: '成果资料', columns: COLUMNS }, allPages((cursor, limit) => this.list(actor, { ...query, cursor, limit })));
  }
}
