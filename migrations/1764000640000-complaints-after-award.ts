import { MigrationInterface, QueryRunner } from 'typeorm';

/** A decision on a complaint is carried out after the award too: the award is void, its contract lapses or is revoked. What was decided before was carried out at once. */
export class ComplaintsAfterAward1764000640000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE tender_complaint ADD COLUMN affects_result boolean, ADD COLUMN executed_at timestamptz, ADD COLUMN outcome jsonb;
      UPDATE tender_complaint SET executed_at = ended_at WHERE state = 'decided' AND remedy IS NOT NULL;
      UPDATE tender_complaint SET affects_result = true WHERE upheld;
      ALTER TABLE tender_complaint ADD CONSTRAINT tender_complaint_affects CHECK ((affects_result IS NOT NULL) = (upheld IS TRUE));
      ALTER TABLE tender_complaint ADD CONSTRAINT tender_complaint_executed CHECK (executed_at IS NULL OR remedy IS NOT NULL);

      ALTER TABLE contract DROP CONSTRAINT contract_state;
      ALTER TABLE contract ADD CONSTRAINT contract_state CHECK (state IN ('due', 'draft', 'proposed', 'agreed', 'active', 'terminated', 'closed', 'waived', 'lapsed', 'revoked'));
      DROP INDEX contract_once;
      CREATE UNIQUE INDEX contract_once ON contract (task_id) WHERE state NOT IN ('lapsed', 'revoked');

      CREATE TABLE award_annulment (
        id uuid CONSTRAINT award_annulment_pkey PRIMARY KEY DEFAULT uuidv7(),
        task_id uuid NOT NULL CONSTRAINT award_annulment_task REFERENCES service_task (id),
        contract_id uuid CONSTRAINT award_annulment_contract REFERENCES contract (id),
        bid_id uuid,
        firm_id uuid NOT NULL,
        firm_name text NOT NULL,
        price_yuan numeric(14, 2) NOT NULL CONSTRAINT award_annulment_price CHECK (price_yuan > 0),
        duration_days integer NOT NULL CONSTRAINT award_annulment_days CHECK (duration_days > 0),
        awarded_at timestamptz NOT NULL,
        annulled_at timestamptz NOT NULL,
        reason text NOT NULL
      );
      CREATE INDEX award_annulment_of_task ON award_annulment (task_id)`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
