import { Injectable } from '@nestjs/common';
import { daysBetween } from '@huanbao/calendar';
import { Notifier } from '@huanbao/notifications';
import { Clock, Db } from '@huanbao/platform';
import type { Side } from './contract.entity';
import { CONTRACT_STATES, ContractState } from './contract.flow';
import { standingOf } from './standing';

/** Days before the day on which both are reminded; 0 is the day, -1 the day after, then each week. */
export const REMINDED: readonly number[] = [15, 7, 3, 1, 0, -1];

/** Whether a reminder is due: on the listed days, and every seventh day once the day has passed. */
export const isReminderDay = (daysLeft: number): boolean => REMINDED.includes(daysLeft) || (daysLeft < -1 && (daysLeft + 1) % 7 === 0);

interface Row {
  readonly id: string;
  readonly title: string;
  readonly state: ContractState;
  readonly enterpriseId: string;
  readonly firmId: string;
  readonly signByLaw: boolean;
  readonly nextDue: string;
  readonly disputed: boolean;
}

const AT_A_TIME = 500;

/** The daily look at days of signing and of milestones. */
@Injectable()
export class ContractReminders {
  constructor(
    private readonly db: Db,
    private readonly notifier: Notifier,
    private readonly clock: Clock,
  ) {}

  /** In the transaction of the job; run again on the same day it tells nobody twice. */
  async round(): Promise<void> {
    const today = this.clock.today();
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const rows = await this.db.query<Row>(
        `SELECT id, title, state, enterprise_id AS "enterpriseId", firm_id AS "firmId", sign_by_law AS "signByLaw", next_due::text AS "nextDue", disputed_on IS NOT NULL AS disputed FROM contract
          WHERE state IN ('due', 'draft', 'proposed', 'agreed', 'active') AND next_due <= $1::date + 15 AND disputed_on IS NULL AND id > $2 ORDER BY id LIMIT $3`,
        [today, after, AT_A_TIME],
      );
      for (const row of rows) if (isReminderDay(daysBetween(today, row.nextDue))) await this.remind(row, today);
      const last = rows.at(-1);
      if (!last || rows.length < AT_A_TIME) return;
      after = last.id;
    }
  }

  private async remind(row: Row, today: string): Promise<void> {
    const standing = standingOf(row, today);
    const sides: readonly Side[] = row.state === 'due' || row.state === 'draft' ? ['enterprise'] : row.state === 'proposed' ? ['firm'] : ['enterprise', 'firm'];
    const next = CONTRACT_STATES[row.state];
    for (const side of sides)
      await this.notifier.notify({
        to: side === 'enterprise' ? { orgId: row.enterpriseId } : { orgId: row.firmId }, topic: 'task', subject: { type: 'contract', id: row.id }, key: `contract:${row.id}:remind:${row.nextDue}:${today}`,
        link: side === 'enterprise' ? `/e/${row.enterpriseId}/contracts/${row.id}` : `/f/${row.firmId}/contracts/${row.id}`,
        title: { zh: `${standing.zh}：${row.title}`, en: `${standing.en}: ${row.title}` }, body: { zh: `下一步：${next.nextZh}。截止 ${row.nextDue}。`, en: `Next: ${next.nextEn}. Day: ${row.nextDue}.` },
      });
  }
}
