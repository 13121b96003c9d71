import { MigrationInterface, QueryRunner } from 'typeorm';

/** 环保管家服务: parks, retainers with their members' consent, visits, photos, findings and monthly reports. */
export class Stewardship1764000196000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE park (
        id uuid CONSTRAINT park_pkey PRIMARY KEY DEFAULT uuidv7(),
        name text NOT NULL,
        region_code text NOT NULL,
        -- the official body that keeps the list and is the client of a park's retainer
        kept_by uuid NOT NULL,
        kept_by_name text NOT NULL,
        enterprise_count integer NOT NULL DEFAULT 0,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT park_name UNIQUE (region_code, name)
      );
      CREATE INDEX park_region ON park (region_code text_pattern_ops, name, id);
      CREATE INDEX park_words ON park USING gin (bigrams(name));

      CREATE TABLE park_enterprise (
        park_id uuid NOT NULL CONSTRAINT park_enterprise_park REFERENCES park (id),
        enterprise_id uuid NOT NULL,
        enterprise_name text NOT NULL,
        region_code text NOT NULL,
        CONSTRAINT park_enterprise_pkey PRIMARY KEY (park_id, enterprise_id)
      );

      CREATE TABLE retainer (
        id uuid CONSTRAINT retainer_pkey PRIMARY KEY DEFAULT uuidv7(),
        number text NOT NULL CONSTRAINT retainer_number UNIQUE,
        kind text NOT NULL CONSTRAINT retainer_kind CHECK (kind IN ('enterprise', 'park')),
        client_id uuid NOT NULL,
        client_name text NOT NULL,
        park_id uuid CONSTRAINT retainer_park REFERENCES park (id),
        firm_id uuid NOT NULL,
        firm_name text NOT NULL,
        region_code text NOT NULL,
        contract_id uuid CONSTRAINT retainer_contract REFERENCES contract (id),
        scope text NOT NULL,
        -- to each enterprise that is cared for
        visits_per_month integer NOT NULL CONSTRAINT retainer_visits CHECK (visits_per_month BETWEEN 1 AND 10),
        report_day integer NOT NULL CONSTRAINT retainer_report_day CHECK (report_day BETWEEN 1 AND 28),
        notice_days integer NOT NULL CONSTRAINT retainer_notice CHECK (notice_days BETWEEN 7 AND 180),
        starts_on date NOT NULL,
        ends_on date NOT NULL,
        state text NOT NULL CONSTRAINT retainer_state CHECK (state IN ('offered', 'active', 'declined', 'withdrawn', 'ended')),
        state_reason text,
        offered_by_name text NOT NULL,
        accepted_by_name text,
        accepted_at timestamptz,
        -- who wants to end it before the time, how, and on which day
        ending jsonb,
        ended_on date,
        ended_way text CONSTRAINT retainer_ended_way CHECK (ended_way IN ('date', 'agreement', 'notice')),
        search text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        updated_at timestamptz NOT NULL,
        CONSTRAINT retainer_span CHECK (ends_on > starts_on),
        CONSTRAINT retainer_client CHECK ((kind = 'park') = (park_id IS NOT NULL)),
        CONSTRAINT retainer_ended CHECK ((state = 'ended') = (ended_on IS NOT NULL AND ended_way IS NOT NULL))
      );
      -- one firm cares for an enterprise or a park at a time
      ALTER TABLE retainer ADD CONSTRAINT retainer_no_overlap EXCLUDE USING gist (
        word_marks(ARRAY[coalesce(park_id, client_id)::text]) WITH &&, daterange(starts_on, ends_on, '[]') WITH &&
      ) WHERE (state IN ('offered', 'active'));
      CREATE INDEX retainer_firm ON retainer (firm_id, ends_on, id);
      CREATE INDEX retainer_of_client ON retainer (client_id, ends_on, id);
      CREATE INDEX retainer_region ON retainer (region_code text_pattern_ops, id);
      CREATE INDEX retainer_running ON retainer (ends_on) WHERE state IN ('offered', 'active');
      CREATE INDEX retainer_words ON retainer USING gin (bigrams(search));

      CREATE TABLE retainer_member (
        id uuid CONSTRAINT retainer_member_pkey PRIMARY KEY DEFAULT uuidv7(),
        retainer_id uuid NOT NULL CONSTRAINT retainer_member_retainer REFERENCES retainer (id),
        enterprise_id uuid NOT NULL,
        enterprise_name text NOT NULL,
        region_code text NOT NULL,
        state text NOT NULL CONSTRAINT retainer_member_state CHECK (state IN ('invited', 'consented', 'declined', 'left')),
        consented_at timestamptz,
        consented_by_name text,
        left_at timestamptz,
        -- the mandate that was proposed with the consent
        mandate_id uuid,
        CONSTRAINT retainer_member_once UNIQUE (retainer_id, enterprise_id),
        CONSTRAINT retainer_member_consent CHECK (state NOT IN ('consented', 'left') OR consented_at IS NOT NULL)
      );
      CREATE INDEX retainer_member_enterprise ON retainer_member (enterprise_id, retainer_id);

      CREATE TABLE steward_visit (
        id uuid CONSTRAINT steward_visit_pkey PRIMARY KEY DEFAULT uuidv7(),
        retainer_id uuid NOT NULL CONSTRAINT steward_visit_retainer REFERENCES retainer (id),
        enterprise_id uuid NOT NULL,
        enterprise_name text NOT NULL,
        firm_id uuid NOT NULL,
        firm_name text NOT NULL,
        planned_on date NOT NULL,
        visitor_id uuid NOT NULL,
        visitor_name text NOT NULL,
        topics text[] NOT NULL,
        state text NOT NULL CONSTRAINT steward_visit_state CHECK (state IN ('planned', 'held', 'cancelled')),
        -- the items as they stood in the library on the day the visit was planned
        items jsonb NOT NULL,
        answers jsonb,
        summary text,
        client_id uuid,
        held_on date,
        recorded_at timestamptz,
        recorded_by_name text,
        cancelled_reason text,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        CONSTRAINT steward_visit_held CHECK ((state = 'held') = (held_on IS NOT NULL AND answers IS NOT NULL))
      );
      CREATE INDEX steward_visit_firm ON steward_visit (firm_id, planned_on, id);
      CREATE INDEX steward_visit_enterprise ON steward_visit (enterprise_id, planned_on, id);
      CREATE INDEX steward_visit_retainer_day ON steward_visit (retainer_id, planned_on, id);
      CREATE INDEX steward_visit_open ON steward_visit (planned_on) WHERE state = 'planned';
      CREATE INDEX steward_visit_words ON steward_visit USING gin (bigrams(enterprise_name));

      CREATE TABLE steward_photo (
        id uuid CONSTRAINT steward_photo_pkey PRIMARY KEY DEFAULT uuidv7(),
        visit_id uuid NOT NULL CONSTRAINT steward_photo_visit REFERENCES steward_visit (id),
        client_id uuid NOT NULL,
        file_id uuid NOT NULL,
        item_key text,
        sm3 char(64) NOT NULL,
        captured_at timestamptz,
        lng numeric(9, 6),
        lat numeric(9, 6),
        located_by text CONSTRAINT steward_photo_located CHECK (located_by IN ('exif', 'browser')),
        taken_by_name text NOT NULL,
        received_at timestamptz NOT NULL,
        CONSTRAINT steward_photo_once UNIQUE (visit_id, client_id)
      );

      CREATE TABLE steward_finding (
        id uuid CONSTRAINT steward_finding_pkey PRIMARY KEY DEFAULT uuidv7(),
        retainer_id uuid NOT NULL CONSTRAINT steward_finding_retainer REFERENCES retainer (id),
        visit_id uuid NOT NULL CONSTRAINT steward_finding_visit REFERENCES steward_visit (id),
        enterprise_id uuid NOT NULL,
        enterprise_name text NOT NULL,
        firm_id uuid NOT NULL,
        firm_name text NOT NULL,
        item_key text NOT NULL,
        topic text NOT NULL,
        item_text text NOT NULL,
        legal_basis text NOT NULL,
        severity text NOT NULL CONSTRAINT steward_finding_severity CHECK (severity IN ('minor', 'major', 'serious')),
        place text NOT NULL,
        description text NOT NULL,
        advice text NOT NULL,
        found_on date NOT NULL,
        due_on date NOT NULL CONSTRAINT steward_finding_due CHECK (due_on >= found_on),
        state text NOT NULL CONSTRAINT steward_finding_state CHECK (state IN ('open', 'answered', 'closed')),
        reopened integer NOT NULL DEFAULT 0,
        closed_on date,
        search text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT steward_finding_once UNIQUE (visit_id, item_key),
        CONSTRAINT steward_finding_closed CHECK ((state = 'closed') = (closed_on IS NOT NULL))
      );
      CREATE INDEX steward_finding_firm ON steward_finding (firm_id, due_on, id);
      CREATE INDEX steward_finding_enterprise ON steward_finding (enterprise_id, due_on, id);
      CREATE INDEX steward_finding_of ON steward_finding (retainer_id, enterprise_id, found_on);
      CREATE INDEX steward_finding_open ON steward_finding (due_on) WHERE state <> 'closed';
      CREATE INDEX steward_finding_words ON steward_finding USING gin (bigrams(search));

      CREATE TABLE steward_finding_step (
        id uuid CONSTRAINT steward_finding_step_pkey PRIMARY KEY DEFAULT uuidv7(),
        finding_id uuid NOT NULL CONSTRAINT steward_finding_step_finding REFERENCES steward_finding (id),
        kind text NOT NULL CONSTRAINT steward_finding_step_kind CHECK (kind IN ('raise', 'answer', 'close', 'reopen')),
        text text NOT NULL,
        file_ids uuid[] NOT NULL,
        by_name text NOT NULL,
        at timestamptz NOT NULL
      );
      CREATE INDEX steward_finding_step_of ON steward_finding_step (finding_id, at, id);

      CREATE TABLE steward_report (
        id uuid CONSTRAINT steward_report_pkey PRIMARY KEY DEFAULT uuidv7(),
        retainer_id uuid NOT NULL CONSTRAINT steward_report_retainer REFERENCES retainer (id),
        enterprise_id uuid NOT NULL,
        enterprise_name text NOT NULL,
        firm_id uuid NOT NULL,
        firm_name text NOT NULL,
        month text NOT NULL CONSTRAINT steward_report_month CHECK (month ~ '^\\d{4}-(0[1-9]|1[0-2])$'),
        revision integer NOT NULL,
        due_on date NOT NULL,
        state text NOT NULL CONSTRAINT steward_report_state CHECK (state IN ('draft', 'signed', 'acknowledged', 'superseded')),
        facts jsonb NOT NULL,
        remark text NOT NULL,
        revision_reason text,
        file_id uuid,
        drafted_at timestamptz NOT NULL,
        signed_on date,
        signed_at timestamptz,
        signed_by_name text,
        acknowledged_at timestamptz,
        acknowledged_by_name text,
        search text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        CONSTRAINT steward_report_once UNIQUE (retainer_id, enterprise_id, month, revision),
        CONSTRAINT steward_report_signed CHECK ((state = 'draft') = (signed_on IS NULL))
      );
      -- one version is in work at a time
      CREATE UNIQUE INDEX steward_report_one_draft ON steward_report (retainer_id, enterprise_id, month) WHERE state = 'draft';
      CREATE INDEX steward_report_firm ON steward_report (firm_id, month DESC, id DESC);
      CREATE INDEX steward_report_enterprise ON steward_report (enterprise_id, month DESC, id DESC);
      CREATE INDEX steward_report_open ON steward_report (due_on) WHERE state IN ('draft', 'signed');
      CREATE INDEX steward_report_words ON steward_report USING gin (bigrams(search));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
