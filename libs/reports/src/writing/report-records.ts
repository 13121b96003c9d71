import { Injectable } from '@nestjs/common';
import { Actor, canonicalJson, Db, LiveBus, notFound, sm3 } from '@huanbao/platform';
import type { Part, ReportForm } from '../form/part';
import { partsOf } from '../form/form';
import { ExecutionReport, ReportPart } from '../report.entity';
import { MATTER, ReportAction, reportPolicy } from '../reports.policy';

/** SM3 of the content: a check, a signature or a submission is of exactly this content. */
export const contentHash = (form: ReportForm): string => sm3(canonicalJson(form));
export const formOf = (parts: readonly Pick<ReportPart, 'part' | 'data'>[]): ReportForm => Object.fromEntries(parts.map(one => [one.part, one.data]));
/** May its content be changed now? */
export const isOpen = ({ state }: Pick<ExecutionReport, 'state'>): boolean => state === 'draft' || state === 'returned' || state === 'amending';

/** Looking reports and their parts up, each time through the policy. */
@Injectable()
export class ReportRecords {
  constructor(
    private readonly db: Db,
    private readonly live: LiveBus,
  ) {}

  /** @throws 404 when it is not the actor's to see, 403 when the action is not theirs */
  async find(actor: Actor, id: string, action: ReportAction = 'execution-report.read'): Promise<ExecutionReport> {
    const report = await this.db.repo(ExecutionReport).findOneBy({ id });
    reportPolicy.require(actor, action, report);
    return report as ExecutionReport;
  }

  /** FOR SHARE: autosaves go on side by side, and none overtakes a submission. */
  async share(actor: Actor, id: string, action: ReportAction): Promise<ExecutionReport> {
    const report = await this.db.repo(ExecutionReport).findOne({ where: { id }, lock: { mode: 'pessimistic_read' } });
    reportPolicy.require(actor, action, report);
    return report as ExecutionReport;
  }

  async lock(actor: Actor, id: string, action: ReportAction): Promise<ExecutionReport> {
    const report = await this.db.lock(ExecutionReport, { id });
    reportPolicy.require(actor, action, report);
    return report as ExecutionReport;
  }

  /** The parts in the order of the form. */
  async parts(report: Pick<ExecutionReport, 'id' | 'kind'>): Promise<ReportPart[]> {
    const rows = new Map((await this.db.repo(ReportPart).findBy({ reportId: report.id })).map(row => [row.part, row]));
    return partsOf(report.kind).flatMap(part => rows.get(part.key) ?? []);
  }

  /** @throws 404 for a part this kind of report does not have */
  async part(report: Pick<ExecutionReport, 'id' | 'kind'>, key: string, { lock }: { lock: boolean }): Promise<{ readonly part: Part; readonly row: ReportPart }> {
    const part = partsOf(report.kind).find(one => one.key === key);
    const row = part && (lock ? await this.db.lock(ReportPart, { reportId: report.id, part: part.key }) : await this.db.repo(ReportPart).findOneBy({ reportId: report.id, part: part.key }));
    if (!part || !row) throw notFound();
    return { part, row };
  }

  /** Tells who looks at the report that it changed. */
  async tell(report: ExecutionReport, more: Record<string, unknown> = {}): Promise<void> {
    await this.live.publish('report', { reportId: report.id, orgs: [report.enterpriseId], matter: MATTER, site: report.siteId, regionCode: report.submittedAt ? report.regionCode : null, ...more });
  }
}

export const onBehalf = (actor: Actor, report: Pick<ExecutionReport, 'enterpriseId'>): string | null => (actor.orgId === report.enterpriseId ? null : report.enterpriseId);
