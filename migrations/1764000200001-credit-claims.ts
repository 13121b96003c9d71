import { MigrationInterface, QueryRunner } from 'typeorm';

/** A known enterprise becomes the verified one that claims it: rows of the ledger change hands, and nothing else of them. */
export class CreditClaims1764000200001 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      CREATE OR REPLACE FUNCTION credit_append_only() RETURNS trigger LANGUAGE plpgsql AS $$
      BEGIN
        IF TG_OP = 'UPDATE' AND to_jsonb(NEW) - 'subject_id' = to_jsonb(OLD) - 'subject_id' THEN
          RETURN NEW;
        END IF;
        RAISE EXCEPTION 'the ledger of credit is append-only' USING ERRCODE = 'restrict_violation';
      END $$;
      CREATE INDEX credit_standing_of_grade ON credit_standing (scheme_key, grade, subject_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
