import { MigrationInterface, QueryRunner } from 'typeorm';

/** A withdrawn repair is a paper: 撤销信用修复决定书 with number and service, without effect before it is served. */
export class WithdrawalPapers1764000342000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE case_notice DROP CONSTRAINT case_notice_kind_check;
      ALTER TABLE case_notice ADD CONSTRAINT case_notice_kind_check CHECK (kind IN ('acceptance', 'correction', 'rejection', 'decision', 'service', 'intent', 'advice', 'withdrawal'));

      ALTER TABLE credit_repair_withdrawal
        ADD COLUMN notice_id uuid CONSTRAINT credit_repair_withdrawal_notice REFERENCES case_notice (id),
        ADD COLUMN number text,
        ADD COLUMN served_on date,
        DROP CONSTRAINT credit_repair_withdrawal_state,
        ADD CONSTRAINT credit_repair_withdrawal_state CHECK (state IN ('proposed', 'decided', 'withdrawn', 'dropped')),
        -- those of before had a message and no paper
        ADD CONSTRAINT credit_repair_withdrawal_paper CHECK ((notice_id IS NULL) = (number IS NULL) AND (state <> 'decided' OR notice_id IS NOT NULL) AND (served_on IS NULL OR (state = 'withdrawn' AND notice_id IS NOT NULL)));
      CREATE UNIQUE INDEX credit_repair_withdrawal_of_notice ON credit_repair_withdrawal (notice_id);
      DROP INDEX credit_repair_withdrawal_once;
      CREATE UNIQUE INDEX credit_repair_withdrawal_once ON credit_repair_withdrawal (repair_id) WHERE state IN ('proposed', 'decided', 'withdrawn');
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
