import { MigrationInterface, QueryRunner } from 'typeorm';

/** 签署存证: what was signed, as seen; its paper; that somebody says it was not them; and what a person decided on that. */
export class Signatures1764000135000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(RECORDS);
    await db.query(REPUDIATIONS);
    await db.query(APPEND_ONLY);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

const RECORDS = `
  CREATE TABLE signature_record (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    subject_type text NOT NULL,
    subject_id uuid NOT NULL,
    what_zh text NOT NULL CHECK (what_zh <> ''),
    what_en text NOT NULL,
    -- from whom it comes by law; the signer may belong to a firm that acts for it
    owner_org_id uuid NOT NULL,
    owner_name text NOT NULL,
    matter text NOT NULL,
    site_id text,
    region_code text NOT NULL,
    -- false: the word of the owner alone (a commitment ahead of the submission); the bureau does not see it
    to_authority boolean NOT NULL,
    signer_user_id uuid NOT NULL,
    signer_name text NOT NULL,
    signer_org_id uuid,
    signer_org_name text,
    signer_roles text[] NOT NULL,
    session_id uuid,
    ip text,
    agent text,
    signed_at timestamptz NOT NULL,
    -- deflated and encrypted: the canonical text whose SM3 is content_hash
    content_cipher text NOT NULL,
    content_hash char(64) NOT NULL,
    signed_text text NOT NULL,
    signature text NOT NULL,
    signing_key text NOT NULL
  );
  CREATE INDEX signature_record_owner ON signature_record (owner_org_id, id DESC);
  CREATE INDEX signature_record_signer ON signature_record (signer_user_id, id DESC);
  CREATE INDEX signature_record_region ON signature_record (region_code text_pattern_ops, id DESC);
  CREATE INDEX signature_record_subject ON signature_record (subject_type, subject_id, id DESC);
  CREATE INDEX signature_record_hash ON signature_record (content_hash);
  CREATE INDEX signature_record_words ON signature_record USING gin (bigrams(what_zh || ' ' || owner_name || ' ' || signer_name));

  CREATE TABLE signature_paper (
    record_id uuid PRIMARY KEY REFERENCES signature_record (id),
    file_id uuid NOT NULL,
    sm3 char(64) NOT NULL,
    sha256 char(64) NOT NULL,
    signature text NOT NULL,
    signing_key text NOT NULL,
    drawn_at timestamptz NOT NULL
  );
  CREATE INDEX signature_paper_sm3 ON signature_paper (sm3);
  CREATE INDEX signature_paper_sha256 ON signature_paper (sha256);
`;

const REPUDIATIONS = `
  CREATE TABLE signature_repudiation (
    record_id uuid PRIMARY KEY REFERENCES signature_record (id),
    reason text NOT NULL CHECK (reason <> ''),
    by_user_id uuid NOT NULL,
    by_name text NOT NULL,
    at timestamptz NOT NULL
  );

  CREATE TABLE signature_ruling (
    record_id uuid PRIMARY KEY REFERENCES signature_repudiation (record_id),
    outcome text NOT NULL CHECK (outcome IN ('upheld', 'dismissed')),
    reasons text NOT NULL CHECK (reasons <> ''),
    by_user_id uuid NOT NULL,
    by_name text NOT NULL,
    at timestamptz NOT NULL
  );
`;

const APPEND_ONLY = `
  CREATE FUNCTION signatures_are_append_only() RETURNS trigger LANGUAGE plpgsql AS
    $$ BEGIN RAISE EXCEPTION '% is append-only', TG_TABLE_NAME; END $$;
  ${['signature_record', 'signature_paper', 'signature_repudiation', 'signature_ruling']
    .map(table => `CREATE TRIGGER ${table}_append_only BEFORE UPDATE OR DELETE OR TRUNCATE ON ${table} FOR EACH STATEMENT EXECUTE FUNCTION signatures_are_append_only();`)
    .join('\n  ')}
`;
