import { MigrationInterface, QueryRunner } from 'typeorm';

/** 整改: notice and items, evidence before and after, extensions, verification, 挂牌督办. */
export class Rectification1764000290000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(CASES);
    await db.query(AROUND);
    // a penalty case may begin with a rectification that was not done
    await db.query(`ALTER TABLE penalty DROP CONSTRAINT penalty_clue_kind, ADD CONSTRAINT penalty_clue_kind CHECK (clue_kind IN ('inspection', 'complaint', 'monitoring', 'referral', 'daily', 'rectification'))`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

const CASES = `
  CREATE TABLE rectification (
    id uuid CONSTRAINT rectification_pkey PRIMARY KEY CONSTRAINT rectification_case REFERENCES case_record (id),
    number text CONSTRAINT rectification_number UNIQUE,
    region_code text NOT NULL,
    enterprise_id uuid NOT NULL,
    enterprise_name text NOT NULL,
    source text NOT NULL CONSTRAINT rectification_source_kind CHECK (source IN ('inspection', 'duty', 'complaint', 'manual')),
    source_id uuid,
    source_number text,
    place text NOT NULL,
    facts text NOT NULL,
    plan_required boolean NOT NULL,
    officers jsonb NOT NULL,
    finders uuid[] NOT NULL,
    form_version integer NOT NULL,
    opened_at timestamptz NOT NULL,
    opened_by_name text NOT NULL,
    issued_at timestamptz,
    issued_by uuid,
    issued_by_name text,
    paper jsonb,
    served jsonb,
    served_on date,
    day_type text CONSTRAINT rectification_day_type CHECK (day_type IN ('workday', 'calendar')),
    plan_due_on date,
    due_on date,
    overdue_on date,
    handed_in_at timestamptz,
    handed_in_by_name text,
    handed_in_words text,
    rejections integer NOT NULL CONSTRAINT rectification_rejections CHECK (rejections >= 0),
    closed_on date,
    clue_at timestamptz,
    clue_reason text,
    withdraw_asked_by uuid,
    withdraw_asked_by_name text,
    withdraw_reason text,
    withdrawn_at timestamptz,
    withdrawn_by_name text,
    search text NOT NULL,
    -- one source, one rectification
    CONSTRAINT rectification_source UNIQUE (source, source_id),
    CONSTRAINT rectification_issued CHECK ((issued_at IS NULL) = (issued_by IS NULL) AND (issued_at IS NULL) = (paper IS NULL)),
    CONSTRAINT rectification_served CHECK ((served IS NULL) = (served_on IS NULL) AND (served_on IS NULL OR issued_at IS NOT NULL)),
    CONSTRAINT rectification_clue CHECK ((clue_at IS NULL) = (clue_reason IS NULL))
  );
  CREATE INDEX rectification_newest ON rectification (opened_at DESC, id DESC);
  CREATE INDEX rectification_due ON rectification ((coalesce(due_on, DATE '9999-12-31')), id);
  CREATE INDEX rectification_own ON rectification (enterprise_id, issued_at DESC, id DESC) WHERE issued_at IS NOT NULL;
  CREATE INDEX rectification_round ON rectification (due_on) WHERE overdue_on IS NULL AND closed_on IS NULL AND withdrawn_at IS NULL;
  CREATE INDEX rectification_words ON rectification USING gin (bigrams(search));

  CREATE TABLE rectification_item (
    id uuid CONSTRAINT rectification_item_pkey PRIMARY KEY DEFAULT uuidv7(),
    rectification_id uuid NOT NULL CONSTRAINT rectification_item_of REFERENCES rectification (id),
    place integer NOT NULL,
    violation text,
    title text NOT NULL,
    description text NOT NULL,
    requirement text NOT NULL,
    conduct_on date NOT NULL,
    law text NOT NULL,
    law_verified boolean NOT NULL,
    days integer NOT NULL CONSTRAINT rectification_item_days CHECK (days > 0),
    due_on date,
    measure text,
    person text,
    planned_on date,
    work text,
    state text NOT NULL CONSTRAINT rectification_item_state CHECK (state IN ('open', 'done', 'passed')),
    done_at timestamptz,
    done_by_name text,
    done_late boolean NOT NULL,
    version integer NOT NULL,
    CONSTRAINT rectification_item_done CHECK ((state = 'open') = (done_at IS NULL))
  );
  CREATE INDEX rectification_item_list ON rectification_item (rectification_id, place, id);
`;

const AROUND = `
  CREATE TABLE rectification_evidence (
    id uuid CONSTRAINT rectification_evidence_pkey PRIMARY KEY DEFAULT uuidv7(),
    rectification_id uuid NOT NULL CONSTRAINT rectification_evidence_of REFERENCES rectification (id),
    item_id uuid CONSTRAINT rectification_evidence_item REFERENCES rectification_item (id),
    side text NOT NULL CONSTRAINT rectification_evidence_side CHECK (side IN ('before', 'after', 'verification')),
    file_id uuid NOT NULL,
    file_name text NOT NULL,
    sha256 text NOT NULL CONSTRAINT rectification_evidence_hash CHECK (sha256 ~ '^[0-9a-f]{64}$'),
    caption text NOT NULL,
    from_inspection boolean NOT NULL,
    added_by_name text NOT NULL,
    added_at timestamptz NOT NULL,
    withdrawn_at timestamptz,
    CONSTRAINT rectification_evidence_once UNIQUE (rectification_id, file_id)
  );
  CREATE INDEX rectification_evidence_file ON rectification_evidence (file_id);

  CREATE TABLE rectification_extension (
    id uuid CONSTRAINT rectification_extension_pkey PRIMARY KEY DEFAULT uuidv7(),
    rectification_id uuid NOT NULL CONSTRAINT rectification_extension_of REFERENCES rectification (id),
    item_ids uuid[] NOT NULL,
    from_day date NOT NULL,
    until_day date NOT NULL CONSTRAINT rectification_extension_days CHECK (until_day > from_day),
    reason text NOT NULL,
    state text NOT NULL CONSTRAINT rectification_extension_state CHECK (state IN ('asked', 'approved', 'refused')),
    asked_by_name text NOT NULL,
    asked_at timestamptz NOT NULL,
    decided_by_name text,
    decided_at timestamptz,
    decided_reason text
  );
  -- one request waits at a time
  CREATE UNIQUE INDEX rectification_extension_open ON rectification_extension (rectification_id) WHERE state = 'asked';
  CREATE INDEX rectification_extension_list ON rectification_extension (rectification_id, asked_at);

  CREATE TABLE rectification_verification (
    id uuid CONSTRAINT rectification_verification_pkey PRIMARY KEY DEFAULT uuidv7(),
    rectification_id uuid NOT NULL CONSTRAINT rectification_verification_of REFERENCES rectification (id),
    round integer NOT NULL,
    way text NOT NULL CONSTRAINT rectification_verification_way CHECK (way IN ('on-site', 'off-site')),
    visited_on date NOT NULL,
    findings text NOT NULL,
    results jsonb NOT NULL,
    outcome text NOT NULL CONSTRAINT rectification_verification_outcome CHECK (outcome IN ('passed', 'rejected')),
    persists boolean NOT NULL,
    new_due_on date,
    verified_by uuid NOT NULL,
    verified_by_name text NOT NULL,
    verified_at timestamptz NOT NULL,
    issued_by uuid NOT NULL,
    paper jsonb,
    CONSTRAINT rectification_verification_round UNIQUE (rectification_id, round),
    -- 查改分离
    CONSTRAINT rectification_verification_second CHECK (verified_by <> issued_by)
  );

  CREATE TABLE rectification_supervision (
    id uuid CONSTRAINT rectification_supervision_pkey PRIMARY KEY DEFAULT uuidv7(),
    rectification_id uuid NOT NULL CONSTRAINT rectification_supervision_of REFERENCES rectification (id) CONSTRAINT rectification_supervision_once UNIQUE,
    reason text NOT NULL,
    demand text NOT NULL,
    due_on date NOT NULL,
    is_public boolean NOT NULL,
    paper jsonb NOT NULL,
    started_by uuid NOT NULL,
    started_by_name text NOT NULL,
    started_at timestamptz NOT NULL,
    outcome text CONSTRAINT rectification_supervision_outcome CHECK (outcome IN ('done', 'lifted')),
    ended_at timestamptz,
    ended_reason text,
    defaulted_at timestamptz,
    defaulted_by_name text,
    default_reason text
  );
  CREATE INDEX rectification_supervision_public ON rectification_supervision (started_at DESC, id DESC) WHERE is_public AND ended_at IS NULL;
`;
