import { MigrationInterface, QueryRunner } from 'typeorm';

/** Banks: what an enterprise lets a bank know, the bank's programs, every query, batches, alerts by webhook. */
export class Banks1764000280000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await this.authorizations(db);
    await this.clients(db);
    await this.queries(db);
    await this.webhooks(db);
  }

  private async authorizations(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE bank_authorization (
        id uuid CONSTRAINT bank_authorization_pkey PRIMARY KEY,
        number text NOT NULL CONSTRAINT bank_authorization_number UNIQUE,
        enterprise_id uuid NOT NULL CONSTRAINT bank_authorization_enterprise REFERENCES organisation (id),
        enterprise_name text NOT NULL,
        enterprise_uscc text,
        bank_id uuid NOT NULL CONSTRAINT bank_authorization_bank REFERENCES organisation (id),
        bank_name text NOT NULL,
        region_code text NOT NULL,
        origin text NOT NULL CONSTRAINT bank_authorization_origin CHECK (origin IN ('request', 'offer')),
        state text NOT NULL CONSTRAINT bank_authorization_state CHECK (state IN ('requested', 'active', 'declined', 'withdrawn', 'revoked')),
        purpose text NOT NULL,
        purpose_words text NOT NULL,
        -- what the bank asked for; null where nobody asked
        asked_scopes text[],
        asked_from date,
        asked_to date,
        asked_by uuid,
        asked_by_name text,
        asked_at timestamptz,
        -- last day on which a request can be answered
        answer_by date,
        -- what the enterprise gave
        scopes text[],
        from_on date,
        to_on date,
        decided_by uuid,
        decided_by_name text,
        decided_at timestamptz,
        decision_words text,
        signature_record_id uuid,
        ended_at timestamptz,
        ended_by_name text,
        end_reason text,
        created_at timestamptz NOT NULL,
        version integer NOT NULL,
        CONSTRAINT bank_authorization_granted CHECK (state NOT IN ('active', 'revoked') OR (cardinality(scopes) > 0 AND from_on IS NOT NULL AND to_on >= from_on AND decided_at IS NOT NULL)),
        CONSTRAINT bank_authorization_asked CHECK (origin <> 'request' OR (cardinality(asked_scopes) > 0 AND asked_to >= asked_from AND answer_by IS NOT NULL)),
        CONSTRAINT bank_authorization_ended CHECK ((state = 'revoked') = (ended_at IS NOT NULL)),
        -- one living authorisation a pair and day: which one a query rests on is never a guess
        CONSTRAINT bank_authorization_overlap EXCLUDE USING gist (word_marks(ARRAY[enterprise_id::text || bank_id::text]) WITH &&, daterange(from_on, to_on, '[]') WITH &&) WHERE (state = 'active')
      );
      CREATE UNIQUE INDEX bank_authorization_one_request ON bank_authorization (enterprise_id, bank_id) WHERE state = 'requested';
      CREATE INDEX bank_authorization_of_enterprise ON bank_authorization (enterprise_id, created_at DESC, id DESC);
      CREATE INDEX bank_authorization_of_bank ON bank_authorization (bank_id, created_at DESC, id DESC);
      CREATE INDEX bank_authorization_pair ON bank_authorization (bank_id, enterprise_id, state);
    `);
  }

  private async clients(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE bank_client (
        id uuid CONSTRAINT bank_client_pkey PRIMARY KEY,
        client_id text NOT NULL CONSTRAINT bank_client_client_id UNIQUE,
        bank_id uuid NOT NULL CONSTRAINT bank_client_bank REFERENCES organisation (id),
        bank_name text NOT NULL,
        region_code text NOT NULL,
        name text NOT NULL,
        purpose text NOT NULL,
        scopes text[] NOT NULL CONSTRAINT bank_client_scopes CHECK (cardinality(scopes) > 0),
        -- SHA-256 of the certificate the client must show (RFC 8705), base64url; null: none is asked for
        certificate_thumbprint text,
        state text NOT NULL CONSTRAINT bank_client_state CHECK (state IN ('proposed', 'approved', 'refused', 'revoked')),
        proposed_by uuid NOT NULL,
        proposed_by_name text NOT NULL,
        proposed_at timestamptz NOT NULL,
        decided_by uuid,
        decided_by_name text,
        decided_at timestamptz,
        decision_reason text,
        revoked_at timestamptz,
        revoked_by_name text,
        revoke_reason text,
        last_used_at timestamptz,
        version integer NOT NULL,
        CONSTRAINT bank_client_two_persons CHECK (decided_by IS NULL OR decided_by <> proposed_by),
        CONSTRAINT bank_client_decided CHECK (state = 'proposed' OR decided_by IS NOT NULL OR state = 'revoked')
      );
      CREATE INDEX bank_client_of_bank ON bank_client (bank_id, id DESC);
      CREATE INDEX bank_client_list ON bank_client (proposed_at DESC, id DESC);

      CREATE TABLE bank_client_secret (
        id uuid CONSTRAINT bank_client_secret_pkey PRIMARY KEY,
        client_id uuid NOT NULL CONSTRAINT bank_client_secret_client REFERENCES bank_client (id),
        -- keyed hash; the secret itself is shown once
        hash text NOT NULL CONSTRAINT bank_client_secret_hash UNIQUE,
        ending text NOT NULL,
        created_by_name text NOT NULL,
        created_at timestamptz NOT NULL,
        -- set when a newer one takes its place: until then both open
        expires_at timestamptz,
        last_used_at timestamptz
      );
      CREATE INDEX bank_client_secret_of_client ON bank_client_secret (client_id, id DESC);

      CREATE TABLE bank_access_token (
        id uuid CONSTRAINT bank_access_token_pkey PRIMARY KEY,
        client_id uuid NOT NULL CONSTRAINT bank_access_token_client REFERENCES bank_client (id),
        hash text NOT NULL CONSTRAINT bank_access_token_hash UNIQUE,
        scopes text[] NOT NULL,
        certificate_thumbprint text,
        issued_at timestamptz NOT NULL,
        expires_at timestamptz NOT NULL
      );
      CREATE INDEX bank_access_token_of_client ON bank_access_token (client_id);
      CREATE INDEX bank_access_token_age ON bank_access_token (expires_at);
    `);
  }

  private async queries(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE bank_query (
        id uuid CONSTRAINT bank_query_pkey PRIMARY KEY,
        authorization_id uuid NOT NULL CONSTRAINT bank_query_authorization REFERENCES bank_authorization (id),
        authorization_number text NOT NULL,
        enterprise_id uuid NOT NULL,
        enterprise_name text NOT NULL,
        bank_id uuid NOT NULL,
        bank_name text NOT NULL,
        region_code text NOT NULL,
        channel text NOT NULL CONSTRAINT bank_query_channel CHECK (channel IN ('page', 'api', 'batch')),
        by_name text NOT NULL,
        client_id uuid,
        batch_id uuid,
        purpose text NOT NULL,
        purpose_words text NOT NULL,
        reference text,
        fields text[] NOT NULL,
        grade text,
        grade_title text,
        at timestamptz NOT NULL
      );
      CREATE INDEX bank_query_of_enterprise ON bank_query (enterprise_id, at DESC, id DESC);
      CREATE INDEX bank_query_of_bank ON bank_query (bank_id, at DESC, id DESC);
      CREATE INDEX bank_query_region ON bank_query (region_code text_pattern_ops, at);
      CREATE INDEX bank_query_authorization_at ON bank_query (authorization_id, at DESC);
      CREATE FUNCTION bank_query_kept() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN RAISE EXCEPTION 'bank_query is append-only'; END $$;
      CREATE TRIGGER bank_query_append_only BEFORE UPDATE OR DELETE ON bank_query FOR EACH ROW EXECUTE FUNCTION bank_query_kept();

      CREATE TABLE bank_batch (
        id uuid CONSTRAINT bank_batch_pkey PRIMARY KEY,
        number text NOT NULL CONSTRAINT bank_batch_number UNIQUE,
        bank_id uuid NOT NULL CONSTRAINT bank_batch_bank REFERENCES organisation (id),
        client_id uuid,
        asked_by uuid NOT NULL,
        by_name text NOT NULL,
        reference text,
        state text NOT NULL CONSTRAINT bank_batch_state CHECK (state IN ('waiting', 'running', 'done')),
        total integer NOT NULL,
        done integer NOT NULL,
        answered integer NOT NULL,
        refused integer NOT NULL,
        created_at timestamptz NOT NULL,
        finished_at timestamptz,
        -- answers are forgotten after this instant; who was asked about stays in bank_query
        keep_until timestamptz NOT NULL,
        CONSTRAINT bank_batch_counts CHECK (done = answered + refused AND done <= total)
      );
      CREATE INDEX bank_batch_of_bank ON bank_batch (bank_id, created_at DESC, id DESC);
      CREATE INDEX bank_batch_age ON bank_batch (keep_until);

      CREATE TABLE bank_batch_item (
        batch_id uuid NOT NULL CONSTRAINT bank_batch_item_batch REFERENCES bank_batch (id) ON DELETE CASCADE,
        position integer NOT NULL,
        uscc text NOT NULL,
        -- null: not yet asked
        outcome text CONSTRAINT bank_batch_item_outcome CHECK (outcome IN ('answered', 'refused')),
        answer jsonb,
        refusal jsonb,
        CONSTRAINT bank_batch_item_pkey PRIMARY KEY (batch_id, position)
      );
      CREATE INDEX bank_batch_item_open ON bank_batch_item (batch_id, position) WHERE outcome IS NULL;
    `);
  }

  private async webhooks(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE bank_webhook (
        id uuid CONSTRAINT bank_webhook_pkey PRIMARY KEY,
        bank_id uuid NOT NULL CONSTRAINT bank_webhook_bank REFERENCES organisation (id),
        client_id uuid NOT NULL CONSTRAINT bank_webhook_client REFERENCES bank_client (id),
        name text NOT NULL,
        url text NOT NULL CONSTRAINT bank_webhook_https CHECK (url LIKE 'https://%'),
        algorithm text NOT NULL CONSTRAINT bank_webhook_algorithm CHECK (algorithm IN ('hmac-sha256', 'hmac-sm3')),
        -- encrypted: it signs, so it must be read again
        secret_cipher text NOT NULL,
        secret_ending text NOT NULL,
        former_secret_cipher text,
        former_until timestamptz,
        state text NOT NULL CONSTRAINT bank_webhook_state CHECK (state IN ('active', 'paused', 'removed')),
        created_by_name text NOT NULL,
        created_at timestamptz NOT NULL,
        version integer NOT NULL
      );
      CREATE INDEX bank_webhook_of_bank ON bank_webhook (bank_id, id DESC);

      CREATE TABLE bank_delivery (
        id uuid CONSTRAINT bank_delivery_pkey PRIMARY KEY,
        webhook_id uuid NOT NULL CONSTRAINT bank_delivery_webhook REFERENCES bank_webhook (id),
        bank_id uuid NOT NULL,
        -- null: a test
        enterprise_id uuid,
        enterprise_name text,
        authorization_id uuid,
        event text NOT NULL,
        -- what it tells of: told once a webhook, however often the event arrives
        source_key text NOT NULL,
        sequence integer NOT NULL,
        body jsonb NOT NULL,
        state text NOT NULL CONSTRAINT bank_delivery_state CHECK (state IN ('waiting', 'sending', 'delivered', 'dead', 'cancelled')),
        attempts integer NOT NULL,
        -- outbox row that sends it now: whoever else comes leaves it alone
        claimed_by uuid,
        next_at timestamptz,
        status integer,
        problem text,
        millis integer,
        created_at timestamptz NOT NULL,
        sent_at timestamptz,
        ended_at timestamptz,
        CONSTRAINT bank_delivery_once UNIQUE (webhook_id, source_key)
      );
      CREATE UNIQUE INDEX bank_delivery_sequence ON bank_delivery (webhook_id, enterprise_id, sequence) WHERE enterprise_id IS NOT NULL;
      CREATE INDEX bank_delivery_open ON bank_delivery (webhook_id, enterprise_id, sequence) WHERE state IN ('waiting', 'sending');
      CREATE INDEX bank_delivery_of_bank ON bank_delivery (bank_id, created_at DESC, id DESC);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
