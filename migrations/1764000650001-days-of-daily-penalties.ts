import { MigrationInterface, QueryRunner } from 'typeorm';

/** Which days a daily penalty counts, so that none counts twice (said by the step under the lock of the parent: what was not filed counts no day and blocks none). Of those that exist the last day is the re-inspection, from which the clue was registered. */
export class DaysOfDailyPenalties1764000650001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE penalty DROP CONSTRAINT penalty_daily;
      ALTER TABLE penalty ADD COLUMN daily_from date, ADD COLUMN daily_to date;
      UPDATE penalty SET daily_to = discovered_on, daily_from = discovered_on - daily_days + 1 WHERE daily_days IS NOT NULL;
      ALTER TABLE penalty ADD CONSTRAINT penalty_daily_days CHECK ((daily_days IS NULL AND daily_from IS NULL AND daily_to IS NULL) OR daily_to - daily_from + 1 = daily_days)`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
