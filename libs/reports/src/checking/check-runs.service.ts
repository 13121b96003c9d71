import { Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, Db, newId, notFound, Outbox } from '@huanbao/platform';
import type { ReportForm } from '../form/part';
import { ExecutionReport, ReportCheck, ReportFinding } from '../report.entity';
import { findingGone, reportSealed } from '../reports.errors';
import { runReportCheck } from '../reports.jobs.definitions';
import { reportRuleVersions } from '../rules/rules';
import { contentHash, isOpen, onBehalf, ReportRecords } from '../writing/report-records';
import { ReportGrounds } from './report-grounds';

/** Asking for checks, and what people say of their remarks. */
@Injectable()
export class CheckRuns {
  constructor(
    private readonly db: Db,
    private readonly records: ReportRecords,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
    private readonly grounds: ReportGrounds,
  ) {}

  /** Queues a run; a second click while one waits answers that one. */
  request(actor: Actor, id: string): Promise<ReportCheck> {
    return this.db.transaction(async () => {
      const report = await this.records.find(actor, id, 'execution-report.edit');
      if (!isOpen(report)) throw reportSealed();
      return this.queue(actor, report);
    });
  }

  /** After an edit, once somebody has asked for a check: it runs again by itself. Inside the transaction of the edit. */
  async again(actor: Actor, report: ExecutionReport): Promise<void> {
    if ((await this.newest(report.id)) !== null) await this.queue(actor, report);
  }

  newest(reportId: string): Promise<ReportCheck | null> {
    return this.db.repo(ReportCheck).findOne({ where: { reportId }, order: { id: 'DESC' } });
  }

  /** Whether a finished check has judged this content by what holds now: rules, day, permit and records included. */
  async isCurrent(report: ExecutionReport, check: ReportCheck, form: ReportForm): Promise<boolean> {
    return check.contentHash === contentHash(form) && check.factsHash === (await this.grounds.factsHash(report, form));
  }

  findings(checkId: string): Promise<ReportFinding[]> {
    return this.db.repo(ReportFinding).find({ where: { checkId }, order: { position: 'ASC' } });
  }

  /** The enterprise says why a warning stands; an empty word takes the explanation back. */
  explain(actor: Actor, id: string, { findingId, text }: { findingId: string; text: string }): Promise<ReportFinding> {
    return this.db.transaction(async () => {
      const report = await this.records.share(actor, id, 'execution-report.edit');
      if (!isOpen(report)) throw reportSealed();
      const finding = await this.db.lock(ReportFinding, { id: findingId, reportId: id });
      if (!finding) throw notFound();
      if ((await this.newest(id))?.id !== finding.checkId) throw findingGone();
      const change = text === '' ? { explanation: null, explainedBy: null, explainedByName: null, explainedAt: null } : { explanation: text, explainedBy: actor.userId, explainedByName: actor.name, explainedAt: this.clock.now() };
      await this.db.repo(ReportFinding).update({ id: findingId }, change);
      await this.audit.record({ actor, action: 'execution-report.explain', subject: { type: 'execution-report', id }, details: { findingId, ruleId: finding.ruleId, explained: text !== '' }, onBehalfOf: onBehalf(actor, report) });
      return { ...finding, ...change };
    });
  }

  private async queue(actor: Actor, report: ExecutionReport): Promise<ReportCheck> {
    const check: ReportCheck = {
      id: newId(), reportId: report.id, state: 'queued', progress: 0, contentHash: null, factsHash: null, ruleVersions: reportRuleVersions(), errors: 0, warnings: 0, requestedBy: actor.userId, requestedAt: this.clock.now(), startedAt: null, finishedAt: null,
    };
    // one that waits is held until this transaction ends: its worker then reads the report with what was written here
    const [kept] = await this.db.query<{ id: string }>(
      `INSERT INTO execution_report_check (id, report_id, state, progress, rule_versions, requested_by, requested_at) VALUES ($1, $2, 'queued', 0, $3, $4, $5)
       ON CONFLICT (report_id) WHERE state = 'queued' DO UPDATE SET requested_at = execution_report_check.requested_at RETURNING id`,
      [check.id, report.id, JSON.stringify(check.ruleVersions), actor.userId, check.requestedAt],
    );
    if (kept && kept.id !== check.id) return this.db.repo(ReportCheck).findOneByOrFail({ id: kept.id });
    await this.outbox.enqueue(runReportCheck, { reportId: report.id, checkId: check.id }, { key: check.id });
    return check;
  }
}
