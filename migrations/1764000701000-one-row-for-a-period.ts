import { MigrationInterface, QueryRunner } from 'typeorm';

/** The days by which a renewal is asked for stood twice: the row of the calendar of duties, as the bureau has it, becomes the one the application goes by. */
export class OneRowForAPeriod1764000701000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(
      `UPDATE reference_value SET kind = 'permit-renewal', key = 'renewal-days-before', title = '排污许可证延续：届满前多少日以前提出', unit = '日',
              note = coalesce(note, '约束申请人，按自然日自届满之日向前计算；以届满之日有效的一行为准')
        WHERE kind = 'duty-period' AND key = 'renewal.days'`,
    );
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
