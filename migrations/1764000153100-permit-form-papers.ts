import { MigrationInterface, QueryRunner } from 'typeorm';

/** The whole form on paper, drawn by the worker: one for each content that was asked for. */
export class PermitFormPapers1764000153100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE permit_form_paper (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        application_id uuid NOT NULL REFERENCES permit_application (id),
        -- SM3 of the form as it was when it was asked for
        content_hash text NOT NULL,
        file_id uuid,
        requested_by uuid NOT NULL,
        requested_at timestamptz NOT NULL,
        CONSTRAINT permit_form_paper_once UNIQUE (application_id, content_hash)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
