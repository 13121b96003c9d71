import { MigrationInterface, QueryRunner } from 'typeorm';

/** Milestones that are payable once the bureau has approved what they were used for. */
export class MilestonesOnApproval1764000198001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE contract_milestone DROP CONSTRAINT contract_milestone_payable;
      ALTER TABLE contract_milestone ADD CONSTRAINT contract_milestone_payable CHECK (payable_on IN ('signing', 'acceptance', 'approval'));
      ALTER TABLE contract_milestone ADD COLUMN approved_at timestamptz;
      ALTER TABLE contract_milestone ADD COLUMN approved_for text;
      ALTER TABLE contract_milestone ADD CONSTRAINT contract_milestone_approved
        CHECK ((approved_at IS NULL) = (approved_for IS NULL) AND (approved_at IS NULL OR payable_on = 'approval'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
