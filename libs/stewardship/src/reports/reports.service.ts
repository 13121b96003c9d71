import { Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, Db, newId, notFound, Outbox, stale, violatedConstraint } from '@huanbao/platform';
import { Retainer, RetainerMember, StewardReport } from '../entities';
import { StewardNotices } from '../notices';
import { RetainerQueries } from '../retainers/retainer.queries';
import { RetainerRecords } from '../retainers/retainer.records';
import { daysOfMonth, monthBefore, reportDueOn } from '../rules';
import { notCaredFor, reportExists, reportMonth, reportState } from '../stewardship.errors';
import { stewardReportDrafted, stewardReportSigned } from '../stewardship.events';
import { StewardAction, stewardPolicy } from '../stewardship.policy';
import { ReportFactsService } from './report-facts.service';
import { partiesOf } from './report.view';

interface Draft {
  readonly retainer: Retainer;
  readonly member: Pick<RetainerMember, 'enterpriseId' | 'enterpriseName'>;
  readonly month: string;
}

/** The report of a month on one enterprise: drafted by the worker or by hand, signed off, acknowledged, with versions. */
@Injectable()
export class StewardReportsService {
  constructor(
    private readonly db: Db,
    private readonly records: RetainerRecords,
    private readonly retainers: RetainerQueries,
    private readonly facts: ReportFactsService,
    private readonly notices: StewardNotices,
    private readonly audit: Audit,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {}

  /** By hand, before the worker has come by. @throws 400 for a month that has not ended, 409 when there is one */
  async draft(actor: Actor, retainerId: string, { enterpriseId, month }: { enterpriseId: string; month: string }): Promise<string> {
    try {
      return await this.db.transaction(async () => {
        const { retainer } = await this.records.find(actor, retainerId);
        stewardPolicy.require(actor, 'stewardship.work', { firmId: retainer.firmId, enterpriseId, isReleased: true });
        const member = await this.retainers.caredFor(actor.orgId ?? '', retainerId, enterpriseId);
        if (!member) throw notCaredFor();
        if (month > monthBefore(this.clock.today()) || !touches(retainer, month)) throw reportMonth();
        if (await this.db.repo(StewardReport).existsBy({ retainerId, enterpriseId, month })) throw reportExists();
        return this.store(actor, { retainer, member, month });
      });
    } catch (error) {
      if (['steward_report_once', 'steward_report_one_draft'].includes(violatedConstraint(error) ?? '')) throw reportExists();
      throw error;
    }
  }

  /** The worker's: one draft for each enterprise that was cared for last month, once. */
  async draftAll(today: string): Promise<number> {
    const month = monthBefore(today);
    const { from, to } = daysOfMonth(month);
    const missing = await this.db.query<{ retainerId: string; enterpriseId: string; enterpriseName: string }>(
      `SELECT r.id AS "retainerId", m.enterprise_id AS "enterpriseId", m.enterprise_name AS "enterpriseName" FROM retainer r JOIN retainer_member m ON m.retainer_id = r.id
        WHERE r.state IN ('active', 'ended') AND r.accepted_at IS NOT NULL AND r.starts_on <= $2 AND coalesce(r.ended_on, r.ends_on) >= $1 AND m.consented_at IS NOT NULL AND m.consented_at < ($2::date + 1)::timestamp AT TIME ZONE 'Asia/Shanghai' AND (m.left_at IS NULL OR m.left_at >= $1::date::timestamp AT TIME ZONE 'Asia/Shanghai')
          AND NOT EXISTS (SELECT 1 FROM steward_report s WHERE s.retainer_id = r.id AND s.enterprise_id = m.enterprise_id AND s.month = $3) ORDER BY r.id, m.enterprise_id`,
      [from, to, month],
    );
    for (const { retainerId, ...member } of missing) await this.store(null, { retainer: await this.db.repo(Retainer).findOneByOrFail({ id: retainerId }), member, month });
    return missing.length;
  }

  write(actor: Actor, id: string, remark: string, version: number): Promise<void> {
    return this.change(actor, { id, action: 'stewardship.work', version, step: 'write' }, report => Promise.resolve(Object.assign(report, { remark })));
  }

  /** Takes newest visits, findings and duties into the draft. */
  refresh(actor: Actor, id: string, version: number): Promise<void> {
    return this.change(actor, { id, action: 'stewardship.work', version, step: 'refresh' }, async report => Object.assign(report, { facts: await this.facts.gather(report) }));
  }

  /** The manager signs it off: from here the enterprise reads it, and the version before is superseded. */
  sign(actor: Actor, id: string, version: number): Promise<void> {
    return this.db.transaction(async () => {
      const report = await this.lock(actor, id, 'stewardship.sign');
      if (report.state !== 'draft') throw reportState();
      if (report.version !== version) throw stale();
      const { retainerId, enterpriseId, month } = report;
      await this.db.repo(StewardReport).createQueryBuilder().update().set({ state: 'superseded' }).where(`retainer_id = :retainerId AND enterprise_id = :enterpriseId AND month = :month AND state IN ('signed', 'acknowledged')`, { retainerId, enterpriseId, month }).execute();
      Object.assign(report, { state: 'signed', signedOn: this.clock.today(), signedAt: this.clock.now(), signedByName: actor.name, fileId: null });
      await this.save(actor, report, 'sign');
      await this.outbox.publish(stewardReportSigned, { reportId: id });
      await this.notices.tell({ orgId: enterpriseId, area: 'e', page: `steward-reports/${id}`, key: `report:${id}:signed`, title: { zh: `环保管家月报已签发，请阅读并确认：${month}`, en: `Monthly report of your steward: ${month}` }, body: { zh: `${report.firmName}，第 ${report.revision} 版`, en: `${report.firmName}, version ${report.revision}` } });
    });
  }

  acknowledge(actor: Actor, id: string): Promise<void> {
    return this.db.transaction(async () => {
      const report = await this.lock(actor, id, 'stewardship.answer');
      if (report.state !== 'signed') throw reportState();
      Object.assign(report, { state: 'acknowledged', acknowledgedAt: this.clock.now(), acknowledgedByName: actor.name });
      await this.save(actor, report, 'acknowledge');
      await this.notices.tell({ orgId: report.firmId, area: 'f', page: `steward-reports/${id}`, key: `report:${id}:acknowledged`, title: { zh: `企业已确认月报：${report.month}`, en: `Report acknowledged: ${report.month}` }, body: { zh: report.enterpriseName, en: report.enterpriseName } });
    });
  }

  /** A new version beside the one that was sent, which stays until the new one is signed. */
  async revise(actor: Actor, id: string, reason: string): Promise<string> {
    try {
      return await this.db.transaction(async () => {
        const report = await this.lock(actor, id, 'stewardship.work');
        if (report.state !== 'signed' && report.state !== 'acknowledged') throw reportState();
        const next: StewardReport = { ...report, id: newId(), revision: report.revision + 1, state: 'draft', facts: await this.facts.gather(report), revisionReason: reason, fileId: null, draftedAt: this.clock.now(), signedOn: null, signedAt: null, signedByName: null, acknowledgedAt: null, acknowledgedByName: null, version: 1 };
        await this.insert(actor, next, 'revise');
        return next.id;
      });
    } catch (error) {
      if (['steward_report_once', 'steward_report_one_draft'].includes(violatedConstraint(error) ?? '')) throw reportExists();
      throw error;
    }
  }

  private async store(actor: Actor | null, { retainer, member, month }: Draft): Promise<string> {
    const { enterpriseId, enterpriseName } = member;
    const { id: retainerId, firmId, firmName, reportDay, number } = retainer;
    const report: StewardReport = {
      id: newId(), retainerId, enterpriseId, enterpriseName, firmId, firmName, month, revision: 1, dueOn: reportDueOn(month, reportDay), state: 'draft', facts: await this.facts.gather({ retainerId, enterpriseId, firmId, month }), remark: '', revisionReason: null, fileId: null,
      draftedAt: this.clock.now(), signedOn: null, signedAt: null, signedByName: null, acknowledgedAt: null, acknowledgedByName: null, search: `${number} ${enterpriseName} ${firmName}`, version: 1,
    };
    await this.insert(actor, report, 'draft');
    return report.id;
  }

  private async insert(actor: Actor | null, report: StewardReport, step: string): Promise<void> {
    await this.db.repo(StewardReport).insert(report as object);
    const { id, retainerId, month, revision } = report;
    await this.audit.record({ actor, action: `steward-report.${step}`, subject: { type: 'steward-report', id }, details: { retainerId, month, revision } });
    await this.outbox.publish(stewardReportDrafted, { reportId: id });
  }

  private change(actor: Actor, { id, action, version, step }: { id: string; action: StewardAction; version: number; step: string }, apply: (report: StewardReport) => Promise<StewardReport>): Promise<void> {
    return this.db.transaction(async () => {
      const report = await this.lock(actor, id, action);
      if (report.state !== 'draft') throw reportState();
      if (report.version !== version) throw stale();
      report.fileId = null;
      await this.save(actor, await apply(report), step);
      await this.outbox.publish(stewardReportDrafted, { reportId: id });
    });
  }

  private async save(actor: Actor, report: StewardReport, step: string): Promise<void> {
    report.version += 1;
    await this.db.repo(StewardReport).save(report);
    await this.audit.record({ actor, action: `steward-report.${step}`, subject: { type: 'steward-report', id: report.id }, details: { retainerId: report.retainerId, month: report.month, revision: report.revision } });
  }

  private async lock(actor: Actor, id: string, action: StewardAction): Promise<StewardReport> {
    const report = await this.db.lock(StewardReport, { id });
    stewardPolicy.require(actor, action, report && partiesOf(report));
    if (!report) throw notFound();
    return report;
  }
}

/** Whether a month has a day of the service. */
function touches(retainer: Pick<Retainer, 'startsOn' | 'endsOn'>, month: string): boolean {
  const { from, to } = daysOfMonth(month);
  return retainer.startsOn <= to && retainer.endsOn >= from;
}
