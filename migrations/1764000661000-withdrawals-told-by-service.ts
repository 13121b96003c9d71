import { MigrationInterface, QueryRunner } from 'typeorm';

/** The party of a repair that is to be withdrawn is told by a served notice, and its time to speak runs from there. What was proposed before was told on that day. */
export class WithdrawalsToldByService1764000661000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE credit_repair_withdrawal
        ADD COLUMN intent_notice_id uuid CONSTRAINT credit_repair_withdrawal_intent REFERENCES case_notice (id),
        ADD COLUMN statement_days integer NOT NULL DEFAULT 5,
        ADD COLUMN told_on date,
        ALTER COLUMN statement_until DROP NOT NULL;
      UPDATE credit_repair_withdrawal SET told_on = (proposed_at AT TIME ZONE 'Asia/Shanghai')::date;
      ALTER TABLE credit_repair_withdrawal
        ALTER COLUMN statement_days DROP DEFAULT,
        -- nobody decides against a party that was not told
        ADD CONSTRAINT credit_repair_withdrawal_told CHECK ((told_on IS NULL) = (statement_until IS NULL) AND (told_on IS NOT NULL OR (statement IS NULL AND state IN ('proposed', 'dropped'))));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
