import { MigrationInterface, QueryRunner } from 'typeorm';

/** The field visit: reasons and caps, the record by sections with every version, photos, findings, signatures, supplements. What is sealed cannot change. */
export class Inspections1764000240000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE inspection
        DROP CONSTRAINT inspection_kind,
        DROP CONSTRAINT inspection_state,
        ADD CONSTRAINT inspection_kind CHECK (kind IN ('random', 'special', 'complaint', 'follow-up', 'offsite')),
        ADD CONSTRAINT inspection_state CHECK (state IN ('planned', 'drafting', 'signing', 'held', 'cancelled')),
        ADD COLUMN reason text,
        ADD COLUMN legal_basis text,
        ADD COLUMN complaint_id uuid,
        ADD COLUMN complaint_number text,
        ADD COLUMN follows_id uuid CONSTRAINT inspection_follows REFERENCES inspection (id),
        ADD COLUMN follows_number text,
        -- beyond the yearly cap, or to a unit of the positive list: why, and who answers for it
        ADD COLUMN override_reason text,
        ADD COLUMN override_what text[] NOT NULL DEFAULT '{}',
        ADD COLUMN override_by_name text,
        ADD COLUMN held_on date,
        ADD COLUMN frozen_at timestamptz,
        ADD COLUMN content_cipher text,
        ADD COLUMN content_hash char(64),
        ADD COLUMN result text CONSTRAINT inspection_result CHECK (result IN ('clear', 'violations')),
        ADD COLUMN closed_at timestamptz,
        ADD COLUMN seal_text text,
        ADD COLUMN seal_signature text,
        ADD COLUMN seal_key text,
        ADD COLUMN statement_due_on date,
        ADD COLUMN paper_file_id uuid,
        ADD COLUMN paper_sm3 char(64),
        ADD COLUMN paper_signature text,
        ADD CONSTRAINT inspection_overridden CHECK ((override_reason IS NULL) = (override_by_name IS NULL)),
        ADD CONSTRAINT inspection_frozen CHECK (state <> 'signing' OR (content_hash IS NOT NULL AND content_cipher IS NOT NULL AND frozen_at IS NOT NULL)),
        ADD CONSTRAINT inspection_sealed CHECK (closed_at IS NULL OR (state = 'held' AND content_hash IS NOT NULL AND seal_signature IS NOT NULL AND result IS NOT NULL AND held_on IS NOT NULL));
      DROP INDEX inspection_open;
      CREATE INDEX inspection_open ON inspection (enterprise_id) WHERE state IN ('planned', 'drafting', 'signing');
      CREATE INDEX inspection_states ON inspection (state, region_code text_pattern_ops, planned_to, id);
      CREATE INDEX inspection_closed ON inspection (held_on) WHERE closed_at IS NOT NULL;

      -- complaints that were accepted: what a visit may rest on
      CREATE TABLE inspection_lead (
        complaint_id uuid CONSTRAINT inspection_lead_pkey PRIMARY KEY,
        number text NOT NULL CONSTRAINT inspection_lead_number UNIQUE,
        enterprise_id uuid,
        subject text NOT NULL,
        region_code text NOT NULL,
        received_at timestamptz NOT NULL
      );
      CREATE INDEX inspection_lead_region ON inspection_lead (region_code text_pattern_ops, received_at, complaint_id);

      CREATE TABLE inspection_section (
        inspection_id uuid NOT NULL CONSTRAINT inspection_section_of REFERENCES inspection (id),
        section text NOT NULL,
        -- names, posts and telephone numbers of the people met: encrypted
        data_cipher text NOT NULL,
        version integer NOT NULL,
        changed_by uuid NOT NULL,
        changed_by_name text NOT NULL,
        changed_at timestamptz NOT NULL,
        CONSTRAINT inspection_section_pkey PRIMARY KEY (inspection_id, section)
      );

      -- every save, also those that clashed and were not taken
      CREATE TABLE inspection_save (
        inspection_id uuid NOT NULL CONSTRAINT inspection_save_of REFERENCES inspection (id),
        save_id uuid NOT NULL,
        section text NOT NULL,
        outcome text NOT NULL CONSTRAINT inspection_save_outcome CHECK (outcome IN ('saved', 'merged', 'clashed')),
        -- the version it made; of a clash the one it met
        version integer NOT NULL,
        data_cipher text NOT NULL,
        by_user uuid NOT NULL,
        by_name text NOT NULL,
        at timestamptz NOT NULL,
        CONSTRAINT inspection_save_pkey PRIMARY KEY (inspection_id, save_id)
      );
      CREATE UNIQUE INDEX inspection_save_version ON inspection_save (inspection_id, section, version) WHERE outcome <> 'clashed';

      CREATE TABLE inspection_photo (
        id uuid CONSTRAINT inspection_photo_pkey PRIMARY KEY DEFAULT uuidv7(),
        inspection_id uuid NOT NULL CONSTRAINT inspection_photo_of REFERENCES inspection (id),
        client_id uuid NOT NULL,
        file_id uuid NOT NULL,
        section text NOT NULL,
        caption text NOT NULL,
        -- as the phone hashed it at capture and the server found it
        sha256 char(64) NOT NULL,
        captured_at timestamptz NOT NULL,
        lng numeric(9, 6),
        lat numeric(9, 6),
        accuracy_m numeric(8, 1),
        no_place text CONSTRAINT inspection_photo_no_place CHECK (no_place IN ('denied', 'unavailable', 'timeout', 'unsupported', 'unknown')),
        taken_by uuid NOT NULL,
        taken_by_name text NOT NULL,
        received_at timestamptz NOT NULL,
        CONSTRAINT inspection_photo_once UNIQUE (inspection_id, client_id),
        CONSTRAINT inspection_photo_file UNIQUE (inspection_id, file_id),
        CONSTRAINT inspection_photo_place CHECK ((lng IS NULL) = (lat IS NULL) AND (lng IS NULL) = (no_place IS NOT NULL))
      );

      -- violations as they stood when the record was closed for signing; their law is that of the day of conduct
      CREATE TABLE inspection_finding (
        id uuid CONSTRAINT inspection_finding_pkey PRIMARY KEY DEFAULT uuidv7(),
        inspection_id uuid NOT NULL CONSTRAINT inspection_finding_of REFERENCES inspection (id),
        row_id text NOT NULL,
        place integer NOT NULL,
        violation text NOT NULL,
        title text NOT NULL,
        law text NOT NULL,
        law_from date NOT NULL,
        law_verified boolean NOT NULL,
        conduct_on date NOT NULL,
        description text NOT NULL,
        harm text NOT NULL,
        fault text NOT NULL,
        suggestion text NOT NULL CONSTRAINT inspection_finding_suggestion CHECK (suggestion IN ('order', 'rectify', 'penalty-clue')),
        decision text NOT NULL CONSTRAINT inspection_finding_decision CHECK (decision IN ('order', 'rectify', 'penalty-clue', 'none')),
        decision_reason text,
        CONSTRAINT inspection_finding_row UNIQUE (inspection_id, row_id),
        -- 与建议不同的，写明理由
        CONSTRAINT inspection_finding_reasoned CHECK (decision = suggestion OR decision_reason IS NOT NULL)
      );

      CREATE TABLE inspection_signature (
        id uuid CONSTRAINT inspection_signature_pkey PRIMARY KEY DEFAULT uuidv7(),
        inspection_id uuid NOT NULL CONSTRAINT inspection_signature_of REFERENCES inspection (id),
        side text NOT NULL CONSTRAINT inspection_signature_side CHECK (side IN ('officer', 'party')),
        way text NOT NULL CONSTRAINT inspection_signature_way CHECK (way IN ('account', 'drawn', 'refused')),
        -- who signed; for the party, the officer in whose presence
        user_id uuid NOT NULL,
        name_cipher text NOT NULL,
        refused_reason text,
        witness_cipher text,
        file_id uuid,
        sha256 char(64),
        content_hash char(64) NOT NULL,
        record_id uuid,
        at timestamptz NOT NULL,
        CONSTRAINT inspection_signature_means CHECK (
          (side = 'officer' AND way = 'account' AND record_id IS NOT NULL)
          OR (side = 'party' AND way = 'drawn' AND file_id IS NOT NULL AND sha256 IS NOT NULL)
          OR (side = 'party' AND way = 'refused' AND refused_reason IS NOT NULL AND witness_cipher IS NOT NULL))
      );
      CREATE UNIQUE INDEX inspection_signature_officer ON inspection_signature (inspection_id, user_id) WHERE side = 'officer';
      CREATE UNIQUE INDEX inspection_signature_party ON inspection_signature (inspection_id) WHERE side = 'party';

      -- what is said after sealing: by officers a correction, by the enterprise a statement
      CREATE TABLE inspection_supplement (
        id uuid CONSTRAINT inspection_supplement_pkey PRIMARY KEY DEFAULT uuidv7(),
        inspection_id uuid NOT NULL CONSTRAINT inspection_supplement_of REFERENCES inspection (id),
        kind text NOT NULL CONSTRAINT inspection_supplement_kind CHECK (kind IN ('correction', 'statement')),
        words text NOT NULL,
        by_user uuid NOT NULL,
        by_name text NOT NULL,
        org_name text NOT NULL,
        record_id uuid,
        at timestamptz NOT NULL
      );
      CREATE INDEX inspection_supplement_order ON inspection_supplement (inspection_id, id);

      CREATE FUNCTION inspection_part_open() RETURNS trigger LANGUAGE plpgsql AS $$
      DECLARE whose uuid := CASE WHEN TG_OP = 'DELETE' THEN OLD.inspection_id ELSE NEW.inspection_id END;
      BEGIN
        IF (SELECT closed_at IS NOT NULL OR state = 'cancelled' FROM inspection WHERE id = whose) THEN
          RAISE EXCEPTION 'The record of inspection % is sealed', whose USING ERRCODE = 'HB001';
        END IF;
        RETURN CASE WHEN TG_OP = 'DELETE' THEN OLD ELSE NEW END;
      END $$;
      CREATE FUNCTION inspection_stays_sealed() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        -- the paper is drawn after sealing, once; nothing else changes
        IF TG_OP = 'DELETE' OR to_jsonb(NEW) - '{paper_file_id,paper_sm3,paper_signature}'::text[] <> to_jsonb(OLD) - '{paper_file_id,paper_sm3,paper_signature}'::text[] OR OLD.paper_file_id IS NOT NULL THEN
          RAISE EXCEPTION 'Inspection % is sealed', OLD.id USING ERRCODE = 'HB001';
        END IF;
        RETURN NEW;
      END $$;
      CREATE FUNCTION inspection_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        RAISE EXCEPTION '% is append-only', TG_TABLE_NAME USING ERRCODE = 'HB001';
      END $$;
      CREATE TRIGGER inspection_sealed BEFORE UPDATE OR DELETE ON inspection FOR EACH ROW WHEN (OLD.closed_at IS NOT NULL) EXECUTE FUNCTION inspection_stays_sealed();
      CREATE TRIGGER inspection_section_open BEFORE INSERT OR UPDATE OR DELETE ON inspection_section FOR EACH ROW EXECUTE FUNCTION inspection_part_open();
      CREATE TRIGGER inspection_save_open BEFORE INSERT ON inspection_save FOR EACH ROW EXECUTE FUNCTION inspection_part_open();
      CREATE TRIGGER inspection_save_kept BEFORE UPDATE OR DELETE ON inspection_save FOR EACH ROW EXECUTE FUNCTION inspection_append_only();
      CREATE TRIGGER inspection_photo_open BEFORE INSERT OR UPDATE OR DELETE ON inspection_photo FOR EACH ROW EXECUTE FUNCTION inspection_part_open();
      CREATE TRIGGER inspection_finding_open BEFORE INSERT OR UPDATE OR DELETE ON inspection_finding FOR EACH ROW EXECUTE FUNCTION inspection_part_open();
      CREATE TRIGGER inspection_signature_open BEFORE INSERT OR UPDATE OR DELETE ON inspection_signature FOR EACH ROW EXECUTE FUNCTION inspection_part_open();
      CREATE TRIGGER inspection_supplement_kept BEFORE UPDATE OR DELETE ON inspection_supplement FOR EACH ROW EXECUTE FUNCTION inspection_append_only();
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
