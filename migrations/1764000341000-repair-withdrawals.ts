import { MigrationInterface, QueryRunner } from 'typeorm';

/** A repair that was granted upon false papers is taken back by two persons; its certificate is revoked, and a later repair leaves another one. */
export class RepairWithdrawals1764000341000 implements MigrationInterface {
  async up(runner: QueryRunner): Promise<void> {
    await runner.query(`
      CREATE TABLE credit_repair_withdrawal (
        id uuid CONSTRAINT credit_repair_withdrawal_pkey PRIMARY KEY,
        repair_id uuid NOT NULL CONSTRAINT credit_repair_withdrawal_repair REFERENCES credit_repair (id),
        state text NOT NULL CONSTRAINT credit_repair_withdrawal_state CHECK (state IN ('proposed', 'withdrawn', 'dropped')),
        falsehood text NOT NULL,
        evidence_file_id uuid NOT NULL,
        statement_until date NOT NULL,
        statement text,
        stated_by_name text,
        stated_at timestamptz,
        proposed_by uuid NOT NULL,
        proposed_by_name text NOT NULL,
        proposed_at timestamptz NOT NULL,
        decided_by uuid,
        decided_by_name text,
        decided_at timestamptz,
        reasons text,
        counts_from date,
        remedies jsonb NOT NULL DEFAULT '[]',
        CONSTRAINT credit_repair_withdrawal_two_persons CHECK (decided_by IS DISTINCT FROM proposed_by),
        CONSTRAINT credit_repair_withdrawal_decided CHECK ((state = 'proposed') = (decided_by IS NULL) AND (state = 'withdrawn') = (counts_from IS NOT NULL))
      );
      CREATE UNIQUE INDEX credit_repair_withdrawal_once ON credit_repair_withdrawal (repair_id) WHERE state IN ('proposed', 'withdrawn');
      CREATE INDEX credit_repair_withdrawal_of_repair ON credit_repair_withdrawal (repair_id, proposed_at DESC);

      ALTER TABLE credit_certificate ADD COLUMN revoked_on date;
      ALTER TABLE credit_certificate DROP CONSTRAINT credit_certificate_once;
      CREATE UNIQUE INDEX credit_certificate_once ON credit_certificate (event_key, kind) WHERE revoked_on IS NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
