import { MigrationInterface, QueryRunner } from 'typeorm';

/** Credit: the ledger of events, schemes as dated rows, what they come to, entries by hand, runs over everybody. */
export class Credit1764000200000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.ledger(db);
    await this.schemes(db);
    await this.standings(db);
    await this.work(db);
  }

  private async ledger(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE credit_event (
        id uuid CONSTRAINT credit_event_pkey PRIMARY KEY,
        -- names the fact at its source: the same fact comes once
        key text NOT NULL CONSTRAINT credit_event_key UNIQUE,
        subject_id uuid NOT NULL CONSTRAINT credit_event_subject REFERENCES organisation (id),
        type text NOT NULL,
        severity text NOT NULL CONSTRAINT credit_event_severity CHECK (severity IN ('minor', 'general', 'serious')),
        title text NOT NULL,
        facts text NOT NULL,
        legal_basis text NOT NULL,
        source_type text NOT NULL,
        source_id text,
        document_no text,
        evidence_file_id uuid,
        indicator text,
        measure numeric(18, 6),
        score numeric(9, 4),
        points numeric(9, 4),
        occurred_on date NOT NULL,
        valid_from date NOT NULL,
        valid_until date,
        recorded_at timestamptz NOT NULL,
        recorded_by uuid NOT NULL,
        recorded_by_name text NOT NULL,
        CONSTRAINT credit_event_span CHECK (valid_until IS NULL OR valid_until >= valid_from)
      );
      CREATE INDEX credit_event_of_subject ON credit_event (subject_id, occurred_on DESC, id DESC);
      CREATE INDEX credit_event_recorded ON credit_event (subject_id, recorded_at);

      CREATE TABLE credit_event_change (
        id uuid CONSTRAINT credit_event_change_pkey PRIMARY KEY,
        subject_id uuid NOT NULL CONSTRAINT credit_event_change_subject REFERENCES organisation (id),
        -- may come before its event does
        event_key text NOT NULL,
        key text NOT NULL,
        status text NOT NULL CONSTRAINT credit_event_change_status CHECK (status IN ('active', 'suspended', 'repaired', 'expired', 'revoked')),
        effective_on date NOT NULL,
        reason text NOT NULL,
        basis text NOT NULL,
        document_no text,
        recorded_at timestamptz NOT NULL,
        recorded_by uuid NOT NULL,
        recorded_by_name text NOT NULL,
        CONSTRAINT credit_event_change_once UNIQUE (event_key, key)
      );
      CREATE INDEX credit_event_change_of_subject ON credit_event_change (subject_id, event_key);

      -- 只增不改: what was recorded stays; a correction is a further row
      CREATE FUNCTION credit_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION 'the ledger of credit is append-only' USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE TRIGGER credit_event_append_only BEFORE UPDATE OR DELETE ON credit_event FOR EACH ROW EXECUTE FUNCTION credit_append_only();
      CREATE TRIGGER credit_event_change_append_only BEFORE UPDATE OR DELETE ON credit_event_change FOR EACH ROW EXECUTE FUNCTION credit_append_only();
    `);
  }

  private async schemes(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE credit_scheme (
        id uuid CONSTRAINT credit_scheme_pkey PRIMARY KEY DEFAULT uuidv7(),
        key text NOT NULL,
        subject_kind text NOT NULL CONSTRAINT credit_scheme_subject_kind CHECK (subject_kind IN ('enterprise', 'firm')),
        method text NOT NULL CONSTRAINT credit_scheme_method CHECK (method IN ('indicators', 'points')),
        title text NOT NULL,
        legal_basis text NOT NULL,
        state text NOT NULL CONSTRAINT credit_scheme_state CHECK (state IN ('draft', 'published', 'withdrawn')),
        effective_from date NOT NULL,
        effective_to date,
        based_on uuid CONSTRAINT credit_scheme_based_on REFERENCES credit_scheme (id),
        version integer NOT NULL,
        created_by uuid NOT NULL,
        created_by_name text NOT NULL,
        created_at timestamptz NOT NULL,
        published_by uuid,
        published_by_name text,
        published_at timestamptz,
        CONSTRAINT credit_scheme_span CHECK (effective_to IS NULL OR effective_to >= effective_from),
        CONSTRAINT credit_scheme_two_persons CHECK (based_on IS NULL OR published_by IS DISTINCT FROM created_by),
        -- two versions of one scheme never hold on one day
        CONSTRAINT credit_scheme_overlap EXCLUDE USING gist (int8range(hashtext(key)::bigint, hashtext(key)::bigint, '[]') WITH &&, daterange(effective_from, effective_to, '[]') WITH &&) WHERE (state = 'published')
      );
      CREATE INDEX credit_scheme_of_key ON credit_scheme (key, effective_from DESC);

      CREATE TABLE credit_scheme_row (
        id uuid CONSTRAINT credit_scheme_row_pkey PRIMARY KEY DEFAULT uuidv7(),
        scheme_id uuid NOT NULL CONSTRAINT credit_scheme_row_scheme REFERENCES credit_scheme (id),
        position integer NOT NULL,
        kind text NOT NULL CONSTRAINT credit_scheme_row_kind CHECK (kind IN ('parameter', 'indicator', 'effect', 'deduction', 'measure', 'veto', 'downgrade', 'gate', 'tier', 'repair')),
        code text NOT NULL,
        title text NOT NULL,
        value text NOT NULL,
        unit text NOT NULL,
        attributes jsonb NOT NULL,
        legal_basis text NOT NULL,
        verified boolean NOT NULL,
        origin text,
        note text,
        CONSTRAINT credit_scheme_row_once UNIQUE (scheme_id, kind, code)
      );

      CREATE TABLE credit_force (
        id uuid CONSTRAINT credit_force_pkey PRIMARY KEY DEFAULT uuidv7(),
        subject_kind text NOT NULL CONSTRAINT credit_force_subject_kind CHECK (subject_kind IN ('enterprise', 'firm')),
        scheme_key text NOT NULL,
        effective_from date NOT NULL,
        effective_to date,
        legal_basis text NOT NULL,
        decided_by_name text NOT NULL,
        decided_at timestamptz NOT NULL,
        CONSTRAINT credit_force_span CHECK (effective_to IS NULL OR effective_to >= effective_from),
        -- one scheme has its effect on a day
        CONSTRAINT credit_force_overlap EXCLUDE USING gist (int8range(hashtext(subject_kind)::bigint, hashtext(subject_kind)::bigint, '[]') WITH &&, daterange(effective_from, effective_to, '[]') WITH &&)
      );
    `);
  }

  private async standings(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE credit_standing (
        subject_id uuid CONSTRAINT credit_standing_pkey PRIMARY KEY CONSTRAINT credit_standing_subject REFERENCES organisation (id),
        subject_kind text NOT NULL,
        region_code text NOT NULL,
        scheme_key text NOT NULL,
        score numeric(7, 2) NOT NULL,
        grade text NOT NULL,
        -- 0 is the best
        place integer NOT NULL,
        vetoes text[] NOT NULL,
        active_events integer NOT NULL,
        -- every scheme that was computed, the one in force first
        results jsonb NOT NULL,
        next_change_on date,
        as_of date NOT NULL,
        computed_at timestamptz NOT NULL,
        -- the grade holds since this day
        grade_since date NOT NULL
      );
      CREATE INDEX credit_standing_by_score ON credit_standing (subject_kind, score, subject_id);
      CREATE INDEX credit_standing_by_grade ON credit_standing (subject_kind, grade, subject_id);
      CREATE INDEX credit_standing_due ON credit_standing (next_change_on, subject_id) WHERE next_change_on IS NOT NULL;

      CREATE TABLE credit_snapshot (
        id uuid CONSTRAINT credit_snapshot_pkey PRIMARY KEY,
        subject_id uuid NOT NULL CONSTRAINT credit_snapshot_subject REFERENCES organisation (id),
        as_of date NOT NULL,
        computed_at timestamptz NOT NULL,
        scheme_key text NOT NULL,
        score numeric(7, 2) NOT NULL,
        grade text NOT NULL,
        place integer NOT NULL,
        vetoes text[] NOT NULL,
        results jsonb NOT NULL,
        cause text NOT NULL CONSTRAINT credit_snapshot_cause CHECK (cause IN ('event', 'change', 'day', 'scheme', 'first')),
        cause_keys text[] NOT NULL,
        before_score numeric(7, 2),
        before_grade text
      );
      CREATE INDEX credit_snapshot_of_subject ON credit_snapshot (subject_id, id DESC);
      CREATE TRIGGER credit_snapshot_append_only BEFORE UPDATE OR DELETE ON credit_snapshot FOR EACH ROW EXECUTE FUNCTION credit_append_only();
    `);
  }

  private async work(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE credit_entry (
        id uuid CONSTRAINT credit_entry_pkey PRIMARY KEY,
        -- 'record': a new event; 'revoke': an event is taken back
        kind text NOT NULL CONSTRAINT credit_entry_kind CHECK (kind IN ('record', 'revoke')),
        subject_id uuid NOT NULL CONSTRAINT credit_entry_subject REFERENCES organisation (id),
        subject_name text NOT NULL,
        region_code text NOT NULL,
        event_id uuid CONSTRAINT credit_entry_event REFERENCES credit_event (id),
        type text NOT NULL,
        severity text NOT NULL CONSTRAINT credit_entry_severity CHECK (severity IN ('minor', 'general', 'serious')),
        content jsonb NOT NULL,
        evidence_file_id uuid,
        state text NOT NULL CONSTRAINT credit_entry_state CHECK (state IN ('proposed', 'recorded', 'refused')),
        proposed_by uuid NOT NULL,
        proposed_by_name text NOT NULL,
        proposed_at timestamptz NOT NULL,
        decided_by uuid,
        decided_by_name text,
        decided_at timestamptz,
        decision_reason text,
        version integer NOT NULL,
        -- 两人办理: what is serious needs a second person
        CONSTRAINT credit_entry_two_persons CHECK (state = 'proposed' OR severity <> 'serious' OR decided_by IS DISTINCT FROM proposed_by)
      );
      CREATE INDEX credit_entry_of_region ON credit_entry (region_code, proposed_at DESC, id DESC);
      CREATE INDEX credit_entry_of_subject ON credit_entry (subject_id, id DESC);
      CREATE UNIQUE INDEX credit_entry_one_revocation ON credit_entry (event_id) WHERE kind = 'revoke' AND state = 'proposed';

      CREATE TABLE credit_run (
        id uuid CONSTRAINT credit_run_pkey PRIMARY KEY,
        kind text NOT NULL CONSTRAINT credit_run_kind CHECK (kind IN ('recompute', 'simulate')),
        scheme_id uuid CONSTRAINT credit_run_scheme REFERENCES credit_scheme (id),
        scheme_title text,
        region_code text NOT NULL,
        days text[] NOT NULL,
        state text NOT NULL CONSTRAINT credit_run_state CHECK (state IN ('waiting', 'running', 'done', 'failed')),
        total integer NOT NULL,
        done integer NOT NULL,
        moved integer NOT NULL,
        after_id uuid,
        started_by_name text NOT NULL,
        started_at timestamptz NOT NULL,
        finished_at timestamptz,
        problem text
      );
      CREATE INDEX credit_run_newest ON credit_run (region_code, id DESC);
      CREATE UNIQUE INDEX credit_run_one_recompute ON credit_run (kind) WHERE kind = 'recompute' AND state IN ('waiting', 'running');

      CREATE TABLE credit_run_row (
        run_id uuid NOT NULL CONSTRAINT credit_run_row_run REFERENCES credit_run (id),
        day date NOT NULL,
        subject_id uuid NOT NULL,
        subject_name text NOT NULL,
        before_score numeric(7, 2),
        before_grade text,
        before_place integer,
        after_score numeric(7, 2) NOT NULL,
        after_grade text NOT NULL,
        after_place integer NOT NULL,
        delta numeric(7, 2) NOT NULL,
        moved integer NOT NULL,
        CONSTRAINT credit_run_row_pkey PRIMARY KEY (run_id, day, subject_id)
      );
      CREATE INDEX credit_run_row_by_delta ON credit_run_row (run_id, day, delta, subject_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
