import { MigrationInterface, QueryRunner } from 'typeorm';

/** Service tasks, sealed bids, witness keys, deliveries and ratings. */
export class Marketplace1764000007000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE witness_key (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        holder_name text NOT NULL,
        public_key jsonb NOT NULL,
        fingerprint char(64) NOT NULL UNIQUE,
        active boolean NOT NULL DEFAULT true,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        retired_at timestamptz
      );
      CREATE UNIQUE INDEX witness_key_one_active ON witness_key (active) WHERE active;

      CREATE TABLE service_task (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        number text UNIQUE,
        enterprise_id uuid NOT NULL,
        enterprise_name text NOT NULL,
        region_code text NOT NULL,
        title text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('consulting', 'testing', 'engineering', 'disposal')),
        stage text NOT NULL CHECK (stage IN ('construction', 'operation', 'closure')),
        description text NOT NULL,
        requirements text NOT NULL,
        deliverables text[] NOT NULL,
        required_qualifications text[] NOT NULL,
        budget_yuan numeric(14, 2) CHECK (budget_yuan > 0),
        duration_days integer NOT NULL CHECK (duration_days BETWEEN 1 AND 3650),
        bid_deadline timestamptz NOT NULL,
        price_weight integer NOT NULL CHECK (price_weight BETWEEN 0 AND 100),
        state text NOT NULL,
        version integer NOT NULL,
        opening_public_key jsonb,
        opening_fingerprint char(64),
        witness_key_id uuid REFERENCES witness_key (id),
        published_at timestamptz,
        closed_at timestamptz,
        opened_at timestamptz,
        opened_by text CHECK (opened_by IN ('owner', 'witness')),
        opening_record_file_id uuid,
        opening_anomalies jsonb,
        awarded_bid_id uuid,
        awarded_firm_id uuid,
        award_reason text,
        awarded_at timestamptz,
        accepted_at timestamptz,
        ended_reason text,
        created_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL
      );
      CREATE INDEX service_task_open ON service_task (bid_deadline, id) WHERE state = 'published';
      CREATE INDEX service_task_open_newest ON service_task (coalesce(published_at, created_at) DESC, id DESC) WHERE state = 'published';
      CREATE INDEX service_task_newest ON service_task (coalesce(published_at, created_at) DESC, id DESC) WHERE state <> 'draft';
      CREATE INDEX service_task_deadline ON service_task (bid_deadline, id) WHERE state <> 'draft';
      CREATE INDEX service_task_enterprise ON service_task (enterprise_id, coalesce(published_at, created_at) DESC, id DESC);
      CREATE INDEX service_task_awarded ON service_task (awarded_firm_id, coalesce(published_at, created_at) DESC, id DESC) WHERE awarded_firm_id IS NOT NULL;
      CREATE INDEX service_task_words ON service_task USING gin (bigrams(title || ' ' || coalesce(number, '') || ' ' || enterprise_name));

      CREATE TABLE bid (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        task_id uuid NOT NULL REFERENCES service_task (id),
        firm_id uuid NOT NULL,
        firm_name text NOT NULL,
        round integer NOT NULL,
        state text NOT NULL CHECK (state IN ('sealed', 'superseded', 'withdrawn', 'opened', 'unreadable')),
        envelope jsonb NOT NULL,
        digest char(64) NOT NULL,
        size_bytes integer NOT NULL,
        received_at timestamptz(3) NOT NULL,
        receipt_signature text NOT NULL,
        submitted_by uuid NOT NULL,
        ended_at timestamptz,
        ended_reason text,
        price_yuan numeric(14, 2),
        duration_days integer,
        proposal text,
        attachment_file_ids uuid[] NOT NULL DEFAULT '{}',
        eligible boolean,
        ineligible_reasons jsonb,
        suspect_unit boolean,
        unreadable_reason text,
        UNIQUE (task_id, firm_id, round),
        -- an envelope's bytes fit one task only once: a copied ciphertext is refused
        UNIQUE (task_id, digest)
      );
      CREATE UNIQUE INDEX bid_one_live ON bid (task_id, firm_id) WHERE state IN ('sealed', 'opened', 'unreadable');
      CREATE INDEX bid_firm ON bid (firm_id, id DESC);
      ALTER TABLE service_task ADD FOREIGN KEY (awarded_bid_id) REFERENCES bid (id);

      CREATE TABLE task_event (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        task_id uuid NOT NULL REFERENCES service_task (id),
        at timestamptz NOT NULL,
        kind text NOT NULL,
        actor_user_id uuid,
        actor_name text NOT NULL,
        on_behalf_of uuid,
        audience text NOT NULL CHECK (audience IN ('public', 'parties', 'owner')),
        zh text NOT NULL,
        en text NOT NULL
      );
      CREATE INDEX task_event_task ON task_event (task_id, at, id);

      CREATE TABLE delivery (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        task_id uuid NOT NULL REFERENCES service_task (id),
        round integer NOT NULL,
        summary text NOT NULL,
        file_ids uuid[] NOT NULL,
        state text NOT NULL CHECK (state IN ('submitted', 'accepted', 'rework')),
        comment text,
        submitted_by uuid NOT NULL,
        submitted_at timestamptz NOT NULL,
        reviewed_at timestamptz,
        UNIQUE (task_id, round)
      );

      CREATE TABLE task_rating (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        task_id uuid NOT NULL REFERENCES service_task (id),
        rater_org_id uuid NOT NULL,
        rated_org_id uuid NOT NULL,
        quality integer NOT NULL CHECK (quality BETWEEN 1 AND 5),
        timeliness integer NOT NULL CHECK (timeliness BETWEEN 1 AND 5),
        compliance integer NOT NULL CHECK (compliance BETWEEN 1 AND 5),
        service integer NOT NULL CHECK (service BETWEEN 1 AND 5),
        price integer NOT NULL CHECK (price BETWEEN 1 AND 5),
        score numeric(4, 2) NOT NULL,
        comment text NOT NULL,
        given_at timestamptz NOT NULL,
        published_at timestamptz,
        UNIQUE (task_id, rater_org_id)
      );
      CREATE INDEX task_rating_blind ON task_rating (given_at) WHERE published_at IS NULL;
      CREATE INDEX task_rating_published ON task_rating (rated_org_id, published_at DESC) WHERE published_at IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
