import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * Methods of procurement. What was published before is a voluntary open procurement: one bid suffices and no period of law
 * binds it, as it was.
 */
export class ProcurementMethods1764000190000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE service_task
        ADD COLUMN method text NOT NULL DEFAULT 'open' CONSTRAINT service_task_method CHECK (method IN ('direct', 'inquiry', 'negotiation', 'invited', 'open', 'auction')),
        ADD COLUMN funds text NOT NULL DEFAULT 'private' CONSTRAINT service_task_funds CHECK (funds IN ('private', 'state', 'fiscal')),
        ADD COLUMN subject text NOT NULL DEFAULT 'services' CONSTRAINT service_task_subject CHECK (subject IN ('works', 'goods', 'design', 'services')),
        -- fixed at the publication, so that a later value of the law changes nothing that runs
        ADD COLUMN regime text NOT NULL DEFAULT 'voluntary' CONSTRAINT service_task_regime CHECK (regime IN ('voluntary', 'bidding-law', 'government')),
        ADD COLUMN fewest_bids integer NOT NULL DEFAULT 1 CONSTRAINT service_task_fewest_bids CHECK (fewest_bids BETWEEN 1 AND 20),
        -- false while only the invited may see it
        ADD COLUMN listed boolean NOT NULL DEFAULT true,
        ADD COLUMN approval_number text,
        ADD COLUMN approval_reason text,
        ADD COLUMN bond_yuan numeric(14, 2) CONSTRAINT service_task_bond CHECK (bond_yuan > 0),
        ADD COLUMN bid_round integer NOT NULL DEFAULT 1 CONSTRAINT service_task_bid_round CHECK (bid_round IN (1, 2)),
        ADD COLUMN first_opened_at timestamptz,
        ADD COLUMN documents_version integer NOT NULL DEFAULT 1,
        ADD COLUMN paused_at timestamptz,
        ADD COLUMN short_reason text,
        ADD COLUMN short_approval text,
        ADD COLUMN attempt integer NOT NULL DEFAULT 1,
        ADD COLUMN follows_task_id uuid CONSTRAINT service_task_follows REFERENCES service_task (id),
        ADD COLUMN awarded_price_yuan numeric(14, 2),
        ADD COLUMN awarded_firm_name text;
      CREATE UNIQUE INDEX service_task_follows_once ON service_task (follows_task_id) WHERE follows_task_id IS NOT NULL;
      UPDATE service_task t SET awarded_price_yuan = b.price_yuan, awarded_firm_name = b.firm_name FROM bid b WHERE b.id = t.awarded_bid_id;

      -- a firm has one live bid in each sealed round
      ALTER TABLE bid ADD COLUMN sealed_round integer NOT NULL DEFAULT 1 CONSTRAINT bid_sealed_round CHECK (sealed_round IN (1, 2)),
                      ADD COLUMN documents_version integer NOT NULL DEFAULT 1;
      DROP INDEX bid_one_live;
      CREATE UNIQUE INDEX bid_one_live ON bid (task_id, firm_id, sealed_round) WHERE state IN ('sealed', 'opened', 'unreadable');

      CREATE TABLE task_invitation (
        id uuid CONSTRAINT task_invitation_pkey PRIMARY KEY DEFAULT uuidv7(),
        task_id uuid NOT NULL CONSTRAINT task_invitation_task REFERENCES service_task (id),
        firm_id uuid NOT NULL,
        firm_name text NOT NULL,
        state text NOT NULL CONSTRAINT task_invitation_state CHECK (state IN ('invited', 'declined')),
        reason text,
        answered_at timestamptz,
        CONSTRAINT task_invitation_once UNIQUE (task_id, firm_id)
      );
      CREATE INDEX task_invitation_firm ON task_invitation (firm_id, task_id);

      CREATE TABLE task_offer (
        id uuid CONSTRAINT task_offer_pkey PRIMARY KEY DEFAULT uuidv7(),
        task_id uuid NOT NULL CONSTRAINT task_offer_task REFERENCES service_task (id),
        nth integer NOT NULL,
        by_firm boolean NOT NULL,
        price_yuan numeric(14, 2) NOT NULL CONSTRAINT task_offer_price CHECK (price_yuan > 0),
        duration_days integer NOT NULL CONSTRAINT task_offer_duration CHECK (duration_days BETWEEN 1 AND 3650),
        text text NOT NULL,
        state text NOT NULL CONSTRAINT task_offer_state CHECK (state IN ('open', 'countered', 'accepted', 'lapsed')),
        made_by uuid NOT NULL,
        made_at timestamptz NOT NULL,
        CONSTRAINT task_offer_nth UNIQUE (task_id, nth)
      );
      CREATE UNIQUE INDEX task_offer_one_open ON task_offer (task_id) WHERE state = 'open';

      CREATE TABLE task_question (
        id uuid CONSTRAINT task_question_pkey PRIMARY KEY DEFAULT uuidv7(),
        task_id uuid NOT NULL CONSTRAINT task_question_task REFERENCES service_task (id),
        -- an objection to the documents stops the procurement until it is answered
        objection boolean NOT NULL,
        asked_by_org uuid NOT NULL,
        asked_by uuid NOT NULL,
        asked_at timestamptz NOT NULL,
        text text NOT NULL,
        answer text,
        answered_at timestamptz,
        answer_due timestamptz
      );
      CREATE INDEX task_question_task_at ON task_question (task_id, asked_at, id);
      CREATE UNIQUE INDEX task_question_one_objection ON task_question (task_id, asked_by_org) WHERE objection AND answered_at IS NULL;

      CREATE TABLE task_amendment (
        id uuid CONSTRAINT task_amendment_pkey PRIMARY KEY DEFAULT uuidv7(),
        task_id uuid NOT NULL CONSTRAINT task_amendment_task REFERENCES service_task (id),
        version integer NOT NULL,
        reason text NOT NULL,
        changes jsonb NOT NULL,
        deadline_before timestamptz NOT NULL,
        deadline_after timestamptz NOT NULL,
        made_at timestamptz NOT NULL,
        CONSTRAINT task_amendment_version UNIQUE (task_id, version)
      );

      CREATE TABLE task_talk (
        id uuid CONSTRAINT task_talk_pkey PRIMARY KEY DEFAULT uuidv7(),
        task_id uuid NOT NULL CONSTRAINT task_talk_task REFERENCES service_task (id),
        firm_id uuid NOT NULL,
        text text NOT NULL,
        held_at timestamptz NOT NULL,
        recorded_by uuid NOT NULL,
        recorded_at timestamptz NOT NULL
      );
      CREATE INDEX task_talk_task_firm ON task_talk (task_id, firm_id, recorded_at);

      CREATE TABLE bid_bond (
        id uuid CONSTRAINT bid_bond_pkey PRIMARY KEY DEFAULT uuidv7(),
        task_id uuid NOT NULL CONSTRAINT bid_bond_task REFERENCES service_task (id),
        firm_id uuid NOT NULL,
        firm_name text NOT NULL,
        amount_yuan numeric(14, 2) NOT NULL CONSTRAINT bid_bond_amount CHECK (amount_yuan > 0),
        paid_on date NOT NULL,
        reference text NOT NULL,
        returned_on date,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT bid_bond_once UNIQUE (task_id, firm_id)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
