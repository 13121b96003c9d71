import { MigrationInterface, QueryRunner } from 'typeorm';

/** 自行监测: results that are only ever added, what they were compared with, and what followed an exceedance. */
export class Monitoring1764000132000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- 原始监测记录 are kept for at least five years (排污许可管理条例 art. 19); nothing is ever changed
      CREATE FUNCTION monitoring_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF TG_OP = 'DELETE' AND OLD.entered_at < now() - interval '5 years' AND OLD.sampled_on < (now() - interval '5 years')::date THEN RETURN OLD; END IF;
          RAISE EXCEPTION 'monitoring_result is append-only for five years';
        END $$;

      CREATE TABLE monitoring_result (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        permit_id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        medium text NOT NULL CHECK (medium IN ('air', 'water', 'fugitive', 'noise')),
        -- DA001, DW001, or the point as the plan names it
        place text NOT NULL,
        pollutant text NOT NULL,
        method text NOT NULL CHECK (method IN ('manual', 'auto')),
        sampled_at timestamptz NOT NULL,
        sampled_on date NOT NULL,
        sample_no text,
        -- as reported: 12.3 or <0.5
        reported text NOT NULL,
        below_detection boolean NOT NULL,
        -- in the unit of the limit: mg/m³, mg/L, dB(A); the detection limit itself where below_detection
        value numeric NOT NULL CHECK (value >= 0),
        unit text NOT NULL,
        reported_unit text NOT NULL,
        oxygen_percent numeric CHECK (oxygen_percent >= 0 AND oxygen_percent < 21),
        base_oxygen_percent numeric,
        compared_value numeric NOT NULL,
        limit_value numeric,
        limit_standard text,
        verdict text NOT NULL CHECK (verdict IN ('met', 'exceeded', 'no-limit', 'not-comparable')),
        steps jsonb NOT NULL,
        flow numeric CHECK (flow >= 0),
        technique text,
        laboratory text,
        cma text,
        report_no text,
        report_file_id uuid,
        note text,
        confirmed text[] NOT NULL DEFAULT '{}',
        source text NOT NULL CHECK (source IN ('form', 'excel', 'api')),
        external_id text,
        entered_at timestamptz NOT NULL,
        entered_by uuid NOT NULL,
        entered_by_name text NOT NULL,
        corrects_id uuid UNIQUE REFERENCES monitoring_result (id),
        reason text,
        voided boolean NOT NULL DEFAULT false,
        CHECK ((corrects_id IS NULL) = (reason IS NULL)),
        CHECK (NOT voided OR corrects_id IS NOT NULL)
      );
      CREATE UNIQUE INDEX monitoring_result_once ON monitoring_result (permit_id, place, pollutant, method, sampled_at) WHERE corrects_id IS NULL;
      CREATE UNIQUE INDEX monitoring_result_external ON monitoring_result (permit_id, external_id) WHERE external_id IS NOT NULL;
      CREATE INDEX monitoring_result_day ON monitoring_result (permit_id, sampled_on DESC, id DESC);
      CREATE INDEX monitoring_result_newest ON monitoring_result (sampled_on DESC, id DESC) WHERE method = 'manual';
      CREATE INDEX monitoring_result_place ON monitoring_result (permit_id, place, pollutant, sampled_on DESC, id DESC);
      CREATE INDEX monitoring_result_verdict ON monitoring_result (permit_id, sampled_on DESC, id DESC) WHERE verdict = 'exceeded';
      CREATE TRIGGER monitoring_result_append_only BEFORE UPDATE OR DELETE ON monitoring_result FOR EACH ROW EXECUTE FUNCTION monitoring_is_append_only();

      CREATE TABLE exceedance (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        result_id uuid NOT NULL UNIQUE REFERENCES monitoring_result (id),
        permit_id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        enterprise_name text NOT NULL,
        site_id uuid NOT NULL,
        site_name text NOT NULL,
        region_code text NOT NULL,
        place text NOT NULL,
        pollutant text NOT NULL,
        sampled_on date NOT NULL,
        compared_value numeric NOT NULL,
        limit_value numeric NOT NULL,
        unit text NOT NULL,
        state text NOT NULL CHECK (state IN ('open', 'explained', 'withdrawn')),
        cause text,
        action text,
        -- the day on which it was within the limit again
        restored_on date,
        explained_at timestamptz,
        explained_by uuid,
        explained_by_name text,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX exceedance_enterprise ON exceedance (enterprise_id, id DESC);
      CREATE INDEX exceedance_region ON exceedance (region_code text_pattern_ops, id DESC);
      CREATE INDEX exceedance_open ON exceedance (permit_id) WHERE state = 'open';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
