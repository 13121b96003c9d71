import { MigrationInterface, QueryRunner } from 'typeorm';

/** Outbox, schedules, audit chain, number series and idempotency keys. */
export class Platform1764000000000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE outbox (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        job text NOT NULL,
        queue text NOT NULL,
        payload jsonb NOT NULL,
        dedup_key text,
        traceparent text,
        created_at timestamptz NOT NULL DEFAULT now(),
        not_before timestamptz,
        sent_at timestamptz,
        sends integer NOT NULL DEFAULT 0,
        locked_until timestamptz,
        attempts integer NOT NULL DEFAULT 0,
        error text,
        done_at timestamptz,
        dead_at timestamptz
      );
      CREATE INDEX outbox_open ON outbox (id) WHERE done_at IS NULL AND dead_at IS NULL;
      CREATE INDEX outbox_dead ON outbox (dead_at) WHERE dead_at IS NOT NULL;
      CREATE INDEX outbox_done ON outbox (done_at) WHERE done_at IS NOT NULL;
      CREATE UNIQUE INDEX outbox_dedup ON outbox (job, dedup_key)
        WHERE dedup_key IS NOT NULL AND done_at IS NULL AND dead_at IS NULL;

      CREATE TABLE schedule (
        name text PRIMARY KEY,
        next_at timestamptz NOT NULL,
        last_at timestamptz
      );

      CREATE TABLE audit_entry (
        seq bigint PRIMARY KEY,
        at timestamptz(3) NOT NULL,
        actor_user_id uuid,
        actor_org_id uuid,
        on_behalf_of uuid,
        action text NOT NULL,
        subject_type text NOT NULL,
        subject_id text NOT NULL,
        details jsonb NOT NULL,
        trace text,
        previous_hash char(64) NOT NULL,
        hash char(64) NOT NULL UNIQUE
      );
      CREATE INDEX audit_entry_subject ON audit_entry (subject_type, subject_id, seq);
      CREATE INDEX audit_entry_actor ON audit_entry (actor_user_id, seq);
      CREATE INDEX audit_entry_organisation ON audit_entry (actor_org_id, seq);
      CREATE INDEX audit_entry_action ON audit_entry (action text_pattern_ops, seq);
      CREATE INDEX audit_entry_at ON audit_entry (at, seq);
      CREATE FUNCTION audit_is_append_only() RETURNS trigger LANGUAGE plpgsql AS
        $$ BEGIN RAISE EXCEPTION 'audit_entry is append-only'; END $$;
      CREATE TRIGGER audit_entry_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_entry
        FOR EACH STATEMENT EXECUTE FUNCTION audit_is_append_only();

      CREATE TABLE number_series (
        kind text NOT NULL,
        year integer NOT NULL,
        value bigint NOT NULL,
        PRIMARY KEY (kind, year)
      );

      CREATE TABLE idempotency_key (
        owner text NOT NULL,
        key text NOT NULL,
        request_hash char(64) NOT NULL,
        body jsonb,
        created_at timestamptz NOT NULL DEFAULT now(),
        PRIMARY KEY (owner, key)
      );
      CREATE INDEX idempotency_key_age ON idempotency_key (created_at);

      -- Chinese names are searched by fragments of two characters, which trigrams never match.
      CREATE FUNCTION bigrams(value text) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT coalesce(array_agg(DISTINCT substr(lower(value), i, 2)), '{}')
          FROM generate_series(1, greatest(length(value) - 1, 0)) AS i
      $$;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
