import { MigrationInterface, QueryRunner } from 'typeorm';

/** Site checks that were ordered and never reported while their application went on: they end with the review, as they do from now on. */
export class SiteChecksLeftOpen1764000550001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`UPDATE site_check SET state = 'cancelled' WHERE state = 'ordered' AND application_id IN (SELECT id FROM permit_application WHERE state NOT IN ('reviewing', 'deciding'))`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
