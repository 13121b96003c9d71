import { Injectable, StreamableFile } from '@nestjs/common';
import { Actor, Clock, Db, invalidFields } from '@huanbao/platform';
import { type SheetTable, type SheetUpload, workbookDownload } from '@huanbao/sheets';
import { PermitRecords } from '../access/permit-records';
import { columnOf, emptyWorkbook, importSheet, type SheetOutcome } from '../access/sheet-import';
import { unknownItem } from '../records.errors';
import { ledgerPolicy } from '../records.policy';
import { ledgerBook } from './ledger-book';
import { LedgerService } from './ledger.service';
import type { LedgerItem } from './template';

/** One item of a ledger as a workbook: a line a day (or shift). */
@Injectable()
export class LedgerSheet {
  constructor(
    private readonly records: PermitRecords,
    private readonly ledger: LedgerService,
    private readonly clock: Clock,
    private readonly db: Db,
  ) {}

  async template(actor: Actor, permitId: string, itemKey: string): Promise<StreamableFile> {
    const item = await this.item(actor, permitId, { itemKey, action: 'ledger.read' });
    return workbookDownload(await emptyWorkbook(tableOf(item), '每行一天（按班的每行一班）。带 * 的必填，单位在标题里，单元格只填数字。'), `台账-${item.title.zh}`);
  }

  /** @param upload is asked for after the rights are known */
  async take(actor: Actor, permitId: string, { itemKey, upload }: { itemKey: string; upload: () => Promise<SheetUpload> }): Promise<SheetOutcome> {
    const item = await this.item(actor, permitId, { itemKey, action: 'ledger.write' });
    const file = await upload();
    return this.db.transaction(() => importSheet(file, {
      table: tableOf(item), enter: rows => this.ledger.enterAll(actor, permitId, { rows, source: 'excel' }),
      rowOf: ({ businessDate, shift, ...data }) => ({ itemKey, businessDate, ...(shift === undefined ? {} : { shift }), data }),
    }));
  }

  private async item(actor: Actor, permitId: string, { itemKey, action }: { itemKey: string; action: 'ledger.read' | 'ledger.write' }): Promise<LedgerItem> {
    const permit = await this.records.require(actor, permitId, { policy: ledgerPolicy, action });
    const inTime = await this.records.inTime(permit);
    const today = this.clock.today();
    const item = ledgerBook(inTime)(today < inTime.begins ? inTime.begins : today)?.find(one => one.key === itemKey);
    if (!item) throw invalidFields([unknownItem(itemKey.slice(0, 80))]);
    return item;
  }
}

function tableOf(item: LedgerItem): SheetTable {
  return {
    title: item.title.zh,
    columns: [
      { key: 'businessDate', label: { zh: '日期', en: 'Day' }, type: 'date', required: true, example: '2026-11-24' },
      ...(item.rhythm === 'shift' ? [{ key: 'shift', label: { zh: '班次', en: 'Shift' }, type: 'integer' as const, required: true, min: 1, max: item.shifts }] : []),
      ...item.fields.map(columnOf),
    ],
  };
}
