import { MigrationInterface, QueryRunner } from 'typeorm';

/** The catalogue of services with its versions, prices learned from awards, and the service a task names. */
export class Services1764000160100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE catalogue_service (
        code text PRIMARY KEY,
        kind text NOT NULL CONSTRAINT catalogue_service_kind CHECK (kind IN ('consulting', 'testing', 'engineering', 'disposal')),
        stage text NOT NULL CONSTRAINT catalogue_service_stage CHECK (stage IN ('construction', 'operation', 'closure')),
        position integer NOT NULL,
        title_zh text NOT NULL,
        title_en text NOT NULL,
        active boolean NOT NULL,
        -- of the newest version; sent back by who edits
        version integer NOT NULL
      );
      CREATE TABLE catalogue_version (
        code text NOT NULL CONSTRAINT catalogue_version_service REFERENCES catalogue_service (code),
        version integer NOT NULL,
        title_zh text NOT NULL,
        title_en text NOT NULL,
        active boolean NOT NULL,
        purpose_zh text NOT NULL,
        purpose_en text NOT NULL,
        scope_template text NOT NULL,
        deliverables text[] NOT NULL,
        duration_days integer NOT NULL,
        requirement jsonb NOT NULL,
        legal_basis jsonb NOT NULL,
        note text NOT NULL,
        changed_by uuid,
        changed_by_name text NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT catalogue_version_pkey PRIMARY KEY (code, version)
      );
      CREATE TABLE award_price (
        task_id uuid PRIMARY KEY,
        service_code text NOT NULL CONSTRAINT award_price_service REFERENCES catalogue_service (code),
        price_yuan numeric(14, 2) NOT NULL,
        awarded_at timestamptz NOT NULL
      );
      CREATE INDEX award_price_service_time ON award_price (service_code, awarded_at, task_id);
      CREATE TABLE price_band (
        service_code text PRIMARY KEY CONSTRAINT price_band_service REFERENCES catalogue_service (code),
        n integer NOT NULL,
        low_yuan numeric(14, 2) NOT NULL,
        median_yuan numeric(14, 2) NOT NULL,
        high_yuan numeric(14, 2) NOT NULL,
        as_of date NOT NULL
      );

      ALTER TABLE firm_service ADD COLUMN service_code text CONSTRAINT firm_service_code REFERENCES catalogue_service (code);
      CREATE INDEX firm_service_catalogue ON firm_service (service_code, firm_id) WHERE service_code IS NOT NULL;

      ALTER TABLE service_task ADD COLUMN service_code text CONSTRAINT service_task_service REFERENCES catalogue_service (code);
      -- what the catalogue asked for when the task was published
      ALTER TABLE service_task ADD COLUMN service_version integer;
      ALTER TABLE service_task ADD COLUMN requirement jsonb;
      CREATE INDEX service_task_service_code ON service_task (service_code) WHERE service_code IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
