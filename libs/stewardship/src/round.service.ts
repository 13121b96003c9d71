import { Injectable } from '@nestjs/common';
import { Clock, Db } from '@huanbao/platform';
import { isServed } from './lists';
import { StewardNotices } from './notices';
import { StewardReportsService } from './reports/reports.service';
import { RetainerEndings } from './retainers/ending.service';
import { isStewardReminderDay } from './rules';

interface Due {
  readonly id: string;
  readonly orgId: string;
  readonly name: string;
  readonly what: string;
  readonly due: string;
}

type Kind = 'visit' | 'finding-enterprise' | 'finding-firm' | 'report' | 'acknowledge';

/** After the end nobody is reminded of a re-check that will not come. */
const SERVED = isServed('retainer_id', 'enterprise_id');

const OPEN: Readonly<Record<Kind, { readonly sql: string; readonly area: 'e' | 'f'; readonly page: string; readonly zh: string; readonly en: string }>> = {
  visit: { area: 'f', page: 'steward-visits', zh: '请按计划开展巡查', en: 'A visit is planned', sql: `SELECT id, firm_id AS "orgId", enterprise_name AS name, visitor_name AS what, planned_on::text AS due FROM steward_visit WHERE state = 'planned' AND planned_on <= $1::date + 3` },
  'finding-enterprise': { area: 'e', page: 'steward-findings', zh: '请按期整改并答复', en: 'A finding is to be mended', sql: `SELECT id, enterprise_id AS "orgId", place AS name, left(description, 60) AS what, due_on::text AS due FROM steward_finding WHERE state = 'open' AND due_on <= $1::date + 3 AND ${SERVED}` },
  'finding-firm': { area: 'f', page: 'steward-findings', zh: '请复查整改', en: 'A finding is to be re-checked', sql: `SELECT id, firm_id AS "orgId", enterprise_name AS name, place AS what, due_on::text AS due FROM steward_finding WHERE state = 'answered' AND due_on <= $1::date + 3 AND ${SERVED}` },
  report: { area: 'f', page: 'steward-reports', zh: '请签发环保管家月报', en: 'A monthly report is to be signed', sql: `SELECT id, firm_id AS "orgId", enterprise_name AS name, month AS what, due_on::text AS due FROM steward_report WHERE state = 'draft' AND revision = 1 AND due_on <= $1::date + 3` },
  acknowledge: { area: 'e', page: 'steward-reports', zh: '请阅读并确认环保管家月报', en: 'A monthly report waits for you', sql: `SELECT id, enterprise_id AS "orgId", firm_name AS name, month AS what, (signed_on + 7)::text AS due FROM steward_report WHERE state = 'signed' AND signed_on <= $1::date - 4` },
};

/** The daily look at retainers; run again on the same day it tells nobody twice. */
@Injectable()
export class StewardRound {
  constructor(
    private readonly db: Db,
    private readonly endings: RetainerEndings,
    private readonly reports: StewardReportsService,
    private readonly notices: StewardNotices,
    private readonly clock: Clock,
  ) {}

  /** In the transaction of the job. */
  async round(): Promise<void> {
    const today = this.clock.today();
    await this.endings.round(today);
    await this.reports.draftAll(today);
    for (const kind of Object.keys(OPEN) as Kind[]) await this.remind(kind, today);
  }

  private async remind(kind: Kind, today: string): Promise<void> {
    const { sql, area, page, zh, en } = OPEN[kind];
    for (const { id, orgId, name, what, due } of (await this.db.query<Due>(`${sql} ORDER BY id`, [today])).filter(one => isStewardReminderDay(today, one.due))) {
      const late = due < today;
      await this.notices.tell({ orgId, area, page: `${page}/${id}`, key: `${kind}:${id}:remind:${due}:${today}`, title: { zh: `${late ? '已逾期：' : ''}${zh}`, en: `${late ? 'Overdue: ' : ''}${en}` }, body: { zh: `${name}，${what}，期限 ${due}`, en: `${name}, ${what}, due ${due}` } });
    }
  }
}
