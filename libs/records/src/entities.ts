import { LedgerEntry } from './ledger/ledger-entry.entity';

/** The tables of this room. */
export const RECORDS_ENTITIES = [LedgerEntry];
