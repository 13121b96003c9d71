import { MigrationInterface, QueryRunner } from 'typeorm';

/** 投诉: who is not satisfied with the answer to an objection, or had none in time, complains to the supervising bureau. */
export class TenderComplaints1764000420000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- the bureau has stopped the procedure while it looks into a complaint
      ALTER TABLE evaluation ADD COLUMN held boolean NOT NULL DEFAULT false;

      CREATE TABLE tender_complaint (
        id uuid CONSTRAINT tender_complaint_pkey PRIMARY KEY,
        task_id uuid NOT NULL CONSTRAINT tender_complaint_task REFERENCES evaluation (task_id),
        objection_id uuid NOT NULL CONSTRAINT tender_complaint_objection REFERENCES evaluation_objection (id),
        task_title text NOT NULL,
        task_number text,
        region_code text NOT NULL,
        enterprise_id uuid NOT NULL,
        enterprise_name text NOT NULL,
        firm_id uuid NOT NULL,
        firm_name text NOT NULL,
        demand text NOT NULL CONSTRAINT tender_complaint_demand CHECK (demand <> ''),
        facts text NOT NULL CONSTRAINT tender_complaint_facts CHECK (facts <> ''),
        state text NOT NULL CONSTRAINT tender_complaint_state CHECK (state IN ('lodged', 'accepted', 'refused', 'withdrawn', 'decided')),
        lodged_at timestamptz NOT NULL,
        lodged_by uuid NOT NULL,
        accept_due date NOT NULL,
        accepted_at timestamptz,
        accepted_by uuid,
        accepted_by_name text,
        decide_due date,
        suspended_at timestamptz,
        suspended_reason text,
        upheld boolean,
        remedy text CONSTRAINT tender_complaint_remedy CHECK (remedy IN ('correct', 'reevaluate', 'next', 'retender')),
        criterion_ids text[] NOT NULL DEFAULT '{}',
        excludes_bid_id uuid,
        -- why it was refused, withdrawn or decided as it was
        reason text,
        ended_at timestamptz,
        ended_by uuid,
        ended_by_name text,
        version integer NOT NULL,
        search text NOT NULL,
        CONSTRAINT tender_complaint_once UNIQUE (objection_id),
        CONSTRAINT tender_complaint_accepted CHECK (state IN ('lodged', 'refused', 'withdrawn') OR (accepted_at IS NOT NULL AND decide_due IS NOT NULL)),
        CONSTRAINT tender_complaint_ended CHECK ((state IN ('lodged', 'accepted')) = (ended_at IS NULL)),
        CONSTRAINT tender_complaint_decided CHECK ((state = 'decided') = (upheld IS NOT NULL)),
        CONSTRAINT tender_complaint_follows CHECK (remedy IS NULL OR upheld)
      );
      CREATE INDEX tender_complaint_newest ON tender_complaint (lodged_at DESC, id DESC);
      CREATE INDEX tender_complaint_task_id ON tender_complaint (task_id, lodged_at);
      CREATE INDEX tender_complaint_firm ON tender_complaint (firm_id, lodged_at DESC);
      CREATE INDEX tender_complaint_enterprise ON tender_complaint (enterprise_id, lodged_at DESC);
      CREATE INDEX tender_complaint_words ON tender_complaint USING gin (bigrams(search));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
