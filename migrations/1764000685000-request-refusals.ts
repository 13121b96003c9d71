import { MigrationInterface, QueryRunner } from 'typeorm';

/** A request of a holder is refused by two officers: who put the refusal forward, and why. */
export class RequestRefusals1764000685000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE permit_request
        ADD COLUMN refusal_by uuid, ADD COLUMN refusal_by_name text, ADD COLUMN refusal_reason text,
        ADD CONSTRAINT permit_request_refusal CHECK (num_nulls(refusal_by, refusal_by_name, refusal_reason) IN (0, 3))
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
