import { MigrationInterface, QueryRunner } from 'typeorm';

/** Contracts of awarded tasks: terms, milestones, payments, what one side proposes and the other answers, history. */
export class Contracts1764000193000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE contract (
        id uuid CONSTRAINT contract_pkey PRIMARY KEY DEFAULT uuidv7(),
        -- one contract an award: of two who begin at once, one wins
        task_id uuid NOT NULL CONSTRAINT contract_once UNIQUE CONSTRAINT contract_task REFERENCES service_task (id),
        number text CONSTRAINT contract_number UNIQUE,
        title text NOT NULL,
        kind text NOT NULL CONSTRAINT contract_kind CHECK (kind IN ('consulting', 'testing', 'engineering', 'disposal')),
        enterprise_id uuid NOT NULL,
        enterprise_name text NOT NULL,
        firm_id uuid NOT NULL,
        firm_name text NOT NULL,
        region_code text NOT NULL,
        state text NOT NULL CONSTRAINT contract_state CHECK (state IN ('due', 'draft', 'proposed', 'agreed', 'active', 'terminated', 'closed', 'waived')),
        awarded_at timestamptz NOT NULL,
        sign_due date NOT NULL,
        -- false where the parties are free to choose their day
        sign_by_law boolean NOT NULL,
        bid_price_yuan numeric(14, 2) NOT NULL CONSTRAINT contract_bid_price CHECK (bid_price_yuan > 0),
        bid_duration_days integer NOT NULL CONSTRAINT contract_bid_duration CHECK (bid_duration_days BETWEEN 1 AND 3650),
        terms jsonb,
        -- counts what the two sides have agreed on: 1 as signed, one more with each change
        revision integer NOT NULL DEFAULT 1,
        price_yuan numeric(14, 2) CONSTRAINT contract_price CHECK (price_yuan > 0),
        returned_reason text,
        next_due date,
        signed_at timestamptz,
        ends_on date,
        settled_yuan numeric(14, 2) CONSTRAINT contract_settled CHECK (settled_yuan >= 0),
        ended_reason text,
        ended_at timestamptz,
        closed_at timestamptz,
        paper_file_id uuid,
        reminded_on date,
        search text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );
      CREATE INDEX contract_enterprise ON contract (enterprise_id, next_due, id);
      CREATE INDEX contract_firm ON contract (firm_id, next_due, id);
      CREATE INDEX contract_enterprise_newest ON contract (enterprise_id, awarded_at DESC, id DESC);
      CREATE INDEX contract_firm_newest ON contract (firm_id, awarded_at DESC, id DESC);
      CREATE INDEX contract_words ON contract USING gin (bigrams(search));
      CREATE INDEX contract_to_sign ON contract (sign_due) WHERE state IN ('due', 'draft', 'proposed', 'agreed');
      CREATE INDEX contract_running ON contract (next_due) WHERE state = 'active';

      CREATE TABLE contract_signature (
        contract_id uuid NOT NULL CONSTRAINT contract_signature_contract REFERENCES contract (id),
        side text NOT NULL CONSTRAINT contract_signature_side CHECK (side IN ('enterprise', 'firm')),
        way text NOT NULL CONSTRAINT contract_signature_way CHECK (way IN ('online', 'paper')),
        record_id uuid NOT NULL,
        -- the scan of the sealed paper
        file_id uuid CONSTRAINT contract_signature_scan CHECK (way = 'online' OR file_id IS NOT NULL),
        signer_name text NOT NULL,
        signed_at timestamptz NOT NULL,
        CONSTRAINT contract_signature_pkey PRIMARY KEY (contract_id, side)
      );

      CREATE TABLE contract_milestone (
        id uuid CONSTRAINT contract_milestone_pkey PRIMARY KEY,
        contract_id uuid NOT NULL CONSTRAINT contract_milestone_contract REFERENCES contract (id),
        position integer NOT NULL,
        name text NOT NULL,
        due_on date NOT NULL,
        amount_yuan numeric(14, 2) NOT NULL CONSTRAINT contract_milestone_amount CHECK (amount_yuan > 0),
        -- 'signing': payable at once, nothing is delivered for it
        payable_on text NOT NULL CONSTRAINT contract_milestone_payable CHECK (payable_on IN ('signing', 'acceptance')),
        deliverable text NOT NULL,
        state text NOT NULL CONSTRAINT contract_milestone_state CHECK (state IN ('open', 'delivered', 'rework', 'accepted', 'dropped')),
        accepted_at timestamptz
      );
      CREATE INDEX contract_milestone_of ON contract_milestone (contract_id, position);

      CREATE TABLE contract_payment (
        id uuid CONSTRAINT contract_payment_pkey PRIMARY KEY DEFAULT uuidv7(),
        contract_id uuid NOT NULL CONSTRAINT contract_payment_contract REFERENCES contract (id),
        milestone_id uuid CONSTRAINT contract_payment_milestone REFERENCES contract_milestone (id),
        direction text NOT NULL CONSTRAINT contract_payment_direction CHECK (direction IN ('payment', 'refund')),
        amount_yuan numeric(14, 2) NOT NULL CONSTRAINT contract_payment_amount CHECK (amount_yuan > 0),
        paid_on date NOT NULL,
        file_id uuid NOT NULL,
        note text NOT NULL,
        state text NOT NULL CONSTRAINT contract_payment_state CHECK (state IN ('recorded', 'confirmed', 'refused', 'withdrawn')),
        reason text,
        recorded_by uuid NOT NULL,
        recorded_by_name text NOT NULL,
        recorded_at timestamptz NOT NULL,
        decided_at timestamptz,
        CONSTRAINT contract_payment_of_milestone CHECK ((direction = 'payment') = (milestone_id IS NOT NULL))
      );
      CREATE INDEX contract_payment_of ON contract_payment (contract_id, id);

      -- what one side proposes and the other answers: a change, an end, the settlement
      CREATE TABLE contract_proposal (
        id uuid CONSTRAINT contract_proposal_pkey PRIMARY KEY DEFAULT uuidv7(),
        contract_id uuid NOT NULL CONSTRAINT contract_proposal_contract REFERENCES contract (id),
        kind text NOT NULL CONSTRAINT contract_proposal_kind CHECK (kind IN ('change', 'termination', 'settlement')),
        nth integer NOT NULL,
        side text NOT NULL CONSTRAINT contract_proposal_side CHECK (side IN ('enterprise', 'firm')),
        by_name text NOT NULL,
        reason text NOT NULL,
        content jsonb NOT NULL,
        state text NOT NULL CONSTRAINT contract_proposal_state CHECK (state IN ('open', 'agreed', 'refused', 'withdrawn')),
        made_at timestamptz NOT NULL,
        answered_by_name text,
        answer text,
        answered_at timestamptz,
        CONSTRAINT contract_proposal_nth UNIQUE (contract_id, nth)
      );
      -- one matter at a time: what is answered must be what was last said
      CREATE UNIQUE INDEX contract_proposal_one_open ON contract_proposal (contract_id) WHERE state = 'open';

      CREATE TABLE contract_event (
        id uuid CONSTRAINT contract_event_pkey PRIMARY KEY DEFAULT uuidv7(),
        contract_id uuid NOT NULL CONSTRAINT contract_event_contract REFERENCES contract (id),
        at timestamptz NOT NULL,
        kind text NOT NULL,
        actor_name text NOT NULL,
        zh text NOT NULL,
        en text NOT NULL
      );
      CREATE INDEX contract_event_of ON contract_event (contract_id, at DESC, id DESC);

      ALTER TABLE delivery ADD COLUMN milestone_id uuid;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
