import { MigrationInterface, QueryRunner } from 'typeorm';

/** Papers of 补领 and 注销: they are uploaded to a draft that only the holder sees and stay with the request it becomes. */
export class PermitRequestPapers1764000170100 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE permit_request_draft (
        id uuid NOT NULL,
        permit_id uuid NOT NULL REFERENCES permit (id),
        kind text NOT NULL,
        created_at timestamptz NOT NULL,
        CONSTRAINT permit_request_draft_key PRIMARY KEY (id),
        CONSTRAINT permit_request_draft_once UNIQUE (permit_id, kind),
        CONSTRAINT permit_request_draft_kind CHECK (kind IN ('reissue', 'cancel'))
      );
      ALTER TABLE permit_request ADD COLUMN papers_id uuid;
      CREATE UNIQUE INDEX permit_request_papers ON permit_request (papers_id) WHERE papers_id IS NOT NULL;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
