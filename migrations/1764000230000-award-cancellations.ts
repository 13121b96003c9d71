import { MigrationInterface, QueryRunner } from 'typeorm';

/** An award whose contract is not signed: reminders, notices, cancellations, complaints, objections and rulings. A task may have a second contract once the first has lapsed. */
export class AwardCancellations1764000230000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE contract DROP CONSTRAINT contract_once;
      CREATE UNIQUE INDEX contract_once ON contract (task_id) WHERE state <> 'lapsed';
      CREATE INDEX contract_of_task ON contract (task_id);
      ALTER TABLE contract DROP CONSTRAINT contract_state;
      ALTER TABLE contract ADD CONSTRAINT contract_state CHECK (state IN ('due', 'draft', 'proposed', 'agreed', 'active', 'terminated', 'closed', 'waived', 'lapsed'));
      ALTER TABLE bid ADD COLUMN award_cancelled_at timestamptz;
      ALTER TABLE bid_bond ADD COLUMN forfeited_on date, ADD CONSTRAINT bid_bond_one_end CHECK (forfeited_on IS NULL OR returned_on IS NULL);
      ALTER TABLE evaluation ADD COLUMN ruling_pending boolean NOT NULL DEFAULT false;

      CREATE TABLE award_reminder (
        id uuid CONSTRAINT award_reminder_pkey PRIMARY KEY DEFAULT uuidv7(),
        contract_id uuid NOT NULL CONSTRAINT award_reminder_contract REFERENCES contract (id),
        text text NOT NULL,
        due_on date NOT NULL,
        sent_at timestamptz NOT NULL,
        by_name text NOT NULL
      );
      CREATE INDEX award_reminder_of ON award_reminder (contract_id, sent_at);

      CREATE TABLE award_cancellation (
        id uuid CONSTRAINT award_cancellation_pkey PRIMARY KEY DEFAULT uuidv7(),
        kind text NOT NULL CONSTRAINT award_cancellation_kind CHECK (kind IN ('cancellation', 'complaint')),
        contract_id uuid NOT NULL CONSTRAINT award_cancellation_contract REFERENCES contract (id),
        task_id uuid NOT NULL CONSTRAINT award_cancellation_task REFERENCES service_task (id),
        task_title text NOT NULL,
        task_number text,
        is_public boolean NOT NULL,
        enterprise_id uuid NOT NULL,
        enterprise_name text NOT NULL,
        firm_id uuid NOT NULL,
        firm_name text NOT NULL,
        region_code text NOT NULL,
        bid_id uuid CONSTRAINT award_cancellation_bid REFERENCES bid (id),
        price_yuan numeric(14, 2) NOT NULL,
        duration_days integer NOT NULL,
        awarded_at timestamptz NOT NULL,
        award_reason text NOT NULL,
        ground text NOT NULL,
        reason text NOT NULL,
        evidence_file_ids uuid[] NOT NULL,
        state text NOT NULL CONSTRAINT award_cancellation_state CHECK (state IN ('noticed', 'withdrawn', 'moot', 'cancelled', 'accepted', 'objected', 'upheld', 'revoked', 'confirmed', 'refused')),
        noticed_at timestamptz NOT NULL,
        noticed_by_name text NOT NULL,
        statement_due timestamptz NOT NULL,
        statement text,
        statement_file_ids uuid[] NOT NULL DEFAULT '{}',
        stated_at timestamptz,
        stated_by_name text,
        cancelled_at timestamptz,
        cancelled_by_name text,
        cancel_reason text,
        object_due timestamptz,
        objection text,
        objection_file_ids uuid[] NOT NULL DEFAULT '{}',
        objected_at timestamptz,
        objected_by_name text,
        rule_due date,
        ruling text,
        ruled_at timestamptz,
        ruled_by_name text,
        ended_at timestamptz,
        bond_yuan numeric(14, 2),
        effect_until date,
        search text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT award_cancellation_done CHECK ((cancelled_at IS NULL) = (state IN ('noticed', 'withdrawn', 'moot', 'confirmed', 'refused')) AND (cancelled_at IS NULL) = (object_due IS NULL)),
        CONSTRAINT award_cancellation_ruled CHECK ((ruled_at IS NULL) = (state NOT IN ('upheld', 'revoked', 'confirmed', 'refused')))
      );
      CREATE UNIQUE INDEX award_cancellation_one_open ON award_cancellation (contract_id, kind) WHERE state = 'noticed';
      CREATE INDEX award_cancellation_contract_of ON award_cancellation (contract_id, id);
      CREATE INDEX award_cancellation_task_of ON award_cancellation (task_id, id);
      CREATE INDEX award_cancellation_region ON award_cancellation (region_code text_pattern_ops, id);
      CREATE INDEX award_cancellation_enterprise ON award_cancellation (enterprise_id, id);
      CREATE INDEX award_cancellation_firm ON award_cancellation (firm_id, id);
      CREATE INDEX award_cancellation_public ON award_cancellation (cancelled_at DESC, id DESC) WHERE cancelled_at IS NOT NULL AND is_public;
      CREATE INDEX award_cancellation_search ON award_cancellation USING gin (bigrams(search));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
