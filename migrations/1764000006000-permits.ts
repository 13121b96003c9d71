import { MigrationInterface, QueryRunner } from 'typeorm';

/** Permit applications, their sections, machine reviews, opinions, permits and the reference table of limits. */
export class Permits1764000006000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE permit_application (
        id uuid PRIMARY KEY,
        enterprise_id uuid NOT NULL,
        enterprise_name text NOT NULL,
        uscc text NOT NULL,
        site_id uuid NOT NULL,
        site_sequence integer NOT NULL CHECK (site_sequence BETWEEN 1 AND 999),
        site_name text NOT NULL,
        region_code text NOT NULL,
        management_category text NOT NULL CHECK (management_category IN ('key', 'simplified')),
        business_type text NOT NULL CHECK (business_type IN ('new')),
        form_version text NOT NULL,
        editing text NOT NULL CHECK (editing IN ('free', 'flagged', 'sealed')),
        state text NOT NULL,
        case_number text,
        -- until the end of the procedure; one open application for each site
        open boolean NOT NULL DEFAULT true,
        submitted_at timestamptz,
        submitted_hash char(64),
        committed_at timestamptz,
        committed_by uuid,
        committed_hash char(64),
        reviewer_id uuid,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX permit_application_one_open ON permit_application (enterprise_id, site_sequence) WHERE open;
      CREATE INDEX permit_application_enterprise ON permit_application (enterprise_id, id DESC);
      CREATE INDEX permit_application_region ON permit_application (region_code text_pattern_ops, id DESC);
      CREATE INDEX permit_application_words ON permit_application USING gin (bigrams(enterprise_name || ' ' || site_name || ' ' || coalesce(case_number, '')));

      CREATE TABLE application_section (
        application_id uuid NOT NULL REFERENCES permit_application (id),
        section text NOT NULL,
        data jsonb NOT NULL,
        version integer NOT NULL,
        completed boolean NOT NULL DEFAULT false,
        updated_by uuid NOT NULL,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (application_id, section)
      );

      CREATE TABLE review_run (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        application_id uuid NOT NULL REFERENCES permit_application (id),
        state text NOT NULL CHECK (state IN ('queued', 'running', 'done', 'failed')),
        progress integer NOT NULL CHECK (progress BETWEEN 0 AND 100),
        content_hash char(64),
        rule_versions jsonb NOT NULL,
        errors integer NOT NULL DEFAULT 0,
        warnings integer NOT NULL DEFAULT 0,
        requested_by uuid NOT NULL,
        requested_at timestamptz NOT NULL,
        started_at timestamptz,
        finished_at timestamptz
      );
      CREATE INDEX review_run_application ON review_run (application_id, id DESC);
      CREATE UNIQUE INDEX review_run_one_queued ON review_run (application_id) WHERE state = 'queued';

      CREATE TABLE review_finding (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        run_id uuid NOT NULL REFERENCES review_run (id),
        application_id uuid NOT NULL,
        position integer NOT NULL,
        rule_id text NOT NULL,
        level text NOT NULL CHECK (level IN ('E', 'W')),
        pointer text NOT NULL,
        actual text NOT NULL,
        expected text NOT NULL,
        basis text NOT NULL,
        suggestion_zh text NOT NULL,
        suggestion_en text NOT NULL,
        evidence text,
        limits jsonb NOT NULL DEFAULT '[]',
        disposition text CHECK (disposition IN ('accepted', 'overruled')),
        disposition_reason text,
        disposed_by uuid,
        disposed_by_name text,
        disposed_at timestamptz,
        UNIQUE (run_id, position)
      );

      CREATE TABLE review_opinion (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        application_id uuid NOT NULL REFERENCES permit_application (id),
        section text NOT NULL,
        verdict text NOT NULL CHECK (verdict IN ('agree', 'object')),
        text text NOT NULL,
        author_id uuid NOT NULL,
        author_name text NOT NULL,
        at timestamptz NOT NULL
      );
      CREATE INDEX review_opinion_application ON review_opinion (application_id, id);

      CREATE TABLE permit (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        number text NOT NULL,
        application_id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        enterprise_name text NOT NULL,
        uscc text NOT NULL,
        site_id uuid NOT NULL,
        site_name text NOT NULL,
        site_sequence integer NOT NULL,
        site_address text NOT NULL,
        region_code text NOT NULL,
        legal_representative text NOT NULL,
        industry_code text NOT NULL,
        industry_name text NOT NULL,
        management_category text NOT NULL,
        issuer text NOT NULL,
        issued_on date NOT NULL,
        valid_from date NOT NULL,
        valid_to date NOT NULL,
        status text NOT NULL CHECK (status IN ('valid', 'revoked', 'cancelled')),
        snapshot jsonb NOT NULL,
        original_file_id uuid,
        duplicate_file_id uuid,
        signed_text text NOT NULL,
        signature text NOT NULL,
        signing_key text NOT NULL,
        version integer NOT NULL,
        issued_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT permit_number_once UNIQUE (number),
        CONSTRAINT permit_application_once UNIQUE (application_id),
        CHECK (valid_to > valid_from)
      );
      CREATE INDEX permit_enterprise ON permit (enterprise_id, id DESC);
      CREATE INDEX permit_region ON permit (region_code text_pattern_ops, id DESC);
      CREATE INDEX permit_words ON permit USING gin (bigrams(enterprise_name || ' ' || site_name || ' ' || number));

      CREATE TABLE limit_standard (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        standard text NOT NULL,
        title text NOT NULL,
        medium text NOT NULL CHECK (medium IN ('air', 'water')),
        source text NOT NULL,
        pollutant text NOT NULL,
        value numeric NOT NULL,
        unit text NOT NULL,
        tier text NOT NULL CHECK (tier IN ('national', 'special', 'provincial', 'ultra-low')),
        valid_from date NOT NULL,
        valid_to date,
        verified boolean NOT NULL,
        note text,
        CONSTRAINT limit_standard_once UNIQUE (standard, medium, source, pollutant, tier, valid_from),
        CHECK (valid_to IS NULL OR valid_to >= valid_from)
      );
      CREATE INDEX limit_standard_lookup ON limit_standard (medium, source, pollutant);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
