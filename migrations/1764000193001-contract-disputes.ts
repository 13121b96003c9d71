import { MigrationInterface, QueryRunner } from 'typeorm';

/** Disputes of contracts with mediation by the bureau, and firms that may not go on in the middle of one. */
export class ContractDisputes1764000193001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- since when a dispute is open: the days of milestones stand still
      ALTER TABLE contract ADD COLUMN disputed_on date;
      -- since when the firm lacks what the task asks for
      ALTER TABLE contract ADD COLUMN unfit_since timestamptz;

      CREATE TABLE contract_dispute (
        id uuid CONSTRAINT contract_dispute_pkey PRIMARY KEY DEFAULT uuidv7(),
        contract_id uuid NOT NULL CONSTRAINT contract_dispute_contract REFERENCES contract (id),
        enterprise_id uuid NOT NULL,
        firm_id uuid NOT NULL,
        region_code text NOT NULL,
        side text NOT NULL CONSTRAINT contract_dispute_side CHECK (side IN ('enterprise', 'firm')),
        claim text NOT NULL,
        amount_yuan numeric(14, 2) CONSTRAINT contract_dispute_amount CHECK (amount_yuan > 0),
        state text NOT NULL CONSTRAINT contract_dispute_state CHECK (state IN ('open', 'mediating', 'settled', 'failed', 'withdrawn')),
        opened_by_name text NOT NULL,
        opened_at timestamptz NOT NULL,
        taken_by_name text,
        taken_at timestamptz,
        outcome text,
        concluded_by_name text,
        concluded_at timestamptz,
        days_paused integer,
        search text NOT NULL
      );
      CREATE UNIQUE INDEX contract_dispute_one_open ON contract_dispute (contract_id) WHERE state IN ('open', 'mediating');
      CREATE INDEX contract_dispute_region ON contract_dispute (region_code text_pattern_ops, id DESC);
      CREATE INDEX contract_dispute_newest ON contract_dispute (id DESC);
      CREATE INDEX contract_dispute_of ON contract_dispute (contract_id, id DESC);
      CREATE INDEX contract_dispute_words ON contract_dispute USING gin (bigrams(search));

      CREATE TABLE contract_statement (
        id uuid CONSTRAINT contract_statement_pkey PRIMARY KEY DEFAULT uuidv7(),
        dispute_id uuid NOT NULL CONSTRAINT contract_statement_dispute REFERENCES contract_dispute (id),
        side text NOT NULL CONSTRAINT contract_statement_side CHECK (side IN ('enterprise', 'firm', 'bureau')),
        by_name text NOT NULL,
        text text NOT NULL,
        file_ids uuid[] NOT NULL,
        at timestamptz NOT NULL
      );
      CREATE INDEX contract_statement_of ON contract_statement (dispute_id, at, id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
