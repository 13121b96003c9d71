import { setImmediate as nextTurn } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import { CaseEngine } from '@huanbao/casework';
import { Actor, AlreadyDone, Audit, Clock, Db, Delivery, LiveBus, newId, notFound, Outbox } from '@huanbao/platform';
import { IsNull, Like, Not } from 'typeorm';
import { PermitApplication } from './application.entity';
import { ApplicationRecords } from './application.records';
import type { SectionKey } from './form/field';
import { contestedOpen, findingClosed, onlyErrorsContested, reasonNeeded } from './permits.errors';
import { reviewApplication } from './permits.jobs.definitions';
import { Finding, LimitRow, ReviewContext } from './review/rule';
import { RULES, ruleVersions } from './review/rules';
import { CorrectionConsequences } from './correction-consequences';
import { factsHashOf, ReviewGrounds } from './review-grounds';
import { FindingLimit, ReviewFinding, ReviewRun } from './review-run.entity';
import { contentHash } from './section-store';

const ATTEMPTS = reviewApplication.attempts;
const CHUNK = 500;
const TELL_MS = 150;

export interface Disposition {
  readonly disposition: 'accepted' | 'overruled';
  readonly reason?: string;
}

/** The machine review: asked for by either side, run by the worker, each finding judged by a person. */
@Injectable()
export class ReviewRunsService {
  constructor(
    private readonly db: Db,
    private readonly records: ApplicationRecords,
    private readonly grounds: ReviewGrounds,
    private readonly outbox: Outbox,
    private readonly live: LiveBus,
    private readonly audit: Audit,
    private readonly consequences: CorrectionConsequences,
    private readonly engine: CaseEngine,
    private readonly clock: Clock,
  ) {}

  /** Queues a run; a second click while one waits answers that one. */
  request(actor: Actor, id: string): Promise<ReviewRun> {
    return this.db.transaction(async () => {
      await this.records.find(actor, id, 'permit-application.run-review');
      return this.queue(actor, id);
    });
  }

  private async queue(actor: Actor, id: string): Promise<ReviewRun> {
    const run: ReviewRun = {
      id: newId(), applicationId: id, state: 'queued', progress: 0, contentHash: null, factsHash: null, ruleVersions: ruleVersions(), errors: 0, warnings: 0,
      requestedBy: actor.userId, requestedAt: this.clock.now(), startedAt: null, finishedAt: null,
    };
    // a run that waits is held until this transaction ends: its worker then reads the form with what was written here
    const [kept] = await this.db.query<{ id: string }>(
      `INSERT INTO review_run (id, application_id, state, progress, rule_versions, requested_by, requested_at) VALUES ($1, $2, 'queued', 0, $3, $4, $5)
       ON CONFLICT (application_id) WHERE state = 'queued' DO UPDATE SET requested_at = review_run.requested_at RETURNING id`,
      [run.id, id, JSON.stringify(run.ruleVersions), actor.userId, run.requestedAt],
    );
    if (kept && kept.id !== run.id) return this.db.repo(ReviewRun).findOneByOrFail({ id: kept.id });
    await this.outbox.enqueue(reviewApplication, { applicationId: id, runId: run.id }, { key: run.id });
    return run;
  }

  /**
   * After an edit, once somebody has asked for a review: it runs again by itself. Edits while one waits are judged with it,
   * for a run reads the form when it begins. Inside the transaction of the edit.
   */
  async again(actor: Actor, application: PermitApplication): Promise<void> {
    if ((await this.newest(application.id)) !== null) await this.queue(actor, application.id);
  }

  /** The run shown to people; null before the first. */
  newest(id: string): Promise<ReviewRun | null> {
    return this.db.repo(ReviewRun).findOne({ where: { applicationId: id }, order: { id: 'DESC' } });
  }

  findings(runId: string, { section, most }: { readonly section?: SectionKey; readonly most?: number } = {}): Promise<ReviewFinding[]> {
    const place = section === undefined ? {} : { pointer: Like(`/${section}/%`) };
    return this.db.repo(ReviewFinding).find({ where: { runId, ...place }, order: { position: 'ASC' }, take: most });
  }

  /**
   * 条例 art. 9 knows no machine: who holds that an error is none says why and hands in with it. Null takes that back.
   * @throws 409 once it was handed in, 400 for a warning, which stops nobody
   */
  contest(actor: Actor, id: string, findingId: string, reason: string | null): Promise<ReviewFinding> {
    return this.db.transaction(async () => {
      const application = await this.records.share(actor, id, 'permit-application.edit');
      if (application.editing === 'sealed') throw findingClosed();
      const finding = await this.db.lock(ReviewFinding, { id: findingId, applicationId: id });
      if (!finding) throw notFound();
      if (finding.level !== 'E') throw onlyErrorsContested();
      const said = { contestedReason: reason, contestedByName: reason === null ? null : actor.name, contestedAt: reason === null ? null : this.clock.now() };
      // another reason is another matter: what an officer said of the former one does not count for it
      const anew = finding.disposition === 'accepted' ? { disposition: null, dispositionReason: null, disposedBy: null, disposedByName: null, disposedAt: null } : {};
      await this.db.repo(ReviewFinding).update({ id: findingId }, { ...said, ...anew });
      await this.audit.record({
        actor, action: 'permit-application.contest-finding', subject: { type: 'permit-application', id }, details: { findingId, ruleId: finding.ruleId, pointer: finding.pointer, reason },
        onBehalfOf: actor.orgId === application.enterpriseId ? null : application.enterpriseId,
      });
      return { ...finding, ...said, ...anew };
    });
  }

  /** Whether a finished run has judged this content by what holds now: rules, reference data and day included. */
  async isCurrent(application: PermitApplication, run: ReviewRun, hash: string): Promise<boolean> {
    return run.contentHash === hash && (application.editing === 'sealed' || run.factsHash === (await this.grounds.factsHash(application)));
  }

  /** Errors of a run that keep it from being handed in: neither contested nor overruled, or an officer has held against the applicant. */
  errorsLeft(runId: string): Promise<number> {
    return this.db.repo(ReviewFinding).createQueryBuilder('f').where('f.runId = :runId', { runId })
      .andWhere(`f.level = 'E' AND f.disposition IS DISTINCT FROM 'overruled' AND (f.contestedReason IS NULL OR f.disposition = 'accepted')`).getCount();
  }

  /** Before acceptance each contested error has its ruling. @throws 422 `permit.contested` */
  async assertRuled(id: string): Promise<void> {
    const run = await this.db.repo(ReviewRun).findOne({ where: { applicationId: id, state: 'done' }, order: { id: 'DESC' } });
    if (!run) return;
    const open = await this.db.repo(ReviewFinding).createQueryBuilder('f').where('f.runId = :runId', { runId: run.id })
      .andWhere(`f.level = 'E' AND f.contestedReason IS NOT NULL AND f.disposition IS DISTINCT FROM 'overruled'`).getCount();
    if (open > 0) throw contestedOpen(open);
  }

  /** The officer follows a finding or overrules it with a reason. */
  dispose(actor: Actor, id: string, findingId: string, input: Disposition): Promise<ReviewFinding> {
    return this.db.transaction(async () => {
      const application = await this.records.find(actor, id, 'permit-application.dispose-finding');
      const finding = await this.db.lock(ReviewFinding, { id: findingId, applicationId: id });
      if (!finding) throw notFound();
      if (!application.open) throw findingClosed();
      await this.engine.assertImpartial(id, actor);
      if (input.disposition === 'overruled' && !input.reason?.trim()) throw reasonNeeded();
      Object.assign(finding, {
        disposition: input.disposition, dispositionReason: input.reason?.trim() || null, disposedBy: actor.userId, disposedByName: actor.name, disposedAt: this.clock.now(),
      });
      await this.db.repo(ReviewFinding).save(finding);
      await this.audit.record({
        actor, action: 'permit-application.dispose-finding', subject: { type: 'permit-application', id },
        details: { findingId, ruleId: finding.ruleId, disposition: input.disposition, reason: finding.dispositionReason },
      });
      return finding;
    });
  }

  /** One delivery of the job: read, judge rule by rule with progress, write the findings with the done mark. */
  async run(runId: string, delivery: Pick<Delivery, 'attempt' | 'complete'>): Promise<void> {
    const run = await this.db.repo(ReviewRun).findOneBy({ id: runId });
    if (!run || run.state === 'done') return;
    const application = await this.db.repo(PermitApplication).findOneByOrFail({ id: run.applicationId });
    try {
      await this.advance(application, run, { state: 'running', progress: 5, startedAt: this.clock.now() });
      const context = await this.grounds.of(application);
      const findings = await this.judge(application, run, context);
      await delivery.complete(() => this.finish(application, run, { findings, hash: contentHash(context.form), factsHash: factsHashOf(context) }));
    } catch (error) {
      if (delivery.attempt >= ATTEMPTS && !(error instanceof AlreadyDone)) await this.advance(application, run, { state: 'failed', finishedAt: this.clock.now() });
      throw error;
    }
  }

  /** Rule by rule; who waits is told how far it is, but not so often that telling takes longer than judging. */
  private async judge(application: PermitApplication, run: ReviewRun, context: ReviewContext): Promise<Finding[]> {
    const findings: Finding[] = [];
    let toldAt = performance.now();
    for (const [index, rule] of RULES.entries()) {
      findings.push(...rule.check(context));
      // other jobs of the process get their turn between two rules
      await nextTurn();
      if (performance.now() - toldAt < TELL_MS) continue;
      await this.advance(application, run, { progress: 5 + Math.round(((index + 1) / RULES.length) * 90) });
      toldAt = performance.now();
    }
    return findings;
  }

  private async finish(application: PermitApplication, run: ReviewRun, result: { findings: readonly Finding[]; hash: string; factsHash: string }): Promise<void> {
    const judged = await this.judgedBefore(application.id);
    const rows = result.findings.map(({ suggestion, limits, ...finding }, index) => ({
      ...finding, ...judged.get(markOf(finding)), limits: limits.map(limitOf), id: newId(), runId: run.id, applicationId: application.id, position: index + 1, suggestionZh: suggestion.zh, suggestionEn: suggestion.en,
    }));
    for (let from = 0; from < rows.length; from += CHUNK) await this.db.repo(ReviewFinding).insert(rows.slice(from, from + CHUNK));
    await this.consequences.follow(application, result.findings);
    const errors = rows.filter(row => row.level === 'E').length;
    const done: Partial<ReviewRun> = { state: 'done', progress: 100, finishedAt: this.clock.now(), contentHash: result.hash, factsHash: result.factsHash, errors, warnings: rows.length - errors, ruleVersions: ruleVersions() };
    await this.advance(application, run, done);
  }

  /** What both sides have said of the same remark in the last finished run: a re-run does not make them say it again. */
  private async judgedBefore(applicationId: string): Promise<Map<string, Partial<ReviewFinding>>> {
    const last = await this.db.repo(ReviewRun).findOne({ where: { applicationId, state: 'done' }, order: { id: 'DESC' } });
    const said = last ? await this.db.repo(ReviewFinding).findBy([{ runId: last.id, disposition: Not(IsNull()) }, { runId: last.id, contestedReason: Not(IsNull()) }]) : [];
    return new Map(said.map(one => {
      const { disposition, dispositionReason, disposedBy, disposedByName, disposedAt, contestedReason, contestedByName, contestedAt } = one;
      return [markOf(one), { disposition, dispositionReason, disposedBy, disposedByName, disposedAt, contestedReason, contestedByName, contestedAt }];
    }));
  }

  private async advance(application: PermitApplication, run: ReviewRun, changes: Partial<ReviewRun>): Promise<void> {
    Object.assign(run, changes);
    await this.db.repo(ReviewRun).update({ id: run.id }, changes as object);
    await this.live.publish('review', {
      applicationId: application.id, runId: run.id, state: run.state, progress: run.progress,
      orgs: [application.enterpriseId], matter: 'permits', site: application.siteId, regionCode: application.submittedAt ? application.regionCode : null,
    });
  }
}

/** The same remark: same rule, same place, same content. */
const markOf = ({ ruleId, pointer, actual }: Pick<Finding, 'ruleId' | 'pointer' | 'actual'>): string => `${ruleId} ${pointer} ${actual}`;

function limitOf({ standard, title, tier, value, unit, validFrom, verified, note }: LimitRow): FindingLimit {
  return { standard, title, tier, value, unit, validFrom, verified, note };
}
