import { QueryRunnerAlreadyReleasedError, QueryRunnerProviderAlreadyReleasedError } from 'typeorm';

/** Too many connections, a statement cut off by its time limit, a lock not obtained, a deadlock that three attempts did not resolve. */
const BUSY = new Set(['53300', '57014', '55P03', '40001', '40P01']);
const LOST = /ECONNREFUSED|ECONNRESET|EPIPE|Connection terminated|timeout exceeded when trying to connect|connection error and is not queryable|Client was closed|connection is closed|Driver not Connected/i;

/** The connection went away in the middle of a transaction. Whether a commit under way came through is not known. */
export class ConnectionLost extends Error {
  constructor(cause: unknown) {
    super('Connection terminated in the middle of a transaction', { cause });
  }
}

/** TypeORM gives a lost connection back at once and says of the next query only that it came too late. */
export function asConnectionLoss(error: unknown): unknown {
  return error instanceof QueryRunnerAlreadyReleasedError || error instanceof QueryRunnerProviderAlreadyReleasedError ? new ConnectionLost(error) : error;
}

/** SQLSTATE of an error, from a query (wrapped by TypeORM) or from connecting (as the driver gives it). */
export function sqlState(error: unknown): string | undefined {
  const { driverError, code } = (error ?? {}) as { driverError?: { code?: unknown }; code?: unknown };
  const found = driverError?.code ?? code;
  return typeof found === 'string' && /^[0-9A-Z]{5}$/.test(found) ? found : undefined;
}

/** The database is away, starting, stopping, recovering or too busy: trying again shortly is the right answer. */
export function isUnavailable(error: unknown): boolean {
  const state = sqlState(error);
  // class 57P: ended by the operator, crashed, cannot connect now; class 08: connection
  if (state?.startsWith('57P') || state?.startsWith('08') || BUSY.has(state ?? '')) return true;
  return error instanceof Error && LOST.test(`${(error as { code?: string }).code ?? ''} ${error.message}`);
}
