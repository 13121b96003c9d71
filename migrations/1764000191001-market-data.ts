import { MigrationInterface, QueryRunner } from 'typeorm';

/** OCDS releases as they were published, and the searches firms keep. */
export class MarketData1764000191001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- a release never changes: what comes later is another one
      CREATE TABLE ocds_release (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        task_id uuid NOT NULL,
        stage text NOT NULL CONSTRAINT ocds_release_stage CHECK (stage IN ('tender', 'opening', 'award', 'end')),
        seq integer NOT NULL,
        release_id text NOT NULL CONSTRAINT ocds_release_name UNIQUE,
        ocid text NOT NULL,
        kind text NOT NULL,
        date timestamptz NOT NULL,
        -- civil month of the date, for whole packages
        month char(7) NOT NULL,
        body jsonb NOT NULL,
        CONSTRAINT ocds_release_stage_once UNIQUE (task_id, stage),
        CONSTRAINT ocds_release_seq UNIQUE (task_id, seq)
      );
      CREATE INDEX ocds_release_ocid ON ocds_release (ocid, seq);
      CREATE INDEX ocds_release_month ON ocds_release (month, id);
      CREATE INDEX ocds_release_first ON ocds_release (id) WHERE seq = 1;

      CREATE TABLE saved_search (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        org_id uuid NOT NULL,
        name text NOT NULL,
        kind text,
        stage text,
        words text,
        alerts boolean NOT NULL,
        created_by_name text NOT NULL,
        created_at timestamptz NOT NULL,
        version integer NOT NULL
      );
      CREATE UNIQUE INDEX saved_search_once ON saved_search (org_id, coalesce(kind, ''), coalesce(stage, ''), coalesce(lower(words), ''));
      CREATE INDEX saved_search_alerts ON saved_search (id) WHERE alerts;

      CREATE INDEX service_task_published ON service_task (published_at) WHERE published_at IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
