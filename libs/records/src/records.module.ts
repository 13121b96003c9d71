import { Module, OnModuleInit } from '@nestjs/common';
import { DocumentsModule, FileSubjects } from '@huanbao/documents';
import { NotificationsModule } from '@huanbao/notifications';
import { PermitReader, PermitsModule } from '@huanbao/permits';
import { PermitList } from './access/permit-list';
import { PermitRecords } from './access/permit-records';
import { EmissionData } from './amounts/emission-data.service';
import { EmissionsController } from './amounts/emissions.controller';
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
import { MonitoringQueries } from './monitoring/monitoring.queries';
import { MonitoringSheet } from './monitoring/monitoring-sheet';
import { MonitoringService, REPORT_SUBJECT } from './monitoring/monitoring.service';
import { ResultContexts } from './monitoring/result-context';
import { RecordsJobs } from './records.jobs';
import { MATTER, monitoringPolicy } from './records.policy';

const SERVICES = [PermitList, PermitRecords, LedgerService, LedgerQueries, LedgerExport, ResultContexts, MonitoringService, MonitoringQueries, MonitoringExport, Exceedances, LedgerSheet, MonitoringSheet, Emissions, EmissionData];

/** What a permit holder writes down: ledgers, monitoring results, amounts. */
@Module({ imports: [PermitsModule, DocumentsModule], providers: SERVICES, exports: SERVICES })
export class RecordsModule implements OnModuleInit {
  constructor(
    private readonly subjects: FileSubjects,
    private readonly permits: PermitReader,
  ) {}

  /** Reports of laboratories belong to the permit: read by who reads the results, uploaded by who enters them. */
  onModuleInit(): void {
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
  }
}

@Module({ imports: [RecordsModule], controllers: [LedgersController, LedgerEntriesController, MonitoringController, MonitoringResultsController, ExceedancesController, PublicMonitoringController, EmissionsController] })
export class RecordsHttpModule {}

@Module({ imports: [RecordsModule, PermitsModule, NotificationsModule], providers: [RecordsJobs, AmountWatch] })
export class RecordsJobsModule {}
