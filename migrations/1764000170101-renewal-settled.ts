import { MigrationInterface, QueryRunner } from 'typeorm';

/** Renewals that were settled by an application: the morning looks whether it is still under way. */
export class RenewalSettled1764000170101 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`CREATE INDEX obligation_renewal_settled ON obligation (period_to, id) WHERE kind = 'renewal' AND status = 'done'`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
