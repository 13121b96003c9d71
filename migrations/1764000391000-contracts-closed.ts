import { MigrationInterface, QueryRunner } from 'typeorm';

/** How a contract was closed: by both, by time after everything was accepted and paid, or by the outcome of a mediation. */
export class ContractsClosed1764000391000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE contract ADD COLUMN closed_how text CONSTRAINT contract_closed_how CHECK (closed_how IN ('agreed', 'time', 'mediation'));
      UPDATE contract SET closed_how = 'agreed' WHERE state = 'closed';
      ALTER TABLE contract_dispute ADD COLUMN closes_yuan numeric(14, 2) CONSTRAINT contract_dispute_closes CHECK (closes_yuan >= 0)`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
