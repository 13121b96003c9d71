import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Permits that come from elsewhere: lists of the national platform, taken over by the bureau, with enterprises that are
 * known before they register.
 */
export class PermitImports1764000153000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE organisation DROP CONSTRAINT organisation_status_check;
      ALTER TABLE organisation
        -- known: named by a list of permits, without people; registering with its credit code claims it
        ADD CONSTRAINT organisation_status_check CHECK (status IN ('known', 'pending', 'active', 'rejected', 'suspended')),
        ADD known_since timestamptz,
        ADD CONSTRAINT organisation_known CHECK (status <> 'known' OR known_since IS NOT NULL);
      CREATE INDEX organisation_claimable ON organisation (uscc) WHERE known_since IS NOT NULL;

      ALTER TABLE permit ALTER application_id DROP NOT NULL;
      ALTER TABLE permit
        ADD source text NOT NULL DEFAULT 'platform' CHECK (source IN ('platform', 'national')),
        -- the day of the list it was taken from
        ADD source_on date,
        ADD import_id uuid,
        ADD CONSTRAINT permit_source CHECK ((source = 'national') = (source_on IS NOT NULL));
      CREATE INDEX permit_import_of ON permit (import_id) WHERE import_id IS NOT NULL;

      CREATE TABLE permit_import (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        region_code text NOT NULL,
        name text NOT NULL,
        hash text NOT NULL,
        file_id uuid NOT NULL,
        source_on date NOT NULL,
        state text NOT NULL CHECK (state IN ('judging', 'unreadable', 'judged', 'applying', 'applied', 'undoing', 'undone', 'discarded')),
        mode text CHECK (mode IN ('all', 'good')),
        rows_total integer NOT NULL DEFAULT 0,
        rows_done integer NOT NULL DEFAULT 0,
        created integer NOT NULL DEFAULT 0,
        changed integer NOT NULL DEFAULT 0,
        same integer NOT NULL DEFAULT 0,
        refused integer NOT NULL DEFAULT 0,
        applied integer NOT NULL DEFAULT 0,
        -- rows that were good when judged and no longer were when their turn came
        skipped integer NOT NULL DEFAULT 0,
        -- why it could not be read, in both languages
        failure jsonb,
        notes jsonb NOT NULL DEFAULT '[]',
        created_by uuid NOT NULL,
        created_by_name text NOT NULL,
        created_at timestamptz NOT NULL,
        judged_at timestamptz,
        applied_by_name text,
        applied_at timestamptz,
        undone_by_name text,
        undone_at timestamptz,
        version integer NOT NULL,
        CONSTRAINT permit_import_mode CHECK (mode IS NOT NULL OR state NOT IN ('applying', 'applied', 'undoing', 'undone'))
      );
      CREATE INDEX permit_import_list ON permit_import (region_code text_pattern_ops, id DESC);

      CREATE TABLE permit_import_row (
        import_id uuid NOT NULL REFERENCES permit_import (id),
        line integer NOT NULL,
        kind text NOT NULL CHECK (kind IN ('new', 'changed', 'same', 'refused')),
        number text NOT NULL,
        name text NOT NULL,
        facts jsonb,
        -- [{key, before, after}] against the permit as it stood
        changes jsonb NOT NULL DEFAULT '[]',
        problems jsonb NOT NULL DEFAULT '[]',
        notes jsonb NOT NULL DEFAULT '[]',
        outcome text CHECK (outcome IN ('applied', 'skipped', 'undone')),
        permit_id uuid,
        -- the permit and its limits as they stood before, for taking the change back
        previous jsonb,
        PRIMARY KEY (import_id, line)
      );
      CREATE INDEX permit_import_row_kind ON permit_import_row (import_id, kind, line);
      CREATE INDEX permit_import_row_open ON permit_import_row (import_id, line) WHERE outcome IS NULL AND kind IN ('new', 'changed');
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
