import { MigrationInterface, QueryRunner } from 'typeorm';

/** Bids are held against the conditions fixed at the publication before they are scored; who is put aside, by whom and why stays with the bid and the evaluation. */
export class Responsiveness1764000400000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE bid ADD COLUMN rejected_at timestamptz;
      ALTER TABLE bid ADD COLUMN rejection jsonb;
      ALTER TABLE bid ADD CONSTRAINT bid_rejection CHECK ((rejected_at IS NULL) = (rejection IS NULL));

      ALTER TABLE evaluation_plan ADD COLUMN substantial text[] NOT NULL DEFAULT '{}';
      ALTER TABLE evaluation_plan ADD COLUMN validity_days integer CONSTRAINT evaluation_plan_validity CHECK (validity_days > 0);
      ALTER TABLE evaluation_plan ADD COLUMN ceiling_yuan numeric(14, 2) CONSTRAINT evaluation_plan_ceiling CHECK (ceiling_yuan > 0);
      -- written at the publication; empty for a draft and for what was published before
      ALTER TABLE evaluation_plan ADD COLUMN conditions jsonb;

      ALTER TABLE evaluation DROP CONSTRAINT evaluation_state;
      ALTER TABLE evaluation ADD CONSTRAINT evaluation_state CHECK (state IN ('forming', 'checking', 'competition', 'scoring', 'revealed', 'publicity', 'awarded', 'ended'));
      ALTER TABLE evaluation ADD COLUMN reviewed_at timestamptz;
      ALTER TABLE evaluation ADD COLUMN review jsonb;
      ALTER TABLE evaluation ADD COLUMN review_signature text;
      ALTER TABLE evaluation ADD CONSTRAINT evaluation_review_sealed CHECK ((reviewed_at IS NULL) = (review IS NULL));

      -- encrypted until all findings are in
      ALTER TABLE evaluation_seat ADD COLUMN review_cipher text;
      ALTER TABLE evaluation_seat ADD COLUMN review_saved_at timestamptz;
      ALTER TABLE evaluation_seat ADD COLUMN reviewed_at timestamptz;
      ALTER TABLE evaluation_seat ADD COLUMN competition_cipher text;
      ALTER TABLE evaluation_seat ADD COLUMN competition_at timestamptz;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
