import { MigrationInterface, QueryRunner } from 'typeorm';

/** Duties of permit holders as rows, tasks of enforcement, 停产, calendar links. */
export class Duties1764000125000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      -- how far a permit's duties are planned; nothing due before "since" was ever added
      CREATE TABLE duty_plan (
        permit_id uuid PRIMARY KEY,
        since date NOT NULL,
        planned_until date NOT NULL,
        planned_at timestamptz NOT NULL
      );
      CREATE INDEX duty_plan_until ON duty_plan (planned_until, permit_id);

      CREATE TABLE obligation (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        permit_id uuid NOT NULL,
        -- kind and period: the same facts give the same key, so nothing is planned twice
        key text NOT NULL,
        enterprise_id uuid NOT NULL,
        enterprise_name text NOT NULL,
        site_id uuid NOT NULL,
        site_name text NOT NULL,
        region_code text NOT NULL,
        permit_number text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('report-annual', 'report-quarterly', 'report-monthly', 'monitoring', 'disclosure', 'condition', 'renewal', 'retention')),
        rhythm text NOT NULL,
        period_from date NOT NULL,
        period_to date NOT NULL,
        due_on date NOT NULL,
        title_zh text NOT NULL,
        title_en text NOT NULL,
        content_zh text NOT NULL,
        content_en text NOT NULL,
        legal_basis text NOT NULL,
        verified boolean NOT NULL,
        provisional boolean NOT NULL,
        is_day_off boolean NOT NULL,
        status text NOT NULL CHECK (status IN ('upcoming', 'due', 'done', 'overdue', 'excused')),
        excused_by text CHECK (excused_by IN ('rule', 'officer')),
        excuse_zh text,
        excuse_en text,
        done_at timestamptz,
        done_by uuid,
        done_by_name text,
        done_note text,
        late_days integer,
        -- the nearest reminder already sent, in days before
        reminded_days integer,
        search text NOT NULL,
        version integer NOT NULL DEFAULT 1,
        created_at timestamptz NOT NULL,
        UNIQUE (permit_id, key),
        CHECK (period_from <= period_to),
        CHECK ((status = 'excused') = (excused_by IS NOT NULL)),
        CHECK ((status = 'done') = (done_at IS NOT NULL))
      );
      CREATE INDEX obligation_enterprise ON obligation (enterprise_id, due_on, id);
      CREATE INDEX obligation_due ON obligation (due_on, id);
      CREATE INDEX obligation_status ON obligation (status, due_on, id);
      CREATE INDEX obligation_open ON obligation (due_on, id) WHERE status IN ('upcoming', 'due');
      CREATE INDEX obligation_words ON obligation USING gin (bigrams(search));

      CREATE TABLE duty_enforcement (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        obligation_id uuid NOT NULL UNIQUE REFERENCES obligation (id),
        region_code text NOT NULL,
        opened_on date NOT NULL,
        state text NOT NULL CHECK (state IN ('open', 'closed')),
        outcome text CHECK (outcome IN ('performed', 'ordered', 'case-opened', 'excused')),
        note text,
        closed_at timestamptz,
        closed_by uuid,
        closed_by_name text,
        version integer NOT NULL DEFAULT 1,
        CHECK ((state = 'closed') = (outcome IS NOT NULL AND closed_at IS NOT NULL AND note IS NOT NULL))
      );
      CREATE INDEX duty_enforcement_list ON duty_enforcement (state, id DESC);

      CREATE TABLE stoppage (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        permit_id uuid NOT NULL,
        enterprise_id uuid NOT NULL,
        site_id uuid NOT NULL,
        region_code text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('planned', 'unplanned')),
        scope text NOT NULL,
        from_on date NOT NULL,
        -- last day; null until it is known
        to_on date,
        reason text NOT NULL,
        evidence_file_id uuid,
        reported_at timestamptz NOT NULL,
        reported_by uuid NOT NULL,
        reported_by_name text NOT NULL,
        resumed_at timestamptz,
        resume_note text,
        state text NOT NULL CHECK (state IN ('reported', 'resumed', 'withdrawn')),
        version integer NOT NULL DEFAULT 1,
        CHECK (to_on IS NULL OR from_on <= to_on),
        CONSTRAINT stoppage_overlap EXCLUDE USING gist (word_marks(ARRAY[permit_id::text]) WITH &&, daterange(from_on, to_on, '[]') WITH &&) WHERE (state <> 'withdrawn')
      );
      CREATE INDEX stoppage_permit ON stoppage (permit_id, from_on DESC, id DESC);
      CREATE INDEX stoppage_enterprise ON stoppage (enterprise_id, id DESC);

      -- a link a calendar program reads; only the hash of its secret is kept
      CREATE TABLE duty_feed (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        org_id uuid NOT NULL,
        name text NOT NULL,
        secret_hash text NOT NULL UNIQUE,
        created_at timestamptz NOT NULL,
        created_by uuid NOT NULL,
        created_by_name text NOT NULL,
        last_read_at timestamptz,
        revoked_at timestamptz
      );
      CREATE INDEX duty_feed_org ON duty_feed (org_id, id DESC);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
