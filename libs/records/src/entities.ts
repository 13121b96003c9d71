import { LedgerEntry } from './ledger/ledger-entry.entity';
import { EmissionBasis, EmissionReading } from './amounts/emission.entity';
import { Exceedance, MonitoringResult } from './monitoring/monitoring.entity';

/** The tables of this room. */
export const RECORDS_ENTITIES = [LedgerEntry, MonitoringResult, Exceedance, EmissionReading, EmissionBasis];
