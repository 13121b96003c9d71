import { MigrationInterface, QueryRunner } from 'typeorm';

/** What actual amounts are reckoned from, beside the results: automatic hourly means, and figures of coefficients and balances. */
export class Emissions1764000133000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE emission_reading (
        permit_id uuid NOT NULL,
        place text NOT NULL,
        pollutant text NOT NULL,
        -- 2026-11-24T09 of a stack, 2026-11-24 of a water outlet: civil time
        at text NOT NULL,
        -- 1, then higher for corrections; the highest holds
        revision integer NOT NULL,
        day date NOT NULL,
        -- measured, never converted to base oxygen: mg/m³ and m³/h, mg/L and m³/d
        concentration numeric CHECK (concentration >= 0),
        flow numeric CHECK (flow >= 0),
        state text NOT NULL CHECK (state IN ('valid', 'invalid', 'stopped')),
        reason text,
        entered_at timestamptz NOT NULL,
        entered_by uuid NOT NULL,
        entered_by_name text NOT NULL,
        PRIMARY KEY (permit_id, place, pollutant, at, revision),
        CHECK ((revision = 1) = (reason IS NULL)),
        CHECK (state <> 'valid' OR (concentration IS NOT NULL AND flow IS NOT NULL))
      );
      CREATE INDEX emission_reading_day ON emission_reading (permit_id, day);
      CREATE FUNCTION emission_reading_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF TG_OP = 'DELETE' AND OLD.day < (now() - interval '5 years')::date THEN RETURN OLD; END IF;
          RAISE EXCEPTION 'emission_reading is append-only for five years';
        END $$;
      CREATE TRIGGER emission_reading_append_only BEFORE UPDATE OR DELETE ON emission_reading FOR EACH ROW EXECUTE FUNCTION emission_reading_is_append_only();

      CREATE TABLE emission_basis (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        permit_id uuid NOT NULL,
        place text NOT NULL,
        pollutant text NOT NULL,
        quarter text NOT NULL CHECK (quarter ~ '^20[0-9]{2}Q[1-4]$'),
        kind text NOT NULL CHECK (kind IN ('coefficient', 'balance')),
        figures jsonb NOT NULL,
        entered_at timestamptz NOT NULL,
        entered_by uuid NOT NULL,
        entered_by_name text NOT NULL
      );
      CREATE INDEX emission_basis_place ON emission_basis (permit_id, quarter, place, pollutant, kind, id DESC);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
