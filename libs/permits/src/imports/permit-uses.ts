import { Injectable } from '@nestjs/common';
import { Db } from '@huanbao/platform';

/** A permit that something was built on since it was imported, and what. */
export interface PermitUse {
  readonly number: string;
  readonly why: string;
}

interface Kept {
  readonly permitId: string;
  readonly why: string;
}

/** Of these permits, those something of the room rests on. */
type UsesOf = (permitIds: readonly string[]) => Promise<readonly Kept[]>;
/** Takes away what the room has laid down about these permits by itself. Inside the caller's transaction. */
type Forget = (permitIds: readonly string[]) => Promise<void>;

const SHOWN = 10;
const CHUNK = 1000;

/** What rests on a permit: applications, cases, a later version; other rooms say what rests on it there. */
@Injectable()
export class PermitUses {
  private readonly rooms: { readonly usesOf: UsesOf; readonly forget: Forget }[] = [];

  constructor(private readonly db: Db) {}

  register(usesOf: UsesOf, forget: Forget = () => Promise.resolve()): void {
    this.rooms.push({ usesOf, forget });
  }

  /** Of the permits an import has brought or changed, those that are needed as they are. */
  async ofImport(importId: string): Promise<{ used: PermitUse[]; count: number }> {
    const used: PermitUse[] = [];
    let count = 0;
    let after = 0;
    for (;;) {
      const rows = await this.db.query<{ line: number; id: string; number: string }>(
        `SELECT line, permit_id AS id, number FROM permit_import_row WHERE import_id = $1 AND outcome = 'applied' AND line > $2 ORDER BY line LIMIT ${CHUNK}`, [importId, after]);
      const found = await this.of(importId, rows.map(row => row.id));
      for (const row of rows) {
        const why = found.get(row.id);
        if (why === undefined) continue;
        count += 1;
        if (used.length < SHOWN) used.push({ number: row.number, why });
      }
      if (rows.length < CHUNK) return { used, count };
      after = rows[rows.length - 1]?.line ?? after;
    }
  }

  /** Why each of these permits cannot be taken back; the others are missing. */
  async of(importId: string, permitIds: readonly string[]): Promise<Map<string, string>> {
    if (permitIds.length === 0) return new Map();
    const own = await this.db.query<Kept>(
      `SELECT id AS "permitId", CASE
          WHEN import_id IS DISTINCT FROM $2 THEN '又导入了新的名单'
          WHEN signed_text <> '' THEN '本平台已颁发新的版本'
          WHEN EXISTS (SELECT 1 FROM permit_application a WHERE a.permit_id = p.id) THEN '已有申请'
          WHEN EXISTS (SELECT 1 FROM permit_measure m WHERE m.permit_id = p.id) OR EXISTS (SELECT 1 FROM permit_request r WHERE r.permit_id = p.id) THEN '已有撤销、注销等案件'
          WHEN EXISTS (SELECT 1 FROM permit_condition c WHERE c.permit_id = p.id) THEN '已有许可条件'
        END AS why FROM permit p WHERE id = ANY($1::uuid[])`, [[...permitIds], importId]);
    const found = new Map(own.filter(one => one.why !== null).map(one => [one.permitId, one.why]));
    for (const room of this.rooms) for (const { permitId, why } of await room.usesOf(permitIds)) if (!found.has(permitId)) found.set(permitId, why);
    return found;
  }

  async forget(permitIds: readonly string[]): Promise<void> {
    for (const room of this.rooms) await room.forget(permitIds);
  }
}
