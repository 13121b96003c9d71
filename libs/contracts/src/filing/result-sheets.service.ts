import { Injectable, StreamableFile } from '@nestjs/common';
import { ServiceTask } from '@huanbao/marketplace';
import { Actor, Db } from '@huanbao/platform';
import { MonitoringReports, ReportSheets, type ResultSheetView } from '@huanbao/records';
import type { SheetUpload } from '@huanbao/sheets';
import type { Contract } from '../contract.entity';
import { noResultsHere, whichPermit } from '../contract.errors';
import { ContractRecords } from '../contract.records';
import { deliverableKind } from './kinds';

type Permit = Awaited<ReturnType<MonitoringReports['permitsOf']>>[number];

/** Results as a workbook for the two sides of a contract: the template of the client's permit, and a check before it is handed over. */
@Injectable()
export class ResultSheets {
  constructor(
    private readonly db: Db,
    private readonly records: ContractRecords,
    private readonly reports: MonitoringReports,
    private readonly sheets: ReportSheets,
  ) {}

  async template(actor: Actor, contractId: string, permitId?: string): Promise<StreamableFile> {
    return this.sheets.template(await this.permitOf(await this.records.find(actor, contractId), permitId));
  }

  /** @param upload is asked for after the rights are known */
  async check(actor: Actor, contractId: string, { permitId, upload }: { permitId?: string; upload: () => Promise<SheetUpload> }): Promise<ResultSheetView> {
    const contract = await this.records.find(actor, contractId);
    const permit = await this.permitOf(contract, permitId);
    return this.sheets.check(permit, await upload(), contract.firmName);
  }

  /** @throws 409 of work that brings no results, of a client without a permit, and when one of several has to be named */
  private async permitOf(contract: Contract, permitId?: string): Promise<Permit> {
    const task = await this.db.repo(ServiceTask).findOneByOrFail({ id: contract.taskId });
    const permits = deliverableKind(task) === 'monitoring' ? await this.reports.permitsOf(contract.enterpriseId) : [];
    if (permits.length === 0) throw noResultsHere();
    const chosen = permitId ? permits.find(one => one.id === permitId) : permits.length === 1 ? permits[0] : undefined;
    if (!chosen) throw whichPermit(permits);
    return chosen;
  }
}
