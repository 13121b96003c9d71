import { MigrationInterface, QueryRunner } from 'typeorm';

/** When an application was handed in last: after 补正 publicity is judged by that day, not by the first. */
export class HandedInAt1764000501000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('ALTER TABLE permit_application ADD COLUMN handed_in_at timestamptz');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
