import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * The seed of a draw is chosen by nobody: it rests on the moment of the announcement, the head of the audit chain then, a secret of the platform and a public
 * value of a later day that was named beforehand. A visit that was drawn is cancelled by two persons.
 */
export class DrawsNobodyChooses1764000452000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE inspection_draw ADD COLUMN origin jsonb, ADD COLUMN public_value text, ADD COLUMN secret char(64),
        ADD CONSTRAINT inspection_draw_public_value CHECK (origin IS NULL OR ((state = 'drawn') = (public_value IS NOT NULL) AND (state = 'drawn') = (secret IS NOT NULL)));
      ALTER TABLE inspection ADD COLUMN cancel_asked jsonb, ADD COLUMN cancelled_by uuid, ADD COLUMN cancelled_by_name text,
        ADD CONSTRAINT inspection_cancelled_by_two CHECK (cancel_asked IS NULL OR cancelled_by IS NULL OR (cancel_asked ->> 'byUserId')::uuid <> cancelled_by);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
