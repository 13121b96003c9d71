import { Injectable, StreamableFile } from '@nestjs/common';
import { allPages, SHEET_ROWS, SheetColumn, spreadsheet } from '@huanbao/documents';
import type { Field, SectionData } from '@huanbao/permits';
import { Actor, Audit, shanghaiDate } from '@huanbao/platform';
import { PermitRecords } from '../access/permit-records';
import { ledgerPolicy } from '../records.policy';
import { ledgerBook } from './ledger-book';
import type { EntryExportDto } from './ledger.dto';
import { LedgerQueries } from './ledger.queries';
import type { EntryView } from './ledger.view';
import { KIND_TITLES, type LedgerItem } from './template';

const SOURCES: Readonly<Record<string, string>> = { form: '填报', excel: '导入', api: '接口' };

/** Entries as a spreadsheet: one row each, its values written out with their units, corrections beside what they replaced. */
@Injectable()
export class LedgerExport {
  constructor(
    private readonly queries: LedgerQueries,
    private readonly records: PermitRecords,
    private readonly audit: Audit,
  ) {}

  async entries(actor: Actor, permitId: string, filter: EntryExportDto): Promise<StreamableFile> {
    const permit = await this.records.require(actor, permitId, { policy: ledgerPolicy, action: 'ledger.read' });
    const itemsOn = ledgerBook(await this.records.inTime(permit));
    await this.audit.record({ actor, action: 'ledger.export', subject: { type: 'permit', id: permitId }, details: { kind: filter.kind, from: filter.from, to: filter.to, limit: SHEET_ROWS } });
    const rows = allPages((cursor, limit) => this.queries.list(actor, permitId, { ...filter, cursor, limit }));
    return spreadsheet({ name: `${permit.siteName}台账`, title: '台账', columns: columns(row => itemsOn(row.businessDate)?.find(one => one.key === row.itemKey)) }, rows);
  }
}

const columns = (itemOf: (row: EntryView) => LedgerItem | undefined): SheetColumn<EntryView>[] => [
  { header: '日期', width: 12, of: row => row.businessDate },
  { header: '班次', width: 6, of: row => row.shift },
  { header: '类别', width: 14, of: row => KIND_TITLES[row.kind].zh },
  { header: '项目', width: 28, of: row => row.itemTitle },
  { header: '内容', width: 80, of: row => (row.voided ? '（撤销）' : written(itemOf(row)?.fields ?? [], row.data as SectionData)) },
  { header: '方式', width: 8, of: row => SOURCES[row.source] ?? row.source },
  { header: '录入人', width: 14, of: row => row.enteredByName },
  { header: '录入日期', width: 12, of: row => shanghaiDate(row.enteredAt) },
  { header: '晚录天数', width: 10, of: row => row.lateDays },
  { header: '更正原因', width: 30, of: row => row.reason },
  { header: '已被更正', width: 10, of: row => (row.correctedById ? '是' : null) },
];

/** The content in words: labels, values, units. Also for programs that show an entry without its form. */
export function written(fields: readonly Field[], data: SectionData): string {
  return Object.entries(data)
    .map(([name, value]) => {
      const field = fields.find(one => one.name === name);
      return `${field?.label.zh ?? name}：${shown(field, value)}${field?.unit ? ` ${field.unit}` : ''}`;
    })
    .join('；');
}

function shown(field: Field | undefined, value: unknown): string {
  if (value === true) return '是';
  if (value === false) return '否';
  if (Array.isArray(value)) return value.map(one => shown(field, one)).join('、');
  return field?.options?.find(option => option.value === value)?.zh ?? String(value);
}
