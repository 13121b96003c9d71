import { MigrationInterface, QueryRunner } from 'typeorm';

/** Service firms: profile, services offered, qualifications. */
export class Providers1764000005000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE firm_profile (
        firm_id uuid PRIMARY KEY,
        firm_name text NOT NULL,
        intro text NOT NULL,
        regions text[] NOT NULL,
        version integer NOT NULL,
        listed boolean NOT NULL,
        updated_at timestamptz NOT NULL
      );
      CREATE INDEX firm_profile_words ON firm_profile USING gin (bigrams(firm_name || ' ' || intro));
      CREATE INDEX firm_profile_page ON firm_profile (firm_name COLLATE "C", firm_id) WHERE listed;

      CREATE TABLE firm_service (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        firm_id uuid NOT NULL REFERENCES firm_profile (firm_id) ON DELETE CASCADE,
        kind text NOT NULL CHECK (kind IN ('consulting', 'testing', 'engineering', 'disposal')),
        stage text NOT NULL CHECK (stage IN ('construction', 'operation', 'closure')),
        title text NOT NULL,
        UNIQUE (firm_id, kind, stage, title)
      );
      CREATE INDEX firm_service_match ON firm_service (kind, stage, firm_id);

      CREATE TABLE qualification (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        firm_id uuid NOT NULL,
        firm_name text NOT NULL,
        region_code text NOT NULL,
        kind text NOT NULL,
        number text NOT NULL,
        scope text NOT NULL,
        issuer text NOT NULL,
        valid_from date NOT NULL,
        valid_to date NOT NULL,
        file_id uuid,
        state text NOT NULL CHECK (state IN ('pending', 'verified', 'rejected')),
        reason text,
        reviewed_by uuid,
        reviewed_at timestamptz,
        version integer NOT NULL,
        created_at timestamptz NOT NULL,
        CHECK (valid_to >= valid_from)
      );
      CREATE UNIQUE INDEX qualification_number ON qualification (kind, number) WHERE state <> 'rejected';
      CREATE INDEX qualification_firm ON qualification (firm_id, kind, valid_to);
      CREATE INDEX qualification_queue ON qualification (state, id);
      CREATE INDEX qualification_expiry ON qualification (valid_to) WHERE state = 'verified';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
