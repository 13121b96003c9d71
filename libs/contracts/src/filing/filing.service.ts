import { Injectable } from '@nestjs/common';
import { Files, StoredFile } from '@huanbao/documents';
import { Delivery, ServiceTask } from '@huanbao/marketplace';
import { Actor, Audit, Clock, Db, newId, notFound } from '@huanbao/platform';
import { MonitoringReports, ReportSheets } from '@huanbao/records';
import { Contract, ContractMilestone } from '../contract.entity';
import { notYourPermit, placedAlready } from '../contract.errors';
import { currentOf } from '../contract.flow';
import { FiledDeliverable, FiledState } from './filed.entity';
import { filedPolicy } from './filed.policy';
import { deliverableKind } from './kinds';

type Permit = Awaited<ReturnType<MonitoringReports['permitsOf']>>[number];

/** What a report of a laboratory is handed over as; a workbook of results goes with it; other tables and pictures are kept. */
const REPORT = /^application\/(pdf|msword|vnd\.openxmlformats-officedocument\.wordprocessingml)/;

/** What became of the files of a delivery. */
export interface Filed {
  readonly task: ServiceTask;
  readonly placed: number;
  readonly waiting: number;
  readonly permit: Permit | null;
}

/** Accepted deliverables go where they belong: into the enterprise's papers, and reports of laboratories into 自行监测. */
@Injectable()
export class FilingService {
  constructor(
    private readonly db: Db,
    private readonly files: Files,
    private readonly reports: MonitoringReports,
    private readonly sheets: ReportSheets,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** In the transaction of the job; said twice, it is filed once. Null when nothing was accepted. */
  async file(actor: Actor, deliveryId: string): Promise<Filed | null> {
    const delivery = await this.db.repo(Delivery).findOneByOrFail({ id: deliveryId });
    const task = await this.db.repo(ServiceTask).findOneByOrFail({ id: delivery.taskId });
    if (delivery.state !== 'accepted' || !task.awardedFirmId) return null;
    const handed = new Set(delivery.fileIds);
    const files = (await this.files.list('service-task', task.id)).filter(one => handed.has(one.id) && one.scanState !== 'infected');
    const permits = deliverableKind(task) === 'monitoring' ? await this.reports.permitsOf(task.enterpriseId) : [];
    const permit = permits.length === 1 ? (permits[0] as Permit) : null;
    const count = { placed: 0, waiting: 0, kept: 0 };
    for (const file of files) {
      const filed = await this.keep({ delivery, task, file, permit });
      if (!filed) continue;
      count[filed.state] += 1;
      if (permit && filed.state === 'placed') await this.hand(actor, filed, permit);
    }
    return { task, placed: count.placed, waiting: count.waiting, permit };
  }

  /** The client says to which permit a report belongs. @throws 409 placed before, 400 a permit of somebody else */
  place(actor: Actor, id: string, permitId: string): Promise<FiledDeliverable> {
    return this.db.transaction(async () => {
      const filed = await this.db.lock(FiledDeliverable, { id });
      filedPolicy.require(actor, 'deliverable.place', filed);
      if (!filed) throw notFound();
      if (filed.state === 'placed' || filed.kind !== 'monitoring') throw placedAlready();
      const permit = (await this.reports.permitsOf(filed.enterpriseId)).find(one => one.id === permitId);
      if (!permit) throw notYourPermit();
      Object.assign(filed, { state: 'placed', permitId, permitNumber: permit.number, placedAt: this.clock.now() });
      await this.db.repo(FiledDeliverable).save(filed);
      await this.hand(actor, filed, permit);
      await this.audit.record({ actor, action: 'deliverable.place', subject: { type: 'deliverable', id }, details: { permitId, taskId: filed.taskId, fileId: filed.fileId } });
      return filed;
    });
  }

  /** Hands a deliverable in with a permit application, e.g. the environmental assessment of the project. @throws 404, 403 an application that is not theirs to write */
  async use(actor: Actor, id: string, { applicationId, purpose }: { applicationId: string; purpose: string }): Promise<StoredFile> {
    const filed = await this.db.repo(FiledDeliverable).findOneBy({ id });
    filedPolicy.require(actor, 'deliverable.use', filed);
    if (!filed) throw notFound();
    return this.files.handOn(actor, filed.fileId, { subjectType: 'permit-application', subjectId: applicationId, purpose, ownerOrgId: filed.enterpriseId });
  }

  private async keep({ delivery, task, file, permit }: { delivery: Delivery; task: ServiceTask; file: StoredFile; permit: Permit | null }): Promise<FiledDeliverable | null> {
    const contract = await this.db.repo(Contract).findOneBy(currentOf(task.id));
    const signed = contract?.signedAt ? contract : null;
    const milestone = delivery.milestoneId === null ? null : await this.db.repo(ContractMilestone).findOneBy({ id: delivery.milestoneId });
    const kind = deliverableKind(task);
    const belongs = kind === 'monitoring' && (REPORT.test(file.mediaType) || (await this.sheets.isSheet(file)));
    const state: FiledState = !belongs ? 'kept' : permit ? 'placed' : 'waiting';
    const placed = state === 'placed' && permit ? { permitId: permit.id, permitNumber: permit.number, placedAt: this.clock.now() } : { permitId: null, permitNumber: null, placedAt: null };
    const row = this.db.repo(FiledDeliverable).create({
      id: newId(), deliveryId: delivery.id, fileId: file.id, kind, name: file.name, hash: file.hash, taskId: task.id, taskTitle: task.title, contractId: signed?.id ?? null, contractNumber: signed?.number ?? null, milestoneName: milestone?.name ?? null,
      enterpriseId: task.enterpriseId, enterpriseName: task.enterpriseName, firmId: task.awardedFirmId as string, firmName: task.awardedFirmName ?? '', acceptedAt: delivery.reviewedAt ?? this.clock.now(), state, ...placed,
      search: `${file.name} ${task.title} ${task.enterpriseName} ${task.awardedFirmName ?? ''} ${signed?.number ?? ''}`,
    });
    const { raw } = await this.db.repo(FiledDeliverable).createQueryBuilder().insert().values(row).orIgnore().updateEntity(false).returning('id').execute();
    return (raw as unknown[]).length === 1 ? row : null;
  }

  private async hand(actor: Actor, { fileId, name, firmName, firmId, taskId, taskTitle, contractId, contractNumber }: FiledDeliverable, permit: Permit): Promise<void> {
    return this.reports.receive(actor, permit, { fileId, laboratory: firmName, firmId, taskId, taskTitle, contract: contractId ? { id: contractId, number: contractNumber } : null, isSheet: await this.sheets.isSheet({ id: fileId, name }) });
  }
}
