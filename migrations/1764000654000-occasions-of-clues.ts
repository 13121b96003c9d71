import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A rectification may be handed over or re-checked again after its case came to nothing: each occasion is a source of its own. An entry of the positive list keeps what came to
 * light while it waited. Records that wait for signatures know the day they were closed with. Records taken over as evidence get the file that was drawn later. Where something came from is looked up by index.
 */
export class OccasionsOfClues1764000654000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE penalty ADD COLUMN source_occasion text NOT NULL DEFAULT '';
      DROP INDEX penalty_source;
      CREATE UNIQUE INDEX penalty_source ON penalty (source_type, source_id, finding_id, source_occasion) NULLS NOT DISTINCT WHERE source_id IS NOT NULL;
      CREATE INDEX penalty_source_id ON penalty (source_id) WHERE source_id IS NOT NULL;
      CREATE INDEX rectification_source_id ON rectification (source_id) WHERE source_id IS NOT NULL;
      ALTER TABLE positive_entry ADD COLUMN violation text;
      UPDATE inspection SET held_days = jsonb_build_array(jsonb_build_object('on', held_on, 'reason', NULL, 'byName', '', 'at', frozen_at)) WHERE state = 'signing' AND held_days = '[]' AND held_on IS NOT NULL;
      UPDATE penalty_evidence e SET file_id = f.id, file_hash = f.hash FROM penalty p, inspection v, stored_file f
       WHERE p.id = e.penalty_id AND v.id = p.inspection_id AND f.id = v.paper_file_id AND e.kind = 'record' AND e.file_id IS NULL AND e.withdrawn_at IS NULL AND e.title = '现场检查（勘察）笔录 ' || v.number`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
