import { MigrationInterface, QueryRunner } from 'typeorm';

/** What the platform itself added to a stored scheme, `kind:code` each: shown as added, and offered once only. */
export class SchemeAdditions1764000340000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`ALTER TABLE credit_scheme ADD COLUMN additions text[] NOT NULL DEFAULT '{}'`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
