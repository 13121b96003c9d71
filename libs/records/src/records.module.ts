import { Module } from '@nestjs/common';
import { PermitsModule } from '@huanbao/permits';
import { PermitList } from './access/permit-list';
import { PermitRecords } from './access/permit-records';
import { LedgerEntriesController, LedgersController } from './ledger/ledger.controller';
import { LedgerExport } from './ledger/ledger.export';
import { LedgerQueries } from './ledger/ledger.queries';
import { LedgerService } from './ledger/ledger.service';

const SERVICES = [PermitList, PermitRecords, LedgerService, LedgerQueries, LedgerExport];

/** What a permit holder writes down: ledgers, monitoring results, amounts. */
@Module({ imports: [PermitsModule], providers: SERVICES, exports: SERVICES })
export class RecordsModule {}

@Module({ imports: [RecordsModule], controllers: [LedgersController, LedgerEntriesController] })
export class RecordsHttpModule {}
