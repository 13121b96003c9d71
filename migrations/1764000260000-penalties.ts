import { MigrationInterface, QueryRunner } from 'typeorm';

/** 行政处罚: the case, its evidence, notices, discussions, decision, payments and contests. */
export class Penalties1764000260000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(CASES);
    await db.query(DECISIONS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

const CASES = `
  CREATE TABLE penalty (
    id uuid CONSTRAINT penalty_pkey PRIMARY KEY CONSTRAINT penalty_case REFERENCES case_record (id),
    number text CONSTRAINT penalty_number UNIQUE,
    region_code text NOT NULL,
    party_kind text NOT NULL CONSTRAINT penalty_party_kind CHECK (party_kind IN ('enterprise', 'firm', 'unit', 'person')),
    party_org_id uuid,
    party_name text NOT NULL CONSTRAINT penalty_party_name CHECK (party_name <> ''),
    party_code text,
    -- number of a person's identity card
    party_code_cipher text,
    clue_kind text NOT NULL CONSTRAINT penalty_clue_kind CHECK (clue_kind IN ('inspection', 'complaint', 'monitoring', 'referral', 'daily')),
    clue_text text NOT NULL CONSTRAINT penalty_clue_text CHECK (clue_text <> ''),
    discovered_on date NOT NULL,
    source_type text,
    source_id uuid,
    parent_id uuid CONSTRAINT penalty_parent REFERENCES penalty (id),
    daily_days integer,
    daily_yuan numeric(14, 2),
    opened_by uuid NOT NULL,
    opened_by_name text NOT NULL,
    opened_at timestamptz NOT NULL,
    violation text,
    violation_title text,
    conduct_from date,
    conduct_to date,
    has_consequence boolean NOT NULL,
    time_bar_until date,
    time_bar_reason text,
    investigators jsonb NOT NULL,
    submitted_by uuid,
    submitted_by_name text,
    filing_grounds text,
    filed_on date,
    filed_by_name text,
    facts text,
    proposed jsonb,
    concluded_by uuid,
    concluded_by_name text,
    examined jsonb,
    legal_review jsonb,
    told_at timestamptz,
    search text NOT NULL,
    CONSTRAINT penalty_source UNIQUE (source_type, source_id),
    -- one re-inspection leads to one daily penalty
    CONSTRAINT penalty_daily UNIQUE (parent_id, discovered_on),
    CONSTRAINT penalty_party CHECK ((party_kind IN ('enterprise', 'firm')) = (party_org_id IS NOT NULL)),
    CONSTRAINT penalty_person CHECK (party_kind <> 'person' OR party_code IS NULL),
    CONSTRAINT penalty_conduct CHECK (conduct_to >= conduct_from)
  );
  CREATE INDEX penalty_newest ON penalty (region_code text_pattern_ops, opened_at DESC, id DESC);
  CREATE INDEX penalty_opened ON penalty (opened_at DESC, id DESC);
  CREATE INDEX penalty_own ON penalty (party_org_id, told_at DESC, id DESC) WHERE party_org_id IS NOT NULL;
  CREATE INDEX penalty_words ON penalty USING gin (bigrams(search));

  CREATE TABLE penalty_evidence (
    id uuid CONSTRAINT penalty_evidence_pkey PRIMARY KEY DEFAULT uuidv7(),
    penalty_id uuid NOT NULL CONSTRAINT penalty_evidence_of REFERENCES penalty (id),
    kind text NOT NULL,
    title text NOT NULL CONSTRAINT penalty_evidence_title CHECK (title <> ''),
    proves text NOT NULL,
    obtained_on date NOT NULL,
    file_id uuid,
    file_hash text,
    added_by_name text NOT NULL,
    added_at timestamptz NOT NULL,
    withdrawn_at timestamptz,
    withdrawn_reason text,
    CONSTRAINT penalty_evidence_hash CHECK ((file_id IS NULL) = (file_hash IS NULL)),
    CONSTRAINT penalty_evidence_withdrawn CHECK ((withdrawn_at IS NULL) = (withdrawn_reason IS NULL))
  );
  CREATE INDEX penalty_evidence_list ON penalty_evidence (penalty_id, added_at, id);
  CREATE INDEX penalty_evidence_file ON penalty_evidence (file_id) WHERE file_id IS NOT NULL;

  CREATE TABLE penalty_extension (
    id uuid CONSTRAINT penalty_extension_pkey PRIMARY KEY DEFAULT uuidv7(),
    penalty_id uuid NOT NULL CONSTRAINT penalty_extension_of REFERENCES penalty (id),
    clock text NOT NULL CONSTRAINT penalty_extension_clock CHECK (clock IN ('filing', 'decision')),
    days integer NOT NULL CONSTRAINT penalty_extension_days CHECK (days > 0),
    reason text NOT NULL,
    state text NOT NULL CONSTRAINT penalty_extension_state CHECK (state IN ('asked', 'approved', 'refused')),
    asked_by uuid NOT NULL,
    asked_by_name text NOT NULL,
    asked_at timestamptz NOT NULL,
    decided_by_name text,
    decided_at timestamptz,
    decided_reason text
  );
  CREATE INDEX penalty_extension_list ON penalty_extension (penalty_id, asked_at);

  CREATE TABLE penalty_notice (
    id uuid CONSTRAINT penalty_notice_pkey PRIMARY KEY DEFAULT uuidv7(),
    penalty_id uuid NOT NULL CONSTRAINT penalty_notice_of REFERENCES penalty (id),
    number text NOT NULL CONSTRAINT penalty_notice_number UNIQUE,
    is_current boolean NOT NULL,
    issued_on date NOT NULL,
    paper jsonb NOT NULL,
    measures text[] NOT NULL,
    fine_yuan numeric(14, 2) NOT NULL CONSTRAINT penalty_notice_fine CHECK (fine_yuan >= 0),
    confiscate_yuan numeric(14, 2) NOT NULL CONSTRAINT penalty_notice_confiscate CHECK (confiscate_yuan >= 0),
    hearing_right boolean NOT NULL,
    served jsonb,
    statement_until date,
    hearing_until date,
    statement text,
    stated_at timestamptz,
    stated_by_name text,
    waived_at timestamptz,
    hearing_asked_at timestamptz,
    points jsonb NOT NULL,
    answered_by_name text,
    hearing jsonb,
    CONSTRAINT penalty_notice_spoken CHECK (stated_at IS NULL OR waived_at IS NULL),
    CONSTRAINT penalty_notice_statement CHECK ((statement IS NULL) = (stated_at IS NULL))
  );
  CREATE UNIQUE INDEX penalty_notice_current ON penalty_notice (penalty_id) WHERE is_current;
  CREATE INDEX penalty_notice_list ON penalty_notice (penalty_id, issued_on DESC);

  CREATE TABLE penalty_discussion (
    id uuid CONSTRAINT penalty_discussion_pkey PRIMARY KEY DEFAULT uuidv7(),
    penalty_id uuid NOT NULL CONSTRAINT penalty_discussion_of REFERENCES penalty (id),
    about text NOT NULL CONSTRAINT penalty_discussion_about CHECK (about IN ('decision', 'extension')),
    held_on date NOT NULL,
    members text[] NOT NULL,
    minutes text NOT NULL,
    conclusion text NOT NULL,
    recorded_by_name text NOT NULL,
    recorded_at timestamptz NOT NULL
  );
  CREATE INDEX penalty_discussion_list ON penalty_discussion (penalty_id, recorded_at);
  CREATE TRIGGER penalty_discussion_append_only BEFORE UPDATE OR DELETE ON penalty_discussion
    FOR EACH STATEMENT EXECUTE FUNCTION case_history_is_append_only();
`;

const DECISIONS = `
  CREATE TABLE penalty_decision (
    id uuid CONSTRAINT penalty_decision_pkey PRIMARY KEY DEFAULT uuidv7(),
    penalty_id uuid NOT NULL CONSTRAINT penalty_decision_once UNIQUE CONSTRAINT penalty_decision_of REFERENCES penalty (id),
    number text NOT NULL CONSTRAINT penalty_decision_number UNIQUE,
    kind text NOT NULL CONSTRAINT penalty_decision_kind CHECK (kind IN ('penalty', 'no-penalty')),
    measures text[] NOT NULL,
    fine_yuan numeric(14, 2) NOT NULL CONSTRAINT penalty_decision_fine CHECK (fine_yuan >= 0),
    confiscate_yuan numeric(14, 2) NOT NULL CONSTRAINT penalty_decision_confiscate CHECK (confiscate_yuan >= 0),
    due_fine_yuan numeric(14, 2) NOT NULL,
    ground text,
    reasons text NOT NULL,
    outside_reason text,
    law jsonb NOT NULL,
    paper jsonb NOT NULL,
    decided_by uuid NOT NULL,
    decided_by_name text NOT NULL,
    decided_on date NOT NULL,
    served jsonb,
    served_on date,
    payment_due_on date,
    plan jsonb NOT NULL,
    performed jsonb,
    execution jsonb,
    publish_due date NOT NULL,
    published_at timestamptz,
    public_summary text,
    publish_until date,
    unpublished_at timestamptz,
    unpublished_reason text,
    revoked_at timestamptz,
    revoked_reason text,
    revoked_by_name text,
    CONSTRAINT penalty_decision_changed CHECK (due_fine_yuan BETWEEN 0 AND fine_yuan),
    CONSTRAINT penalty_decision_ground CHECK ((kind = 'no-penalty') = (ground IS NOT NULL)),
    CONSTRAINT penalty_decision_published CHECK (published_at IS NULL OR (publish_until IS NOT NULL AND public_summary IS NOT NULL AND served_on IS NOT NULL))
  );
  CREATE INDEX penalty_decision_public ON penalty_decision (decided_on DESC, id DESC) WHERE published_at IS NOT NULL AND unpublished_at IS NULL AND revoked_at IS NULL;
  CREATE INDEX penalty_decision_to_publish ON penalty_decision (publish_due) WHERE published_at IS NULL AND revoked_at IS NULL;

  CREATE TABLE penalty_payment (
    id uuid CONSTRAINT penalty_payment_pkey PRIMARY KEY DEFAULT uuidv7(),
    penalty_id uuid NOT NULL CONSTRAINT penalty_payment_of REFERENCES penalty (id),
    paid_on date NOT NULL,
    yuan numeric(14, 2) NOT NULL CONSTRAINT penalty_payment_yuan CHECK (yuan > 0),
    voucher_no text NOT NULL,
    file_id uuid,
    state text NOT NULL CONSTRAINT penalty_payment_state CHECK (state IN ('claimed', 'confirmed', 'refused')),
    by_party boolean NOT NULL,
    entered_by_name text NOT NULL,
    entered_at timestamptz NOT NULL,
    decided_by_name text,
    refused_reason text
  );
  -- a voucher counts once; one that was refused may be handed in again
  CREATE UNIQUE INDEX penalty_voucher ON penalty_payment (voucher_no) WHERE state <> 'refused';
  CREATE INDEX penalty_payment_list ON penalty_payment (penalty_id, paid_on);

  CREATE TABLE penalty_deferral (
    id uuid CONSTRAINT penalty_deferral_pkey PRIMARY KEY DEFAULT uuidv7(),
    penalty_id uuid NOT NULL CONSTRAINT penalty_deferral_of REFERENCES penalty (id),
    plan jsonb NOT NULL,
    reason text NOT NULL,
    state text NOT NULL CONSTRAINT penalty_deferral_state CHECK (state IN ('asked', 'approved', 'refused')),
    asked_by uuid NOT NULL,
    asked_by_name text NOT NULL,
    asked_at timestamptz NOT NULL,
    decided_by_name text,
    decided_reason text
  );
  CREATE INDEX penalty_deferral_list ON penalty_deferral (penalty_id, asked_at);

  CREATE TABLE penalty_contest (
    id uuid CONSTRAINT penalty_contest_pkey PRIMARY KEY DEFAULT uuidv7(),
    penalty_id uuid NOT NULL CONSTRAINT penalty_contest_of REFERENCES penalty (id),
    kind text NOT NULL CONSTRAINT penalty_contest_kind CHECK (kind IN ('reconsideration', 'litigation')),
    body text NOT NULL,
    number text,
    filed_on date NOT NULL,
    stops_execution boolean NOT NULL,
    stop_reason text,
    ended_on date,
    outcome text CONSTRAINT penalty_contest_outcome CHECK (outcome IN ('upheld', 'withdrawn', 'changed', 'revoked')),
    outcome_words text,
    changed_fine_yuan numeric(14, 2),
    CONSTRAINT penalty_contest_span CHECK (ended_on >= filed_on),
    CONSTRAINT penalty_contest_ended CHECK ((ended_on IS NULL) = (outcome IS NULL)),
    CONSTRAINT penalty_contest_changed CHECK ((outcome = 'changed') IS NOT DISTINCT FROM (changed_fine_yuan IS NOT NULL) OR outcome IS NULL)
  );
  CREATE UNIQUE INDEX penalty_contest_open ON penalty_contest (penalty_id) WHERE ended_on IS NULL;
`;
