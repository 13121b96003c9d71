import { MigrationInterface, QueryRunner } from 'typeorm';

/** Outlets that emit nothing while the facilities that feed them stand still. */
export class StoppingOutlets1764000180100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE stoppage
        -- fed by the stopped facilities only: their monitoring is not demanded meanwhile; empty for none, null for the whole site
        ADD COLUMN outlets text[],
        ADD CONSTRAINT stoppage_outlets CHECK (outlets IS NULL OR (facilities IS NOT NULL AND cardinality(outlets) <= 200));
      UPDATE stoppage SET outlets = '{}' WHERE facilities IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
