import { MigrationInterface, QueryRunner } from 'typeorm';

/** A request for 补领 or 注销 whose refusal was put forward stood in a state of its own for a while, which no step leaves any more: it waits again, with the refusal that is proposed. */
export class RequestsNotInSettling1764000722000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`UPDATE case_record SET state = 'submitted' WHERE kind = 'permit-request' AND state = 'settling'`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
