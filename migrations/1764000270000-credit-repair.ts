import { MigrationInterface, QueryRunner } from 'typeorm';

const ABOUT = (table: string): string => `
        id uuid CONSTRAINT ${table}_pkey PRIMARY KEY CONSTRAINT ${table}_case REFERENCES case_record (id),
        number text CONSTRAINT ${table}_number UNIQUE,
        subject_id uuid NOT NULL CONSTRAINT ${table}_subject REFERENCES organisation (id),
        subject_name text NOT NULL,
        subject_kind text NOT NULL CONSTRAINT ${table}_subject_kind CHECK (subject_kind IN ('enterprise', 'firm')),
        region_code text NOT NULL,
        event_id uuid NOT NULL CONSTRAINT ${table}_event REFERENCES credit_event (id),
        event_key text NOT NULL,
        event_type text NOT NULL,
        event_title text NOT NULL,
        severity text NOT NULL CONSTRAINT ${table}_severity CHECK (severity IN ('minor', 'general', 'serious')),
        document_no text,
        open boolean NOT NULL,
        statement text NOT NULL,
        electronic_service boolean NOT NULL,
        committed_by_name text,
        created_at timestamptz NOT NULL,
        submitted_at timestamptz,
        accepted_by uuid,
        accepted_by_name text,
        verified_by uuid,
        verified_by_name text,
        verified_at timestamptz,
        findings text,
        decided_by uuid,
        decided_by_name text,
        decided_at timestamptz,
        reasons text,
        search text NOT NULL,
        -- three persons, whatever their posts
        CONSTRAINT ${table}_two_persons CHECK (verified_by IS DISTINCT FROM accepted_by OR verified_by IS NULL),
        CONSTRAINT ${table}_third_person CHECK (decided_by IS NULL OR (decided_by IS DISTINCT FROM verified_by AND decided_by IS DISTINCT FROM accepted_by)),
        CONSTRAINT ${table}_decided CHECK ((decided_by IS NULL) = (decided_at IS NULL) AND (decided_by IS NULL OR reasons <> ''))`;

const INDEXES = (table: string): string => `
      CREATE UNIQUE INDEX ${table}_one_open ON ${table} (event_key) WHERE open;
      CREATE INDEX ${table}_newest ON ${table} (region_code text_pattern_ops, created_at DESC, id DESC);
      CREATE INDEX ${table}_of_subject ON ${table} (subject_id, created_at DESC, id DESC);
      CREATE INDEX ${table}_words ON ${table} USING gin (bigrams(search));`;

/** 信用修复 and 异议: applications and appeals about one event each, what rests in public meanwhile, and the certificate that stays. */
export class CreditRepair1764000270000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE credit_freeze (
        id uuid CONSTRAINT credit_freeze_pkey PRIMARY KEY,
        subject_id uuid NOT NULL CONSTRAINT credit_freeze_subject REFERENCES organisation (id),
        event_key text NOT NULL,
        case_id uuid NOT NULL,
        from_on date NOT NULL,
        until_on date NOT NULL,
        hides_grade boolean NOT NULL,
        began_at timestamptz NOT NULL,
        ended_at timestamptz,
        CONSTRAINT credit_freeze_span CHECK (until_on >= from_on)
      );
      CREATE INDEX credit_freeze_of_subject ON credit_freeze (subject_id, until_on) WHERE ended_at IS NULL;
      CREATE INDEX credit_freeze_of_event ON credit_freeze (event_key);
      CREATE UNIQUE INDEX credit_freeze_of_case ON credit_freeze (case_id) WHERE ended_at IS NULL;

      CREATE TABLE credit_repair (${ABOUT('credit_repair')},
        eligible_from date NOT NULL,
        verdict text CONSTRAINT credit_repair_verdict CHECK (verdict IN ('mended', 'not-mended', 'false')),
        site_checked_on date,
        falsehood text,
        found_false boolean NOT NULL DEFAULT false,
        CONSTRAINT credit_repair_falsehood CHECK ((verdict IS NOT DISTINCT FROM 'false') = (falsehood IS NOT NULL) AND (NOT found_false OR falsehood IS NOT NULL))
      );
      ${INDEXES('credit_repair')}

      CREATE TABLE credit_appeal (${ABOUT('credit_appeal')},
        ground text NOT NULL CONSTRAINT credit_appeal_ground CHECK (ground IN ('wrong-subject', 'wrong-facts', 'wrong-class', 'overturned', 'over')),
        advice text CONSTRAINT credit_appeal_advice CHECK (advice IN ('uphold', 'dismiss')),
        frozen_until date,
        hides_grade boolean
      );
      ${INDEXES('credit_appeal')}

      CREATE TABLE credit_certificate (
        id uuid CONSTRAINT credit_certificate_pkey PRIMARY KEY,
        number text NOT NULL CONSTRAINT credit_certificate_number UNIQUE,
        code text NOT NULL CONSTRAINT credit_certificate_code UNIQUE,
        kind text NOT NULL CONSTRAINT credit_certificate_kind CHECK (kind IN ('repaired', 'expired', 'revoked')),
        subject_id uuid NOT NULL CONSTRAINT credit_certificate_subject REFERENCES organisation (id),
        subject_name text NOT NULL,
        uscc text,
        region_code text NOT NULL,
        event_key text NOT NULL,
        event_type text NOT NULL,
        event_title text NOT NULL,
        document_no text,
        occurred_on date NOT NULL,
        ended_on date NOT NULL,
        issued_on date NOT NULL,
        issued_at timestamptz NOT NULL,
        signed_text text NOT NULL,
        signature text NOT NULL,
        signing_key text NOT NULL,
        file_id uuid,
        -- one for each way in which an event can end
        CONSTRAINT credit_certificate_once UNIQUE (event_key, kind)
      );
      CREATE INDEX credit_certificate_of_subject ON credit_certificate (subject_id, id DESC);

      ALTER TABLE case_notice DROP CONSTRAINT case_notice_kind_check;
      ALTER TABLE case_notice ADD CONSTRAINT case_notice_kind_check CHECK (kind IN ('acceptance', 'correction', 'rejection', 'decision', 'service', 'intent', 'advice'));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
