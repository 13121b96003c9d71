import { MigrationInterface, QueryRunner } from 'typeorm';

/** At the moment of the draw everybody in the pool is looked at again: who fell out since, and who keeps away since, is part of the record. */
export class LookedAtAgain1764000398000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE draw_candidate ADD COLUMN fallen text CONSTRAINT draw_candidate_fallen CHECK (fallen IS NULL OR left_out IS NULL);
      ALTER TABLE draw_candidate ADD COLUMN fallen_why jsonb;
      ALTER TABLE draw_candidate ADD COLUMN avoided_since text[] NOT NULL DEFAULT '{}';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
