import { MigrationInterface, QueryRunner } from 'typeorm';

/** What follows from an upheld objection: scores corrected, a new evaluation, the next candidate, a new tender. Each round of an evaluation stays to be read. */
export class Remedies1764000410000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE evaluation ADD COLUMN round integer NOT NULL DEFAULT 1;
      -- criteria that are scored again by the same panel; empty in any other round
      ALTER TABLE evaluation ADD COLUMN rescoring text[] NOT NULL DEFAULT '{}';

      ALTER TABLE evaluation_objection ADD COLUMN round integer NOT NULL DEFAULT 1;
      -- empty for what was upheld before this was asked
      ALTER TABLE evaluation_objection ADD COLUMN remedy text CONSTRAINT evaluation_objection_remedy CHECK (remedy IN ('correct', 'reevaluate', 'next', 'retender'));
      ALTER TABLE evaluation_objection ADD COLUMN criterion_ids text[] NOT NULL DEFAULT '{}';
      ALTER TABLE evaluation_objection ADD CONSTRAINT evaluation_objection_remedied CHECK (remedy IS NULL OR upheld);
      ALTER TABLE evaluation_objection ADD CONSTRAINT evaluation_objection_corrected CHECK ((remedy IS NOT DISTINCT FROM 'correct') = (criterion_ids <> '{}'));

      CREATE TABLE evaluation_round (
        task_id uuid NOT NULL CONSTRAINT evaluation_round_task REFERENCES evaluation (task_id),
        round integer NOT NULL,
        result jsonb NOT NULL,
        result_signature text NOT NULL,
        review jsonb,
        review_signature text,
        report_file_id uuid,
        publicity_from timestamptz,
        excluded uuid[] NOT NULL,
        remedy text NOT NULL CONSTRAINT evaluation_round_remedy CHECK (remedy IN ('correct', 'reevaluate', 'next', 'retender')),
        objection_ids uuid[] NOT NULL,
        ended_at timestamptz NOT NULL,
        CONSTRAINT evaluation_round_pkey PRIMARY KEY (task_id, round)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
