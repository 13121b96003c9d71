import { Injectable } from '@nestjs/common';
import { Directory, organisationNotVerified } from '@huanbao/identity';
import { Actor, Audit, Clock, Db, Outbox } from '@huanbao/platform';
import { Signatures } from '@huanbao/signatures';
import { CheckRuns } from '../checking/check-runs.service';
import { partOf, progressOf } from '../form/form';
import type { ReportForm } from '../form/part';
import { ExecutionReport, type KeptFinding, ReportPart } from '../report.entity';
import { checkNeeded, errorsOpen, notAmendable, partsOpen, periodRunning, reportCommitmentAwaited, reportCommitmentNeeded, reportSealed, warningsUnexplained } from '../reports.errors';
import { reportAmended } from '../reports.events';
import { reportPolicy } from '../reports.policy';
import { contentHash, formOf, isOpen, onBehalf, ReportRecords } from '../writing/report-records';
import { ReportCopies } from './report-copies';
import { ReportFiling } from './filing.service';

/** Signing, handing in, handing in again, amending. */
@Injectable()
export class ReportSubmission {
  constructor(
    private readonly db: Db,
    private readonly records: ReportRecords,
    private readonly checks: CheckRuns,
    private readonly filing: ReportFiling,
    private readonly directory: Directory,
    private readonly signatures: Signatures,
    private readonly copies: ReportCopies,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** The commitment for the content as it is now, ahead of a submission by somebody else. */
  commit(actor: Actor, id: string, commitment: boolean): Promise<ExecutionReport> {
    return this.db.transaction(async () => {
      const report = await this.records.lock(actor, id, 'execution-report.sign');
      if (!isOpen(report)) throw reportSealed();
      if (!commitment) throw reportCommitmentNeeded();
      const form = formOf(await this.records.parts(report));
      const change = this.signedNow(actor, contentHash(form));
      await this.db.repo(ExecutionReport).update({ id }, change);
      await this.copies.ofCommitment(actor, report, form);
      await this.audit.record({ actor, action: 'execution-report.sign', subject: { type: 'execution-report', id }, details: { hash: change.committedHash }, onBehalfOf: onBehalf(actor, report) });
      return { ...report, ...change };
    });
  }

  /**
   * 排污许可管理条例 art. 22: the report goes to the authority and its duty is done, in time or late.
   * @throws 422 while the period runs, a part is open, the latest check of this very content has errors or unexplained warnings
   */
  submit(actor: Actor, id: string, commitment: boolean): Promise<ExecutionReport> {
    return this.db.transaction(async () => {
      const report = await this.records.lock(actor, id, 'execution-report.submit');
      if (!isOpen(report)) throw reportSealed();
      if (this.clock.today() <= report.periodTo) throw periodRunning(report.periodTo);
      if ((await this.directory.organisation(report.enterpriseId))?.status !== 'active') throw organisationNotVerified();
      const parts = await this.records.parts(report);
      const form = formOf(parts);
      this.assertComplete(report, parts, form);
      const hash = contentHash(form);
      const findings = await this.checked(report, form);
      const signature = report.committedHash === hash ? {} : this.signature(actor, report, { commitment, hash });
      if (report.committedHash === hash) await this.signatures.assertUncontested({ type: 'execution-report', id });
      return this.filing.handIn(actor, { report, form, hash, findings, signature });
    });
  }

  /** Written again by the holder's own wish; what was handed in stays, and stays public, until the new copy is accepted. */
  amend(actor: Actor, id: string, reason: string): Promise<ExecutionReport> {
    return this.db.transaction(async () => {
      const report = await this.records.lock(actor, id, 'execution-report.amend');
      if (report.state !== 'submitted' && report.state !== 'accepted') throw notAmendable();
      const change = { state: 'amending' as const, amendmentReason: reason, version: report.version + 1, updatedAt: this.clock.now() };
      await this.db.repo(ExecutionReport).update({ id }, change);
      await this.audit.record({ actor, action: 'execution-report.amend', subject: { type: 'execution-report', id }, details: { from: report.state, revision: report.revision, reason }, onBehalfOf: onBehalf(actor, report) });
      await this.outbox.publish(reportAmended, { reportId: id, permitId: report.permitId, enterpriseId: report.enterpriseId, revision: report.revision });
      await this.records.tell(report);
      return { ...report, ...change };
    });
  }

  private assertComplete(report: ExecutionReport, parts: readonly ReportPart[], form: ReportForm): void {
    const open = progressOf(report.kind, form, new Set(parts.filter(one => one.completed).map(one => one.part))).filter(one => one.status !== 'completed');
    if (open.length > 0) throw partsOpen(open.flatMap(one => partOf(report.kind, one.part)?.title ?? []));
  }

  /** The newest check is of exactly this content and of what holds today, without errors, every warning explained. */
  private async checked(report: ExecutionReport, form: ReportForm): Promise<KeptFinding[]> {
    const check = await this.checks.newest(report.id);
    if (!check || check.state === 'failed') throw checkNeeded('none');
    if (check.state !== 'done') throw checkNeeded('running');
    if (!(await this.checks.isCurrent(report, check, form))) throw checkNeeded('outdated');
    if (check.errors > 0) throw errorsOpen(check.errors);
    const findings = await this.checks.findings(check.id);
    const bare = findings.filter(one => !one.explanation).length;
    if (bare > 0) throw warningsUnexplained(bare);
    return findings.map(({ ruleId, level, pointer, actual, expected, basis, suggestionZh, suggestionEn, evidence, explanation, explainedByName }) => ({ ruleId, level, pointer, actual, expected, basis, suggestionZh, suggestionEn, evidence, explanation, explainedByName }));
  }

  /** Ticking it while handing in is signing: only by who may. */
  private signature(actor: Actor, report: ExecutionReport, { commitment, hash }: { commitment: boolean; hash: string }): Partial<ExecutionReport> {
    if (!reportPolicy.may(actor, 'execution-report.sign', report)) throw reportCommitmentAwaited();
    if (!commitment) throw reportCommitmentNeeded();
    return this.signedNow(actor, hash);
  }

  private signedNow(actor: Actor, hash: string): Pick<ExecutionReport, 'committedAt' | 'committedBy' | 'committedHash'> {
    return { committedAt: this.clock.now(), committedBy: actor.userId, committedHash: hash };
  }
}
