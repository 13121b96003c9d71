import { MigrationInterface, QueryRunner } from 'typeorm';

/** Facts that the bureau keeps of enterprises from documents of other authorities: dated rows, confirmed by a second person; corrections and withdrawals are rows of their own. */
export class KeptFacts1764000360000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE kept_fact (
        id uuid CONSTRAINT kept_fact_pkey PRIMARY KEY DEFAULT uuidv7(),
        step text NOT NULL CONSTRAINT kept_fact_step CHECK (step IN ('record', 'correct', 'withdraw')),
        replaces_id uuid CONSTRAINT kept_fact_replaces REFERENCES kept_fact (id),
        enterprise_id uuid NOT NULL,
        enterprise_name text NOT NULL,
        uscc text NOT NULL,
        region_code text NOT NULL,
        kind text NOT NULL,
        -- as it stands in the document: no digit is lost or added
        value text NOT NULL,
        unit text NOT NULL,
        from_on date NOT NULL,
        to_on date,
        authority text NOT NULL,
        document_no text NOT NULL,
        note text NOT NULL,
        reason text,
        scan_file_id uuid,
        source text NOT NULL CONSTRAINT kept_fact_source CHECK (source IN ('form', 'excel', 'enterprise')),
        state text NOT NULL CONSTRAINT kept_fact_state CHECK (state IN ('proposed', 'confirmed', 'refused')),
        -- confirmed, no withdrawal, and nothing confirmed in its place
        counts boolean NOT NULL,
        proposed_by uuid NOT NULL,
        proposed_by_name text NOT NULL,
        proposed_by_org uuid NOT NULL,
        proposed_at timestamptz NOT NULL,
        decided_by uuid,
        decided_by_name text,
        decided_at timestamptz,
        decision_reason text,
        search text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT kept_fact_value CHECK (CASE WHEN kind = 'performance-grade' THEN value ~ '^[A-Za-z-]{1,12}$' ELSE value ~ '^(0|[1-9][0-9]{0,11})([.][0-9]{1,6})?$' END),
        CONSTRAINT kept_fact_span CHECK (to_on >= from_on),
        CONSTRAINT kept_fact_instead CHECK ((step = 'record') = (replaces_id IS NULL) AND (step = 'record') = (reason IS NULL)),
        CONSTRAINT kept_fact_decided CHECK ((state = 'proposed') = (decided_by IS NULL) AND (decided_by IS NULL) = (decided_at IS NULL)),
        CONSTRAINT kept_fact_two_persons CHECK (decided_by <> proposed_by),
        CONSTRAINT kept_fact_counting CHECK (NOT counts OR (state = 'confirmed' AND step <> 'withdraw')),
        -- of one kind one value holds on a day
        CONSTRAINT kept_fact_overlap EXCLUDE USING gist (word_marks(ARRAY[enterprise_id::text || kind]) WITH &&, daterange(from_on, to_on, '[]') WITH &&) WHERE (counts)
      );
      CREATE UNIQUE INDEX kept_fact_one_successor ON kept_fact (replaces_id) WHERE state <> 'refused';
      CREATE UNIQUE INDEX kept_fact_same ON kept_fact (enterprise_id, kind, from_on, coalesce(to_on, 'infinity'), value, unit, document_no) WHERE step = 'record' AND (state = 'proposed' OR counts);
      CREATE INDEX kept_fact_region ON kept_fact (region_code text_pattern_ops, proposed_at, id);
      CREATE INDEX kept_fact_enterprise ON kept_fact (enterprise_id, proposed_at, id);
      CREATE INDEX kept_fact_counting_kind ON kept_fact (kind, from_on) WHERE counts;
      CREATE INDEX kept_fact_words ON kept_fact USING gin (bigrams(search));

      CREATE FUNCTION kept_fact_stays() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'DELETE' THEN RAISE EXCEPTION 'kept_fact is append-only'; END IF;
        IF to_jsonb(NEW) - ARRAY['state', 'counts', 'decided_by', 'decided_by_name', 'decided_at', 'decision_reason', 'version']
           <> to_jsonb(OLD) - ARRAY['state', 'counts', 'decided_by', 'decided_by_name', 'decided_at', 'decision_reason', 'version']
           OR (OLD.state <> 'proposed' AND (NEW.state, NEW.decided_by, NEW.decided_at, NEW.decision_reason) IS DISTINCT FROM (OLD.state, OLD.decided_by, OLD.decided_at, OLD.decision_reason))
           OR (OLD.state <> 'proposed' AND NEW.counts AND NOT OLD.counts)
        THEN RAISE EXCEPTION 'kept_fact is append-only'; END IF;
        RETURN NEW;
      END $$;
      CREATE TRIGGER kept_fact_stays BEFORE UPDATE OR DELETE ON kept_fact FOR EACH ROW EXECUTE FUNCTION kept_fact_stays();
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query('DROP TABLE kept_fact; DROP FUNCTION kept_fact_stays();');
  }
}
