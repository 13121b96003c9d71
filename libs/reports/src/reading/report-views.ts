import { Injectable } from '@nestjs/common';
import { daysBetween } from '@huanbao/calendar';
import { lateDaysOf, Obligation } from '@huanbao/duties';
import { Actor, Clock, Db } from '@huanbao/platform';
import { CheckRuns } from '../checking/check-runs.service';
import { nearestPlace, partOf, partsOf, printReport, progressOf } from '../form/form';
import type { Part, ReportForm } from '../form/part';
import { type Difference, differences } from '../prefill/offer';
import { ExecutionReport, type KeptFinding, type ReportFinding, ReportPart, ReportRevision } from '../report.entity';
import { noSuchCopy } from '../reports.errors';
import { type ReportAction, reportPolicy } from '../reports.policy';
import { reportRuleTitle } from '../rules/rules';
import { contentHash, formOf, isOpen, ReportRecords } from '../writing/report-records';
import type { PartResult } from '../writing/parts.service';
import { changesOf, valueWords } from './changes';
import type { ReportDifferenceView, ReportOriginView, PartStatusView, PrintedPartView, ReportChangesView, ReportCheckResultView, ReportCheckView, ReportFindingView, ReportPartView, ReportPrintView, ReportRevisionView, ReportRowView, ReportView } from '../views/report.view';

const SHOWN_FINDINGS = 1000;

/** What people see of one report. Officers see what was handed in, never what is being written. */
@Injectable()
export class ReportViews {
  constructor(
    private readonly db: Db,
    private readonly records: ReportRecords,
    private readonly checks: CheckRuns,
    private readonly clock: Clock,
  ) {}

  async detail(actor: Actor, id: string): Promise<ReportView> {
    const report = await this.records.find(actor, id);
    const parts = await this.records.parts(report);
    const revisions = await this.db.repo(ReportRevision).find({ where: { reportId: id }, order: { number: 'DESC' } });
    const form = isOfficer(actor) ? (revisions[0]?.form ?? {}) : formOf(parts);
    const hash = contentHash(formOf(parts));
    const duty = await this.db.repo(Obligation).findOneBy({ id: report.obligationId });
    const check = isOfficer(actor) ? null : (await this.newestCheck(report, formOf(parts))).check;
    return {
      ...rowView(report, this.clock.today()), formVersion: report.formVersion, periodOver: this.clock.today() > report.periodTo, stopped: form.basic?.['stopped'] === true, amendmentReason: isOfficer(actor) ? null : report.amendmentReason,
      ...latenessOf(duty, this.clock.today()), committed: report.committedHash === hash, committedAt: report.committedAt, parts: statusOf(report, parts), check, revisions: revisions.map(revisionView), actions: actionsNow(actor, report), version: report.version,
    };
  }

  /** The newest check with its remarks; for officers the remarks as they were handed in. */
  async checked(actor: Actor, id: string): Promise<ReportCheckResultView> {
    const report = await this.records.find(actor, id);
    if (isOfficer(actor)) {
      const copy = await this.copyOf(report, report.revision);
      return { check: null, findings: copy.findings.map((one, index) => findingView(report, copy.form, { ...one, id: String(index) }, true)) };
    }
    const form = formOf(await this.records.parts(report));
    const { check, findings } = await this.newestCheck(report, form);
    return { check, findings: findings.slice(0, SHOWN_FINDINGS).map(one => findingView(report, form, one, false)) };
  }

  async print(actor: Actor, id: string, revision: number | undefined): Promise<ReportPrintView> {
    const { report, form, number } = await this.copy(actor, id, revision);
    return { id, title: { zh: report.titleZh, en: report.titleEn }, enterpriseName: report.enterpriseName, siteName: report.siteName, revision: number, parts: printReport(report.kind, form) as PrintedPartView[] };
  }

  /** The content of a copy: what is being written (number 0), or as handed in. */
  async copy(actor: Actor, id: string, revision: number | undefined): Promise<{ report: ExecutionReport; form: ReportForm; findings: readonly KeptFinding[]; number: number }> {
    const report = await this.records.find(actor, id);
    const number = revision ?? (isOfficer(actor) ? report.revision : 0);
    if (number === 0) return { report, form: formOf(await this.records.parts(report)), findings: [], number };
    const { form, findings } = await this.copyOf(report, number);
    return { report, form, findings, number };
  }

  /** Old → new between two copies. @throws 404 when there are no such two */
  async changes(actor: Actor, id: string, given: { from?: number; to?: number }): Promise<ReportChangesView> {
    const report = await this.records.find(actor, id);
    const to = given.to ?? report.revision;
    const from = given.from ?? to - 1;
    const [before, after] = [await this.copyOf(report, from), await this.copyOf(report, to)];
    return { from, to, reason: after.reason, changes: changesOf(report.kind, before.form, after.form).map(({ pointer, zh, en, from: was, to: is }) => ({ pointer, place: { zh, en }, from: was, to: is })) };
  }

  async partFor(actor: Actor, { report, part, row, problems }: PartResult & { report: ExecutionReport }): Promise<ReportPartView> {
    if (!isOfficer(actor)) return partView(report, { part, row, problems });
    const copy = await this.copyOf(report, report.revision);
    return partView(report, { part, row: { ...row, data: copy.form[part.key] ?? {}, offered: {}, sources: {} }, problems: [] });
  }

  private async copyOf(report: ExecutionReport, number: number): Promise<ReportRevision> {
    const copy = await this.db.repo(ReportRevision).findOneBy({ reportId: report.id, number });
    if (!copy) throw noSuchCopy();
    return copy;
  }

  /** The check is read once, and before what it found: the other way round one that ends in between would look clean. */
  private async newestCheck(report: ExecutionReport, form: ReportForm): Promise<{ check: ReportCheckView | null; findings: readonly ReportFinding[] }> {
    const check = await this.checks.newest(report.id);
    if (!check) return { check: null, findings: [] };
    const { state, progress, errors, warnings, finishedAt, ruleVersions } = check;
    const findings = state === 'done' ? await this.checks.findings(check.id) : [];
    const unexplained = state === 'done' ? findings.filter(one => one.level === 'W' && !one.explanation).length : warnings;
    return { check: { id: check.id, state, progress, errors, warnings, unexplained, finishedAt, ruleVersions, current: state !== 'done' || (isOpen(report) ? await this.checks.isCurrent(report, check, form) : check.contentHash === contentHash(form)) }, findings };
  }
}

/** How its duty stands: a returned copy has its own day for mending, and is late after it. */
const latenessOf = (duty: Obligation | null, today: string): Pick<ReportView, 'mendBy' | 'lateNow'> =>
  (duty && duty.status !== 'done' && duty.status !== 'excused' ? { mendBy: duty.mendBy, lateNow: lateDaysOf(duty, today) } : { mendBy: null, lateNow: null });

export const isOfficer = (actor: Actor): boolean => actor.orgKind === 'bureau';

export function rowView(report: ExecutionReport, today: string): ReportRowView {
  const { id, obligationId, permitId, permitNumber, enterpriseId, enterpriseName, siteName, kind, periodFrom, periodTo, dueOn, state, revision, submittedAt, lateDays } = report;
  return { id, dutyId: obligationId, permitId, permitNumber, enterpriseId, enterpriseName, siteName, kind, title: { zh: report.titleZh, en: report.titleEn }, periodFrom, periodTo, dueOn, daysLeft: daysBetween(today, dueOn), state, revision, submittedAt, lateDays };
}

function statusOf(report: ExecutionReport, rows: readonly ReportPart[]): PartStatusView[] {
  const byPart = new Map(rows.map(row => [row.part, row]));
  return progressOf(report.kind, formOf(rows), new Set(rows.filter(row => row.completed).map(row => row.part))).flatMap(({ part, status, problems }) => {
    const row = byPart.get(part);
    const title = partOf(report.kind, part)?.title;
    return row && title ? [{ part, title: { zh: title.zh, en: title.en }, status, problems: problems.length, version: row.version, updatedAt: row.updatedAt }] : [];
  });
}

/** What policy and state allow together. */
function actionsNow(actor: Actor, report: ExecutionReport): string[] {
  const now: Partial<Record<ReportAction, boolean>> = {
    'execution-report.list': false, 'execution-report.create': false, 'execution-report.edit': isOpen(report), 'execution-report.discard': report.state === 'draft' && report.revision === 0, 'execution-report.sign': isOpen(report), 'execution-report.submit': isOpen(report),
    'execution-report.amend': report.state === 'submitted' || report.state === 'accepted', 'execution-report.withdraw-amendment': report.state === 'amending', 'execution-report.decide': report.state === 'submitted',
  };
  return reportPolicy.actionsOn(actor, report).filter(action => now[action] ?? true);
}

function revisionView({ number, reason, submittedAt, submittedByName, lateDays, recordId, outcome, qualities, returned, outcomeNote, decidedAt, decidedByName }: ReportRevision): ReportRevisionView {
  return { number, reason, submittedAt, submittedByName, lateDays, recordId, outcome: outcome ?? null, qualities: (qualities ?? []).map(one => ({ ...one })), places: (returned ?? []).map(one => ({ ...one })), outcomeNote: outcomeNote ?? null, decidedAt: decidedAt ?? null, decidedByName: decidedByName ?? null };
}

type Remark = KeptFinding & Pick<ReportFinding, 'id'>;

function findingView(report: ExecutionReport, form: ReportForm, finding: Remark, forOfficer: boolean): ReportFindingView {
  const { id, ruleId, level, pointer, actual, expected, basis, suggestionZh, suggestionEn, evidence, explanation, explainedByName } = finding;
  return { id, ruleId, level, pointer, actual, expected, basis, explanation, explainedByName, evidence: forOfficer ? evidence : null, rule: reportRuleTitle(ruleId), place: nearestPlace(report.kind, form, pointer), suggestion: { zh: suggestionZh, en: suggestionEn } };
}

export function partView(report: Pick<ExecutionReport, 'kind'>, { part, row, problems }: PartResult): ReportPartView {
  const form = { [part.key]: row.data };
  const origins = Object.entries(row.sources).map(([pointer, source]): ReportOriginView => ({ pointer, place: nearestPlace(report.kind, { [part.key]: row.offered }, `/${part.key}${pointer}`), source: { zh: source.zh, en: source.en } }));
  return {
    part: part.key, data: row.data, completed: row.completed, problems: [...problems], version: row.version, updatedAt: row.updatedAt, offeredAt: row.offeredAt, origins,
    differences: differences(part.fields, row.data, row.offered).map(one => differenceView(report, { part, forms: [form, { [part.key]: row.offered }], sources: row.sources }, one)),
  };
}

interface Looked {
  readonly part: Part;
  /** Where the place may be found: as written, else as offered. */
  readonly forms: readonly ReportForm[];
  readonly sources: ReportPart['sources'];
}

/** A difference in the words of the form. */
export function differenceView(report: Pick<ExecutionReport, 'kind'>, { part, forms, sources }: Looked, { pointer, typed, platform }: Difference): ReportDifferenceView {
  const [, name = '', row, column] = pointer.split('/');
  const field = partsOf(report.kind).find(one => one.key === part.key)?.fields.find(one => one.name === name);
  const shown = column === undefined ? field : field?.columns?.find(one => one.name === column);
  const at = `/${part.key}${pointer}`;
  const places = forms.map(form => nearestPlace(report.kind, form, at));
  const place = [...places].sort((a, b) => b.zh.length - a.zh.length)[0] ?? { zh: at, en: at };
  const source = sources[row === undefined ? `/${name}` : `/${name}/${row}`];
  return { pointer: at, place, typed: shown ? valueWords(shown, typed) : null, platform: shown ? valueWords(shown, platform) : null, source: source ? { zh: source.zh, en: source.en } : null };
}
