import { Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, Db, Outbox, stale } from '@huanbao/platform';
import { Signatures } from '@huanbao/signatures';
import { placeOf } from '../form/form';
import { ExecutionReport, type JudgedQuality, QUALITIES, type ReportRevision, ReportRevision as Revision } from '../report.entity';
import { notHandedIn, qualitiesUnjudged, strangePlaces, unmetQualities } from '../reports.errors';
import { reportAccepted, reportReturned } from '../reports.events';
import { ReportDuty } from '../handing/report-duty';
import { ReportNotices } from '../handing/report-notices';
import { ReportRecords } from '../writing/report-records';

export interface ReturnInput {
  readonly qualities: readonly JudgedQuality[];
  readonly places: readonly { readonly pointer: string; readonly requirement: string }[];
  readonly note: string;
}

/** The bureau checks the four qualities — 及时、完整、合规、准确 — and accepts a report or returns it with the places to correct. */
@Injectable()
export class ReportDecision {
  constructor(
    private readonly db: Db,
    private readonly records: ReportRecords,
    private readonly signatures: Signatures,
    private readonly duty: ReportDuty,
    private readonly notices: ReportNotices,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws 422 while a quality other than being in time is not met; 409 when it does not wait for a decision */
  accept(actor: Actor, id: string, { qualities, version }: { qualities: readonly JudgedQuality[]; version: number }): Promise<ExecutionReport> {
    return this.db.transaction(async () => {
      const { report, copy } = await this.waiting(actor, id, version);
      assertJudged(qualities);
      if (qualities.some(one => !one.met && one.quality !== 'timely')) throw unmetQualities();
      await this.signatures.assertUncontested({ type: 'execution-report', id });
      await this.settle(actor, copy, { outcome: 'accepted', qualities });
      const next = await this.move(report, 'accepted');
      await this.audit.record({ actor, action: 'execution-report.accept', subject: { type: 'execution-report', id }, details: { revision: copy.number, qualities: Object.fromEntries(qualities.map(one => [one.quality, one.met])) } });
      await this.outbox.publish(reportAccepted, { reportId: id, permitId: report.permitId, enterpriseId: report.enterpriseId, revision: copy.number });
      await this.notices.accepted(report, copy.number);
      return next;
    });
  }

  /** Sent back with the places; the duty is open again. @throws 400 at each place the report does not have */
  return(actor: Actor, id: string, { input, version }: { input: ReturnInput; version: number }): Promise<ExecutionReport> {
    return this.db.transaction(async () => {
      const { report, copy } = await this.waiting(actor, id, version);
      assertJudged(input.qualities);
      const labels = input.places.map(({ pointer }) => placeOf(report.kind, copy.form, pointer));
      const strange = labels.flatMap((label, index) => (label ? [] : [`/places/${index}/pointer`]));
      if (strange.length > 0) throw strangePlaces(strange);
      const returned = input.places.map((place, index) => ({ ...place, label: labels[index]?.zh ?? '' }));
      await this.settle(actor, copy, { outcome: 'returned', qualities: input.qualities, returned, outcomeNote: input.note });
      const next = await this.move(report, 'returned');
      await this.duty.returned(actor, report);
      await this.audit.record({ actor, action: 'execution-report.return', subject: { type: 'execution-report', id }, details: { revision: copy.number, places: input.places.map(one => one.pointer), note: input.note } });
      await this.outbox.publish(reportReturned, { reportId: id, permitId: report.permitId, enterpriseId: report.enterpriseId, revision: copy.number });
      await this.notices.returned(report, { revision: copy.number, places: input.places.length, note: input.note });
      return next;
    });
  }

  private async waiting(actor: Actor, id: string, version: number): Promise<{ report: ExecutionReport; copy: ReportRevision }> {
    const report = await this.records.lock(actor, id, 'execution-report.decide');
    if (report.state !== 'submitted') throw notHandedIn();
    if (report.version !== version) throw stale();
    return { report, copy: await this.db.repo(Revision).findOneByOrFail({ reportId: id, number: report.revision }) };
  }

  private async settle(actor: Actor, copy: ReportRevision, change: Partial<ReportRevision>): Promise<void> {
    await this.db.repo(Revision).update({ id: copy.id }, { ...change, decidedAt: this.clock.now(), decidedBy: actor.userId, decidedByName: actor.name } as object);
  }

  private async move(report: ExecutionReport, state: 'accepted' | 'returned'): Promise<ExecutionReport> {
    const change = { state, version: report.version + 1, updatedAt: this.clock.now() };
    await this.db.repo(ExecutionReport).update({ id: report.id }, change);
    await this.records.tell(report);
    return { ...report, ...change };
  }
}

const LEAST_WORDS = 4;

/** Each of the four once; what is not met says why. */
function assertJudged(qualities: readonly JudgedQuality[]): void {
  const wrong = QUALITIES.flatMap(quality => {
    const judged = qualities.filter(one => one.quality === quality);
    const index = qualities.findIndex(one => one.quality === quality);
    if (judged.length !== 1) return ['/qualities'];
    return judged[0]?.met === false && (judged[0].comment.trim().length < LEAST_WORDS) ? [`/qualities/${index}/comment`] : [];
  });
  if (wrong.length > 0) throw qualitiesUnjudged([...new Set(wrong)]);
}
