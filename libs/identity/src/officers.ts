import type { Db } from '@huanbao/platform';

/** Whether the person belongs to a bureau, in whatever role: second factor, short sessions and password expiry are due. */
export async function isOfficer(db: Db, userId: string): Promise<boolean> {
  const [row] = await db.query(`SELECT 1 FROM membership m JOIN organisation o ON o.id = m.org_id WHERE m.user_id = $1 AND o.kind = 'bureau' LIMIT 1`, [userId]);
  return row !== undefined;
}
