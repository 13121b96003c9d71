import { MigrationInterface, QueryRunner } from 'typeorm';

/** The closed cases of a city, latest first: after some years nearly all are closed. */
export class ClosedCases1764000180102 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query('CREATE INDEX case_record_closed ON case_record (closed_at DESC, id DESC) WHERE submitted_at IS NOT NULL AND closed_at IS NOT NULL');
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
