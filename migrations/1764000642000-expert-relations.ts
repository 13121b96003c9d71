import { MigrationInterface, QueryRunner } from 'typeorm';

/** Relations of an expert with their kind and last day; the units to avoid that were noted without either stay as they are. */
export class ExpertRelations1764000642000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE expert ADD COLUMN relations jsonb NOT NULL DEFAULT '[]' CONSTRAINT expert_relations CHECK (jsonb_typeof(relations) = 'array')`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
