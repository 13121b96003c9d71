import { MigrationInterface, QueryRunner } from 'typeorm';

/** Files of every record, their scan and their text. */
export class Documents1764000002000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE stored_file (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        hash char(64) NOT NULL,
        name text NOT NULL,
        media_type text NOT NULL,
        size_bytes bigint NOT NULL,
        owner_org_id uuid,
        uploaded_by uuid,
        subject_type text NOT NULL,
        subject_id text NOT NULL,
        purpose text NOT NULL,
        scan_state text NOT NULL CHECK (scan_state IN ('pending', 'clean', 'infected', 'unscanned')),
        scan_finding text,
        text_state text NOT NULL CHECK (text_state IN ('pending', 'ready', 'no-text', 'failed')),
        text_reason text,
        pages integer,
        warnings text[] NOT NULL DEFAULT '{}',
        created_at timestamptz NOT NULL,
        removed_at timestamptz
      );
      CREATE INDEX stored_file_subject ON stored_file (subject_type, subject_id, id) WHERE removed_at IS NULL;
      CREATE INDEX stored_file_hash ON stored_file (hash) WHERE removed_at IS NULL;
      CREATE TABLE file_text (
        file_id uuid PRIMARY KEY REFERENCES stored_file (id) ON DELETE CASCADE,
        content text NOT NULL
      );
      -- bytes in the store that may belong to no file (a broken upload, a removed file): the sweep looks at them
      CREATE TABLE blob_lease (
        hash char(64) PRIMARY KEY,
        taken_at timestamptz NOT NULL
      );
      CREATE INDEX blob_lease_taken ON blob_lease (taken_at);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
