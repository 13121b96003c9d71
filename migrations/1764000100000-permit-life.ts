import { MigrationInterface, QueryRunner } from 'typeorm';

/** A permit is data in time: versions, limits and conditions with the days from and until which they hold. */
export class PermitLife1764000100000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE permit_application DROP CONSTRAINT permit_application_business_type_check;
      ALTER TABLE permit_application
        ADD CONSTRAINT permit_application_business_type_check CHECK (business_type IN ('new', 'reapply', 'change', 'adjust', 'renew')),
        -- the permit it is about; null for a first application
        ADD permit_id uuid REFERENCES permit (id),
        -- the version of the permit it is compared with
        ADD base_version integer,
        -- why it is made, as the applicant chose, with the day it happened where a period runs from there
        ADD triggers jsonb NOT NULL DEFAULT '[]',
        ADD occurred_on date,
        ADD CONSTRAINT permit_application_about CHECK ((business_type = 'new') = (permit_id IS NULL));
      CREATE INDEX permit_application_permit ON permit_application (permit_id, id DESC) WHERE permit_id IS NOT NULL;

      ALTER TABLE permit DROP CONSTRAINT permit_status_check;
      ALTER TABLE permit DROP CONSTRAINT permit_number_once;
      ALTER TABLE permit DROP CONSTRAINT permit_application_once;
      ALTER TABLE permit
        ADD CONSTRAINT permit_status_check CHECK (status IN ('valid', 'revoked', 'forfeited', 'withdrawn', 'cancelled')),
        ADD version_number integer NOT NULL DEFAULT 1,
        ADD ended_on date,
        ADD end_basis text,
        -- fraud bars a new application for three years (排污许可管理条例 art. 40)
        ADD end_ground text,
        ADD CONSTRAINT permit_end CHECK ((status = 'valid') = (ended_on IS NULL));
      -- a number belongs to one living permit; one that ended keeps it in the history
      CREATE UNIQUE INDEX permit_number_once ON permit (number) WHERE status = 'valid';
      CREATE INDEX permit_number ON permit (number);
      CREATE UNIQUE INDEX permit_one_living ON permit (enterprise_id, site_id) WHERE status = 'valid';

      CREATE TABLE permit_version (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        permit_id uuid NOT NULL REFERENCES permit (id),
        number integer NOT NULL CHECK (number > 0),
        business_type text NOT NULL,
        application_id uuid,
        -- first day on which this content holds
        effective_from date NOT NULL,
        valid_from date NOT NULL,
        valid_to date NOT NULL,
        issued_on date NOT NULL,
        enterprise_name text NOT NULL,
        site_name text NOT NULL,
        site_address text NOT NULL,
        legal_representative text NOT NULL,
        industry_code text NOT NULL,
        industry_name text NOT NULL,
        management_category text NOT NULL,
        issuer text NOT NULL,
        snapshot jsonb NOT NULL,
        original_file_id uuid,
        duplicate_file_id uuid,
        signed_text text NOT NULL,
        signature text NOT NULL,
        signing_key text NOT NULL,
        issued_by uuid NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT permit_version_once UNIQUE (permit_id, number),
        CONSTRAINT permit_version_application_once UNIQUE (application_id),
        CHECK (valid_to > valid_from)
      );
      INSERT INTO permit_version (permit_id, number, business_type, application_id, effective_from, valid_from, valid_to, issued_on, enterprise_name, site_name, site_address,
             legal_representative, industry_code, industry_name, management_category, issuer, snapshot, original_file_id, duplicate_file_id, signed_text, signature, signing_key, issued_by, created_at)
      SELECT id, 1, 'new', application_id, issued_on, valid_from, valid_to, issued_on, enterprise_name, site_name, site_address,
             legal_representative, industry_code, industry_name, management_category, issuer, snapshot, original_file_id, duplicate_file_id, signed_text, signature, signing_key, issued_by, created_at
        FROM permit;

      CREATE TABLE permit_limit (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        permit_id uuid NOT NULL REFERENCES permit (id),
        medium text NOT NULL CHECK (medium IN ('air', 'water', 'noise')),
        -- DA001, DW001, plant for the sum of all outlets, or the point of a noise limit
        outlet_code text NOT NULL,
        pollutant text NOT NULL,
        measure text NOT NULL CHECK (measure IN ('concentration', 'rate', 'annual', 'day-level', 'night-level')),
        -- of the five years of validity, for yearly amounts of air
        permit_year integer CHECK (permit_year BETWEEN 1 AND 5),
        value numeric NOT NULL CHECK (value >= 0),
        unit text NOT NULL,
        standard text,
        valid_from date NOT NULL,
        -- first day on which it no longer holds; null while open
        valid_until date,
        from_version integer NOT NULL,
        CHECK (valid_until IS NULL OR valid_until >= valid_from)
      );
      CREATE INDEX permit_limit_permit ON permit_limit (permit_id, valid_from);

      CREATE TABLE permit_condition (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        permit_id uuid NOT NULL REFERENCES permit (id),
        -- code and version in the library; null for one written for this permit alone
        library_code text,
        library_version integer,
        kind text NOT NULL CHECK (kind IN ('operation', 'monitoring', 'ledger', 'report', 'disclosure', 'special-period', 'improvement', 'other')),
        text text NOT NULL,
        legal_basis text NOT NULL,
        -- {period, firstDueOn, content}: what is to be done again and again; null for a condition that only holds
        duty jsonb,
        valid_from date NOT NULL,
        valid_until date,
        from_version integer NOT NULL,
        CHECK (valid_until IS NULL OR valid_until >= valid_from)
      );
      -- lengths of time that nobody could yet compare with the promulgated text, with their days
      CREATE TABLE procedure_period (
        code text NOT NULL,
        workdays integer NOT NULL CHECK (workdays BETWEEN 1 AND 365),
        effective_from date NOT NULL,
        effective_to date,
        legal_basis text NOT NULL,
        verified boolean NOT NULL,
        note text,
        PRIMARY KEY (code, effective_from)
      );
      CREATE INDEX permit_condition_permit ON permit_condition (permit_id, valid_from);
    `);
    await db.query(AIR_CONCENTRATIONS);
    await db.query(AIR_YEARS);
    await db.query(WATER);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

/** Limits of the permits issued before this migration, from their content as it was then. */
const AIR_CONCENTRATIONS = `
  INSERT INTO permit_limit (permit_id, medium, outlet_code, pollutant, measure, value, unit, standard, valid_from, from_version)
  SELECT p.id, 'air', l."outletCode", l.pollutant, m.measure, m.value::numeric, m.unit, l.standard, p.valid_from, 1
    FROM permit p, jsonb_to_recordset(p.snapshot #> '{air-limits,limits}') AS l("outletCode" text, pollutant text, standard text, "concentrationMgM3" text, "rateKgH" text),
         LATERAL (VALUES ('concentration', l."concentrationMgM3", 'mg/m³'), ('rate', l."rateKgH", 'kg/h')) AS m(measure, value, unit)
   WHERE m.value ~ '^[0-9]+([.][0-9]+)?$'`;

const AIR_YEARS = `
  INSERT INTO permit_limit (permit_id, medium, outlet_code, pollutant, measure, permit_year, value, unit, standard, valid_from, valid_until, from_version)
  SELECT p.id, 'air', l.outlet, l.pollutant, 'annual', y.n, y.value::numeric, 't/a', l.standard,
         (p.valid_from + (y.n - 1) * interval '1 year')::date, (p.valid_from + y.n * interval '1 year')::date, 1
    FROM permit p,
         LATERAL (
           SELECT "outletCode" AS outlet, pollutant, standard, "year1T", "year2T", "year3T", "year4T", "year5T"
             FROM jsonb_to_recordset(p.snapshot #> '{air-limits,limits}')
               AS a("outletCode" text, pollutant text, standard text, "year1T" text, "year2T" text, "year3T" text, "year4T" text, "year5T" text)
           UNION ALL
           SELECT 'plant', pollutant, NULL, "year1T", "year2T", "year3T", "year4T", "year5T"
             FROM jsonb_to_recordset(p.snapshot #> '{air-limits,plantTotals}')
               AS t(pollutant text, "year1T" text, "year2T" text, "year3T" text, "year4T" text, "year5T" text)
         ) AS l,
         LATERAL (VALUES (1, l."year1T"), (2, l."year2T"), (3, l."year3T"), (4, l."year4T"), (5, l."year5T")) AS y(n, value)
   WHERE y.value ~ '^[0-9]+([.][0-9]+)?$'`;

const WATER = `
  INSERT INTO permit_limit (permit_id, medium, outlet_code, pollutant, measure, value, unit, standard, valid_from, from_version)
  SELECT p.id, 'water', l."outletCode", l.pollutant, m.measure, m.value::numeric, m.unit, l.standard, p.valid_from, 1
    FROM permit p, jsonb_to_recordset(p.snapshot #> '{water-outlets,limits}') AS l("outletCode" text, pollutant text, standard text, "concentrationMgL" text, "annualT" text),
         LATERAL (VALUES ('concentration', l."concentrationMgL", 'mg/L'), ('annual', l."annualT", 't/a')) AS m(measure, value, unit)
   WHERE m.value ~ '^[0-9]+([.][0-9]+)?$'`;
