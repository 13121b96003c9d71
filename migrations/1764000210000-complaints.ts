import { MigrationInterface, QueryRunner } from 'typeorm';

/** 12369 投诉举报: what was reported, who reported it (encrypted), where it goes by place and subject, who looked at the informant. */
export class Complaints1764000210000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE complaint (
        id uuid CONSTRAINT complaint_pkey PRIMARY KEY CONSTRAINT complaint_case REFERENCES case_record (id),
        number text CONSTRAINT complaint_number UNIQUE,
        -- made by the reporter's device: what arrives twice is one
        client_id uuid CONSTRAINT complaint_client UNIQUE,
        -- number under which another hotline keeps it
        external_number text CONSTRAINT complaint_external UNIQUE,
        channel text NOT NULL CONSTRAINT complaint_channel CHECK (channel IN ('web', 'phone', 'walk-in', 'import')),
        region_code text NOT NULL,
        subject text NOT NULL,
        place text NOT NULL,
        lng numeric(9, 6),
        lat numeric(8, 6),
        respondent text,
        enterprise_id uuid,
        enterprise_name text,
        what text NOT NULL CONSTRAINT complaint_what CHECK (what <> ''),
        happened_on date,
        happened text,
        informant text,
        is_named boolean NOT NULL,
        has_phone boolean NOT NULL,
        wants_reply boolean NOT NULL,
        received_at timestamptz NOT NULL,
        received_by_name text,
        unit text,
        route_id uuid,
        acceptance_due date,
        accepted_at timestamptz,
        handling_due date,
        answered_at timestamptz,
        answered_by_name text,
        outcome text CONSTRAINT complaint_outcome CHECK (outcome IN ('confirmed', 'partly', 'unfounded')),
        answer text,
        handling_note text,
        refused_reason text,
        referred_to text,
        parent_id uuid CONSTRAINT complaint_parent REFERENCES complaint (id),
        call_back jsonb,
        satisfaction text CONSTRAINT complaint_satisfaction CHECK (satisfaction IN ('satisfied', 'fair', 'dissatisfied')),
        rating_words text,
        rated_at timestamptz,
        reopened integer NOT NULL DEFAULT 0,
        search text NOT NULL,
        CONSTRAINT complaint_point CHECK ((lng IS NULL) = (lat IS NULL)),
        CONSTRAINT complaint_answered CHECK (answered_at IS NULL OR (answer IS NOT NULL AND outcome IS NOT NULL)),
        CONSTRAINT complaint_rated CHECK ((satisfaction IS NULL) = (rated_at IS NULL)),
        CONSTRAINT complaint_not_own_parent CHECK (parent_id <> id)
      );
      CREATE INDEX complaint_newest ON complaint (region_code text_pattern_ops, received_at DESC, id DESC);
      CREATE INDEX complaint_received ON complaint (received_at DESC, id DESC);
      CREATE INDEX complaint_alike ON complaint (subject, received_at DESC);
      CREATE INDEX complaint_children ON complaint (parent_id) WHERE parent_id IS NOT NULL;
      CREATE INDEX complaint_enterprise ON complaint (enterprise_id, received_at DESC) WHERE enterprise_id IS NOT NULL;
      CREATE INDEX complaint_words ON complaint USING gin (bigrams(search));

      CREATE TABLE complaint_informant_look (
        id uuid CONSTRAINT complaint_informant_look_pkey PRIMARY KEY DEFAULT uuidv7(),
        complaint_id uuid NOT NULL CONSTRAINT complaint_informant_look_of REFERENCES complaint (id),
        user_id uuid NOT NULL,
        user_name text NOT NULL,
        reason text NOT NULL CONSTRAINT complaint_informant_look_reason CHECK (reason <> ''),
        at timestamptz NOT NULL
      );
      CREATE INDEX complaint_informant_look_newest ON complaint_informant_look (complaint_id, at DESC);
      CREATE TRIGGER complaint_informant_look_append_only BEFORE UPDATE OR DELETE ON complaint_informant_look
        FOR EACH STATEMENT EXECUTE FUNCTION case_history_is_append_only();

      -- which unit, or which other authority, takes what, from which day
      CREATE TABLE complaint_route (
        id uuid CONSTRAINT complaint_route_pkey PRIMARY KEY DEFAULT uuidv7(),
        region_code text NOT NULL,
        subject text,
        place_words text[] NOT NULL,
        kind text NOT NULL CONSTRAINT complaint_route_kind CHECK (kind IN ('own', 'other')),
        unit text NOT NULL CONSTRAINT complaint_route_unit CHECK (unit <> ''),
        phone text,
        basis text NOT NULL,
        effective_from date NOT NULL,
        effective_to date,
        set_by_name text NOT NULL,
        set_at timestamptz NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT complaint_route_span CHECK (effective_to IS NULL OR effective_to >= effective_from)
      );
      CREATE INDEX complaint_route_region ON complaint_route (region_code, effective_from DESC, id DESC);

      -- reports of one address in a window; the address stands here as a keyed hash only
      CREATE TABLE complaint_sender (
        subject text CONSTRAINT complaint_sender_pkey PRIMARY KEY,
        window_start timestamptz NOT NULL,
        reports integer NOT NULL
      );
      CREATE INDEX complaint_sender_age ON complaint_sender (window_start);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
