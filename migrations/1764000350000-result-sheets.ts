import { MigrationInterface, QueryRunner } from 'typeorm';

/** A workbook of results that a firm hands over with its report: it may be taken over once, as a whole. */
export class ResultSheets1764000350000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE monitoring_report
        ADD COLUMN is_sheet boolean NOT NULL DEFAULT false,
        ADD COLUMN taken_at timestamptz,
        ADD COLUMN taken_by_name text,
        ADD COLUMN taken_rows integer,
        ADD CONSTRAINT monitoring_report_taken CHECK ((taken_at IS NULL) = (taken_rows IS NULL) AND (taken_at IS NULL) = (taken_by_name IS NULL) AND (taken_at IS NULL OR is_sheet));
    `);
  }

  async down(db: QueryRunner): Promise<void> {
    await db.query(`ALTER TABLE monitoring_report DROP CONSTRAINT monitoring_report_taken, DROP COLUMN is_sheet, DROP COLUMN taken_at, DROP COLUMN taken_by_name, DROP COLUMN taken_rows;`);
  }
}
