import { MigrationInterface, QueryRunner } from 'typeorm';

/** 年度环境信用评价: years, who takes part, the evaluation of each, what it came to, objections, runs, letters. */
export class CreditEvaluation1764000300000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE evaluation_year (
        id uuid CONSTRAINT evaluation_year_pkey PRIMARY KEY,
        year integer NOT NULL CONSTRAINT evaluation_year_since CHECK (year >= 2013),
        region_code text NOT NULL,
        as_of date NOT NULL,
        state text NOT NULL CONSTRAINT evaluation_year_state CHECK (state IN ('listing', 'running')),
        report_until date NOT NULL,
        check_until date NOT NULL,
        review_until date NOT NULL,
        publicity_days integer NOT NULL CONSTRAINT evaluation_year_publicity CHECK (publicity_days > 0),
        publish_workdays integer NOT NULL CONSTRAINT evaluation_year_workdays CHECK (publish_workdays > 0),
        publish_by date NOT NULL,
        schemes jsonb NOT NULL CONSTRAINT evaluation_year_schemes CHECK (jsonb_array_length(schemes) > 0),
        legal_basis text NOT NULL,
        opened_by uuid NOT NULL,
        opened_by_name text NOT NULL,
        opened_at timestamptz NOT NULL,
        list_published_at timestamptz,
        list_published_by_name text,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT evaluation_year_once UNIQUE (region_code, year),
        CONSTRAINT evaluation_year_order CHECK (report_until <= check_until AND check_until <= review_until),
        CONSTRAINT evaluation_year_listed CHECK ((state = 'running') = (list_published_at IS NOT NULL))
      );

      CREATE TABLE evaluation_participant (
        id uuid CONSTRAINT evaluation_participant_pkey PRIMARY KEY,
        year_id uuid NOT NULL CONSTRAINT evaluation_participant_year REFERENCES evaluation_year (id),
        year integer NOT NULL,
        subject_id uuid NOT NULL,
        subject_name text NOT NULL,
        uscc text,
        region_code text NOT NULL,
        town text,
        industry_code text,
        industry_name text,
        reasons jsonb NOT NULL CONSTRAINT evaluation_participant_reasons CHECK (jsonb_array_length(reasons) > 0),
        added_by_name text NOT NULL,
        added_at timestamptz NOT NULL,
        removed_at timestamptz,
        removed_by_name text,
        removed_reason text,
        evaluation_id uuid,
        search text NOT NULL,
        -- in one year an enterprise is evaluated once, whichever bureau opened it
        CONSTRAINT evaluation_participant_once UNIQUE (year, subject_id),
        CONSTRAINT evaluation_participant_removed CHECK ((removed_at IS NULL) = (removed_reason IS NULL))
      );
      CREATE INDEX evaluation_participant_list ON evaluation_participant (year_id, subject_name, id);
      CREATE INDEX evaluation_participant_words ON evaluation_participant USING gin (bigrams(search));

      CREATE TABLE credit_evaluation (
        id uuid CONSTRAINT credit_evaluation_pkey PRIMARY KEY CONSTRAINT credit_evaluation_case REFERENCES case_record (id),
        year_id uuid NOT NULL CONSTRAINT credit_evaluation_year REFERENCES evaluation_year (id),
        year integer NOT NULL,
        participant_id uuid NOT NULL CONSTRAINT credit_evaluation_participant UNIQUE REFERENCES evaluation_participant (id),
        number text CONSTRAINT credit_evaluation_number UNIQUE,
        subject_id uuid NOT NULL,
        subject_name text NOT NULL,
        uscc text,
        region_code text NOT NULL,
        town text,
        industry_code text,
        industry_name text,
        prefills jsonb NOT NULL,
        answers jsonb NOT NULL,
        voluntary jsonb NOT NULL,
        checks jsonb NOT NULL,
        voluntary_checks jsonb NOT NULL,
        version integer NOT NULL DEFAULT 1,
        submitted_at timestamptz,
        submitted_by_name text,
        signature_id uuid,
        late boolean NOT NULL DEFAULT false,
        not_reported boolean NOT NULL DEFAULT false,
        returned integer NOT NULL DEFAULT 0,
        checked_by uuid,
        checked_by_name text,
        checked_at timestamptz,
        check_note text,
        reviewed_by uuid,
        reviewed_by_name text,
        reviewed_at timestamptz,
        review_note text,
        public_from date,
        public_until date,
        approved_by uuid,
        approved_by_name text,
        approved_at timestamptz,
        publish_due date,
        published_at timestamptz,
        score numeric(6, 2),
        grade text,
        grade_title text,
        colour text,
        vetoes text[] NOT NULL DEFAULT '{}',
        search text NOT NULL,
        CONSTRAINT credit_evaluation_two_persons CHECK (reviewed_by <> checked_by AND approved_by <> checked_by AND approved_by <> reviewed_by),
        CONSTRAINT credit_evaluation_public CHECK (public_until >= public_from),
        CONSTRAINT credit_evaluation_approved_has_grade CHECK (approved_at IS NULL OR (grade IS NOT NULL AND public_until IS NOT NULL)),
        CONSTRAINT credit_evaluation_published_is_approved CHECK (published_at IS NULL OR approved_at IS NOT NULL)
      );
      CREATE INDEX credit_evaluation_list ON credit_evaluation (year_id, subject_name, id);
      CREATE INDEX credit_evaluation_subject ON credit_evaluation (subject_id, year DESC);
      CREATE INDEX credit_evaluation_words ON credit_evaluation USING gin (bigrams(search));

      CREATE TABLE credit_evaluation_report (
        id uuid CONSTRAINT credit_evaluation_report_pkey PRIMARY KEY,
        evaluation_id uuid NOT NULL CONSTRAINT credit_evaluation_report_of REFERENCES credit_evaluation (id),
        nth integer NOT NULL,
        answers jsonb NOT NULL,
        voluntary jsonb NOT NULL,
        late boolean NOT NULL,
        submitted_at timestamptz NOT NULL,
        submitted_by_name text NOT NULL,
        signature_id uuid,
        CONSTRAINT credit_evaluation_report_nth UNIQUE (evaluation_id, nth)
      );
      CREATE TRIGGER credit_evaluation_report_append_only BEFORE UPDATE OR DELETE ON credit_evaluation_report
        FOR EACH STATEMENT EXECUTE FUNCTION case_history_is_append_only();

      CREATE TABLE credit_evaluation_result (
        id uuid CONSTRAINT credit_evaluation_result_pkey PRIMARY KEY,
        evaluation_id uuid NOT NULL CONSTRAINT credit_evaluation_result_of REFERENCES credit_evaluation (id),
        nth integer NOT NULL,
        cause text NOT NULL CONSTRAINT credit_evaluation_result_cause CHECK (cause IN ('review', 'publicity', 'recheck')),
        results jsonb NOT NULL,
        readings jsonb NOT NULL,
        computed_at timestamptz NOT NULL,
        by_name text NOT NULL,
        CONSTRAINT credit_evaluation_result_nth UNIQUE (evaluation_id, nth)
      );
      CREATE TRIGGER credit_evaluation_result_append_only BEFORE UPDATE OR DELETE ON credit_evaluation_result
        FOR EACH STATEMENT EXECUTE FUNCTION case_history_is_append_only();

      CREATE TABLE credit_evaluation_objection (
        id uuid CONSTRAINT credit_evaluation_objection_pkey PRIMARY KEY,
        evaluation_id uuid NOT NULL CONSTRAINT credit_evaluation_objection_of REFERENCES credit_evaluation (id),
        number text NOT NULL CONSTRAINT credit_evaluation_objection_number UNIQUE,
        code text,
        -- made by the device of a citizen: what arrives twice is one
        client_id uuid CONSTRAINT credit_evaluation_objection_client UNIQUE,
        side text NOT NULL CONSTRAINT credit_evaluation_objection_side CHECK (side IN ('enterprise', 'public')),
        by_name text NOT NULL,
        contact_cipher text,
        words text NOT NULL CONSTRAINT credit_evaluation_objection_words CHECK (words <> ''),
        made_at timestamptz NOT NULL,
        verdict text CONSTRAINT credit_evaluation_objection_verdict CHECK (verdict IN ('kept', 'changed')),
        answer text,
        answered_by uuid,
        answered_by_name text,
        answered_at timestamptz,
        CONSTRAINT credit_evaluation_objection_answered CHECK ((verdict IS NULL) = (answer IS NULL) AND (verdict IS NULL) = (answered_at IS NULL)),
        CONSTRAINT credit_evaluation_objection_public CHECK ((side = 'public') = (contact_cipher IS NOT NULL) AND (side = 'public') = (code IS NOT NULL))
      );
      CREATE INDEX credit_evaluation_objection_list ON credit_evaluation_objection (evaluation_id, made_at);

      CREATE TABLE credit_evaluation_run (
        id uuid CONSTRAINT credit_evaluation_run_pkey PRIMARY KEY,
        year_id uuid NOT NULL CONSTRAINT credit_evaluation_run_year REFERENCES evaluation_year (id),
        kind text NOT NULL CONSTRAINT credit_evaluation_run_kind CHECK (kind IN ('announce', 'publicity', 'approve', 'publish')),
        state text NOT NULL CONSTRAINT credit_evaluation_run_state CHECK (state IN ('running', 'done')),
        total integer NOT NULL,
        done integer NOT NULL,
        skipped integer NOT NULL,
        after_id uuid,
        note text,
        started_by uuid NOT NULL,
        started_by_name text NOT NULL,
        started_by_org uuid,
        started_at timestamptz NOT NULL,
        finished_at timestamptz,
        CONSTRAINT credit_evaluation_run_finished CHECK ((state = 'done') = (finished_at IS NOT NULL))
      );
      CREATE UNIQUE INDEX credit_evaluation_run_one ON credit_evaluation_run (year_id) WHERE state = 'running';
      CREATE INDEX credit_evaluation_run_newest ON credit_evaluation_run (year_id, id DESC);

      CREATE TABLE credit_evaluation_letter (
        id uuid CONSTRAINT credit_evaluation_letter_pkey PRIMARY KEY CONSTRAINT credit_evaluation_letter_of REFERENCES credit_evaluation (id),
        number text NOT NULL CONSTRAINT credit_evaluation_letter_number UNIQUE,
        code text NOT NULL CONSTRAINT credit_evaluation_letter_code UNIQUE,
        subject_id uuid NOT NULL,
        subject_name text NOT NULL,
        uscc text,
        region_code text NOT NULL,
        year integer NOT NULL,
        score numeric(6, 2) NOT NULL,
        grade_title text NOT NULL,
        scheme_title text NOT NULL,
        issued_on date NOT NULL,
        issued_at timestamptz NOT NULL,
        signed_text text NOT NULL,
        signature text NOT NULL,
        signing_key text NOT NULL,
        file_id uuid
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
