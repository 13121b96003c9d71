import { MigrationInterface, QueryRunner } from 'typeorm';

/** The library of permit conditions with its versions, and what an application lays down, changes or drops. */
export class Conditions1764000152000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE condition_library (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        code text NOT NULL,
        version integer NOT NULL,
        -- the newest version of its code
        is_current boolean NOT NULL,
        title text NOT NULL,
        kind text NOT NULL,
        -- what it is laid on
        subject text NOT NULL,
        -- with places {name} for the parameters
        text text NOT NULL,
        parameters jsonb NOT NULL,
        legal_basis text NOT NULL,
        verified boolean NOT NULL,
        -- {period, content, rule, days, monthDay}: what is to be done again and again; null for a condition that only holds
        duty jsonb,
        effective_from date NOT NULL,
        -- first day on which it is no longer laid down
        effective_to date,
        -- why this version was made
        change_note text NOT NULL,
        retired_reason text,
        created_at timestamptz NOT NULL,
        created_by uuid,
        created_by_name text NOT NULL,
        search text NOT NULL GENERATED ALWAYS AS (code || ' ' || title || ' ' || text || ' ' || legal_basis) STORED,
        CONSTRAINT condition_library_once UNIQUE (code, version),
        CONSTRAINT condition_library_code CHECK (code ~ '^[A-Z]{2,8}-[0-9]{2,4}$'),
        CONSTRAINT condition_library_version CHECK (version >= 1),
        CONSTRAINT condition_library_kind CHECK (kind IN ('operation', 'monitoring', 'ledger', 'report', 'disclosure', 'special-period', 'improvement', 'other')),
        CONSTRAINT condition_library_subject CHECK (subject IN ('site', 'outlet', 'facility')),
        CONSTRAINT condition_library_days CHECK (effective_to IS NULL OR effective_to >= effective_from),
        CONSTRAINT condition_library_retired CHECK (retired_reason IS NULL OR effective_to IS NOT NULL)
      );
      CREATE UNIQUE INDEX condition_library_current ON condition_library (code) WHERE is_current;

      ALTER TABLE permit_condition
        ADD COLUMN title text NOT NULL DEFAULT '',
        ADD COLUMN subject text NOT NULL DEFAULT 'site',
        -- DA001, DW001, MF0001, TA001; null for the whole site
        ADD COLUMN subject_code text,
        ADD COLUMN verified boolean NOT NULL DEFAULT false,
        -- false for what holds a trade secret: not shown to the public
        ADD COLUMN is_public boolean NOT NULL DEFAULT true,
        ADD COLUMN reason text,
        ADD CONSTRAINT permit_condition_subject CHECK (subject IN ('site', 'outlet', 'facility'));

      CREATE TABLE application_condition (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        application_id uuid NOT NULL REFERENCES permit_application (id),
        act text NOT NULL,
        -- the condition of the permit that is changed or dropped
        permit_condition_id uuid REFERENCES permit_condition (id),
        library_code text,
        library_version integer,
        parameters jsonb NOT NULL,
        title text NOT NULL,
        kind text NOT NULL,
        subject text NOT NULL,
        subject_code text,
        text text NOT NULL,
        legal_basis text NOT NULL,
        verified boolean NOT NULL,
        is_public boolean NOT NULL,
        duty jsonb,
        reason text,
        created_at timestamptz NOT NULL,
        created_by uuid NOT NULL,
        created_by_name text NOT NULL,
        CONSTRAINT application_condition_act CHECK (act IN ('add', 'change', 'drop')),
        CONSTRAINT application_condition_of CHECK ((act = 'add') = (permit_condition_id IS NULL)),
        -- what is not from the library, and what is dropped, says why
        CONSTRAINT application_condition_reason CHECK (reason IS NOT NULL OR (act = 'add' AND library_code IS NOT NULL))
      );
      CREATE INDEX application_condition_application ON application_condition (application_id, id);
      CREATE UNIQUE INDEX application_condition_once ON application_condition (application_id, permit_condition_id) WHERE permit_condition_id IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
