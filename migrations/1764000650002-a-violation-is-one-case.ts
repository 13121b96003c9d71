import { MigrationInterface, QueryRunner } from 'typeorm';

/** A penalty case knows the visit and the finding it is about, and an item of a rectification the finding it came from: a violation is one case, whichever way it comes. */
export class AViolationIsOneCase1764000650002 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE penalty ADD COLUMN inspection_id uuid, ADD COLUMN finding_id uuid;
      UPDATE penalty SET inspection_id = source_id WHERE source_type = 'inspection';
      UPDATE penalty p SET inspection_id = r.source_id FROM rectification r WHERE p.source_type = 'rectification' AND r.id = p.source_id AND r.source = 'inspection';
      ALTER TABLE penalty DROP CONSTRAINT penalty_source;
      CREATE UNIQUE INDEX penalty_source ON penalty (source_type, source_id, finding_id) NULLS NOT DISTINCT WHERE source_id IS NOT NULL;
      CREATE INDEX penalty_finding ON penalty (finding_id) WHERE finding_id IS NOT NULL;
      CREATE INDEX penalty_inspection ON penalty (inspection_id) WHERE inspection_id IS NOT NULL;
      ALTER TABLE rectification_item ADD COLUMN finding_id uuid;
      UPDATE rectification_item i SET finding_id = f.id FROM rectification r, inspection_finding f
       WHERE r.id = i.rectification_id AND r.source = 'inspection' AND f.inspection_id = r.source_id AND f.title = i.title AND f.description = i.description AND f.conduct_on = i.conduct_on`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
