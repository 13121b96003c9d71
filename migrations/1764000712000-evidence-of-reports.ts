import { MigrationInterface, QueryRunner } from 'typeorm';

/** Documents of reports are read and compared like those of applications: the record a file belongs to is named with its type. */
export class EvidenceOfReports1764000712000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE evidence_file RENAME COLUMN application_id TO subject_id;
      ALTER TABLE evidence_file ADD COLUMN subject_type text NOT NULL DEFAULT 'permit-application';
      ALTER TABLE evidence_file ALTER COLUMN subject_type DROP DEFAULT;
      ALTER TABLE suspicion RENAME COLUMN application_id TO subject_id;
      ALTER TABLE suspicion RENAME COLUMN other_application_id TO other_subject_id;
      ALTER TABLE suspicion ADD COLUMN subject_type text NOT NULL DEFAULT 'permit-application', ADD COLUMN other_subject_type text;
      ALTER TABLE suspicion ALTER COLUMN subject_type DROP DEFAULT;
      UPDATE suspicion SET other_subject_type = 'permit-application' WHERE other_subject_id IS NOT NULL;
      ALTER TABLE suspicion ADD CONSTRAINT suspicion_other_subject CHECK ((other_subject_type IS NULL) = (other_subject_id IS NULL));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
