import { MigrationInterface, QueryRunner } from 'typeorm';

/** From where a bid came, as keyed hashes, and what is alike between bids once they are open. */
export class MarketSignals1764000191000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- keyed hashes only: the addresses themselves are kept nowhere
      CREATE TABLE bid_trace (
        bid_id uuid PRIMARY KEY CONSTRAINT bid_trace_bid REFERENCES bid (id),
        address_index text,
        prefix_index text,
        device_index text,
        at timestamptz NOT NULL
      );
      CREATE INDEX bid_trace_age ON bid_trace (at);

      CREATE TABLE collusion_suspicion (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        task_id uuid NOT NULL CONSTRAINT collusion_suspicion_task UNIQUE,
        task_number text NOT NULL,
        task_title text NOT NULL,
        enterprise_name text NOT NULL,
        region_code text NOT NULL,
        firm_ids uuid[] NOT NULL,
        firm_names text[] NOT NULL,
        codes text[] NOT NULL,
        strength text NOT NULL CONSTRAINT collusion_suspicion_strength CHECK (strength IN ('weak', 'medium', 'strong')),
        state text NOT NULL CONSTRAINT collusion_suspicion_state CHECK (state IN ('open', 'dismissed', 'followed')),
        decided_by_name text,
        decided_at timestamptz,
        decision_reason text,
        version integer NOT NULL,
        found_at timestamptz NOT NULL
      );
      CREATE INDEX collusion_suspicion_queue ON collusion_suspicion (state, id DESC);
      CREATE INDEX collusion_suspicion_firms ON collusion_suspicion USING gin (firm_ids);

      CREATE TABLE collusion_signal (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        suspicion_id uuid NOT NULL CONSTRAINT collusion_signal_suspicion REFERENCES collusion_suspicion (id),
        code text NOT NULL,
        strength text NOT NULL CONSTRAINT collusion_signal_strength CHECK (strength IN ('weak', 'medium', 'strong')),
        firm_ids uuid[] NOT NULL,
        finding jsonb NOT NULL,
        found_at timestamptz NOT NULL,
        CONSTRAINT collusion_signal_once UNIQUE (suspicion_id, code, firm_ids)
      );

      CREATE TABLE collusion_event (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        suspicion_id uuid NOT NULL CONSTRAINT collusion_event_suspicion REFERENCES collusion_suspicion (id),
        at timestamptz NOT NULL,
        kind text NOT NULL CONSTRAINT collusion_event_kind CHECK (kind IN ('found', 'more', 'note', 'dismissed', 'followed', 'reopened')),
        actor_name text NOT NULL,
        zh text NOT NULL,
        en text NOT NULL
      );
      CREATE INDEX collusion_event_suspicion ON collusion_event (suspicion_id, at DESC, id DESC);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
