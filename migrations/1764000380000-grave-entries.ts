import { MigrationInterface, QueryRunner } from 'typeorm';

/** An entry that brings a veto waits for a second person whatever its class is called, and a second person is somebody. */
export class GraveEntries1764000380000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE credit_entry ADD COLUMN two_persons boolean NOT NULL DEFAULT false;
      UPDATE credit_entry SET two_persons = severity = 'serious';
      ALTER TABLE credit_entry DROP CONSTRAINT credit_entry_two_persons;
      ALTER TABLE credit_entry ADD CONSTRAINT credit_entry_two_persons CHECK (state = 'proposed' OR NOT two_persons OR (decided_by IS NOT NULL AND decided_by <> proposed_by));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
