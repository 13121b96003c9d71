import { MigrationInterface, QueryRunner } from 'typeorm';

/** 现场踏勘: dates, registrations and minutes. */
export class SiteVisits1764000197000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE task_site_visit (
        id uuid CONSTRAINT task_site_visit_pkey PRIMARY KEY DEFAULT uuidv7(),
        task_id uuid NOT NULL CONSTRAINT task_site_visit_task REFERENCES service_task (id),
        starts_at timestamptz NOT NULL,
        place text NOT NULL,
        contact_name text NOT NULL,
        contact_phone text NOT NULL,
        register_until timestamptz NOT NULL,
        note text NOT NULL,
        minutes text,
        minutes_at timestamptz,
        cancelled_at timestamptz,
        cancel_reason text,
        created_at timestamptz NOT NULL,
        CONSTRAINT task_site_visit_registration CHECK (register_until <= starts_at),
        CONSTRAINT task_site_visit_minutes CHECK ((minutes IS NULL) = (minutes_at IS NULL)),
        CONSTRAINT task_site_visit_cancelled CHECK ((cancelled_at IS NULL) = (cancel_reason IS NULL))
      );
      CREATE INDEX task_site_visit_task_at ON task_site_visit (task_id, starts_at, id);

      CREATE TABLE task_site_visitor (
        id uuid CONSTRAINT task_site_visitor_pkey PRIMARY KEY DEFAULT uuidv7(),
        visit_id uuid NOT NULL CONSTRAINT task_site_visitor_visit REFERENCES task_site_visit (id) ON DELETE CASCADE,
        firm_id uuid NOT NULL,
        firm_name text NOT NULL,
        people text[] NOT NULL,
        registered_by uuid NOT NULL,
        registered_at timestamptz NOT NULL,
        CONSTRAINT task_site_visitor_once UNIQUE (visit_id, firm_id)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
