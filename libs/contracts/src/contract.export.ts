import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import { Actor, Audit } from '@huanbao/platform';
import { ContractQueries } from './contract.queries';
import type { ContractExportQuery } from './dto/contract.dto';
import type { ContractItemView } from './views/contract.view';

const KINDS: Readonly<Record<string, string>> = { consulting: '环保咨询', testing: '环境检测', engineering: '工程治理', disposal: '废物处置' };

const COLUMNS: readonly SheetColumn<ContractItemView>[] = [
  { header: '合同编号', width: 18, of: row => row.number },
  { header: '项目名称', width: 40, of: row => row.title },
  { header: '类别', width: 12, of: row => KINDS[row.kind] ?? row.kind },
  { header: '委托方', width: 32, of: row => row.enterpriseName },
  { header: '服务机构', width: 32, of: row => row.firmName },
  { header: '状态', width: 16, of: row => row.stateZh },
  { header: '金额（元）', width: 16, of: row => row.priceYuan },
  { header: '签约期限', width: 12, of: row => row.signDue },
  { header: '合同期止', width: 12, of: row => row.endsOn },
  { header: '下一期限', width: 12, of: row => row.standing.due },
  { header: '情况', width: 26, of: row => row.standing.zh },
];

/** The list as a spreadsheet: what the reader may see, no more, and recorded. */
@Injectable()
export class ContractExport {
  constructor(
    private readonly queries: ContractQueries,
    private readonly audit: Audit,
  ) {}

  async contracts(actor: Actor, query: ContractExportQuery): Promise<StreamableFile> {
    await this.audit.record({ actor, action: 'contract.export', subject: { type: 'contract-list', id: query.tab ?? 'all' }, details: { ...query, limit: SHEET_ROWS } });
    return spreadsheet({ name: '服务合同', title: '服务合同', columns: COLUMNS }, allPages((cursor, limit) => this.queries.list(actor, { ...query, cursor, limit })));
  }
}
