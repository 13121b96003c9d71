import type { Db } from '@huanbao/platform';

/** From the day a permit ends its limits and conditions hold no more; what they were before stays to be read. Inside the caller's transaction. */
export async function closeRows(db: Db, permitId: string, endedOn: string): Promise<void> {
  for (const table of ['permit_limit', 'permit_condition']) {
    await db.query(`UPDATE ${table} SET valid_until = greatest(valid_from, $2::date) WHERE permit_id = $1 AND (valid_until IS NULL OR valid_until > $2::date)`, [permitId, endedOn]);
  }
}
