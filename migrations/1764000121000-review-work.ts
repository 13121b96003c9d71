import { MigrationInterface, QueryRunner } from 'typeorm';

/** The bureau's work on an application: parts of several reviewers, 会签, 现场核查; and what a supervisor has to answer. */
export class ReviewWork1764000121000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(PARTS);
    await db.query(SITE_CHECKS);
    await db.query(SUPERVISION);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

const PARTS = `
  CREATE TABLE review_part (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    application_id uuid NOT NULL REFERENCES permit_application (id),
    specialty text NOT NULL CHECK (specialty IN ('air', 'water', 'solid-noise', 'monitoring', 'other')),
    officer_id uuid NOT NULL,
    officer_name text NOT NULL,
    assigned_by_name text NOT NULL,
    assigned_at timestamptz NOT NULL,
    due_on date,
    verdict text CHECK (verdict IN ('agree', 'object')),
    summary text,
    done_at timestamptz,
    -- every hand-over: {from, to, reason, by, at}
    history jsonb NOT NULL DEFAULT '[]',
    UNIQUE (application_id, specialty),
    CHECK ((done_at IS NULL) = (verdict IS NULL)),
    CHECK ((done_at IS NULL) = (summary IS NULL))
  );
  CREATE INDEX review_part_open ON review_part (officer_id, due_on) WHERE done_at IS NULL;

  CREATE TABLE countersign (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    application_id uuid NOT NULL REFERENCES permit_application (id),
    officer_id uuid NOT NULL,
    officer_name text NOT NULL,
    department text,
    question text NOT NULL CHECK (question <> ''),
    asked_by_name text NOT NULL,
    asked_at timestamptz NOT NULL,
    verdict text CHECK (verdict IN ('agree', 'object')),
    answer text,
    answered_at timestamptz,
    CHECK ((answered_at IS NULL) = (verdict IS NULL)),
    CHECK ((answered_at IS NULL) = (answer IS NULL))
  );
  CREATE UNIQUE INDEX countersign_once_open ON countersign (application_id, officer_id) WHERE answered_at IS NULL;
  CREATE INDEX countersign_application ON countersign (application_id, id);
`;

const SITE_CHECKS = `
  CREATE TABLE site_check (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    application_id uuid NOT NULL REFERENCES permit_application (id),
    state text NOT NULL CHECK (state IN ('ordered', 'reported', 'cancelled')),
    reason text NOT NULL CHECK (reason <> ''),
    planned_on date NOT NULL,
    -- {userId, name, certificateNo}, two at least (行政处罚法 art. 42, 条例 art. 25)
    officers jsonb NOT NULL CHECK (jsonb_array_length(officers) >= 2),
    items jsonb NOT NULL,
    ordered_by_name text NOT NULL,
    ordered_at timestamptz NOT NULL,
    -- given by the device when the report was written, so that a report sent twice is one report
    client_id uuid UNIQUE,
    report jsonb,
    reported_at timestamptz,
    reported_by_name text,
    report_file_id uuid,
    CHECK ((state = 'reported') = (report IS NOT NULL)),
    CHECK ((report IS NULL) = (client_id IS NULL))
  );
  CREATE UNIQUE INDEX site_check_one_open ON site_check (application_id) WHERE state = 'ordered';
  CREATE INDEX site_check_application ON site_check (application_id, id);

  CREATE TABLE site_check_photo (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    check_id uuid NOT NULL REFERENCES site_check (id),
    client_id uuid NOT NULL UNIQUE,
    file_id uuid NOT NULL,
    item_key text,
    sm3 char(64) NOT NULL,
    captured_at timestamptz,
    lng numeric(10, 6),
    lat numeric(9, 6),
    accuracy_m numeric(8, 1),
    -- where the place comes from: the photo itself, or the browser when it was taken
    located_by text CHECK (located_by IN ('exif', 'browser')),
    distance_m integer,
    taken_by_name text NOT NULL,
    received_at timestamptz NOT NULL,
    CHECK ((lng IS NULL) = (lat IS NULL)),
    CHECK ((lng IS NULL) = (located_by IS NULL))
  );
  CREATE INDEX site_check_photo_check ON site_check_photo (check_id, id);
`;

const SUPERVISION = `
  -- 督办: a clock that is nearly over or overdue; a supervisor has to say what is done about it
  CREATE TABLE supervision (
    id uuid PRIMARY KEY DEFAULT uuidv7(),
    case_id uuid NOT NULL REFERENCES case_record (id),
    clock text NOT NULL,
    run integer NOT NULL,
    level text NOT NULL CHECK (level IN ('due-soon', 'overdue')),
    due_on date,
    raised_at timestamptz NOT NULL,
    answer text,
    answered_by uuid,
    answered_by_name text,
    answered_at timestamptz,
    UNIQUE (case_id, clock, run, level),
    CHECK ((answer IS NULL) = (answered_at IS NULL))
  );
  CREATE INDEX supervision_open ON supervision (raised_at, id) WHERE answered_at IS NULL;
`;
