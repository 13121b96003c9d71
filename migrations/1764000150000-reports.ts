import { MigrationInterface, QueryRunner } from 'typeorm';

/** 执行报告: one for each report duty, its parts, checks, copies as handed in, and marks of its texts. */
export class Reports1764000150000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE execution_report (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        obligation_id uuid NOT NULL,
        permit_id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        enterprise_name text NOT NULL,
        site_id uuid NOT NULL,
        site_name text NOT NULL,
        region_code text NOT NULL,
        permit_number text NOT NULL,
        kind text NOT NULL CONSTRAINT execution_report_kind CHECK (kind IN ('annual', 'quarterly', 'monthly')),
        period_from date NOT NULL,
        period_to date NOT NULL,
        due_on date NOT NULL,
        title_zh text NOT NULL,
        title_en text NOT NULL,
        form_version text NOT NULL,
        state text NOT NULL CONSTRAINT execution_report_state CHECK (state IN ('draft', 'submitted', 'returned', 'accepted', 'amending')),
        -- copies handed in so far
        revision integer NOT NULL DEFAULT 0,
        -- why a report that was handed in is being written again
        amendment_reason text,
        submitted_at timestamptz,
        submitted_hash char(64),
        late_days integer,
        committed_at timestamptz,
        committed_by uuid,
        committed_hash char(64),
        search text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        -- one report a duty: of two who begin at once, one wins
        CONSTRAINT execution_report_once UNIQUE (obligation_id),
        CONSTRAINT execution_report_period CHECK (period_from <= period_to)
      );
      CREATE INDEX execution_report_words ON execution_report USING gin (bigrams(search));
      CREATE INDEX execution_report_enterprise ON execution_report (enterprise_id, due_on DESC, id DESC);
      CREATE INDEX execution_report_permit ON execution_report (permit_id, kind, period_to DESC);
      CREATE INDEX execution_report_region_due ON execution_report (region_code text_pattern_ops, due_on DESC, id DESC) WHERE submitted_at IS NOT NULL;
      CREATE INDEX execution_report_due ON execution_report (due_on DESC, id DESC) WHERE submitted_at IS NOT NULL;
      CREATE INDEX execution_report_handed_in ON execution_report (submitted_at DESC, id DESC) WHERE submitted_at IS NOT NULL;

      CREATE TABLE execution_report_part (
        report_id uuid NOT NULL REFERENCES execution_report (id),
        part text NOT NULL,
        data jsonb NOT NULL,
        -- what the platform offered when it was last asked, and where each value came from
        offered jsonb NOT NULL,
        sources jsonb NOT NULL,
        offered_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1,
        completed boolean NOT NULL DEFAULT false,
        updated_by uuid NOT NULL,
        updated_at timestamptz NOT NULL,
        PRIMARY KEY (report_id, part)
      );

      CREATE TABLE execution_report_check (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        report_id uuid NOT NULL REFERENCES execution_report (id),
        state text NOT NULL CONSTRAINT execution_report_check_state CHECK (state IN ('queued', 'running', 'done', 'failed')),
        progress integer NOT NULL DEFAULT 0,
        content_hash char(64),
        rule_versions jsonb NOT NULL,
        errors integer NOT NULL DEFAULT 0,
        warnings integer NOT NULL DEFAULT 0,
        requested_by uuid NOT NULL,
        requested_at timestamptz NOT NULL,
        started_at timestamptz,
        finished_at timestamptz
      );
      CREATE INDEX execution_report_check_newest ON execution_report_check (report_id, id DESC);
      CREATE UNIQUE INDEX execution_report_check_waiting ON execution_report_check (report_id) WHERE state = 'queued';

      CREATE TABLE execution_report_finding (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        check_id uuid NOT NULL REFERENCES execution_report_check (id),
        report_id uuid NOT NULL,
        position integer NOT NULL,
        rule_id text NOT NULL,
        level text NOT NULL CONSTRAINT execution_report_finding_level CHECK (level IN ('E', 'W')),
        pointer text NOT NULL,
        actual text NOT NULL,
        expected text NOT NULL,
        basis text NOT NULL,
        suggestion_zh text NOT NULL,
        suggestion_en text NOT NULL,
        -- for officers only: whose text it is like
        evidence text,
        explanation text,
        explained_by uuid,
        explained_by_name text,
        explained_at timestamptz
      );
      CREATE INDEX execution_report_finding_check ON execution_report_finding (check_id, position);

      -- each copy as it was handed in; only what the bureau says of it is added later
      CREATE TABLE execution_report_revision (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        report_id uuid NOT NULL REFERENCES execution_report (id),
        number integer NOT NULL,
        reason text,
        form jsonb NOT NULL,
        findings jsonb NOT NULL,
        content_hash char(64) NOT NULL,
        record_id uuid NOT NULL,
        submitted_at timestamptz NOT NULL,
        submitted_by uuid NOT NULL,
        submitted_by_name text NOT NULL,
        late_days integer NOT NULL,
        outcome text CONSTRAINT execution_report_outcome CHECK (outcome IN ('accepted', 'returned', 'superseded', 'void')),
        -- the four qualities as the officer judged them
        qualities jsonb,
        -- places that are to be corrected
        returned jsonb,
        outcome_note text,
        decided_at timestamptz,
        decided_by uuid,
        decided_by_name text,
        CONSTRAINT execution_report_revision_number UNIQUE (report_id, number)
      );
      CREATE FUNCTION execution_report_revision_kept() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'a report as handed in is kept'; END IF;
        IF (OLD.report_id, OLD.number, OLD.form, OLD.findings, OLD.content_hash, OLD.record_id, OLD.submitted_at, OLD.submitted_by, OLD.late_days) IS DISTINCT FROM
           (NEW.report_id, NEW.number, NEW.form, NEW.findings, NEW.content_hash, NEW.record_id, NEW.submitted_at, NEW.submitted_by, NEW.late_days) THEN
          RAISE EXCEPTION 'a report as handed in does not change';
        END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER execution_report_revision_kept BEFORE UPDATE OR DELETE ON execution_report_revision FOR EACH ROW EXECUTE FUNCTION execution_report_revision_kept();
      CREATE INDEX execution_report_public ON execution_report_revision (decided_at DESC, id DESC) WHERE outcome = 'accepted';

      -- marks of long texts, by which like ones are found without reading all reports
      CREATE TABLE execution_report_text (
        report_id uuid NOT NULL REFERENCES execution_report (id),
        pointer text NOT NULL,
        enterprise_id uuid NOT NULL,
        text text NOT NULL,
        bands integer[] NOT NULL,
        PRIMARY KEY (report_id, pointer)
      );
      CREATE INDEX execution_report_text_bands ON execution_report_text USING gin (bands);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
