import { MigrationInterface, QueryRunner } from 'typeorm';

/** Cases with timeline, clock ledger, corrections, notices, decisions; holiday years and remedies as reference data. */
export class Casework1764000004000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(CASES);
    await db.query(CORRECTIONS);
    await db.query(OUTCOMES);
    await db.query(REFERENCE);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

const CASES = `
  CREATE TABLE case_record (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    kind text NOT NULL,
    number text UNIQUE,
    title text NOT NULL,
    state text NOT NULL,
    holder text NOT NULL,
    version integer NOT NULL,
    party_org_id uuid NOT NULL,
    party_name text NOT NULL,
    agent_org_id uuid,
    agent_name text,
    agent_mandate_id uuid,
    matter text NOT NULL,
    site_id text,
    region_code text NOT NULL,
    opened_at timestamptz NOT NULL,
    opened_by uuid NOT NULL,
    submitted_at timestamptz,
    state_since timestamptz NOT NULL,
    closed_at timestamptz,
    claimed_by uuid,
    claimed_by_name text,
    claimed_at timestamptz,
    clock text,
    clock_paused boolean NOT NULL DEFAULT false,
    due_on date,
    remaining_days integer,
    due_provisional boolean NOT NULL DEFAULT false,
    clock_as_of date,
    warned_at integer,
    second_correction jsonb,
    query_code text NOT NULL,
    -- cases without a clock come last in every queue
    urgency integer GENERATED ALWAYS AS (coalesce(remaining_days, 100000)) STORED,
    CHECK ((claimed_by IS NULL) = (claimed_at IS NULL)),
    CHECK (clock IS NOT NULL OR (due_on IS NULL AND remaining_days IS NULL))
  );
  -- the officers' queues: open cases of a region by days left; unclaimed and mine are narrow
  CREATE INDEX case_record_queue ON case_record (urgency, id) WHERE submitted_at IS NOT NULL AND closed_at IS NULL;
  CREATE INDEX case_record_unclaimed ON case_record (urgency, id) WHERE submitted_at IS NOT NULL AND closed_at IS NULL AND claimed_by IS NULL AND holder LIKE 'bureau%';
  CREATE INDEX case_record_mine ON case_record (claimed_by, urgency, id) WHERE claimed_by IS NOT NULL;
  CREATE INDEX case_record_newest ON case_record (submitted_at DESC, id DESC) WHERE submitted_at IS NOT NULL;
  CREATE INDEX case_record_party ON case_record (party_org_id, id DESC);
  CREATE INDEX case_record_clock ON case_record (id) WHERE clock IS NOT NULL;
  CREATE INDEX case_record_mandate ON case_record (agent_mandate_id) WHERE agent_mandate_id IS NOT NULL;
  CREATE INDEX case_record_words ON case_record USING gin (bigrams(coalesce(number, '') || ' ' || party_name || ' ' || title));

  CREATE TABLE case_event (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    case_id uuid NOT NULL REFERENCES case_record (id),
    at timestamptz NOT NULL,
    kind text NOT NULL,
    action text,
    from_state text,
    to_state text,
    zh text NOT NULL,
    en text NOT NULL,
    article text,
    visibility text NOT NULL CHECK (visibility IN ('public', 'parties', 'bureau')),
    actor_user_id uuid,
    actor_name text NOT NULL,
    actor_org_id uuid,
    actor_org_name text,
    on_behalf_of uuid,
    on_behalf_of_name text,
    details jsonb NOT NULL,
    version_before integer NOT NULL
  );
  CREATE INDEX case_event_case ON case_event (case_id, at, id);

  CREATE TABLE clock_entry (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    case_id uuid NOT NULL REFERENCES case_record (id),
    clock text NOT NULL,
    run integer NOT NULL,
    seq integer NOT NULL,
    kind text NOT NULL CHECK (kind IN ('start', 'pause', 'resume', 'extend', 'stop')),
    date date NOT NULL,
    at timestamptz NOT NULL,
    article text NOT NULL,
    notice_number text,
    reason text,
    days integer CHECK (days > 0),
    day_type text CHECK (day_type IN ('workday', 'calendar')),
    actor_user_id uuid,
    actor_name text NOT NULL,
    UNIQUE (case_id, seq),
    CHECK ((kind IN ('start', 'extend')) = (days IS NOT NULL)),
    CHECK ((kind = 'start') = (day_type IS NOT NULL))
  );
  CREATE UNIQUE INDEX clock_entry_one_start ON clock_entry (case_id, clock, run) WHERE kind = 'start';
  CREATE UNIQUE INDEX clock_entry_one_stop ON clock_entry (case_id, clock, run) WHERE kind = 'stop';

  CREATE FUNCTION case_history_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
  CREATE TRIGGER case_event_append_only BEFORE UPDATE OR DELETE ON case_event
    FOR EACH STATEMENT EXECUTE FUNCTION case_history_is_append_only();
  CREATE TRIGGER clock_entry_append_only BEFORE UPDATE OR DELETE ON clock_entry
    FOR EACH STATEMENT EXECUTE FUNCTION case_history_is_append_only();
`;

const CORRECTIONS = `
  CREATE TABLE correction_round (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    case_id uuid NOT NULL REFERENCES case_record (id),
    round integer NOT NULL,
    state text NOT NULL CHECK (state IN ('open', 'answered')),
    requested_by uuid NOT NULL,
    requested_by_name text NOT NULL,
    requested_at timestamptz NOT NULL,
    resubmitted_at timestamptz,
    on_unchanged_content boolean NOT NULL,
    supervisor_id uuid,
    supervisor_reason text,
    "before" jsonb NOT NULL,
    "after" jsonb,
    changes jsonb,
    UNIQUE (case_id, round),
    CHECK (NOT on_unchanged_content OR supervisor_reason IS NOT NULL)
  );
  CREATE UNIQUE INDEX correction_round_one_open ON correction_round (case_id) WHERE state = 'open';

  CREATE TABLE correction_item (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    round_id uuid NOT NULL REFERENCES correction_round (id),
    case_id uuid NOT NULL REFERENCES case_record (id),
    position integer NOT NULL,
    pointer text NOT NULL,
    place text NOT NULL,
    label text NOT NULL,
    requirement text NOT NULL,
    reason text NOT NULL,
    changed boolean NOT NULL,
    UNIQUE (round_id, position)
  );

  CREATE TABLE correction_message (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    item_id uuid NOT NULL REFERENCES correction_item (id),
    case_id uuid NOT NULL REFERENCES case_record (id),
    side text NOT NULL CHECK (side IN ('applicant', 'bureau')),
    author_id uuid NOT NULL,
    author_name text NOT NULL,
    on_behalf_of_name text,
    at timestamptz NOT NULL,
    text text NOT NULL,
    file_ids uuid[] NOT NULL DEFAULT '{}'
  );
  CREATE INDEX correction_message_case ON correction_message (case_id, at, id);
`;

const OUTCOMES = `
  CREATE TABLE case_notice (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    case_id uuid NOT NULL REFERENCES case_record (id),
    kind text NOT NULL CHECK (kind IN ('acceptance', 'correction', 'rejection', 'decision', 'service')),
    number text NOT NULL UNIQUE,
    issued_on date NOT NULL,
    issuer text NOT NULL,
    content jsonb NOT NULL,
    file_id uuid,
    created_at timestamptz NOT NULL,
    served_at timestamptz,
    served_by text
  );
  CREATE INDEX case_notice_case ON case_notice (case_id, created_at);

  CREATE TABLE case_decision (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    case_id uuid NOT NULL REFERENCES case_record (id),
    outcome text NOT NULL CHECK (outcome IN ('granted', 'refused')),
    reasons text NOT NULL CHECK (reasons <> ''),
    conditions jsonb NOT NULL,
    remedies jsonb NOT NULL,
    article text NOT NULL,
    decided_by uuid NOT NULL,
    decided_by_name text NOT NULL,
    decided_at timestamptz NOT NULL
  );
  CREATE INDEX case_decision_case ON case_decision (case_id, decided_at DESC);
`;

const REFERENCE = `
  CREATE TABLE holiday_year (
    year integer PRIMARY KEY CHECK (year BETWEEN 2000 AND 2100),
    holidays text[] NOT NULL,
    makeup_days text[] NOT NULL,
    source text NOT NULL,
    imported_at timestamptz NOT NULL,
    imported_by uuid
  );

  -- every version of a year as it was entered, newest counts; who computed by an older one can still be followed
  CREATE TABLE holiday_year_version (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    year integer NOT NULL REFERENCES holiday_year (year),
    holidays text[] NOT NULL,
    makeup_days text[] NOT NULL,
    source text NOT NULL,
    imported_at timestamptz NOT NULL,
    imported_by_name text
  );
  CREATE INDEX holiday_year_version_of ON holiday_year_version (year, id DESC);
  CREATE TRIGGER holiday_year_version_append_only BEFORE UPDATE OR DELETE ON holiday_year_version
    FOR EACH STATEMENT EXECUTE FUNCTION case_history_is_append_only();

  CREATE TABLE clock_recomputation (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    reason text NOT NULL,
    requested_at timestamptz NOT NULL,
    total integer,
    done integer NOT NULL DEFAULT 0,
    changed integer NOT NULL DEFAULT 0,
    finished_at timestamptz
  );
  CREATE INDEX clock_recomputation_newest ON clock_recomputation (requested_at DESC);

  CREATE TABLE remedy_rule (
    key text NOT NULL,
    valid_from date NOT NULL,
    valid_to date,
    zh text NOT NULL,
    en text NOT NULL,
    length integer NOT NULL CHECK (length > 0),
    unit text NOT NULL CHECK (unit IN ('day', 'month')),
    article text NOT NULL,
    verified boolean NOT NULL,
    source text NOT NULL,
    PRIMARY KEY (key, valid_from)
  );

  -- failed look-ups of a case by number and code, per visitor and per number
  CREATE TABLE case_query_attempt (
    subject text PRIMARY KEY,
    window_start timestamptz NOT NULL,
    attempts integer NOT NULL
  );
  CREATE INDEX case_query_attempt_age ON case_query_attempt (window_start);
`;
