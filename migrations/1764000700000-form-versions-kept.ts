import { MigrationInterface, QueryRunner } from 'typeorm';

/** `$1` a table of rows whose benzo[a]pyrene is in mg/m³: the same in μg/m³, by the rule of the form (a number from 0.002 on was never milligrams). */
const IN_MICROGRAMS = (table: string): string => `(
  SELECT jsonb_agg(CASE WHEN row.value ->> 'pollutant' = 'BaP' THEN row.value || coalesce((
           SELECT jsonb_object_agg(cell.key, trim_scale((cell.value #>> '{}')::numeric * 1000)::text)
             FROM jsonb_each(row.value) AS cell
            WHERE cell.key IN ('concentrationMgM3', 'approvalMgM3', 'committedMgM3') AND cell.value #>> '{}' ~ '^\\d+(\\.\\d+)?$'
              AND (cell.value #>> '{}')::numeric > 0 AND (cell.value #>> '{}')::numeric < 0.002
         ), '{}') ELSE row.value END ORDER BY row.ordinality)
    FROM jsonb_array_elements(${table}) WITH ORDINALITY AS row(value, ordinality))`;

/**
 * Each section of an application and each version of a permit says in which form it was written, so that an earlier one is read in the units of
 * today without being altered. What is compared with it while a 补正 is open is put into those units too, and limits of versions that were
 * issued from an earlier form after the first conversion get theirs.
 */
export class FormVersionsKept1764000700000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE application_section ADD COLUMN form_version text`);
    await db.query(`UPDATE application_section s SET form_version = a.form_version FROM permit_application a WHERE a.id = s.application_id`);
    await db.query(`ALTER TABLE application_section ALTER COLUMN form_version SET NOT NULL`);
    await db.query(`ALTER TABLE permit_version ADD COLUMN form_version text`);
    // of no application: a version carried on or listed, which rests on the one before it; without one it holds no concentrations
    await db.query(`
      UPDATE permit_version v SET form_version = coalesce(
        (SELECT a.form_version FROM permit_application a WHERE a.id = v.application_id),
        (SELECT a.form_version FROM permit_version o JOIN permit_application a ON a.id = o.application_id WHERE o.permit_id = v.permit_id AND o.number < v.number ORDER BY o.number DESC LIMIT 1),
        (SELECT a.form_version FROM permit_version o JOIN permit_application a ON a.id = o.application_id WHERE o.permit_id = v.permit_id AND o.number > v.number ORDER BY o.number LIMIT 1),
        '2026.3')`);
    await db.query(`ALTER TABLE permit_version ALTER COLUMN form_version SET NOT NULL`);
    for (const [section, table] of [['air-limits', 'limits'], ['fugitive', 'points']]) {
      await db.query(
        `UPDATE correction_round r SET before = jsonb_set(r.before, ARRAY[$1::text, $2::text], ${IN_MICROGRAMS('r.before -> $1::text -> $2::text')})
           FROM permit_application a
          WHERE a.id = r.case_id AND r.state = 'open' AND a.form_version < '2026.4' AND jsonb_path_exists(r.before -> $1::text -> $2::text, '$[*] ? (@.pollutant == "BaP")')`,
        [section, table],
      );
    }
    // what is kept of a form in 补正 is of its content as it was stored
    await db.query(`DELETE FROM form_state f USING permit_application a WHERE a.id = f.application_id AND a.editing = 'flagged' AND a.form_version < '2026.4'`);
    await db.query(`UPDATE permit_limit SET value = value * 1000 WHERE medium = 'air' AND pollutant = 'BaP' AND measure = 'concentration' AND value > 0 AND value < 0.002`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
