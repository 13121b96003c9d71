import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A reminder falls away when what is due is changed, and a new one is made; one at a time stands. What went over from notes of the decision: an application that is at the court
 * was asked for and signed by then, and the days of a reminder are ten working days, not fourteen of the calendar. Periods of the court within ten days are working days
 * (行政强制法 第六十九条), where nobody has compared the row. Indexes for the follow-ups of a case and for the order of the positive list.
 */
export class RemindersFallAway1764000653000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE penalty_execution ADD COLUMN voided_on date;
      ALTER TABLE penalty_execution DROP CONSTRAINT penalty_execution_once;
      CREATE UNIQUE INDEX penalty_execution_once ON penalty_execution (penalty_id) WHERE voided_on IS NULL;
      CREATE INDEX penalty_execution_list ON penalty_execution (penalty_id);
      ALTER TABLE penalty_execution ADD CONSTRAINT penalty_execution_void CHECK (voided_on IS NULL OR filed_on IS NULL);
      UPDATE penalty_execution SET asked_on = filed_on, approved_on = filed_on WHERE filed_on IS NOT NULL AND asked_on IS NULL AND approved_on IS NULL;
      UPDATE penalty_execution x SET waits_until = (
        SELECT w.day FROM (
          SELECT d::date AS day, row_number() OVER (ORDER BY d) AS nth FROM generate_series((x.served ->> 'on')::date + 1, (x.served ->> 'on')::date + 60, INTERVAL '1 day') AS d
           WHERE CASE WHEN EXISTS (SELECT 1 FROM holiday_year y WHERE to_char(d, 'YYYY-MM-DD') = ANY (y.holidays)) THEN false
                      WHEN EXISTS (SELECT 1 FROM holiday_year y WHERE to_char(d, 'YYYY-MM-DD') = ANY (y.makeup_days)) THEN true
                      ELSE extract(isodow FROM d) < 6 END) w WHERE w.nth = 10)
       WHERE paper IS NULL AND issued_by_name = '' AND served IS NOT NULL AND filed_on IS NULL;
      UPDATE reference_value SET unit = '工作日', legal_basis = '行政强制法 第五十六条、第六十九条' WHERE kind = 'penalty-parameter' AND key = 'period:court-acceptance' AND value = '5' AND unit = '日' AND NOT verified;
      UPDATE reference_value SET note = '书面审查符合规定的为七日（第五十七条；十日以内为工作日，第六十九条），按较长的提醒' WHERE kind = 'penalty-parameter' AND key = 'period:court-ruling' AND note = '书面审查符合规定的为七日（第五十七条），按较长的提醒' AND NOT verified;
      CREATE INDEX penalty_parent ON penalty (parent_id, opened_at, id) WHERE parent_id IS NOT NULL;
      CREATE INDEX positive_entry_review_order ON positive_entry (coalesce(review_on, DATE '9999-12-31'), id)`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
