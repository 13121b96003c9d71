import { MigrationInterface, QueryRunner } from 'typeorm';

/** Where accepted deliverables went: the enterprise's own papers, and reports of laboratories into 自行监测 of a permit. */
export class FiledDeliverables1764000193003 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE filed_deliverable (
        id uuid CONSTRAINT filed_deliverable_pkey PRIMARY KEY DEFAULT uuidv7(),
        delivery_id uuid NOT NULL,
        file_id uuid NOT NULL,
        kind text NOT NULL,
        name text NOT NULL,
        hash text NOT NULL,
        task_id uuid NOT NULL,
        -- said twice by a job, or handed over again with the next part: filed once
        CONSTRAINT filed_deliverable_once UNIQUE (task_id, hash),
        task_title text NOT NULL,
        contract_id uuid CONSTRAINT filed_deliverable_contract REFERENCES contract (id),
        contract_number text,
        milestone_name text,
        enterprise_id uuid NOT NULL,
        enterprise_name text NOT NULL,
        firm_id uuid NOT NULL,
        firm_name text NOT NULL,
        accepted_at timestamptz NOT NULL,
        -- a monitoring report of an enterprise with several permits waits for the enterprise to say which
        state text NOT NULL CONSTRAINT filed_deliverable_state CHECK (state IN ('kept', 'waiting', 'placed')),
        permit_id uuid CONSTRAINT filed_deliverable_permit CHECK ((permit_id IS NOT NULL) = (state = 'placed')),
        permit_number text,
        placed_at timestamptz,
        search text NOT NULL
      );
      CREATE INDEX filed_deliverable_enterprise ON filed_deliverable (enterprise_id, id DESC);
      CREATE INDEX filed_deliverable_firm ON filed_deliverable (firm_id, id DESC);
      CREATE INDEX filed_deliverable_words ON filed_deliverable USING gin (bigrams(search));

      -- reports of laboratories that came from a service task, with where they come from
      CREATE TABLE monitoring_report (
        id uuid CONSTRAINT monitoring_report_pkey PRIMARY KEY DEFAULT uuidv7(),
        permit_id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        file_id uuid NOT NULL,
        name text NOT NULL,
        hash text NOT NULL,
        laboratory text NOT NULL,
        firm_id uuid NOT NULL,
        task_id uuid NOT NULL,
        task_title text NOT NULL,
        contract_id uuid,
        contract_number text,
        received_at timestamptz NOT NULL,
        CONSTRAINT monitoring_report_once UNIQUE (permit_id, task_id, hash)
      );
      CREATE INDEX monitoring_report_permit ON monitoring_report (permit_id, id DESC);
      CREATE INDEX monitoring_result_report ON monitoring_result (report_file_id) WHERE report_file_id IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
