import { Injectable } from '@nestjs/common';
import { KnownEnterprises } from '@huanbao/identity';
import { Audit, Clock, Db, Delivery, Outbox, systemActor } from '@huanbao/platform';
import { In } from 'typeorm';
import { PermitRequestDraft } from '../ending/ending.entity';
import { PermitLimit } from '../life/permit-limit.entity';
import { PermitReader } from '../life/permit-reader';
import { PermitVersion } from '../life/permit-version.entity';
import { placeOf } from '../life/place-of';
import { Permit } from '../permit.entity';
import { permitsImported } from '../permits.events';
import { PermitImport, PermitImportRow } from './import.entity';
import { ImportNotices } from './import.notices';
import { PermitUses } from './permit-uses';

const CHUNK = 200;

/** Takes an import back, part by part: new permits go, changed ones become what they were, nothing that is needed is touched. */
@Injectable()
export class ListUndoing {
  constructor(
    private readonly db: Db,
    private readonly uses: PermitUses,
    private readonly reader: PermitReader,
    private readonly known: KnownEnterprises,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly notices: ImportNotices,
    private readonly clock: Clock,
  ) {}

  async undo(importId: string, delivery: Delivery): Promise<void> {
    for (let after: number | null = 0; after !== null; ) after = await this.part(importId, after);
    await delivery.complete(async () => {
      const batch = await this.db.lock(PermitImport, { id: importId });
      if (batch?.state !== 'undoing') return;
      await this.db.repo(PermitImport).update({ id: importId }, { state: 'undone', undoneAt: this.clock.now(), version: batch.version + 1 });
      await this.notices.ended(batch, 'undone');
    });
  }

  /** One part in one transaction; the last line of it, or null when nothing is left. */
  private part(importId: string, after: number): Promise<number | null> {
    return this.db.transaction(async () => {
      const batch = await this.db.lock(PermitImport, { id: importId });
      if (batch?.state !== 'undoing') return null;
      const rows = await this.db.repo(PermitImportRow).createQueryBuilder('r').where(`r.importId = :importId AND r.outcome = 'applied' AND r.line > :after`, { importId, after }).orderBy('r.line').limit(CHUNK).getMany();
      if (rows.length === 0) return null;
      const ids = rows.flatMap(row => (row.permitId ? [row.permitId] : []));
      await this.db.query('SELECT id FROM permit WHERE id = ANY($1::uuid[]) ORDER BY id FOR UPDATE', [ids]);
      // one that was built on since the officer asked stays
      const used = await this.uses.of(importId, ids);
      const free = rows.filter(row => row.permitId !== null && !used.has(row.permitId));
      await this.remove(free.filter(row => row.previous === null));
      const restored = free.filter(row => row.previous !== null);
      for (const row of restored) await this.restore(row);
      if (free.length > 0) await this.db.repo(PermitImportRow).update({ importId, line: In(free.map(row => row.line)) }, { outcome: 'undone' });
      await this.db.repo(PermitImport).update({ id: importId }, { rowsDone: batch.rowsDone + rows.length, applied: batch.applied - free.length });
      if (restored.length > 0) await this.outbox.publish(permitsImported, { permitIds: restored.map(row => row.permitId as string) });
      await this.audit.record({ actor: systemActor('permit-import'), action: 'permit-import.undo-part', subject: { type: 'permit-import', id: importId }, details: { lines: [rows[0]?.line, rows[rows.length - 1]?.line], undone: free.length, kept: rows.length - free.length } });
      return rows[rows.length - 1]?.line ?? null;
    });
  }

  /** Permits that came with the list, and the enterprises nobody else names. */
  private async remove(rows: readonly PermitImportRow[]): Promise<void> {
    const ids = rows.map(row => row.permitId as string);
    if (ids.length === 0) return;
    const owners = await this.db.query<{ id: string }>('SELECT DISTINCT enterprise_id AS id FROM permit WHERE id = ANY($1::uuid[])', [ids]);
    await this.uses.forget(ids);
    // papers somebody began to gather for a request that was never handed in
    await this.db.repo(PermitRequestDraft).delete({ permitId: In(ids) });
    await this.db.repo(PermitLimit).delete({ permitId: In(ids) });
    await this.db.repo(PermitVersion).delete({ permitId: In(ids) });
    await this.db.repo(Permit).delete({ id: In(ids) });
    const alone = await this.db.query<{ id: string }>(
      `SELECT o AS id FROM unnest($1::uuid[]) AS o WHERE NOT EXISTS (SELECT 1 FROM permit p WHERE p.enterprise_id = o) AND NOT EXISTS (SELECT 1 FROM permit_application a WHERE a.enterprise_id = o)`, [owners.map(one => one.id)]);
    await this.known.forget(alone.map(one => one.id));
  }

  private async restore({ permitId, previous }: PermitImportRow): Promise<void> {
    if (!previous || !permitId) return;
    const { permit, limits } = previous;
    await this.db.repo(PermitVersion).delete({ permitId, number: permit.versionNumber + 1 });
    await this.db.repo(PermitLimit).delete({ permitId });
    if (limits.length > 0) await this.db.repo(PermitLimit).insert([...limits] as object[]);
    const { id: _id, createdAt: _at, version, ...was } = permit;
    const { snapshot } = await this.reader.withForm(permit);
    await this.db.repo(Permit).update({ id: permitId }, { ...was, ...placeOf(snapshot), version: version + 2 });
  }
}
