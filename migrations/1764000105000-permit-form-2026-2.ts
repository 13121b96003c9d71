import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Form 2026.2 has the nineteen pages of the national form. Plant totals and water limits get sections of their own, in
 * every application; drafts get the new sections, empty. An application on its way keeps the sections it was handed in
 * with, and permits keep what was signed.
 */
export class PermitForm20262_1764000105000 implements MigrationInterface {
  name = 'PermitForm20262_1764000105000';

  async up(db: QueryRunner): Promise<void> {
    await moved(db, { from: 'air-limits', table: 'plantTotals', to: 'air-totals', flag: 'hasTotals' });
    await moved(db, { from: 'water-outlets', table: 'limits', to: 'water-limits', flag: 'hasWaterLimits' });
    await db.query(`
      INSERT INTO application_section (application_id, section, data, version, completed, updated_by, updated_at)
      SELECT a.id, s.key, '{}', 1, false, a.created_by, a.updated_at
        FROM permit_application a,
             unnest(ARRAY['products-supplement', 'fugitive', 'noise', 'ledgers', 'supplementary-registration', 'local', 'submission']) AS s(key)
       WHERE a.editing = 'free'`);
    await db.query(`UPDATE permit_application SET form_version = '2026.2' WHERE editing = 'free'`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

async function moved(db: QueryRunner, { from, table, to, flag }: { from: string; table: string; to: string; flag: string }): Promise<void> {
  await db.query(
    `INSERT INTO application_section (application_id, section, data, version, completed, updated_by, updated_at)
     SELECT application_id, $3,
            CASE WHEN jsonb_array_length(coalesce(data -> $2, '[]')) > 0 THEN jsonb_build_object($4::text, true, $2::text, data -> $2) ELSE jsonb_build_object($4::text, false) END,
            1, completed, updated_by, updated_at
       FROM application_section WHERE section = $1`,
    [from, table, to, flag],
  );
  await db.query('UPDATE application_section SET data = data - $2::text, version = version + 1 WHERE section = $1 AND data ? $2::text', [from, table]);
}
