import { Injectable } from '@nestjs/common';
import { daysBetween } from '@huanbao/calendar';
import { Notifier } from '@huanbao/notifications';
import { Clock, Db, shanghaiDate } from '@huanbao/platform';
import { RenewalTerms } from './renewal-terms';

/** A renewal that was handed in and not decided. */
export interface PendingRenewal {
  readonly applicationId: string;
  readonly submittedOn: string;
  /** Handed in as long before the end as 条例 art. 14 asks: not decided by the end it counts as granted (行政许可法 art. 50). */
  readonly inTime: boolean;
}

/** Days before the end on which everybody is told that the renewal waits; 0 is the day it ends, -1 the day after. */
const TOLD_AT: readonly number[] = [30, 10, 0, -1];

interface Row {
  readonly id: string;
  readonly siteName: string;
  readonly enterpriseId: string;
  readonly siteId: string;
  readonly regionCode: string;
  readonly number: string;
  readonly validTo: string;
  readonly submittedAt: Date;
}

const OPEN = `FROM permit_application a JOIN permit p ON p.id = a.permit_id WHERE a.open AND a.business_type = 'renew' AND a.submitted_at IS NOT NULL AND p.status = 'valid'`;

/** 延续 that waits for the bureau while the permit runs out: only an alarm, no standing is changed by itself (行政许可法 art. 50). */
@Injectable()
export class PendingRenewals {
  constructor(
    private readonly db: Db,
    private readonly notifier: Notifier,
    private readonly terms: RenewalTerms,
    private readonly clock: Clock,
  ) {}

  /** The one of a permit; null when nothing waits. */
  async of({ id, validTo }: { readonly id: string; readonly validTo: string }): Promise<PendingRenewal | null> {
    const [row] = await this.db.query<{ id: string; submittedAt: Date }>(`SELECT a.id, a.submitted_at AS "submittedAt" ${OPEN} AND a.permit_id = $1`, [id]);
    if (!row) return null;
    const submittedOn = shanghaiDate(row.submittedAt);
    return { applicationId: row.id, submittedOn, inTime: submittedOn <= (await this.terms.lastDay(validTo)) };
  }

  /** Each morning: holder and supervisors hear once at each threshold. */
  async alarm(): Promise<void> {
    const today = this.clock.today();
    const rows = await this.db.query<Row>(
      `SELECT a.id, a.site_name AS "siteName", a.enterprise_id AS "enterpriseId", a.site_id AS "siteId", a.region_code AS "regionCode", p.number, p.valid_to::text AS "validTo", a.submitted_at AS "submittedAt" ${OPEN} AND p.valid_to <= $1::date + 30 ORDER BY a.id`,
      [today],
    );
    for (const row of rows) {
      const left = daysBetween(today, row.validTo);
      const at = TOLD_AT.filter(days => left <= days).at(-1);
      if (at !== undefined) await this.tell(row, { left, at });
    }
  }

  private async tell(row: Row, { left, at }: { readonly left: number; readonly at: number }): Promise<void> {
    const words = wordsOf({ validTo: row.validTo, submittedOn: shanghaiDate(row.submittedAt), left, renewBy: await this.terms.lastDay(row.validTo) });
    const common = { topic: 'permits', subject: { type: 'permit-application', id: row.id }, key: `renewal-waits:${row.id}:${at}`, body: words };
    const title = left < 0 ? { zh: '许可证已届满，延续申请还没有决定', en: 'The permit has run out, its renewal is not decided' } : { zh: `许可证还有 ${left} 天届满，延续申请还没有决定`, en: `${left} day(s) left, the renewal is not decided` };
    await this.notifier.notify({ ...common, to: { role: 'bureau.supervisor', regionCode: row.regionCode }, link: `/b/:orgId/permits/${row.id}`, title: { zh: `${title.zh}：${row.siteName}`, en: `${title.en}: ${row.siteName}` } });
    await this.notifier.notify({ ...common, to: { orgId: row.enterpriseId, matter: 'permits', site: row.siteId }, link: `/e/${row.enterpriseId}/permits/${row.id}`, title: { zh: `${title.zh}：${row.number}`, en: `${title.en}: ${row.number}` } });
  }
}

function wordsOf({ validTo, submittedOn, left, renewBy }: { readonly validTo: string; readonly submittedOn: string; readonly left: number; readonly renewBy: string }): { zh: string; en: string } {
  const inTime = submittedOn <= renewBy;
  const before = daysBetween(renewBy, validTo);
  const law = inTime
    ? { zh: `申请在届满 ${before} 日前提出。行政许可法第五十条：机关应当在届满前作出决定，逾期未作决定的视为准予延续（平台只提醒，不自动改变状态）`, en: `It was handed in ${before} days before the end. Licensing Law art. 50: to be decided before the end; otherwise it counts as granted (the platform only tells, it changes nothing by itself)` }
    : { zh: `申请没有在届满 ${before} 日前提出，届满后没有批准的不得排放污染物（排污许可管理条例第十四条、第三十三条）`, en: `It was not handed in ${before} days before the end: no discharge after it without approval (arts. 14, 33)` };
  return { zh: `有效期至 ${validTo}，延续申请于 ${submittedOn} 提出${left < 0 ? `，已过届满日 ${-left} 天` : ''}。${law.zh}。`, en: `Valid to ${validTo}, asked for on ${submittedOn}. ${law.en}.` };
}
