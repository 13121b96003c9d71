import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * A case knows the complaint behind it, whichever answer, round or visit brought it, and the findings of visits that went onto it: a later visit finds the case of a round, and the
 * pages of complaint, visit and rectification find each other's cases.
 */
export class CasesKnowTheirComplaint1764000690000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      ALTER TABLE penalty ADD COLUMN complaint_id uuid;
      UPDATE penalty SET complaint_id = source_id WHERE source_type = 'complaint';
      UPDATE penalty p SET complaint_id = r.complaint_id FROM complaint_round r WHERE p.source_type = 'complaint-round' AND r.id = p.source_id;
      UPDATE penalty p SET complaint_id = v.complaint_id FROM inspection v WHERE v.id = p.inspection_id AND p.complaint_id IS NULL AND v.complaint_id IS NOT NULL;
      CREATE INDEX penalty_complaint ON penalty (complaint_id) WHERE complaint_id IS NOT NULL;
      ALTER TABLE rectification ADD COLUMN complaint_id uuid;
      UPDATE rectification SET complaint_id = source_id WHERE source = 'complaint';
      UPDATE rectification x SET complaint_id = r.complaint_id FROM complaint_round r WHERE x.source = 'complaint' AND r.id = x.source_id;
      UPDATE rectification x SET complaint_id = v.complaint_id FROM inspection v WHERE x.source = 'inspection' AND v.id = x.source_id AND v.complaint_id IS NOT NULL;
      CREATE INDEX rectification_complaint ON rectification (complaint_id) WHERE complaint_id IS NOT NULL;
      UPDATE penalty p SET complaint_id = x.complaint_id FROM rectification x WHERE p.source_type = 'rectification' AND x.id = p.source_id AND p.complaint_id IS NULL AND x.complaint_id IS NOT NULL;
      CREATE TABLE penalty_joined_finding (
        penalty_id uuid NOT NULL REFERENCES penalty (id),
        finding_id uuid NOT NULL,
        inspection_id uuid NOT NULL,
        violation text,
        joined_at timestamptz NOT NULL,
        PRIMARY KEY (penalty_id, finding_id)
      );
      CREATE INDEX penalty_joined_finding_of ON penalty_joined_finding (finding_id);
      CREATE INDEX penalty_joined_finding_visit ON penalty_joined_finding (inspection_id);
      CREATE INDEX rectification_item_finding ON rectification_item (finding_id) WHERE finding_id IS NOT NULL;
      INSERT INTO penalty_joined_finding (penalty_id, finding_id, inspection_id, joined_at)
        SELECT p.id, (e.details ->> 'findingId')::uuid, (e.details ->> 'inspectionId')::uuid, min(e.at) FROM case_event e JOIN penalty p ON p.id = e.case_id
         WHERE e.action = 'penalty.finding' AND e.details ->> 'findingId' IS NOT NULL AND e.details ->> 'inspectionId' IS NOT NULL GROUP BY 1, 2, 3 ON CONFLICT DO NOTHING`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
