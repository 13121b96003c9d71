import { MigrationInterface, QueryRunner } from 'typeorm';

/** What was read in the documents of applications, their fingerprints, and reasons to look at two of them. */
export class Evidence1764000136000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE evidence_file (
        file_id uuid PRIMARY KEY,
        application_id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        state text NOT NULL CHECK (state IN ('reading', 'done', 'unreadable', 'failed')),
        progress integer NOT NULL CHECK (progress BETWEEN 0 AND 100),
        source text CHECK (source IN ('text', 'ocr')),
        reason text,
        pages integer,
        facts jsonb,
        print jsonb,
        -- handed in: from here on it is compared with those of others
        submitted boolean NOT NULL DEFAULT false,
        looked_at timestamptz NOT NULL
      );
      CREATE INDEX evidence_file_application ON evidence_file (application_id);

      CREATE TABLE evidence_fingerprint (
        file_id uuid NOT NULL REFERENCES evidence_file (file_id),
        enterprise_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('file', 'row', 'text', 'image', 'stamp', 'report', 'author')),
        value text NOT NULL,
        PRIMARY KEY (kind, value, file_id)
      );
      CREATE INDEX evidence_fingerprint_file ON evidence_fingerprint (file_id);

      CREATE TABLE suspicion (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        kind text NOT NULL,
        strength text NOT NULL CHECK (strength IN ('strong', 'medium', 'weak')),
        measure text NOT NULL,
        sides jsonb NOT NULL,
        application_id uuid NOT NULL,
        enterprise_name text NOT NULL,
        region_code text NOT NULL,
        file_id uuid NOT NULL,
        file_name text NOT NULL,
        other_application_id uuid,
        other_enterprise_name text,
        other_region_code text,
        other_file_id uuid,
        other_file_name text,
        pair text NOT NULL,
        state text NOT NULL CHECK (state IN ('open', 'dismissed', 'clue')),
        decided_by uuid,
        decided_by_name text,
        decided_at timestamptz,
        decision_reason text,
        found_at timestamptz NOT NULL,
        CHECK ((state = 'open') = (decided_at IS NULL)),
        CHECK (state = 'open' OR decision_reason <> ''),
        CONSTRAINT suspicion_once UNIQUE (pair, kind)
      );
      CREATE INDEX suspicion_region ON suspicion (region_code text_pattern_ops, id DESC);
      CREATE INDEX suspicion_open ON suspicion (id DESC) WHERE state = 'open';
      CREATE INDEX suspicion_application ON suspicion (application_id, id DESC);
      CREATE INDEX suspicion_other ON suspicion (other_application_id, id DESC) WHERE other_application_id IS NOT NULL;
      CREATE INDEX suspicion_words ON suspicion USING gin (bigrams(enterprise_name || ' ' || coalesce(other_enterprise_name, '') || ' ' || measure));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
