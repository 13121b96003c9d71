import { MigrationInterface, QueryRunner } from 'typeorm';

/** How a paper of a case reached its party, with the proof and, where the law asks for it, the consent. Papers served before have none. */
export class ProofOfService1764000451000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE case_notice ADD COLUMN service jsonb,
        ADD CONSTRAINT case_notice_service CHECK (service IS NULL OR (served_at IS NOT NULL AND service ->> 'proofFileId' IS NOT NULL AND (service ->> 'method' <> 'electronic' OR service ->> 'consentFileId' IS NOT NULL)));
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
