import { Injectable, StreamableFile } from '@nestjs/common';
import { Actor, Db } from '@huanbao/platform';
import { type SheetUpload, workbookDownload } from '@huanbao/sheets';
import { PermitRecords } from '../access/permit-records';
import { emptyWorkbook, importSheet, type SheetOutcome } from '../access/sheet-import';
import { monitoringPolicy } from '../records.policy';
import { MonitoringQueries } from './monitoring.queries';
import { MonitoringService } from './monitoring.service';
import { RESULT_SHEET_INTRO, RESULT_SHEET_NAME, resultRow, resultTable } from './result-table';

/** Results as a workbook: places and pollutants to choose are those of the permit's own plan. */
@Injectable()
export class MonitoringSheet {
  constructor(
    private readonly records: PermitRecords,
    private readonly queries: MonitoringQueries,
    private readonly monitoring: MonitoringService,
    private readonly db: Db,
  ) {}

  async template(actor: Actor, permitId: string): Promise<StreamableFile> {
    const permit = await this.records.require(actor, permitId, { policy: monitoringPolicy, action: 'monitoring.read' });
    const table = resultTable(await this.queries.plan(await this.records.inTime(permit)));
    return workbookDownload(await emptyWorkbook(table, RESULT_SHEET_INTRO), RESULT_SHEET_NAME);
  }

  /** @param upload is asked for after the rights are known */
  async take(actor: Actor, permitId: string, upload: () => Promise<SheetUpload>): Promise<SheetOutcome> {
    const permit = await this.records.require(actor, permitId, { policy: monitoringPolicy, action: 'monitoring.write' });
    const table = resultTable(await this.queries.plan(await this.records.inTime(permit)));
    const file = await upload();
    return this.db.transaction(() => importSheet(file, {
      table, enter: rows => this.monitoring.enterAll(actor, permitId, { rows, source: 'excel' }),
      rowOf: resultRow,
    }));
  }
}
