import { MigrationInterface, QueryRunner } from 'typeorm';

/** Experts, criteria, committees drawn from them, sealed scores, publicity of candidates and objections. */
export class Evaluation1764000192000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE expert (
        id uuid CONSTRAINT expert_pkey PRIMARY KEY DEFAULT uuidv7(),
        region_code text NOT NULL,
        name text NOT NULL,
        unit text NOT NULL,
        unit_uscc text,
        -- former units, units of close relatives: the expert is not drawn where one of them takes part
        related_units text[] NOT NULL,
        title text NOT NULL,
        kind text NOT NULL CONSTRAINT expert_kind CHECK (kind IN ('technical', 'economic')),
        specialties text[] NOT NULL,
        phone_cipher text NOT NULL,
        email_cipher text NOT NULL,
        -- keyed hash: one mailbox is one expert of the region
        email_index text NOT NULL,
        status text NOT NULL CONSTRAINT expert_status CHECK (status IN ('active', 'suspended', 'retired')),
        status_reason text,
        version integer NOT NULL,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT expert_mailbox UNIQUE (region_code, email_index)
      );
      CREATE INDEX expert_newest ON expert (created_at DESC, id DESC);
      CREATE INDEX expert_by_name ON expert (name, id);
      CREATE INDEX expert_words ON expert USING gin (bigrams(name || ' ' || unit || ' ' || title));

      CREATE TABLE evaluation_plan (
        task_id uuid CONSTRAINT evaluation_plan_pkey PRIMARY KEY CONSTRAINT evaluation_plan_task REFERENCES service_task (id),
        committee_size integer NOT NULL CONSTRAINT evaluation_plan_size CHECK (committee_size >= 5 AND committee_size % 2 = 1),
        representatives integer NOT NULL CONSTRAINT evaluation_plan_share CHECK (representatives >= 0 AND representatives * 3 <= committee_size),
        specialties text[] NOT NULL,
        formula jsonb NOT NULL,
        criteria jsonb NOT NULL,
        scoring_days integer NOT NULL,
        version integer NOT NULL,
        updated_by uuid NOT NULL,
        updated_at timestamptz NOT NULL
      );

      CREATE TABLE evaluation (
        task_id uuid CONSTRAINT evaluation_pkey PRIMARY KEY CONSTRAINT evaluation_plan_of REFERENCES evaluation_plan (task_id),
        state text NOT NULL CONSTRAINT evaluation_state CHECK (state IN ('forming', 'scoring', 'revealed', 'publicity', 'awarded', 'ended')),
        scoring_due_at timestamptz,
        revealed_at timestamptz,
        -- price lines, ranking, rejections; empty until all sheets are in
        result jsonb,
        result_signature text,
        report_file_id uuid,
        publicity_due_at timestamptz,
        publicity_from timestamptz,
        publicity_to timestamptz,
        -- set while an objection waits for its answer: the clock stands
        paused_at timestamptz,
        created_at timestamptz NOT NULL,
        CONSTRAINT evaluation_sealed CHECK (revealed_at IS NOT NULL OR result IS NULL)
      );
      CREATE INDEX evaluation_publicity ON evaluation (publicity_from DESC, task_id DESC) WHERE publicity_from IS NOT NULL;

      CREATE TABLE evaluation_draw (
        id uuid CONSTRAINT evaluation_draw_pkey PRIMARY KEY DEFAULT uuidv7(),
        task_id uuid NOT NULL CONSTRAINT evaluation_draw_task REFERENCES evaluation (task_id),
        nth integer NOT NULL,
        nonce text NOT NULL,
        digests text[] NOT NULL,
        seed text NOT NULL,
        candidates uuid[] NOT NULL,
        excluded jsonb NOT NULL,
        drawn uuid[] NOT NULL,
        drawn_by uuid NOT NULL,
        drawn_at timestamptz NOT NULL,
        CONSTRAINT evaluation_draw_nth UNIQUE (task_id, nth)
      );

      CREATE TABLE evaluation_seat (
        id uuid CONSTRAINT evaluation_seat_pkey PRIMARY KEY DEFAULT uuidv7(),
        task_id uuid NOT NULL CONSTRAINT evaluation_seat_task REFERENCES evaluation (task_id),
        nth integer NOT NULL,
        kind text NOT NULL CONSTRAINT evaluation_seat_kind CHECK (kind IN ('expert', 'representative')),
        expert_id uuid CONSTRAINT evaluation_seat_expert REFERENCES expert (id),
        name text NOT NULL,
        unit text NOT NULL,
        title text NOT NULL,
        email_cipher text NOT NULL,
        state text NOT NULL CONSTRAINT evaluation_seat_state CHECK (state IN ('asked', 'accepted', 'recused', 'declined', 'removed')),
        reason text,
        declared_at timestamptz,
        -- encrypted until all sheets are in
        sheet_cipher text,
        saved_at timestamptz,
        handed_in_at timestamptz,
        created_at timestamptz NOT NULL,
        CONSTRAINT evaluation_seat_person CHECK ((kind = 'expert') = (expert_id IS NOT NULL))
      );
      CREATE UNIQUE INDEX evaluation_seat_taken ON evaluation_seat (task_id, nth) WHERE state IN ('asked', 'accepted');
      CREATE UNIQUE INDEX evaluation_seat_once ON evaluation_seat (task_id, expert_id) WHERE expert_id IS NOT NULL;

      CREATE TABLE evaluation_enquiry (
        id uuid CONSTRAINT evaluation_enquiry_pkey PRIMARY KEY DEFAULT uuidv7(),
        task_id uuid NOT NULL CONSTRAINT evaluation_enquiry_task REFERENCES evaluation (task_id),
        bid_id uuid NOT NULL CONSTRAINT evaluation_enquiry_bid REFERENCES bid (id),
        firm_id uuid NOT NULL,
        firm_name text NOT NULL,
        grounds jsonb NOT NULL,
        asked_at timestamptz NOT NULL,
        due_at timestamptz NOT NULL,
        answer text,
        answered_at timestamptz,
        answered_by uuid,
        CONSTRAINT evaluation_enquiry_once UNIQUE (bid_id)
      );
      CREATE INDEX evaluation_enquiry_task_id ON evaluation_enquiry (task_id, asked_at, id);

      CREATE TABLE evaluation_objection (
        id uuid CONSTRAINT evaluation_objection_pkey PRIMARY KEY DEFAULT uuidv7(),
        task_id uuid NOT NULL CONSTRAINT evaluation_objection_task REFERENCES evaluation (task_id),
        firm_id uuid NOT NULL,
        firm_name text NOT NULL,
        text text NOT NULL,
        raised_at timestamptz NOT NULL,
        raised_by uuid NOT NULL,
        due_at timestamptz NOT NULL,
        answer text,
        upheld boolean,
        -- the candidate an upheld objection takes off the list
        excludes_bid_id uuid,
        answered_at timestamptz,
        answered_by uuid,
        CONSTRAINT evaluation_objection_answered CHECK ((answered_at IS NULL) = (upheld IS NULL)),
        CONSTRAINT evaluation_objection_excludes CHECK (excludes_bid_id IS NULL OR upheld)
      );
      CREATE INDEX evaluation_objection_task_id ON evaluation_objection (task_id, raised_at, id);
      CREATE UNIQUE INDEX evaluation_objection_one_open ON evaluation_objection (task_id, firm_id) WHERE answered_at IS NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
