import { Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { Permit, PermitReader } from '@huanbao/permits';
import { Actor, Audit, Clock, Db, decodeCursor, newId, Page, PageQuery, toPage } from '@huanbao/platform';
import { PermitRecords } from '../access/permit-records';
import { monitoringPolicy } from '../records.policy';
import { REPORT_SUBJECT } from './monitoring.service';
import { MonitoringReport } from './report.entity';
import { MonitoringReportView } from './report.view';

const DEFAULT_LIMIT = 20;

/** A report as the room that hands it on knows it. */
export interface HandedReport {
  /** The file as it was handed over; the permit gets one of its own with the same bytes. */
  readonly fileId: string;
  readonly laboratory: string;
  readonly firmId: string;
  readonly taskId: string;
  readonly taskTitle: string;
  readonly contract: { readonly id: string; readonly number: string | null } | null;
  readonly isSheet: boolean;
}

/** Reports of laboratories that come from service tasks, beside those that are uploaded with a result. */
@Injectable()
export class MonitoringReports {
  constructor(
    private readonly db: Db,
    private readonly records: PermitRecords,
    private readonly permits: PermitReader,
    private readonly files: Files,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The permits of an enterprise whose self-monitoring goes on. */
  async permitsOf(enterpriseId: string): Promise<Permit[]> {
    const today = this.clock.today();
    return (await this.permits.ofEnterprise(enterpriseId)).filter(one => one.status === 'valid' && one.validTo >= today);
  }

  /** Keeps the report with the permit. In the caller's transaction; who calls has decided that it may. Said twice, it is one. */
  async receive(actor: Actor, permit: Permit, report: HandedReport): Promise<void> {
    const { hash, name } = await this.files.get(report.fileId);
    const { laboratory, firmId, taskId, taskTitle, contract, isSheet } = report;
    await this.db.query('SELECT pg_advisory_xact_lock(hashtextextended($1, 3))', [`${permit.id} ${taskId} ${hash}`]);
    if (await this.db.repo(MonitoringReport).existsBy({ permitId: permit.id, taskId, hash })) return;
    const own = await this.files.again(report.fileId, { subjectType: REPORT_SUBJECT, subjectId: permit.id, purpose: 'report', ownerOrgId: permit.enterpriseId });
    await this.db.repo(MonitoringReport).insert({
      id: newId(), permitId: permit.id, enterpriseId: permit.enterpriseId, fileId: own.id, name, hash, laboratory, firmId, taskId, taskTitle, contractId: contract?.id ?? null, contractNumber: contract?.number ?? null, receivedAt: this.clock.now(), isSheet,
    });
    await this.audit.record({ actor, action: 'monitoring.receive-report', subject: { type: 'permit', id: permit.id }, details: { taskId, firmId, contractId: contract?.id ?? null, fileId: own.id, from: report.fileId, hash } });
  }

  async list(actor: Actor, permitId: string, query: PageQuery): Promise<Page<MonitoringReportView>> {
    await this.records.require(actor, permitId, { policy: monitoringPolicy, action: 'monitoring.read' });
    const limit = query.limit ?? DEFAULT_LIMIT;
    const after = decodeCursor(query.cursor, 1);
    const rows = await this.db.query<MonitoringReportView & { receivedAt: Date }>(
      `SELECT r.id, r.file_id AS "fileId", r.name, r.laboratory, r.firm_id AS "firmId", r.task_id AS "taskId", r.task_title AS "taskTitle", r.contract_id AS "contractId", r.contract_number AS "contractNumber", r.received_at AS "receivedAt", r.is_sheet AS "isSheet", r.taken_at AS "takenAt",
              (SELECT count(*)::int FROM monitoring_result m WHERE m.report_file_id = r.file_id) AS results
         FROM monitoring_report r WHERE r.permit_id = $1 AND ($2::uuid IS NULL OR r.id < $2) ORDER BY r.id DESC LIMIT ${limit + 1}`,
      [permitId, after?.[0] ?? null],
    );
    return toPage(rows, limit, row => [row.id], row => row);
  }
}
