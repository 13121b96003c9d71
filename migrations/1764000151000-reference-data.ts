import { MigrationInterface, QueryRunner } from 'typeorm';

/** Dated reference data: values with their law and who compared them, standards with their limits, and proposals of two persons to change limits. */
export class ReferenceData1764000151000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(VALUES);
    await db.query(STANDARDS);
    await db.query(LIMITS);
    await db.query(PROPOSALS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

const VALUES = `
  CREATE TABLE reference_value (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    kind text NOT NULL CHECK (kind ~ '^[a-z][a-z-]{1,39}$'),
    key text NOT NULL,
    title text NOT NULL,
    value text NOT NULL,
    unit text NOT NULL,
    effective_from date NOT NULL,
    effective_to date,
    legal_basis text NOT NULL,
    verified boolean NOT NULL,
    -- where it was taken from: 知, 待核, or the text
    origin text,
    note text,
    CONSTRAINT reference_value_once UNIQUE (kind, key, effective_from),
    CONSTRAINT reference_value_span CHECK (effective_to IS NULL OR effective_to >= effective_from)
  );

  -- who compared which row with which text, and who took it back: only added to
  CREATE TABLE reference_check (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    kind text NOT NULL,
    key text NOT NULL,
    verdict text NOT NULL CHECK (verdict IN ('verified', 'withdrawn')),
    against text NOT NULL,
    file_id uuid,
    -- the row as it was compared
    content jsonb NOT NULL,
    checked_by uuid NOT NULL,
    checked_by_name text NOT NULL,
    checked_at timestamptz NOT NULL
  );
  CREATE INDEX reference_check_row ON reference_check (kind, key, id DESC);
`;

const STANDARDS = `
  CREATE TABLE discharge_standard (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    code text NOT NULL,
    -- the code without spaces and hyphen variants, as people type it
    key text NOT NULL,
    title text NOT NULL,
    kind text NOT NULL CHECK (kind IN ('national', 'provincial', 'ultra-low', 'plan', 'approval')),
    in_force_from date,
    in_force_to date,
    replaces text,
    replaced_by text,
    verified boolean NOT NULL,
    origin text,
    note text,
    created_by_name text,
    created_at timestamptz NOT NULL,
    CONSTRAINT discharge_standard_once UNIQUE (key),
    CONSTRAINT discharge_standard_span CHECK (in_force_to IS NULL OR in_force_from IS NULL OR in_force_to >= in_force_from)
  );
`;

const LIMITS = `
  ALTER TABLE limit_standard
    ADD COLUMN industry text CHECK (industry ~ '^[0-9]{2,4}$'),
    ADD COLUMN fuel text,
    ADD COLUMN variant text,
    ADD COLUMN build_period text CHECK (build_period IN ('new', 'existing')),
    ADD COLUMN built_since date,
    ADD COLUMN discharge text CHECK (discharge IN ('direct', 'indirect')),
    ADD COLUMN averaging text CHECK (averaging IN ('hour', 'day', 'month', 'once')),
    ADD COLUMN base_oxygen numeric CHECK (base_oxygen > 0 AND base_oxygen < 21),
    ADD COLUMN legal_basis text,
    ADD COLUMN origin text,
    ADD COLUMN proposed_by uuid,
    ADD COLUMN confirmed_by uuid,
    ADD COLUMN confirmed_by_name text,
    ADD COLUMN created_at timestamptz NOT NULL DEFAULT now(),
    -- a row that was wrong from the beginning: it stays, and counts no more
    ADD COLUMN superseded_at timestamptz,
    ADD COLUMN superseded_by uuid,
    ADD CONSTRAINT limit_standard_value CHECK (value >= 0),
    ADD CONSTRAINT limit_standard_built CHECK ((build_period IS NULL) = (built_since IS NULL)),
    DROP CONSTRAINT limit_standard_once,
    DROP CONSTRAINT limit_standard_medium_check,
    DROP CONSTRAINT limit_standard_tier_check,
    ADD CONSTRAINT limit_standard_medium_check CHECK (medium IN ('air', 'fugitive', 'water', 'noise')),
    ADD CONSTRAINT limit_standard_tier_check CHECK (tier IN ('national', 'special', 'provincial', 'ultra-low', 'approval'));

  -- nobody could be named who compared these rows with the promulgated text
  UPDATE limit_standard SET verified = false;
  UPDATE limit_standard SET discharge = 'indirect' WHERE standard IN ('GB 18466-2005', 'GB 27631-2011');
  UPDATE limit_standard SET discharge = 'direct' WHERE medium = 'water' AND standard IN ('GB 16171-2012', 'DB14/1928-2019');
  UPDATE limit_standard SET source = '*' WHERE standard = 'DB14/1928-2019' AND source = 'sewage-works';
  UPDATE limit_standard SET base_oxygen = CASE source WHEN 'boiler-coal' THEN 9 WHEN 'power-coal' THEN 6 WHEN 'power-gas' THEN 3 WHEN 'cement-kiln' THEN 10 ELSE 3.5 END
   WHERE source IN ('boiler-coal', 'boiler-oil', 'boiler-gas', 'power-coal', 'power-gas', 'cement-kiln');
  UPDATE limit_standard SET build_period = 'new', built_since = '2014-07-01' WHERE standard = 'GB 13271-2014' AND tier = 'national';
  -- told apart by building period or variant from now on; the reference data brings them anew
  DELETE FROM limit_standard WHERE standard = 'GB 13223-2011' AND tier = 'national';
  DELETE FROM limit_standard WHERE standard = 'GB 18918-2002' AND pollutant IN ('NH3-N', 'TP');
  DELETE FROM limit_standard WHERE standard = 'GB 20426-2006';
  UPDATE limit_standard SET averaging = 'day' WHERE standard IN ('GB 18918-2002', 'GB 18466-2005', 'GB 27631-2011', 'DB14/1928-2019') OR (standard = 'GB 16171-2012' AND medium = 'water');

  CREATE UNIQUE INDEX limit_standard_once ON limit_standard
    (standard, medium, source, pollutant, tier, industry, fuel, variant, build_period, discharge, averaging, valid_from) NULLS NOT DISTINCT WHERE superseded_at IS NULL;
  CREATE INDEX limit_standard_words ON limit_standard USING gin (bigrams(standard || ' ' || title));
`;

const PROPOSALS = `
  CREATE TABLE limit_proposal (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    state text NOT NULL CHECK (state IN ('proposed', 'confirmed', 'rejected', 'withdrawn')),
    reason text NOT NULL,
    -- document, article or address the change rests on
    citation text NOT NULL,
    file_id uuid,
    items jsonb NOT NULL,
    source text NOT NULL CHECK (source IN ('form', 'excel')),
    proposed_by uuid NOT NULL,
    proposed_by_name text NOT NULL,
    proposed_at timestamptz NOT NULL,
    decided_by uuid,
    decided_by_name text,
    decided_at timestamptz,
    decision_note text,
    simulation_state text NOT NULL CHECK (simulation_state IN ('queued', 'done', 'failed')),
    simulation jsonb,
    version integer NOT NULL DEFAULT 1,
    CHECK ((state = 'proposed') = (decided_at IS NULL)),
    CONSTRAINT limit_proposal_four_eyes CHECK (state <> 'confirmed' OR decided_by <> proposed_by)
  );
  CREATE INDEX limit_proposal_state ON limit_proposal (state, id DESC);
`;
