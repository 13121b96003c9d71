import { LedgerEntry } from './ledger/ledger-entry.entity';
import { EmissionBasis, EmissionReading } from './amounts/emission.entity';
import { Exceedance, MonitoringResult } from './monitoring/monitoring.entity';
import { MonitoringOutage } from './outages/outage.entity';
import { MonitoringReport } from './monitoring/report.entity';

/** The tables of this room. */
export const RECORDS_ENTITIES = [LedgerEntry, MonitoringResult, MonitoringReport, MonitoringOutage, Exceedance, EmissionReading, EmissionBasis];
