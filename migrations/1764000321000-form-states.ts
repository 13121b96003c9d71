import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * How far a form was when it was handed in, reckoned once: a page of an application then reads one row, not the nineteen sections that lie where
 * each was written last. Whether it still holds is seen from the versions of the sections, which the key's index has with it.
 */
export class FormStates1764000321000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE form_state (
        application_id uuid PRIMARY KEY REFERENCES permit_application (id),
        stamp text NOT NULL,
        asked text NOT NULL,
        hash char(64) NOT NULL,
        sections jsonb NOT NULL
      );
      CREATE UNIQUE INDEX application_section_key ON application_section (application_id, section) INCLUDE (version, completed, updated_at);
      ALTER TABLE application_section DROP CONSTRAINT application_section_pkey;
      ALTER TABLE application_section ADD CONSTRAINT application_section_pkey PRIMARY KEY USING INDEX application_section_key;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
