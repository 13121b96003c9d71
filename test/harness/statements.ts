import { Client } from 'pg';

type Query = (...given: unknown[]) => unknown;
const prototype = Client.prototype as unknown as { query: Query };

/** What a statement says, for a list that people read: `SELECT … FROM permit`. */
const textOf = (given: unknown): string => (typeof given === 'string' ? given : ((given as { text?: string } | undefined)?.text ?? String(given))).replace(/\s+/g, ' ').trim();

/** Does the work and tells every SQL statement this process sent meanwhile: api and worker of a test share the process, so nothing else may run. */
export async function statementsOf<T>(work: () => Promise<T>): Promise<{ readonly result: T; readonly statements: readonly string[] }> {
  const original = prototype.query;
  const statements: string[] = [];
  prototype.query = function counted(this: unknown, ...given: unknown[]): unknown {
    statements.push(textOf(given[0]));
    return original.apply(this, given);
  };
  try {
    return { result: await work(), statements };
  } finally {
    prototype.query = original;
  }
}
