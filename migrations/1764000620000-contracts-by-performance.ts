import { MigrationInterface, QueryRunner } from 'typeorm';

/**
 * What was accepted without a written contract was over at once, and could be rated unpaid. Now it is settled like any other: the contracts that stand
 * there get their price and their one part. Ratings that were given stay.
 */
export class ContractsByPerformance1764000620000 implements MigrationInterface {
  async up(db: QueryRunner): Promise<void> {
    await db.query(`
      UPDATE contract SET price_yuan = bid_price_yuan, version = version + 1 WHERE state = 'waived' AND price_yuan IS NULL;
      INSERT INTO contract_milestone (id, contract_id, position, name, due_on, amount_yuan, payable_on, deliverable, state, accepted_at, delivered_at, reworks)
        SELECT uuidv7(), c.id, 0, '全部服务', (c.awarded_at AT TIME ZONE 'Asia/Shanghai')::date + c.bid_duration_days, c.bid_price_yuan, 'acceptance', c.title, 'accepted', t.accepted_at, t.accepted_at, 0
          FROM contract c JOIN service_task t ON t.id = c.task_id
          WHERE c.state = 'waived' AND NOT EXISTS (SELECT 1 FROM contract_milestone m WHERE m.contract_id = c.id)`);
  }

  async down(): Promise<void> {
    throw new Error('Migrations go forward only');
  }
}
