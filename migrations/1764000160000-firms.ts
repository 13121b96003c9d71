import { MigrationInterface, QueryRunner } from 'typeorm';

/** Kinds of qualification as rows, their history, people of firms, capacity, integrity points. */
export class Firms1764000160000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE qualification_kind (
        name text NOT NULL,
        name_en text NOT NULL,
        position integer NOT NULL,
        -- what the number must look like; null where no format is known
        number_format text,
        number_hint text,
        scope_required boolean NOT NULL,
        -- words that scopes are chosen from; what requirements look for
        scope_words text[] NOT NULL,
        -- false: the entry has no last day (备案)
        validity_required boolean NOT NULL,
        scan_required boolean NOT NULL,
        legal_basis text NOT NULL,
        verified boolean NOT NULL,
        effective_from date NOT NULL,
        effective_to date,
        CONSTRAINT qualification_kind_pkey PRIMARY KEY (name, effective_from)
      );

      ALTER TABLE qualification ALTER COLUMN valid_to DROP NOT NULL;
      ALTER TABLE qualification DROP CONSTRAINT qualification_state_check;
      ALTER TABLE qualification ADD CONSTRAINT qualification_state_check CHECK (state IN ('pending', 'verified', 'rejected', 'suspended'));
      -- the day on which the loss of the right was told, so that it is told once
      ALTER TABLE qualification ADD COLUMN lapsed_on date;
      CREATE INDEX qualification_words ON qualification USING gin (bigrams(firm_name || ' ' || number || ' ' || kind));

      CREATE TABLE qualification_event (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        qualification_id uuid NOT NULL,
        firm_id uuid NOT NULL,
        kind text NOT NULL,
        number text NOT NULL,
        scope text NOT NULL,
        valid_to date,
        what text NOT NULL CONSTRAINT qualification_event_what CHECK (what IN ('entered', 'changed', 'verified', 'rejected', 'suspended', 'restored', 'lapsed', 'removed')),
        reason text,
        by_name text NOT NULL,
        at timestamptz NOT NULL
      );
      CREATE INDEX qualification_event_firm ON qualification_event (firm_id, id DESC);

      ALTER TABLE firm_profile ADD COLUMN capacity_tasks integer CONSTRAINT firm_profile_capacity CHECK (capacity_tasks BETWEEN 1 AND 1000);

      CREATE TABLE firm_person (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        firm_id uuid NOT NULL,
        region_code text NOT NULL,
        name_cipher text NOT NULL,
        name_masked text NOT NULL,
        id_number_cipher text NOT NULL,
        id_number_index text NOT NULL,
        id_number_tail text NOT NULL,
        certificates jsonb NOT NULL,
        certificate_keys text[] NOT NULL,
        -- responsible engineers carry tasks; how many at once
        is_responsible boolean NOT NULL,
        max_tasks integer NOT NULL CONSTRAINT firm_person_max CHECK (max_tasks BETWEEN 1 AND 100),
        since date NOT NULL,
        left_on date,
        version integer NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT firm_person_span CHECK (left_on IS NULL OR left_on >= since)
      );
      CREATE INDEX firm_person_firm ON firm_person (firm_id, id);
      CREATE INDEX firm_person_identity ON firm_person (id_number_index) WHERE left_on IS NULL;
      CREATE INDEX firm_person_certificates ON firm_person USING gin (certificate_keys) WHERE left_on IS NULL;
      CREATE UNIQUE INDEX firm_person_once ON firm_person (firm_id, id_number_index) WHERE left_on IS NULL;

      CREATE TABLE person_flag (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        person_id uuid NOT NULL CONSTRAINT person_flag_person REFERENCES firm_person (id),
        other_id uuid NOT NULL CONSTRAINT person_flag_other REFERENCES firm_person (id),
        why text NOT NULL CONSTRAINT person_flag_why CHECK (why IN ('same-person', 'same-certificate')),
        region_code text NOT NULL,
        state text NOT NULL CONSTRAINT person_flag_state CHECK (state IN ('open', 'cleared', 'confirmed')),
        note text,
        closed_by uuid,
        closed_by_name text,
        closed_at timestamptz,
        version integer NOT NULL,
        found_at timestamptz NOT NULL,
        CONSTRAINT person_flag_pair UNIQUE (person_id, other_id, why)
      );
      CREATE INDEX person_flag_queue ON person_flag (state, id);

      -- tasks a firm carries; written from the market's events
      CREATE TABLE engagement (
        task_id uuid PRIMARY KEY,
        firm_id uuid NOT NULL,
        title text NOT NULL,
        person_id uuid CONSTRAINT engagement_person REFERENCES firm_person (id),
        started_at timestamptz NOT NULL,
        ended_at timestamptz
      );
      CREATE INDEX engagement_firm ON engagement (firm_id) WHERE ended_at IS NULL;
      CREATE INDEX engagement_load ON engagement (person_id) WHERE ended_at IS NULL;

      CREATE TABLE integrity_domain (
        code text NOT NULL,
        name_zh text NOT NULL,
        name_en text NOT NULL,
        -- tasks that ask for one of these qualifications are closed to a restricted firm
        kinds text[] NOT NULL,
        warn_points integer NOT NULL,
        restrict_points integer NOT NULL,
        cycle_months integer NOT NULL,
        restrict_months integer NOT NULL,
        publish_years integer NOT NULL,
        legal_basis text NOT NULL,
        verified boolean NOT NULL,
        effective_from date NOT NULL,
        effective_to date,
        CONSTRAINT integrity_domain_pkey PRIMARY KEY (code, effective_from),
        CONSTRAINT integrity_domain_order CHECK (warn_points < restrict_points)
      );
      CREATE TABLE integrity_rule (
        code text NOT NULL,
        domain text NOT NULL,
        text_zh text NOT NULL,
        text_en text NOT NULL,
        points integer NOT NULL CONSTRAINT integrity_rule_points CHECK (points BETWEEN 1 AND 20),
        article text NOT NULL,
        legal_basis text NOT NULL,
        verified boolean NOT NULL,
        effective_from date NOT NULL,
        effective_to date,
        CONSTRAINT integrity_rule_pkey PRIMARY KEY (code, effective_from)
      );
      CREATE TABLE integrity_point (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        firm_id uuid NOT NULL,
        firm_name text NOT NULL,
        region_code text NOT NULL,
        domain text NOT NULL,
        rule_code text NOT NULL,
        rule_text_zh text NOT NULL,
        rule_text_en text NOT NULL,
        article text NOT NULL,
        points integer NOT NULL,
        occurred_on date NOT NULL,
        expires_on date NOT NULL,
        source text NOT NULL,
        facts text NOT NULL,
        evidence_file_id uuid NOT NULL,
        state text NOT NULL CONSTRAINT integrity_point_state CHECK (state IN ('proposed', 'refused', 'confirmed', 'objected', 'upheld', 'revoked')),
        proposed_by uuid NOT NULL,
        proposed_by_name text NOT NULL,
        proposed_at timestamptz NOT NULL,
        decided_by uuid,
        decided_by_name text,
        decided_at timestamptz,
        decision_reason text,
        objection text,
        objected_at timestamptz,
        answered_by uuid,
        answered_by_name text,
        answered_at timestamptz,
        answer text,
        version integer NOT NULL,
        CONSTRAINT integrity_point_two_persons CHECK (decided_by IS NULL OR decided_by <> proposed_by),
        CONSTRAINT integrity_point_other_answers CHECK (answered_by IS NULL OR answered_by <> proposed_by)
      );
      CREATE INDEX integrity_point_firm ON integrity_point (firm_id, id DESC);
      CREATE INDEX integrity_point_queue ON integrity_point (state, id DESC);

      -- what the counting points come to, per firm and domain; recomputed with every change
      CREATE TABLE firm_integrity (
        firm_id uuid NOT NULL,
        domain text NOT NULL,
        kinds text[] NOT NULL,
        warned_from date,
        warned_until date,
        restricted_from date,
        restricted_until date,
        CONSTRAINT firm_integrity_pkey PRIMARY KEY (firm_id, domain)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
