import { MigrationInterface, QueryRunner } from 'typeorm';

/** An entry of the positive list is renewed by two persons before its term ends, and ends for a cause that lists and tables name. */
export class RenewalsOfThePositiveList1764000651000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE positive_entry ADD COLUMN renewal jsonb, ADD COLUMN renewals jsonb NOT NULL DEFAULT '[]', ADD COLUMN exit_cause text;
      UPDATE positive_entry SET exit_cause = CASE WHEN exit_by_name = '系统' AND exit_reason LIKE '复核期满%' THEN 'term' WHEN exit_by_name = '系统' THEN 'grade' ELSE 'other' END WHERE state = 'left';
      ALTER TABLE positive_entry ADD CONSTRAINT positive_entry_cause CHECK ((state = 'left') = (exit_cause IS NOT NULL) AND exit_cause IN ('violation', 'grade', 'term', 'asked', 'other'));
      CREATE INDEX positive_entry_review ON positive_entry (region_code text_pattern_ops, review_on, id)`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
