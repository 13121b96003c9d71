import { MigrationInterface, QueryRunner } from 'typeorm';

/** Bids are opened by several holders together; tasks published before keep the former manner. */
export class OpeningThreshold1764000197001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE witness_key ADD COLUMN role text NOT NULL DEFAULT 'witness' CONSTRAINT witness_key_role CHECK (role IN ('witness', 'recovery'));
      ALTER TABLE witness_key ALTER COLUMN role DROP DEFAULT;
      DROP INDEX witness_key_one_active;
      CREATE UNIQUE INDEX witness_key_one_active ON witness_key (role) WHERE active;

      ALTER TABLE service_task
        ADD COLUMN recovery_key_id uuid CONSTRAINT service_task_recovery_key REFERENCES witness_key (id),
        ADD COLUMN opening_needed integer CONSTRAINT service_task_opening_needed CHECK (opening_needed IN (2, 3)),
        ADD CONSTRAINT service_task_opening_holders CHECK ((opening_needed IS NULL) = (recovery_key_id IS NULL)),
        DROP CONSTRAINT service_task_opened_by_check,
        ADD CONSTRAINT service_task_opened_by CHECK (opened_by IN ('owner', 'witness', 'threshold'));

      CREATE TABLE opening_share (
        task_id uuid NOT NULL CONSTRAINT opening_share_task REFERENCES service_task (id),
        sealed_round integer NOT NULL CONSTRAINT opening_share_round CHECK (sealed_round IN (1, 2)),
        holder text NOT NULL CONSTRAINT opening_share_holder CHECK (holder IN ('owner', 'witness', 'recovery')),
        given_by uuid NOT NULL,
        given_by_name text NOT NULL,
        given_at timestamptz NOT NULL,
        lacking uuid[] NOT NULL,
        -- encrypted with the field key; null once the bids are open
        shares_cipher text,
        CONSTRAINT opening_share_pkey PRIMARY KEY (task_id, sealed_round, holder)
      );

      CREATE TABLE opening_loss (
        task_id uuid NOT NULL CONSTRAINT opening_loss_task REFERENCES service_task (id),
        holder text NOT NULL CONSTRAINT opening_loss_holder CHECK (holder IN ('owner', 'witness', 'recovery')),
        reason text NOT NULL,
        declared_by uuid NOT NULL,
        declared_by_name text NOT NULL,
        declared_at timestamptz NOT NULL,
        CONSTRAINT opening_loss_pkey PRIMARY KEY (task_id, holder)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
