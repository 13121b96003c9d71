import { MigrationInterface, QueryRunner } from 'typeorm';

/** No rule ever read this row: days that a certificate names are not shifted. Who changed it would have changed nothing. */
export class RollOverUnread1764000502000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`DELETE FROM reference_value WHERE kind = 'duty-period' AND key = 'due.roll-over'`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
