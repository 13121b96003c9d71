import { MigrationInterface, QueryRunner } from 'typeorm';

/** 严重失信重点监管名单: cases of listing with clues, notices, decisions, removals and contests; and what a list brings in credit. */
export class WatchList1764000310000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(CASES);
    await db.query(DECISIONS);
    await db.query(LISTINGS);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

const TRIGGERS = `IN ('grade', 'crime', 'refuse-perform', 'unpaid', 'data-fraud', 'hidden-pipe', 'hazardous-dump', 'repair-false', 'other')`;

const CASES = `
  CREATE TABLE watch_list_entry (
    id uuid CONSTRAINT watch_list_entry_pkey PRIMARY KEY CONSTRAINT watch_list_entry_case REFERENCES case_record (id),
    number text CONSTRAINT watch_list_entry_number UNIQUE,
    region_code text NOT NULL,
    subject_kind text NOT NULL CONSTRAINT watch_list_entry_kind CHECK (subject_kind IN ('enterprise', 'firm', 'unit', 'person')),
    subject_org_id uuid,
    subject_name text NOT NULL CONSTRAINT watch_list_entry_name CHECK (subject_name <> ''),
    subject_code text,
    subject_code_cipher text,
    subject_key text NOT NULL,
    trigger text NOT NULL CONSTRAINT watch_list_entry_trigger CHECK (trigger ${TRIGGERS}),
    facts text NOT NULL CONSTRAINT watch_list_entry_facts CHECK (facts <> ''),
    occurred_on date NOT NULL,
    legal_basis text,
    months integer CONSTRAINT watch_list_entry_months CHECK (months > 0),
    public_reason text,
    open boolean NOT NULL,
    opened_by uuid NOT NULL,
    opened_by_name text NOT NULL,
    opened_at timestamptz NOT NULL,
    proposed_by uuid,
    proposed_by_name text,
    legal_review jsonb,
    discussion jsonb,
    revocation jsonb,
    told_at timestamptz,
    search text NOT NULL,
    CONSTRAINT watch_list_entry_subject CHECK ((subject_kind IN ('enterprise', 'firm')) = (subject_org_id IS NOT NULL)),
    CONSTRAINT watch_list_entry_person CHECK (subject_kind <> 'person' OR subject_code IS NULL),
    CONSTRAINT watch_list_entry_reviewed CHECK (legal_review IS NULL OR legal_review ->> 'byUserId' <> proposed_by::text)
  );
  -- nobody is being listed twice at the same time
  CREATE UNIQUE INDEX watch_list_entry_one_open ON watch_list_entry (subject_key) WHERE open;
  CREATE INDEX watch_list_entry_newest ON watch_list_entry (region_code text_pattern_ops, opened_at DESC, id DESC);
  CREATE INDEX watch_list_entry_opened ON watch_list_entry (opened_at DESC, id DESC);
  CREATE INDEX watch_list_entry_own ON watch_list_entry (subject_org_id, told_at DESC, id DESC) WHERE subject_org_id IS NOT NULL;
  CREATE INDEX watch_list_entry_words ON watch_list_entry USING gin (bigrams(search));

  CREATE TABLE watch_list_source (
    id uuid CONSTRAINT watch_list_source_pkey PRIMARY KEY DEFAULT uuidv7(),
    entry_id uuid NOT NULL CONSTRAINT watch_list_source_entry REFERENCES watch_list_entry (id),
    trigger text NOT NULL CONSTRAINT watch_list_source_trigger CHECK (trigger ${TRIGGERS}),
    title text NOT NULL CONSTRAINT watch_list_source_title CHECK (title <> ''),
    document_no text,
    occurred_on date NOT NULL,
    source_type text NOT NULL CONSTRAINT watch_list_source_type CHECK (source_type IN ('credit-event', 'credit-grade', 'penalty', 'hand')),
    source_id text NOT NULL,
    added_at timestamptz NOT NULL,
    gone_at timestamptz,
    -- told twice, it is a clue once
    CONSTRAINT watch_list_source_once UNIQUE (source_type, source_id)
  );
  CREATE INDEX watch_list_source_list ON watch_list_source (entry_id, added_at, id);

  CREATE TABLE watch_list_notice (
    id uuid CONSTRAINT watch_list_notice_pkey PRIMARY KEY DEFAULT uuidv7(),
    entry_id uuid NOT NULL CONSTRAINT watch_list_notice_entry REFERENCES watch_list_entry (id),
    number text NOT NULL CONSTRAINT watch_list_notice_number UNIQUE,
    is_current boolean NOT NULL,
    issued_on date NOT NULL,
    paper jsonb NOT NULL,
    months integer NOT NULL,
    served jsonb,
    statement_until date,
    hearing_until date,
    statement text,
    stated_at timestamptz,
    stated_by_name text,
    waived_at timestamptz,
    hearing_asked_at timestamptz,
    answer text,
    answered_by_name text,
    hearing jsonb,
    CONSTRAINT watch_list_notice_spoken CHECK (stated_at IS NULL OR waived_at IS NULL),
    CONSTRAINT watch_list_notice_statement CHECK ((statement IS NULL) = (stated_at IS NULL)),
    CONSTRAINT watch_list_notice_served CHECK (served IS NOT NULL OR (stated_at IS NULL AND waived_at IS NULL AND hearing_asked_at IS NULL))
  );
  CREATE UNIQUE INDEX watch_list_notice_current ON watch_list_notice (entry_id) WHERE is_current;
  CREATE INDEX watch_list_notice_list ON watch_list_notice (entry_id, issued_on DESC);
`;

const DECISIONS = `
  CREATE TABLE watch_list_decision (
    id uuid CONSTRAINT watch_list_decision_pkey PRIMARY KEY DEFAULT uuidv7(),
    entry_id uuid NOT NULL CONSTRAINT watch_list_decision_entry UNIQUE REFERENCES watch_list_entry (id),
    number text NOT NULL CONSTRAINT watch_list_decision_number UNIQUE,
    paper jsonb NOT NULL,
    months integer NOT NULL CONSTRAINT watch_list_decision_months CHECK (months > 0),
    reasons text NOT NULL,
    exit_conditions text NOT NULL CONSTRAINT watch_list_decision_exit CHECK (exit_conditions <> ''),
    remedies jsonb NOT NULL,
    decided_by uuid NOT NULL,
    decided_by_name text NOT NULL,
    decided_on date NOT NULL,
    served jsonb,
    served_on date,
    removal_from date,
    listed_until date,
    published_at timestamptz,
    resting boolean NOT NULL DEFAULT false,
    ended_on date,
    ended_how text CONSTRAINT watch_list_decision_ended_how CHECK (ended_how IN ('removed', 'expired', 'revoked')),
    ended_reason text,
    ended_by_name text,
    CONSTRAINT watch_list_decision_span CHECK ((served_on IS NULL) = (listed_until IS NULL) AND listed_until >= served_on),
    -- nothing is published that was not served
    CONSTRAINT watch_list_decision_published CHECK (published_at IS NULL OR served_on IS NOT NULL),
    CONSTRAINT watch_list_decision_ended CHECK ((ended_on IS NULL) = (ended_how IS NULL))
  );
  CREATE INDEX watch_list_decision_public ON watch_list_decision (served_on DESC, id DESC) WHERE published_at IS NOT NULL AND ended_on IS NULL AND NOT resting;
  CREATE INDEX watch_list_decision_until ON watch_list_decision (listed_until) WHERE ended_on IS NULL;

  CREATE TABLE watch_list_removal (
    id uuid CONSTRAINT watch_list_removal_pkey PRIMARY KEY DEFAULT uuidv7(),
    entry_id uuid NOT NULL CONSTRAINT watch_list_removal_entry REFERENCES watch_list_entry (id),
    statement text NOT NULL,
    file_ids uuid[] NOT NULL CONSTRAINT watch_list_removal_files CHECK (cardinality(file_ids) > 0),
    by_officer boolean NOT NULL,
    applied_by uuid NOT NULL,
    applied_by_name text NOT NULL,
    applied_on date NOT NULL,
    state text NOT NULL CONSTRAINT watch_list_removal_state CHECK (state IN ('open', 'granted', 'refused', 'withdrawn', 'lapsed')),
    verdict text CONSTRAINT watch_list_removal_verdict CHECK (verdict IN ('met', 'not-met')),
    findings text,
    site_checked_on date,
    verified_by uuid,
    verified_by_name text,
    decided_by_name text,
    decided_on date,
    reasons text,
    CONSTRAINT watch_list_removal_verified CHECK ((verdict IS NULL) = (verified_by IS NULL) AND verified_by IS DISTINCT FROM applied_by),
    CONSTRAINT watch_list_removal_granted CHECK (state <> 'granted' OR verdict = 'met')
  );
  CREATE UNIQUE INDEX watch_list_removal_open ON watch_list_removal (entry_id) WHERE state = 'open';
  CREATE INDEX watch_list_removal_list ON watch_list_removal (entry_id, id);

  CREATE TABLE watch_list_contest (
    id uuid CONSTRAINT watch_list_contest_pkey PRIMARY KEY DEFAULT uuidv7(),
    entry_id uuid NOT NULL CONSTRAINT watch_list_contest_entry REFERENCES watch_list_entry (id),
    kind text NOT NULL CONSTRAINT watch_list_contest_kind CHECK (kind IN ('reconsideration', 'litigation')),
    body text NOT NULL,
    number text,
    filed_on date NOT NULL,
    stops_execution boolean NOT NULL,
    stop_reason text,
    recorded_by uuid NOT NULL,
    recorded_by_name text NOT NULL,
    ended_on date,
    outcome text CONSTRAINT watch_list_contest_outcome CHECK (outcome IN ('upheld', 'withdrawn', 'changed', 'revoked')),
    outcome_words text,
    changed_months integer CONSTRAINT watch_list_contest_months CHECK (changed_months > 0),
    CONSTRAINT watch_list_contest_span CHECK (ended_on >= filed_on),
    CONSTRAINT watch_list_contest_ended CHECK ((ended_on IS NULL) = (outcome IS NULL)),
    CONSTRAINT watch_list_contest_stop CHECK (NOT stops_execution OR stop_reason IS NOT NULL),
    CONSTRAINT watch_list_contest_changed CHECK ((outcome IS NOT DISTINCT FROM 'changed') = (changed_months IS NOT NULL))
  );
  CREATE UNIQUE INDEX watch_list_contest_open ON watch_list_contest (entry_id) WHERE ended_on IS NULL;
  CREATE INDEX watch_list_contest_list ON watch_list_contest (entry_id, filed_on);
`;

const LISTINGS = `
  CREATE TABLE credit_listing (
    id uuid CONSTRAINT credit_listing_pkey PRIMARY KEY,
    subject_id uuid NOT NULL CONSTRAINT credit_listing_subject REFERENCES organisation (id),
    list text NOT NULL,
    title text NOT NULL,
    document_no text NOT NULL,
    from_on date NOT NULL,
    until_on date NOT NULL,
    resting boolean NOT NULL,
    ended_on date,
    CONSTRAINT credit_listing_span CHECK (until_on >= from_on)
  );
  CREATE INDEX credit_listing_of_subject ON credit_listing (subject_id, until_on);
`;
