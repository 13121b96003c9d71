import { MigrationInterface, QueryRunner } from 'typeorm';

/** 台账: entries that are only ever added. A correction is a new entry that names the old one. */
export class Ledgers1764000130000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE ledger_entry (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        permit_id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        kind text NOT NULL CHECK (kind IN ('basic', 'facility-operation', 'treatment-operation', 'monitoring', 'other')),
        item_key text NOT NULL,
        item_title text NOT NULL,
        -- the day the entry is about, beside the moment it was made: what is entered late can be seen
        business_date date NOT NULL,
        shift integer CHECK (shift BETWEEN 1 AND 4),
        -- what one entry is expected for: a day or a shift; null where there may be several
        slot text,
        data jsonb NOT NULL,
        search text NOT NULL,
        source text NOT NULL CHECK (source IN ('form', 'excel', 'api')),
        external_id text,
        late_days integer NOT NULL,
        entered_at timestamptz NOT NULL,
        entered_by uuid NOT NULL,
        entered_by_name text NOT NULL,
        corrects_id uuid UNIQUE REFERENCES ledger_entry (id),
        reason text,
        -- an entry made by mistake is taken back by a correction without content
        voided boolean NOT NULL DEFAULT false,
        CHECK ((corrects_id IS NULL) = (reason IS NULL)),
        CHECK (NOT voided OR corrects_id IS NOT NULL)
      );
      CREATE UNIQUE INDEX ledger_entry_slot ON ledger_entry (permit_id, item_key, slot) WHERE corrects_id IS NULL AND slot IS NOT NULL;
      CREATE UNIQUE INDEX ledger_entry_external ON ledger_entry (permit_id, external_id) WHERE external_id IS NOT NULL;
      CREATE INDEX ledger_entry_day ON ledger_entry (permit_id, business_date DESC, id DESC);
      CREATE INDEX ledger_entry_kind ON ledger_entry (permit_id, kind, business_date DESC, id DESC);
      CREATE INDEX ledger_entry_item ON ledger_entry (permit_id, item_key, business_date DESC, id DESC);
      CREATE INDEX ledger_entry_entered ON ledger_entry (permit_id, id DESC);
      CREATE INDEX ledger_entry_late ON ledger_entry (permit_id, business_date DESC, id DESC) WHERE late_days > 1;
      CREATE INDEX ledger_entry_words ON ledger_entry USING gin (bigrams(search));

      -- 环境管理台账 are kept for at least five years (排污许可管理条例 art. 21); nothing is ever changed
      CREATE FUNCTION ledger_is_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
        BEGIN
          IF TG_OP = 'DELETE' AND OLD.entered_at < now() - interval '5 years' AND OLD.business_date < (now() - interval '5 years')::date THEN RETURN OLD; END IF;
          RAISE EXCEPTION 'ledger_entry is append-only for five years';
        END $$;
      CREATE TRIGGER ledger_entry_append_only BEFORE UPDATE OR DELETE ON ledger_entry FOR EACH ROW EXECUTE FUNCTION ledger_is_append_only();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
