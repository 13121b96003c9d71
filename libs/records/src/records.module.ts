import { Module, OnModuleInit } from '@nestjs/common';
import { CaseworkModule } from '@huanbao/casework';
import { DocumentsModule, FileSubjects } from '@huanbao/documents';
import { NotificationsModule } from '@huanbao/notifications';
import { PermitReader, PermitsModule, PermitUses } from '@huanbao/permits';
import { PermitList } from './access/permit-list';
import { RecordPermits } from './access/record-permits.service';
import { Db } from '@huanbao/platform';
import { PermitRecords } from './access/permit-records';
import { EmissionData } from './amounts/emission-data.service';
import { EmissionsController, PublicEmissionsController } from './amounts/emissions.controller';
import { RecordCovers } from './cover/covers.service';
import { Emissions } from './amounts/emissions.service';
import { AmountWatch } from './amounts/watch';
import { LedgerEntriesController, LedgersController } from './ledger/ledger.controller';
import { LedgerExport } from './ledger/ledger.export';
import { LedgerQueries } from './ledger/ledger.queries';
import { LedgerSheet } from './ledger/ledger-sheet';
import { LedgerService } from './ledger/ledger.service';
import { Exceedances } from './monitoring/exceedances.service';
import { ExceedancesController, MonitoringController, MonitoringResultsController, PublicMonitoringController } from './monitoring/monitoring.controller';
import { MonitoringExport } from './monitoring/monitoring.export';
import { MonitoringExcuses } from './monitoring/excuses';
import { MonitoringQueries } from './monitoring/monitoring.queries';
import { MonitoringSheet } from './monitoring/monitoring-sheet';
import { MonitoringService, REPORT_SUBJECT } from './monitoring/monitoring.service';
import { PublicResults } from './monitoring/public-results';
import { ReportSheets } from './monitoring/report-sheet';
import { MonitoringReports } from './monitoring/reports.service';
import { SampleDemands } from './monitoring/sample-demands';
import { ResultContexts } from './monitoring/result-context';
import { OutageCovers } from './outages/outage-covers.service';
import { OutageQueries } from './outages/outages.queries';
import { OutagesController, PermitOutagesController } from './outages/outages.controller';
import { OutagesService } from './outages/outages.service';
import { OutageWatch } from './outages/outage-watch';
import { PeriodRecords } from './period/period-records.service';
import { RecordsJobs } from './records.jobs';
import { MATTER, monitoringPolicy } from './records.policy';
import './records.acts';

const SERVICES = [PermitList, RecordPermits, PublicResults, PermitRecords, LedgerService, LedgerQueries, LedgerExport, MonitoringExcuses, SampleDemands, RecordCovers, OutageCovers, OutagesService, OutageQueries, ResultContexts, MonitoringService, MonitoringReports, ReportSheets, MonitoringQueries, MonitoringExport, Exceedances, LedgerSheet, MonitoringSheet, Emissions, EmissionData, PeriodRecords];

/** What a permit holder writes down: ledgers, monitoring results, amounts. */
@Module({ imports: [PermitsModule, DocumentsModule, CaseworkModule], providers: SERVICES, exports: SERVICES })
export class RecordsModule implements OnModuleInit {
  constructor(
    private readonly subjects: FileSubjects,
    private readonly permits: PermitReader,
    private readonly uses: PermitUses,
    private readonly db: Db,
  ) {}

  /** What was written down about a permit keeps it; reports of laboratories belong to it: read by who reads the results, uploaded by who enters them. */
  onModuleInit(): void {
    this.uses.register(ids => this.db.query<{ permitId: string; why: string }>(
      `SELECT p AS "permitId", '已有台账、监测结果、故障报告或排放量' AS why FROM unnest($1::uuid[]) AS p
        WHERE EXISTS (SELECT 1 FROM ledger_entry e WHERE e.permit_id = p) OR EXISTS (SELECT 1 FROM monitoring_result m WHERE m.permit_id = p) OR EXISTS (SELECT 1 FROM monitoring_outage o WHERE o.permit_id = p) OR EXISTS (SELECT 1 FROM emission_reading r WHERE r.permit_id = p)`, [[...ids]]));
    this.subjects.register(
      REPORT_SUBJECT,
      async (actor, permitId, verb) => {
        const permit = await this.permits.byId(permitId);
        return permit !== null && monitoringPolicy.may(actor, verb === 'read' ? 'monitoring.read' : 'monitoring.write', permit);
      },
      async permitId => {
        const permit = await this.permits.byId(permitId);
        return permit && { matter: MATTER, site: permit.siteId };
      },
    );
    this.subjects.registerHold(REPORT_SUBJECT, async fileId => {
      const [held] = await this.db.query<{ held: boolean }>('SELECT EXISTS (SELECT 1 FROM monitoring_report WHERE file_id = $1) OR EXISTS (SELECT 1 FROM monitoring_result WHERE report_file_id = $1) AS held', [fileId]);
      return held?.held === true;
    });
  }
}

@Module({ imports: [RecordsModule], controllers: [LedgersController, LedgerEntriesController, MonitoringController, MonitoringResultsController, ExceedancesController, OutagesController, PermitOutagesController, PublicMonitoringController, EmissionsController, PublicEmissionsController] })
export class RecordsHttpModule {}

@Module({ imports: [RecordsModule, PermitsModule, NotificationsModule], providers: [RecordsJobs, AmountWatch, OutageWatch] })
export class RecordsJobsModule {}
