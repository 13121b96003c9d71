import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A decision against a party: its periods run from the service of the 事先告知书, and the hearing has its procedure.
 *
 * What was proposed before keeps the last day it was told (`statement_until`) and has no number of days: it stays decidable after that day
 * as it was, in the state it is in, and its notice needs no service first. Where its notice promised a hearing and the party has not spoken
 * yet, the party may ask for one to that same last day, so nobody waits longer than before; where it has spoken, nothing changes.
 */
export class AdverseToldByService1764000600000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(COLUMNS);
    await db.query(OPEN_ONES);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}

const COLUMNS = `
  ALTER TABLE adverse_decision
    ADD COLUMN statement_days integer CHECK (statement_days BETWEEN 1 AND 90),
    ADD COLUMN told_on date,
    ADD COLUMN told_how text CHECK (told_how IN ('served', 'spoke')),
    ADD COLUMN hearing_law text CHECK (hearing_law IN ('licence', 'penalty')),
    ADD COLUMN hearing_days integer CHECK (hearing_days BETWEEN 1 AND 90),
    ADD COLUMN hearing_until date,
    ADD COLUMN hearing_asked_at timestamptz,
    ADD COLUMN hearing_asked_by_name text,
    ADD COLUMN hearing_withdrawn_at timestamptz,
    ADD COLUMN hearing jsonb,
    ADD CHECK ((told_on IS NULL) = (told_how IS NULL)),
    -- no period before the party was told
    ADD CHECK (statement_days IS NULL OR ((statement_until IS NULL) = (told_on IS NULL))),
    ADD CHECK (hearing_withdrawn_at IS NULL OR hearing_asked_at IS NOT NULL),
    ADD CHECK (hearing IS NULL OR hearing_asked_at IS NOT NULL),
    -- nothing is decided before the party was told and the hearing it asked for is over, whatever the program says
    ADD CHECK (state NOT IN ('decided', 'served') OR statement_days IS NULL OR told_on IS NOT NULL),
    ADD CHECK (state NOT IN ('decided', 'served') OR hearing_asked_at IS NULL OR hearing_withdrawn_at IS NOT NULL OR hearing ->> 'recordedOn' IS NOT NULL);
`;

const OPEN_ONES = `
  UPDATE adverse_decision
     SET hearing_until = statement_until, hearing_law = CASE WHEN measure LIKE '吊销%' THEN 'penalty' ELSE 'licence' END
   WHERE state = 'open' AND hearing_right AND statement_until IS NOT NULL AND stated_at IS NULL;
`;
