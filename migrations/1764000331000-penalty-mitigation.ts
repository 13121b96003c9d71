import { MigrationInterface, QueryRunner } from 'typeorm';

/** 减轻处罚: a decision below the least of the law keeps on which circumstance and why. */
export class PenaltyMitigation1764000331000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE penalty_decision ADD COLUMN mitigation jsonb,
        ADD CONSTRAINT penalty_decision_mitigation CHECK (mitigation IS NULL OR (kind = 'penalty' AND mitigation ->> 'reason' <> ''));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
