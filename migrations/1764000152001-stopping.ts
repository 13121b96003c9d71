import { MigrationInterface, QueryRunner } from 'typeorm';

/** 停产 of single facilities, questions of officers about it, and tasks of enforcement in the order of days overdue. */
export class Stopping1764000152001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE stoppage
        -- null for the whole site, else the codes that stand still
        ADD COLUMN facilities text[],
        ADD COLUMN enterprise_name text NOT NULL DEFAULT '',
        ADD COLUMN site_name text NOT NULL DEFAULT '',
        ADD COLUMN permit_number text NOT NULL DEFAULT '',
        ADD CONSTRAINT stoppage_facilities CHECK (facilities IS NULL OR cardinality(facilities) BETWEEN 1 AND 200);
      UPDATE stoppage s SET enterprise_name = p.enterprise_name, site_name = p.site_name, permit_number = p.number FROM permit p WHERE p.id = s.permit_id;
      ALTER TABLE stoppage ADD COLUMN search text NOT NULL GENERATED ALWAYS AS (enterprise_name || ' ' || site_name || ' ' || permit_number) STORED;
      CREATE INDEX stoppage_words ON stoppage USING gin (bigrams(search));
      CREATE INDEX stoppage_region ON stoppage (id DESC, region_code);

      CREATE FUNCTION stoppage_marks(permit_id uuid, facilities text[]) RETURNS text[] LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
        SELECT CASE WHEN facilities IS NULL THEN ARRAY[permit_id::text] ELSE ARRAY(SELECT permit_id::text || ':' || code FROM unnest(facilities) AS code) END
      $$;
      ALTER TABLE stoppage DROP CONSTRAINT stoppage_overlap;
      -- the site as a whole stands still once at a time, and so does each facility
      ALTER TABLE stoppage ADD CONSTRAINT stoppage_overlap
        EXCLUDE USING gist (word_marks(stoppage_marks(permit_id, facilities)) WITH &&, daterange(from_on, to_on, '[]') WITH &&) WHERE (state <> 'withdrawn');

      CREATE TABLE stoppage_question (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        stoppage_id uuid NOT NULL REFERENCES stoppage (id),
        text text NOT NULL,
        asked_at timestamptz NOT NULL,
        asked_by uuid NOT NULL,
        asked_by_name text NOT NULL,
        answer text,
        answered_at timestamptz,
        answered_by uuid,
        answered_by_name text,
        CONSTRAINT stoppage_question_answer CHECK ((answer IS NULL) = (answered_at IS NULL))
      );
      CREATE INDEX stoppage_question_stoppage ON stoppage_question (stoppage_id, id);

      ALTER TABLE duty_enforcement ADD COLUMN due_on date;
      UPDATE duty_enforcement e SET due_on = o.due_on FROM obligation o WHERE o.id = e.obligation_id;
      ALTER TABLE duty_enforcement ALTER COLUMN due_on SET NOT NULL;
      CREATE INDEX duty_enforcement_days ON duty_enforcement (state, due_on, id);
      CREATE INDEX duty_enforcement_due ON duty_enforcement (due_on, id);
      CREATE INDEX obligation_permit ON obligation (permit_id, due_on, id);
      CREATE INDEX obligation_renewal ON obligation (period_to, id) WHERE kind = 'renewal';
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
