import { MigrationInterface, QueryRunner } from 'typeorm';

/** 补领 says whether the papers were lost or damaged; requests of before said it in words alone. */
export class PermitRequestCause1764000385100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE permit_request ADD COLUMN cause text CHECK (cause IN ('lost', 'damaged'))`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
