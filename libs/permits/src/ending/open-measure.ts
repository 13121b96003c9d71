import type { Db } from '@huanbao/platform';
import { measureOpen } from './ending.errors';

/** Asked under the lock of the permit. @throws 409 `permit-measure.open` while the bureau has not settled a measure against it */
export async function refuseWhileMeasured(db: Db, permitId: string): Promise<void> {
  const [open] = await db.query<{ id: string }>('SELECT m.id FROM permit_measure m JOIN case_record c ON c.id = m.id WHERE m.permit_id = $1 AND c.closed_at IS NULL LIMIT 1', [permitId]);
  if (open) throw measureOpen(open.id);
}
