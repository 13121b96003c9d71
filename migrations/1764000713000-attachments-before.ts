import { MigrationInterface, QueryRunner } from 'typeorm';

/** Attachments of reports that were stored before they were read at all are read now, and compared where the report was handed in. */
export class AttachmentsBefore1764000713000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      INSERT INTO outbox (job, queue, payload)
        SELECT 'evidence.read-document', 'review', jsonb_build_object('fileId', f.id) FROM stored_file f
         WHERE f.subject_type = 'execution-report' AND f.removed_at IS NULL AND NOT EXISTS (SELECT 1 FROM evidence_file e WHERE e.file_id = f.id) ORDER BY f.id`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
