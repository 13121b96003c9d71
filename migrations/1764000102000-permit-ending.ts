import { MigrationInterface, QueryRunner } from 'typeorm';

/** 撤销, 吊销, 撤回 as cases; 补领 and 注销 as requests, one of a permit at a time. */
export class PermitEnding1764000102000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE permit_measure (
        id uuid PRIMARY KEY,
        permit_id uuid NOT NULL REFERENCES permit (id),
        enterprise_id uuid NOT NULL,
        site_id uuid NOT NULL,
        region_code text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('revoke', 'forfeit', 'withdraw')),
        ground text NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE INDEX permit_measure_permit ON permit_measure (permit_id, id DESC);
      CREATE TABLE permit_request (
        id uuid PRIMARY KEY,
        permit_id uuid NOT NULL REFERENCES permit (id),
        enterprise_id uuid NOT NULL,
        site_id uuid NOT NULL,
        region_code text NOT NULL,
        kind text NOT NULL CHECK (kind IN ('reissue', 'cancel')),
        reason text NOT NULL,
        occurred_on date NOT NULL,
        open boolean NOT NULL,
        created_at timestamptz NOT NULL
      );
      CREATE UNIQUE INDEX permit_request_one_open ON permit_request (permit_id) WHERE open;
      CREATE INDEX permit_request_permit ON permit_request (permit_id, id DESC);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
