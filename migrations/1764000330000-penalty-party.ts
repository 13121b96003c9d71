import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A case of penalty names its party. Until now it named the platform, so that no list showed it to the party before its time;
 * now its kind is hidden from the party (行政处罚: what is served is read through its own room).
 */
export class PenaltyParty1764000330000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      UPDATE case_record c SET party_org_id = p.party_org_id
        FROM penalty p WHERE p.id = c.id AND p.party_org_id IS NOT NULL AND c.party_org_id <> p.party_org_id;
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
