import type { Db } from '@huanbao/platform';

const untouched = (payments: string, idle = `'open'`): string =>
  `SELECT EXISTS (SELECT 1 FROM contract_payment WHERE contract_id = $1 ${payments}) OR EXISTS (SELECT 1 FROM contract_milestone WHERE contract_id = $1 AND payable_on <> 'signing' AND state NOT IN (${idle})) AS touched`;

const ask = async (db: Db, sql: string, contractId: string): Promise<boolean> => (await db.query<{ touched: boolean }>(sql, [contractId]))[0]?.touched === false;

/** No record hangs on the parts of a signed contract: they can be taken away. */
export const isUntouched = (db: Db, contractId: string): Promise<boolean> => ask(db, untouched(''), contractId);

/** Nothing of a signed contract was performed. A payment that was refused or taken back is none, nor is a part that a change took away. */
export const isUnperformed = (db: Db, contractId: string): Promise<boolean> => ask(db, untouched(`AND state IN ('recorded', 'confirmed')`, `'open', 'dropped'`), contractId);
