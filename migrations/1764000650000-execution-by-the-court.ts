import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * 催告 and 申请人民法院强制执行 as steps of their own: a numbered reminder with its service and the party's words, an application that a second person signs, the day the court
 * received it, and what the court did. What was a note in the decision goes over.
 */
export class ExecutionByTheCourt1764000650000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE penalty_execution (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        penalty_id uuid NOT NULL REFERENCES penalty (id) CONSTRAINT penalty_execution_once UNIQUE,
        paper jsonb,
        issued_on date NOT NULL,
        issued_by_name text NOT NULL,
        served jsonb,
        waits_until date,
        statement text,
        stated_on date,
        stated_by_name text,
        answer text,
        answered_by_name text,
        court text,
        asked_by uuid,
        asked_by_name text,
        asked_on date,
        refused_reason text,
        application_id uuid,
        application jsonb,
        approved_by uuid,
        approved_by_name text,
        approved_on date,
        filed_on date,
        receipt_file_id uuid,
        court_number text,
        steps jsonb NOT NULL DEFAULT '[]',
        CONSTRAINT penalty_execution_two_persons CHECK (approved_by IS NULL OR approved_by <> asked_by),
        CONSTRAINT penalty_execution_order CHECK ((served IS NULL) = (waits_until IS NULL))
      );
      INSERT INTO penalty_execution (penalty_id, issued_on, issued_by_name, served, waits_until, court, filed_on, court_number)
        SELECT penalty_id, (execution ->> 'remindedOn')::date, '', jsonb_build_object('on', execution ->> 'remindedOn', 'method', 'direct', 'receivedBy', '', 'proofFileId', NULL, 'byName', ''),
               (execution ->> 'remindedOn')::date + 14, execution ->> 'court', (execution ->> 'appliedOn')::date, execution ->> 'courtNumber'
          FROM penalty_decision WHERE execution ->> 'remindedOn' IS NOT NULL;
      ALTER TABLE penalty_decision DROP COLUMN execution`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
