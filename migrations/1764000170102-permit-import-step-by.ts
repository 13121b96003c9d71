import { MigrationInterface, QueryRunner } from 'typeorm';

/** Who began the step that runs: the officer who is told when it is over. */
export class PermitImportStepBy1764000170102 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE permit_import ADD COLUMN step_by uuid;
      UPDATE permit_import SET step_by = created_by;
      ALTER TABLE permit_import ALTER COLUMN step_by SET NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
