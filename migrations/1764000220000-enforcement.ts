import { MigrationInterface, QueryRunner } from 'typeorm';

/** 双随机: officers with certificates, the library of inspected units, the positive list, draws with their frozen pools, visits. */
export class Enforcement1764000220000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE enforcement_officer (
        id uuid CONSTRAINT enforcement_officer_pkey PRIMARY KEY DEFAULT uuidv7(),
        user_id uuid NOT NULL CONSTRAINT enforcement_officer_person UNIQUE,
        name text NOT NULL,
        org_id uuid NOT NULL,
        region_code text NOT NULL,
        certificate_no text NOT NULL CONSTRAINT enforcement_officer_certificate UNIQUE,
        valid_from date NOT NULL,
        valid_until date NOT NULL,
        state text NOT NULL CONSTRAINT enforcement_officer_state CHECK (state IN ('active', 'paused')),
        paused_reason text,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        CONSTRAINT enforcement_officer_span CHECK (valid_until >= valid_from),
        CONSTRAINT enforcement_officer_paused CHECK ((state = 'paused') = (paused_reason IS NOT NULL))
      );
      CREATE INDEX enforcement_officer_region ON enforcement_officer (region_code text_pattern_ops, name, id);

      CREATE TABLE officer_avoidance (
        id uuid CONSTRAINT officer_avoidance_pkey PRIMARY KEY DEFAULT uuidv7(),
        officer_id uuid NOT NULL CONSTRAINT officer_avoidance_officer REFERENCES enforcement_officer (id),
        enterprise_id uuid NOT NULL,
        enterprise_name text NOT NULL,
        reason text NOT NULL,
        declared_by_name text NOT NULL,
        declared_at timestamptz NOT NULL,
        lifted_at timestamptz,
        lifted_by_name text,
        lifted_reason text,
        CONSTRAINT officer_avoidance_lifted CHECK ((lifted_at IS NULL) = (lifted_reason IS NULL))
      );
      CREATE UNIQUE INDEX officer_avoidance_once ON officer_avoidance (officer_id, enterprise_id) WHERE lifted_at IS NULL;

      CREATE TABLE draw_target (
        id uuid CONSTRAINT draw_target_pkey PRIMARY KEY DEFAULT uuidv7(),
        enterprise_id uuid NOT NULL CONSTRAINT draw_target_enterprise UNIQUE,
        enterprise_name text NOT NULL,
        uscc text,
        region_code text NOT NULL,
        target_class text NOT NULL CONSTRAINT draw_target_class CHECK (target_class IN ('key', 'general', 'special')),
        facts text[] NOT NULL,
        note text NOT NULL,
        changed_by_name text NOT NULL,
        search text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );
      CREATE INDEX draw_target_region ON draw_target (region_code text_pattern_ops, enterprise_name, id);
      CREATE INDEX draw_target_words ON draw_target USING gin (bigrams(search));

      CREATE TABLE positive_entry (
        id uuid CONSTRAINT positive_entry_pkey PRIMARY KEY DEFAULT uuidv7(),
        number text NOT NULL CONSTRAINT positive_entry_number UNIQUE,
        enterprise_id uuid NOT NULL,
        enterprise_name text NOT NULL,
        region_code text NOT NULL,
        category text NOT NULL,
        category_title text NOT NULL,
        basis text NOT NULL,
        offsite_checks text NOT NULL,
        conditions jsonb NOT NULL,
        state text NOT NULL CONSTRAINT positive_entry_state CHECK (state IN ('proposed', 'active', 'refused', 'left')),
        active_from date,
        review_on date,
        proposed_by uuid NOT NULL,
        proposed_by_name text NOT NULL,
        proposed_at timestamptz NOT NULL,
        decided_by uuid,
        decided_by_name text,
        decided_at timestamptz,
        decision_reason text,
        left_on date,
        exit_reason text,
        exit_by_name text,
        search text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT positive_entry_two_persons CHECK (decided_by <> proposed_by),
        CONSTRAINT positive_entry_active CHECK (state NOT IN ('active', 'left') OR (active_from IS NOT NULL AND review_on IS NOT NULL AND decided_by IS NOT NULL)),
        CONSTRAINT positive_entry_left CHECK ((state = 'left') = (left_on IS NOT NULL AND exit_reason IS NOT NULL))
      );
      CREATE UNIQUE INDEX positive_entry_one ON positive_entry (enterprise_id) WHERE state IN ('proposed', 'active');
      CREATE INDEX positive_entry_region ON positive_entry (region_code text_pattern_ops, proposed_at, id);
      CREATE INDEX positive_entry_enterprise ON positive_entry (enterprise_id, proposed_at, id);
      CREATE INDEX positive_entry_running ON positive_entry (review_on) WHERE state = 'active';
      CREATE INDEX positive_entry_words ON positive_entry USING gin (bigrams(search));

      CREATE TABLE inspection_draw (
        id uuid CONSTRAINT inspection_draw_pkey PRIMARY KEY DEFAULT uuidv7(),
        number text NOT NULL CONSTRAINT inspection_draw_number UNIQUE,
        title text NOT NULL,
        region_code text NOT NULL,
        bureau_name text NOT NULL,
        period_from date NOT NULL,
        period_to date NOT NULL,
        want_key integer NOT NULL,
        want_general integer NOT NULL,
        want_special integer NOT NULL,
        state text NOT NULL CONSTRAINT inspection_draw_state CHECK (state IN ('announced', 'drawn', 'cancelled')),
        algorithm text NOT NULL,
        -- one seed makes one draw, whoever announces it
        commitment char(64) NOT NULL CONSTRAINT inspection_draw_commitment UNIQUE,
        seed_cipher text,
        seed char(64) CONSTRAINT inspection_draw_seed UNIQUE,
        pool_hash char(64) NOT NULL,
        pool_size integer NOT NULL,
        left_out integer NOT NULL,
        drawn_count integer NOT NULL,
        announced_by uuid NOT NULL,
        announced_by_name text NOT NULL,
        announced_at timestamptz NOT NULL,
        drawn_by_name text,
        drawn_at timestamptz,
        cancelled_reason text,
        publish_by date,
        officers jsonb NOT NULL,
        search text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT inspection_draw_period CHECK (period_to >= period_from),
        CONSTRAINT inspection_draw_wants CHECK (want_key >= 0 AND want_general >= 0 AND want_special >= 0 AND want_key + want_general + want_special > 0),
        CONSTRAINT inspection_draw_drawn CHECK ((state = 'drawn') = (seed IS NOT NULL AND drawn_at IS NOT NULL)),
        CONSTRAINT inspection_draw_cancelled CHECK ((state = 'cancelled') = (cancelled_reason IS NOT NULL))
      );
      CREATE INDEX inspection_draw_region ON inspection_draw (region_code text_pattern_ops, announced_at, id);
      CREATE INDEX inspection_draw_words ON inspection_draw USING gin (bigrams(search));

      CREATE TABLE draw_candidate (
        draw_id uuid NOT NULL CONSTRAINT draw_candidate_draw REFERENCES inspection_draw (id),
        enterprise_id uuid NOT NULL,
        enterprise_name text NOT NULL,
        code text NOT NULL,
        target_class text NOT NULL,
        weight numeric NOT NULL CONSTRAINT draw_candidate_weight CHECK (weight > 0),
        parts jsonb NOT NULL,
        left_out text,
        why jsonb,
        avoided text[] NOT NULL,
        lot char(64),
        arrival text,
        place integer,
        drawn boolean NOT NULL DEFAULT false,
        CONSTRAINT draw_candidate_pkey PRIMARY KEY (draw_id, enterprise_id),
        CONSTRAINT draw_candidate_code UNIQUE (draw_id, code),
        CONSTRAINT draw_candidate_left_out CHECK (left_out IS NULL OR (why IS NOT NULL AND NOT drawn))
      );
      CREATE INDEX draw_candidate_order ON draw_candidate (draw_id, coalesce(place, 2147483647), code);
      CREATE INDEX draw_candidate_words ON draw_candidate USING gin (bigrams(enterprise_name));

      CREATE TABLE inspection (
        id uuid CONSTRAINT inspection_pkey PRIMARY KEY DEFAULT uuidv7(),
        number text NOT NULL CONSTRAINT inspection_number UNIQUE,
        kind text NOT NULL CONSTRAINT inspection_kind CHECK (kind IN ('random', 'special', 'complaint', 'offsite')),
        draw_id uuid CONSTRAINT inspection_draw_of REFERENCES inspection_draw (id),
        draw_number text,
        enterprise_id uuid NOT NULL,
        enterprise_name text NOT NULL,
        uscc text,
        region_code text NOT NULL,
        planned_from date NOT NULL,
        planned_to date NOT NULL,
        officers jsonb NOT NULL,
        state text NOT NULL CONSTRAINT inspection_state CHECK (state IN ('planned', 'held', 'cancelled')),
        counts_to_cap boolean NOT NULL,
        cancelled_reason text,
        created_by_name text NOT NULL,
        search text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        CONSTRAINT inspection_span CHECK (planned_to >= planned_from),
        -- 行政处罚法: at least two certified officers on site
        CONSTRAINT inspection_two_officers CHECK (jsonb_array_length(officers) >= 2),
        CONSTRAINT inspection_cancelled CHECK ((state = 'cancelled') = (cancelled_reason IS NOT NULL)),
        CONSTRAINT inspection_once_a_draw UNIQUE (draw_id, enterprise_id)
      );
      CREATE INDEX inspection_region ON inspection (region_code text_pattern_ops, planned_to, id);
      CREATE INDEX inspection_enterprise ON inspection (enterprise_id, planned_to, id);
      CREATE INDEX inspection_open ON inspection (enterprise_id) WHERE state = 'planned';
      CREATE INDEX inspection_words ON inspection USING gin (bigrams(search));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
