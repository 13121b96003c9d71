import { MigrationInterface, QueryRunner } from 'typeorm';

/** The inbox and what people want to be told by mail. */
export class Notifications1764000003000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE TABLE notification (
        id uuid PRIMARY KEY DEFAULT uuidv7(),
        user_id uuid NOT NULL,
        org_id uuid,
        topic text NOT NULL,
        key text NOT NULL,
        subject_type text,
        subject_id text,
        title_zh text NOT NULL,
        title_en text NOT NULL,
        body_zh text NOT NULL,
        body_en text NOT NULL,
        link text,
        created_at timestamptz NOT NULL,
        read_at timestamptz,
        -- the same step tells the same person once
        UNIQUE (user_id, key)
      );
      CREATE INDEX notification_inbox ON notification (user_id, id DESC);
      CREATE INDEX notification_unread ON notification (user_id) WHERE read_at IS NULL;
      CREATE TABLE notification_preference (
        user_id uuid NOT NULL,
        topic text NOT NULL,
        mail boolean NOT NULL,
        PRIMARY KEY (user_id, topic)
      );
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
