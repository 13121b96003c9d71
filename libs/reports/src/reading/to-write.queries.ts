import { Injectable } from '@nestjs/common';
import { daysBetween } from '@huanbao/calendar';
import { Obligation } from '@huanbao/duties';
import { Actor, Clock, Db, ownRows, type Page, pageOf, type PageQuery } from '@huanbao/platform';
import { MATTER } from '../reports.policy';
import type { ReportToWriteView } from '../views/report.view';

const KINDS: Readonly<Record<string, ReportToWriteView['kind']>> = { 'report-annual': 'annual', 'report-quarterly': 'quarterly', 'report-monthly': 'monthly' };

/** Reports that are due and that nobody has begun, among the duties of whoever may write them; the earliest due first. */
@Injectable()
export class ReportsToWrite {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
  ) {}

  list(actor: Actor, { limit, cursor }: PageQuery): Promise<Page<ReportToWriteView>> {
    const preparing = { ...actor, delegations: actor.delegations.filter(one => one.verbs.includes('prepare')) };
    const { sql, values } = ownRows(preparing, MATTER, { enterprise: 'o.enterprise_id', site: 'o.site_id' });
    const query = this.db.repo(Obligation).createQueryBuilder('o').where(sql(':own', ':given'), { own: values[0], given: values[1] })
      .andWhere('o.kind IN (:...kinds)', { kinds: Object.keys(KINDS) }).andWhere(`o.status IN ('upcoming', 'due', 'overdue')`)
      .andWhere('NOT EXISTS (SELECT 1 FROM execution_report r WHERE r.obligation_id = o.id)');
    const today = this.clock.today();
    return pageOf(query, { key: { sql: 'o.dueOn', type: 'date', of: row => row.dueOn }, isDown: false, limit, cursor, view: row => toWriteView(row, today) });
  }
}

function toWriteView({ id, titleZh, titleEn, enterpriseName, siteName, kind, periodFrom, periodTo, dueOn, provisional, verified }: Obligation, today: string): ReportToWriteView {
  return { dutyId: id, title: { zh: titleZh, en: titleEn }, enterpriseName, siteName, kind: KINDS[kind] ?? 'quarterly', periodFrom, periodTo, dueOn, daysLeft: daysBetween(today, dueOn), provisional, verified };
}
