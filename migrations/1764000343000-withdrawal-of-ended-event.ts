import { MigrationInterface, QueryRunner } from 'typeorm';

/** A withdrawal may be served when its event was revoked or ended since the decision: no day comes on which it counts again. */
export class WithdrawalOfEndedEvent1764000343000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      ALTER TABLE credit_repair_withdrawal
        DROP CONSTRAINT credit_repair_withdrawal_decided,
        ADD CONSTRAINT credit_repair_withdrawal_decided CHECK ((state = 'proposed') = (decided_by IS NULL) AND (state = 'withdrawn' OR counts_from IS NULL));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
