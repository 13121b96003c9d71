import { MigrationInterface, QueryRunner } from 'typeorm';

/** Organisations, people, sessions, second factors, invitations and mandates. */
export class Identity1764000001000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE organisation (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        kind text NOT NULL CHECK (kind IN ('enterprise', 'firm', 'bureau', 'department', 'bank')),
        uscc text,
        name text NOT NULL,
        status text NOT NULL CHECK (status IN ('pending', 'active', 'rejected', 'suspended')),
        status_reason text,
        region_code text NOT NULL,
        address text NOT NULL,
        legal_representative text NOT NULL,
        contact_name text NOT NULL,
        contact_phone_cipher text,
        version integer NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );
      -- one living registration for each credit code and kind; a rejected one may be tried again
      CREATE UNIQUE INDEX organisation_uscc ON organisation (uscc, kind) WHERE status <> 'rejected';
      -- the operator sets an official body up once
      CREATE UNIQUE INDEX organisation_official ON organisation (kind, name) WHERE kind IN ('bureau', 'department', 'bank');
      CREATE INDEX organisation_queue ON organisation (status, id);
      CREATE TABLE organisation_standing (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        org_id uuid NOT NULL REFERENCES organisation (id),
        at timestamptz NOT NULL,
        from_status text,
        to_status text NOT NULL,
        reason text,
        by_name text NOT NULL
      );
      CREATE INDEX organisation_standing_org ON organisation_standing (org_id, id);
      -- a verified organisation asks for other facts; until the bureau confirms, the old ones hold
      CREATE TABLE organisation_change (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        org_id uuid NOT NULL REFERENCES organisation (id),
        state text NOT NULL CHECK (state IN ('draft', 'requested', 'confirmed', 'refused', 'withdrawn')),
        before jsonb NOT NULL,
        after jsonb NOT NULL,
        reason text NOT NULL,
        created_at timestamptz NOT NULL,
        requested_at timestamptz,
        requested_by_name text,
        decided_at timestamptz,
        decided_by_name text,
        decision_reason text
      );
      CREATE UNIQUE INDEX organisation_change_open ON organisation_change (org_id) WHERE state IN ('draft', 'requested');
      CREATE INDEX organisation_change_of ON organisation_change (org_id, id DESC);
      -- 生产经营场所 of an enterprise; the sequence is the three digits of the site in its permit's number (HJ 608-2017)
      CREATE TABLE site (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        org_id uuid NOT NULL REFERENCES organisation (id),
        sequence integer NOT NULL CHECK (sequence BETWEEN 1 AND 999),
        name text NOT NULL,
        address text NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT site_sequence UNIQUE (org_id, sequence)
      );
      CREATE INDEX organisation_words ON organisation USING gin (bigrams(name || ' ' || coalesce(uscc, '')));

      CREATE TABLE app_user (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        email text NOT NULL UNIQUE,
        name text NOT NULL,
        phone_cipher text,
        phone_index text UNIQUE,
        password_hash text NOT NULL,
        password_changed_at timestamptz NOT NULL,
        totp_cipher text,
        -- offered, not yet proved by a code
        totp_offer_cipher text,
        totp_last_step bigint,
        preferences jsonb NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL
      );
      CREATE TABLE password_history (
        user_id uuid NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
        hash text NOT NULL,
        at timestamptz NOT NULL,
        PRIMARY KEY (user_id, at)
      );
      CREATE TABLE recovery_code (
        user_id uuid NOT NULL REFERENCES app_user (id) ON DELETE CASCADE,
        hash text NOT NULL,
        used_at timestamptz,
        PRIMARY KEY (user_id, hash)
      );
      CREATE TABLE membership (
        user_id uuid NOT NULL REFERENCES app_user (id),
        org_id uuid NOT NULL REFERENCES organisation (id),
        roles text[] NOT NULL CHECK (cardinality(roles) > 0),
        created_at timestamptz NOT NULL,
        last_used_at timestamptz,
        PRIMARY KEY (user_id, org_id)
      );
      CREATE INDEX membership_org ON membership (org_id);

      CREATE TABLE user_session (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        user_id uuid NOT NULL REFERENCES app_user (id),
        refresh_hash char(64) NOT NULL,
        previous_hash char(64),
        rotated_at timestamptz NOT NULL,
        ip text NOT NULL,
        agent text NOT NULL,
        -- whether a code was given besides the password; without one the session acts for no bureau
        second_factor boolean NOT NULL,
        idle_minutes integer NOT NULL CHECK (idle_minutes > 0),
        created_at timestamptz NOT NULL,
        last_seen_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        ended_at timestamptz,
        ended_reason text
      );
      CREATE INDEX user_session_user ON user_session (user_id, id DESC);

      CREATE TABLE sign_in_throttle (
        key char(64) PRIMARY KEY,
        failures integer NOT NULL,
        last_failure_at timestamptz NOT NULL,
        locked_until timestamptz
      );
      CREATE TABLE used_token (
        token char(64) PRIMARY KEY,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX used_token_age ON used_token (expires_at);
      CREATE TABLE password_reset (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        user_id uuid NOT NULL REFERENCES app_user (id),
        requested_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        used_at timestamptz
      );
      CREATE INDEX password_reset_user ON password_reset (user_id, requested_at);

      CREATE TABLE invitation (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        org_id uuid NOT NULL REFERENCES organisation (id),
        email text NOT NULL,
        name text NOT NULL,
        roles text[] NOT NULL,
        -- null: by the operator of the platform, for the first administrator of an official body
        invited_by uuid REFERENCES app_user (id),
        created_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL,
        accepted_at timestamptz,
        revoked_at timestamptz
      );
      CREATE UNIQUE INDEX invitation_open ON invitation (org_id, email) WHERE accepted_at IS NULL AND revoked_at IS NULL;

      CREATE TABLE mandate (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        enterprise_id uuid NOT NULL REFERENCES organisation (id),
        firm_id uuid NOT NULL REFERENCES organisation (id),
        matters text[] NOT NULL CHECK (cardinality(matters) > 0),
        sites text[],
        verbs text[] NOT NULL CHECK (cardinality(verbs) > 0),
        valid_from date NOT NULL,
        valid_to date NOT NULL,
        note text NOT NULL,
        state text NOT NULL CHECK (state IN ('proposed', 'active', 'declined', 'revoked', 'expired', 'stopped')),
        enterprise_confirmed_at timestamptz,
        enterprise_confirmed_by uuid,
        firm_confirmed_at timestamptz,
        firm_confirmed_by uuid,
        ended_at timestamptz,
        ended_by uuid,
        ended_reason text,
        created_at timestamptz NOT NULL,
        CHECK (valid_to >= valid_from),
        CHECK (enterprise_id <> firm_id)
      );
      CREATE INDEX mandate_firm ON mandate (firm_id, id DESC);
      CREATE INDEX mandate_enterprise ON mandate (enterprise_id, id DESC);
      CREATE INDEX mandate_active ON mandate (firm_id) WHERE state = 'active';
      -- words as points on a line, so that a GiST index can tell whether two lists share one; no list means every word
      CREATE FUNCTION word_marks(words text[]) RETURNS int8multirange LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT CASE WHEN words IS NULL THEN '{(,)}'::int8multirange
                    ELSE coalesce((SELECT range_agg(int8range(mark, mark + 1)) FROM (SELECT hashtextextended(word, 0) >> 1 AS mark FROM unnest(words) AS word) AS marks), '{}') END
      $$;
      -- One living mandate or proposal of a pair for each matter, site and day: what is revoked is then really over.
      -- Next year's may be agreed while this year's runs.
      ALTER TABLE mandate ADD CONSTRAINT mandate_no_overlap EXCLUDE USING gist (
        word_marks(ARRAY[enterprise_id::text || firm_id::text]) WITH &&, word_marks(matters) WITH &&, word_marks(sites) WITH &&,
        daterange(valid_from, valid_to, '[]') WITH &&
      ) WHERE (state IN ('proposed', 'active'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
