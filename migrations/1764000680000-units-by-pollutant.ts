import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The form asked for benzo[a]pyrene in mg/m³, as for every other pollutant, and the row of the limit said μg/m³ of the same
 * number: a thousandth of the permitted concentration. From form 2026.4 the column has the unit of the pollutant. Limits of permits, and
 * forms that can still be changed, get the number in μg/m³; what was signed stays as it was signed. A number above 0.002 cannot have been
 * meant in mg/m³ (the loosest national limit is 0.3 μg/m³, that is 0.0003 mg/m³): it was written in μg/m³ and is right.
 */
export class UnitsByPollutant1764000680000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`UPDATE permit_limit SET value = value * 1000 WHERE medium = 'air' AND pollutant = 'BaP' AND measure = 'concentration' AND value < 0.002`);
    for (const [section, table] of [['air-limits', 'limits'], ['fugitive', 'points']]) {
      await db.query(
        `UPDATE application_section s
            SET version = s.version + 1,
                data = jsonb_set(s.data, ARRAY[$2::text], (
                  SELECT jsonb_agg(CASE WHEN row.value ->> 'pollutant' = 'BaP' THEN row.value || coalesce((
                           SELECT jsonb_object_agg(cell.key, trim_scale((cell.value #>> '{}')::numeric * 1000)::text)
                             FROM jsonb_each(row.value) AS cell
                            WHERE cell.key IN ('concentrationMgM3', 'approvalMgM3', 'committedMgM3') AND cell.value #>> '{}' ~ '^\\d+(\\.\\d+)?$' AND (cell.value #>> '{}')::numeric < 0.002
                         ), '{}') ELSE row.value END ORDER BY row.ordinality)
                    FROM jsonb_array_elements(s.data -> $2::text) WITH ORDINALITY AS row(value, ordinality)))
           FROM permit_application a
          WHERE a.id = s.application_id AND a.editing = 'free' AND s.section = $1
            AND jsonb_path_exists(s.data -> $2::text, '$[*] ? (@.pollutant == "BaP")')`,
        [section, table],
      );
    }
    await db.query(`UPDATE permit_application SET form_version = '2026.4' WHERE editing = 'free'`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
