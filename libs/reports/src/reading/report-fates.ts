import { Injectable } from '@nestjs/common';
import { Db } from '@huanbao/platform';

/** What the bureau made of a report. */
export interface ReportFate {
  readonly reportId: string;
  readonly enterpriseId: string;
  readonly titleZh: string;
  readonly isAccepted: boolean;
  /** Times it was sent back to be corrected. */
  readonly returned: number;
}

/** How reports fared, for rooms that judge who prepared them. */
@Injectable()
export class ReportFates {
  constructor(private readonly db: Db) {}

  async of(reportIds: readonly string[]): Promise<ReportFate[]> {
    if (reportIds.length === 0) return [];
    return this.db.query<ReportFate & Record<string, unknown>>(
      `SELECT r.id AS "reportId", r.enterprise_id AS "enterpriseId", r.title_zh AS "titleZh", r.state = 'accepted' AS "isAccepted",
              (SELECT count(*)::int FROM execution_report_revision v WHERE v.report_id = r.id AND v.outcome = 'returned') AS returned
         FROM execution_report r WHERE r.id = ANY($1::uuid[])`,
      [[...reportIds]],
    );
  }
}
