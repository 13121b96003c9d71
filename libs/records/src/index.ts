export { RecordsHttpModule, RecordsJobsModule, RecordsModule } from './records.module';
export { RECORDS_ENTITIES } from './entities';
export { type AmountLine, Emissions } from './amounts/emissions.service';
export { monitoringResultExceeded } from './records.events';
export { LedgerService } from './ledger/ledger.service';
export { LedgerQueries } from './ledger/ledger.queries';
export { MonitoringService } from './monitoring/monitoring.service';
export { MonitoringQueries } from './monitoring/monitoring.queries';
export { Exceedances } from './monitoring/exceedances.service';
