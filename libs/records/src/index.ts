export { RecordsHttpModule, RecordsModule } from './records.module';
export { RECORDS_ENTITIES } from './entities';
export { LedgerService } from './ledger/ledger.service';
export { LedgerQueries } from './ledger/ledger.queries';
