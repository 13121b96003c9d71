import { MigrationInterface, QueryRunner } from 'typeorm';

/** Failures of automatic monitoring: what the device would have measured is sampled by hand meanwhile. */
export class MonitoringOutages1764000500000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE monitoring_outage (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        permit_id uuid NOT NULL REFERENCES permit (id),
        enterprise_id uuid NOT NULL REFERENCES organisation (id),
        enterprise_name text NOT NULL,
        site_id uuid NOT NULL,
        site_name text NOT NULL,
        region_code text NOT NULL,
        permit_number text NOT NULL,
        place text NOT NULL,
        pollutants text[] NOT NULL,
        started_at timestamptz NOT NULL,
        ended_at timestamptz,
        cause text NOT NULL,
        repair_by date,
        reported_late boolean NOT NULL,
        reported_at timestamptz NOT NULL,
        reported_by uuid NOT NULL,
        reported_by_name text NOT NULL,
        closing_note text,
        closed_at timestamptz,
        closed_by_name text,
        state text NOT NULL,
        told_late_at timestamptz,
        version integer NOT NULL,
        search text NOT NULL GENERATED ALWAYS AS (enterprise_name || ' ' || site_name || ' ' || permit_number || ' ' || place) STORED,
        CONSTRAINT monitoring_outage_state CHECK (state IN ('running', 'over', 'withdrawn')),
        CONSTRAINT monitoring_outage_end CHECK ((state = 'over') <= (ended_at IS NOT NULL) AND (state = 'running') <= (ended_at IS NULL)),
        CONSTRAINT monitoring_outage_order CHECK (ended_at > started_at),
        CONSTRAINT monitoring_outage_pollutants CHECK (cardinality(pollutants) BETWEEN 1 AND 60)
      );
      CREATE FUNCTION outage_marks(permit_id uuid, place text, pollutants text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT ARRAY(SELECT permit_id::text || ':' || place || ':' || pollutant FROM unnest(pollutants) AS pollutant)
      $$;
      -- what a place does not measure, it does not measure once at a time
      ALTER TABLE monitoring_outage ADD CONSTRAINT monitoring_outage_overlap
        EXCLUDE USING gist (word_marks(outage_marks(permit_id, place, pollutants)) WITH &&, tstzrange(started_at, ended_at) WITH &&) WHERE (state <> 'withdrawn');
      CREATE INDEX monitoring_outage_permit ON monitoring_outage (permit_id, started_at);
      CREATE INDEX monitoring_outage_enterprise ON monitoring_outage (enterprise_id, reported_at DESC, id DESC);
      CREATE INDEX monitoring_outage_reported ON monitoring_outage (reported_at DESC, id DESC);
      CREATE INDEX monitoring_outage_started ON monitoring_outage (started_at DESC, id DESC);
      CREATE INDEX monitoring_outage_words ON monitoring_outage USING gin (bigrams(search));
      CREATE INDEX monitoring_outage_running ON monitoring_outage (repair_by) WHERE state = 'running' AND told_late_at IS NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
