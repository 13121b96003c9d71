import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What a permit says stood twice: on its head and on its newest version. It stands with the version alone from here on; the head
 * keeps the place on the map, which the application writes with each version.
 */
export class PermitContentOnce1764000320000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      DO $$ BEGIN
        IF EXISTS (SELECT 1 FROM permit p LEFT JOIN permit_version v ON v.permit_id = p.id AND v.number = p.version_number WHERE v.snapshot IS DISTINCT FROM p.snapshot) THEN
          RAISE EXCEPTION 'a permit says something else than its newest version: look at it before its content is taken away';
        END IF;
      END $$;
      ALTER TABLE permit ALTER longitude DROP EXPRESSION, ALTER latitude DROP EXPRESSION;
      ALTER TABLE permit DROP COLUMN snapshot;
      -- what a list put aside names the version it was
      UPDATE permit_import_row SET previous = previous #- '{permit,snapshot}' WHERE previous #> '{permit,snapshot}' IS NOT NULL;
      DROP FUNCTION degrees_of(text);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
