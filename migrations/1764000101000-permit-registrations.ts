import { MigrationInterface, QueryRunner } from 'typeorm';

/** 排污登记: one living registration for each site, each state of it kept. */
export class PermitRegistrations1764000101000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE permit_registration (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        number text NOT NULL,
        national_number text,
        enterprise_id uuid NOT NULL,
        enterprise_name text NOT NULL,
        uscc text NOT NULL,
        site_id uuid NOT NULL,
        site_sequence integer NOT NULL,
        site_name text NOT NULL,
        region_code text NOT NULL,
        industry_code text NOT NULL,
        industry_name text NOT NULL,
        status text NOT NULL CHECK (status IN ('valid', 'cancelled')),
        valid_from date NOT NULL,
        valid_to date NOT NULL,
        version_number integer NOT NULL,
        version integer NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT permit_registration_number_once UNIQUE (number),
        CHECK (valid_to > valid_from)
      );
      CREATE UNIQUE INDEX permit_registration_one_living ON permit_registration (site_id) WHERE status = 'valid';
      CREATE INDEX permit_registration_enterprise ON permit_registration (enterprise_id, id DESC);
      CREATE INDEX permit_registration_region ON permit_registration (region_code text_pattern_ops, id DESC);
      CREATE INDEX permit_registration_words ON permit_registration USING gin (bigrams(enterprise_name || ' ' || site_name || ' ' || number));

      CREATE TABLE permit_registration_version (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        registration_id uuid NOT NULL REFERENCES permit_registration (id),
        number integer NOT NULL,
        kind text NOT NULL CHECK (kind IN ('first', 'change', 'renew', 'cancel')),
        content jsonb NOT NULL,
        classification jsonb NOT NULL,
        occurred_on date,
        reason text,
        receipt_text text NOT NULL,
        signature text NOT NULL,
        signing_key text NOT NULL,
        receipt_file_id uuid,
        filed_by uuid NOT NULL,
        filed_by_name text NOT NULL,
        filed_at timestamptz NOT NULL,
        CONSTRAINT permit_registration_version_once UNIQUE (registration_id, number)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
