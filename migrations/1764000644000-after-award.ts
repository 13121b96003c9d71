import { MigrationInterface, QueryRunner } from 'typeorm';

/** What public money owes after the evaluation, as the client records it, and the performance bond. */
export class AfterAward1764000644000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE after_award_record (
        task_id uuid NOT NULL CONSTRAINT after_award_record_task REFERENCES service_task (id),
        step text NOT NULL CONSTRAINT after_award_record_step CHECK (step IN ('announce', 'report-tendering', 'publish-contract', 'file-contract')),
        -- of which award: after another one the step is owed anew
        awarded_at timestamptz NOT NULL,
        done_on date NOT NULL,
        reference text NOT NULL CONSTRAINT after_award_record_reference CHECK (reference <> ''),
        recorded_by uuid NOT NULL,
        recorded_by_name text NOT NULL,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT after_award_record_pkey PRIMARY KEY (task_id, step, awarded_at)
      );
      CREATE TABLE performance_bond (
        id uuid CONSTRAINT performance_bond_pkey PRIMARY KEY,
        task_id uuid NOT NULL CONSTRAINT performance_bond_task REFERENCES service_task (id),
        awarded_at timestamptz NOT NULL,
        firm_id uuid NOT NULL,
        firm_name text NOT NULL,
        amount_yuan numeric(14, 2) NOT NULL CONSTRAINT performance_bond_amount CHECK (amount_yuan > 0),
        form text NOT NULL CONSTRAINT performance_bond_form CHECK (form IN ('transfer', 'guarantee')),
        received_on date NOT NULL,
        reference text NOT NULL CONSTRAINT performance_bond_reference CHECK (reference <> ''),
        returned_on date CONSTRAINT performance_bond_returned CHECK (returned_on >= received_on),
        recorded_by_name text NOT NULL,
        recorded_at timestamptz NOT NULL,
        CONSTRAINT performance_bond_once UNIQUE (task_id, awarded_at)
      );
      -- the morning round of what public money owes
      CREATE INDEX service_task_public_award ON service_task (awarded_at) WHERE regime <> 'voluntary'`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
