import { MigrationInterface, QueryRunner } from 'typeorm';

/** Where everybody who would judge or review a complaint had a hand in it, somebody else is named. */
export class StandInsOfReviews1764000663000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE complaint ADD COLUMN review_by uuid, ADD COLUMN review_by_name text;
      CREATE INDEX complaint_review_by ON complaint (review_by) WHERE review_by IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
