import { MigrationInterface, QueryRunner } from 'typeorm';

/** A fine that was lowered takes the place of the earlier fact: its periods go on from the day of that one. */
export class EventsThatReplace1764000395001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE credit_event ADD COLUMN period_from date CONSTRAINT credit_event_period CHECK (period_from <= valid_from);
      ALTER TABLE credit_event ADD COLUMN replaces text CONSTRAINT credit_event_replaces REFERENCES credit_event (key);
      CREATE UNIQUE INDEX credit_event_replaced_once ON credit_event (replaces) WHERE replaces IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
