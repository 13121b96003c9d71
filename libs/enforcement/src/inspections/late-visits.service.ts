import { Injectable } from '@nestjs/common';
import { Notifier } from '@huanbao/notifications';
import { Clock, Db } from '@huanbao/platform';
import { EnforcementReference } from '../enforcement.reference';

interface Late {
  readonly id: string;
  readonly number: string;
  readonly enterpriseName: string;
  readonly regionCode: string;
  readonly plannedTo: string;
  readonly userIds: readonly string[];
  readonly days: number;
}

const DEFAULT_DAYS = '1,7,15';

/** Visits whose days are over and that are not closed: who was sent is told, and the supervisor, at each threshold of the dated row. */
@Injectable()
export class LateVisits {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly reference: EnforcementReference,
    private readonly notifier: Notifier,
  ) {}

  /** In one transaction; again the same night it tells nobody twice. */
  async round(): Promise<void> {
    const thresholds = ((await this.reference.parameters()).get('late:days')?.value ?? DEFAULT_DAYS).split(',').map(Number).filter(days => days > 0).sort((a, b) => b - a);
    const rows = await this.db.query<Late & object>(
      `SELECT id, number, enterprise_name AS "enterpriseName", region_code AS "regionCode", planned_to::text AS "plannedTo", ARRAY(SELECT o ->> 'userId' FROM jsonb_array_elements(officers) o WHERE o ->> 'userId' IS NOT NULL) AS "userIds", $1::date - planned_to AS days
         FROM inspection WHERE state IN ('planned', 'drafting', 'signing') AND planned_to < $1::date ORDER BY id`, [this.clock.today()]);
    for (const one of rows) {
      const threshold = thresholds.find(days => one.days >= days);
      if (threshold !== undefined) await this.tell(one, threshold);
    }
  }

  private async tell({ id, number, enterpriseName, regionCode, plannedTo, userIds, days }: Late, threshold: number): Promise<void> {
    const message = {
      topic: 'case' as const, subject: { type: 'inspection', id }, link: `/b/:orgId/inspections/${id}`, title: { zh: `检查逾期 ${days} 天未办结：${enterpriseName}`, en: `A visit is ${days} day(s) late: ${enterpriseName}` },
      body: { zh: `${number} 的期限是 ${plannedTo}。请办结；确实不能开展的，按规定取消。`, en: `${number} was to be held by ${plannedTo}. Close it, or have it cancelled as the rules say.` },
    };
    if (userIds.length > 0) await this.notifier.notify({ ...message, to: { userIds: [...userIds] }, key: `inspection:${id}:late-${threshold}:own` });
    await this.notifier.notify({ ...message, to: { role: 'bureau.supervisor', regionCode }, key: `inspection:${id}:late-${threshold}` });
  }
}
