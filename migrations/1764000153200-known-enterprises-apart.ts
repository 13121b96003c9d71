import { MigrationInterface, QueryRunner } from 'typeorm';

/** A known enterprise stands beside a registration with its code until the bureau has verified that one. */
export class KnownEnterprisesApart1764000153200 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      DROP INDEX organisation_uscc;
      CREATE UNIQUE INDEX organisation_uscc ON organisation (uscc, kind) WHERE status NOT IN ('rejected', 'known');
      CREATE UNIQUE INDEX organisation_known_once ON organisation (uscc) WHERE status = 'known';
      DROP INDEX organisation_claimable;
      CREATE INDEX permit_measure_enterprise ON permit_measure (enterprise_id);
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
