import { Injectable } from '@nestjs/common';
import { Clock, Db, type Delivery, newId } from '@huanbao/platform';
import { IsNull, Not } from 'typeorm';
import { ExecutionReport, ReportCheck, ReportFinding } from '../report.entity';
import { runReportCheck } from '../reports.jobs.definitions';
import type { Finding, RuleContext } from '../rules/rule';
import { REPORT_RULES, reportRuleVersions } from '../rules/rules';
import { contentHash, formOf, ReportRecords } from '../writing/report-records';
import { factsHashOf, ReportGrounds } from './report-grounds';

const CHUNK = 500;

/** One run of R1–R7 in the worker, rule by rule with progress. */
@Injectable()
export class RunCheck {
  constructor(
    private readonly db: Db,
    private readonly records: ReportRecords,
    private readonly grounds: ReportGrounds,
    private readonly clock: Clock,
  ) {}

  async run(checkId: string, delivery: Pick<Delivery, 'attempt' | 'complete'>): Promise<void> {
    const check = await this.db.repo(ReportCheck).findOneBy({ id: checkId });
    if (!check || check.state === 'done') return;
    const report = await this.db.repo(ExecutionReport).findOneByOrFail({ id: check.reportId });
    try {
      await this.advance(report, check, { state: 'running', progress: 5, startedAt: this.clock.now() });
      const form = formOf(await this.records.parts(report));
      const context = await this.grounds.of(report, form);
      const findings = await this.judge(report, check, context);
      await delivery.complete(() => this.finish(report, check, { findings, hash: contentHash(form), factsHash: factsHashOf(context) }));
    } catch (error) {
      if (delivery.attempt >= runReportCheck.attempts) await this.advance(report, check, { state: 'failed', finishedAt: this.clock.now() });
      throw error;
    }
  }

  private async judge(report: ExecutionReport, check: ReportCheck, context: RuleContext): Promise<Finding[]> {
    const findings: Finding[] = [];
    for (const [index, rule] of REPORT_RULES.entries()) {
      findings.push(...rule.check(context));
      await this.advance(report, check, { progress: 5 + Math.round(((index + 1) / REPORT_RULES.length) * 90) });
    }
    return findings;
  }

  private async finish(report: ExecutionReport, check: ReportCheck, { findings, hash, factsHash }: { findings: readonly Finding[]; hash: string; factsHash: string }): Promise<void> {
    const said = await this.saidBefore(report.id);
    const rows = findings.map(({ suggestion, ...finding }, index) => ({ ...finding, ...said.get(markOf(finding)), id: newId(), checkId: check.id, reportId: report.id, position: index + 1, suggestionZh: suggestion.zh, suggestionEn: suggestion.en }));
    for (let from = 0; from < rows.length; from += CHUNK) await this.db.repo(ReportFinding).insert(rows.slice(from, from + CHUNK));
    const errors = rows.filter(row => row.level === 'E').length;
    await this.advance(report, check, { state: 'done', progress: 100, finishedAt: this.clock.now(), contentHash: hash, factsHash, errors, warnings: rows.length - errors, ruleVersions: reportRuleVersions() });
  }

  /** What the enterprise has said of the same remark: a re-run does not make it say it again. */
  private async saidBefore(reportId: string): Promise<Map<string, Partial<ReportFinding>>> {
    const last = await this.db.repo(ReportCheck).findOne({ where: { reportId, state: 'done' }, order: { id: 'DESC' } });
    const rows = last ? await this.db.repo(ReportFinding).findBy({ checkId: last.id, explanation: Not(IsNull()) }) : [];
    return new Map(rows.map(({ explanation, explainedBy, explainedByName, explainedAt, ...row }) => [markOf(row), { explanation, explainedBy, explainedByName, explainedAt }]));
  }

  private async advance(report: ExecutionReport, check: ReportCheck, changes: Partial<ReportCheck>): Promise<void> {
    Object.assign(check, changes);
    await this.db.repo(ReportCheck).update({ id: check.id }, changes as object);
    await this.records.tell(report, { checkId: check.id, state: check.state, progress: check.progress });
  }
}

/** The same remark: same rule, same place, same content. Days overdue grow and do not make it another one. */
const markOf = ({ ruleId, pointer, actual }: Pick<Finding, 'ruleId' | 'pointer' | 'actual'>): string => `${ruleId} ${pointer} ${actual.replace(/^\d{4}-\d{2}-\d{2}，逾期 \d+ 天$/, '逾期')}`;
