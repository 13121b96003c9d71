import { MigrationInterface, QueryRunner } from 'typeorm';

/** What was put forward without a word and dropped again was shown to the holder as dropped: it is the bureau's own, like the stretch before a service. */
export class MeasuresDroppedUntold1764000681000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      UPDATE case_record c SET state = 'dropped-untold'
       WHERE c.kind = 'permit-measure' AND c.state = 'dropped'
         AND EXISTS (SELECT 1 FROM case_event e WHERE e.case_id = c.id AND e.action = 'put-forward')
    `);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
