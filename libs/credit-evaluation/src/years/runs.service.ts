import { Injectable } from '@nestjs/common';
import { CaseEngine } from '@huanbao/casework';
import { Actor, Audit, Clock, Db, newId, Outbox, systemActor, violatedConstraint } from '@huanbao/platform';
import { EvaluationParticipant, EvaluationRun, EvaluationYear, type RunKind } from '../evaluation.entity';
import { listEmpty, listNotPublished, listPublished, nothingToDo, notInstead, runBusy } from '../evaluation.errors';
import { runEvaluationBatch } from '../evaluation.events';
import { yearPolicy } from '../evaluation.policy';
import { EvaluationBook } from '../evaluation.reference';
import { Publishing } from '../public/publishing.service';
import { Announcing } from './announcing.service';

/** Enterprises a batch: each batch commits with its progress and asks for the next. */
const BATCH = 25;

const NEEDS = { announce: 'evaluation-year.run', publicity: 'evaluation-year.run', approve: 'evaluation-year.approve', publish: 'evaluation-year.publish' } as const;
const SUPERVISOR = 'bureau.supervisor';

/** Whom a step is for: those whose stage allows it today. `$1` the year, `$2` after whom, `$3` today. */
const READY: Readonly<Record<RunKind, string>> = {
  announce: `evaluation_participant p WHERE p.year_id = $1 AND p.removed_at IS NULL AND p.evaluation_id IS NULL AND $3::date IS NOT NULL`,
  publicity: `credit_evaluation p JOIN case_record k ON k.id = p.id WHERE p.year_id = $1 AND k.state = 'reviewed' AND $3::date IS NOT NULL`,
  approve: `credit_evaluation p JOIN case_record k ON k.id = p.id WHERE p.year_id = $1 AND k.state = 'publicity' AND p.public_until < $3::date`,
  publish: `credit_evaluation p JOIN case_record k ON k.id = p.id WHERE p.year_id = $1 AND k.state = 'approved' AND $3::date IS NOT NULL`,
};

/** Steps over everybody of a year, begun by a person, done in the worker in batches that may be repeated. */
@Injectable()
export class EvaluationRuns {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly announcing: Announcing,
    private readonly publishing: Publishing,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly book: EvaluationBook,
    private readonly engine: CaseEngine,
  ) {}

  /** @throws 409 while another step runs, 422 when nobody is ready */
  async start(actor: Actor, yearId: string, { kind, note }: { readonly kind: RunKind; readonly note?: string | undefined }): Promise<EvaluationRun> {
    try {
      return await this.db.transaction(() => this.begin(actor, yearId, { kind, note: note ?? null }));
    } catch (error) {
      if (violatedConstraint(error) === 'credit_evaluation_run_one') throw runBusy();
      throw error;
    }
  }

  /** How many are ready for each step today. */
  async ready(yearId: string): Promise<Record<RunKind, number>> {
    const counts = { announce: 0, publicity: 0, approve: 0, publish: 0 };
    for (const kind of Object.keys(counts) as RunKind[]) counts[kind] = await this.count(yearId, kind);
    return counts;
  }

  /** One batch, in the running transaction. */
  async batch(runId: string): Promise<void> {
    const run = await this.db.lock(EvaluationRun, { id: runId });
    if (run?.state !== 'running') return;
    const year = await this.db.repo(EvaluationYear).findOneByOrFail({ id: run.yearId });
    const actor = starterOf(run);
    const ids = await this.idsAfter(run);
    let skipped = 0;
    for (const id of ids) if (!(await this.one(actor, year, { kind: run.kind, id }))) skipped += 1;
    const last = ids.length < BATCH;
    await this.db.repo(EvaluationRun).update({ id: runId }, { done: run.done + ids.length, skipped: run.skipped + skipped, afterId: ids.at(-1) ?? run.afterId, state: last ? 'done' : 'running', finishedAt: last ? this.clock.now() : null });
    if (!last) await this.outbox.enqueue(runEvaluationBatch, { runId });
  }

  private async begin(actor: Actor, yearId: string, { kind, note }: { readonly kind: RunKind; readonly note: string | null }): Promise<EvaluationRun> {
    const year = await this.db.lock(EvaluationYear, { id: yearId });
    yearPolicy.require(actor, NEEDS[kind], year);
    if (kind === 'approve' && !actor.roles.includes(SUPERVISOR) && !(await this.book.insteadOfSupervisors()).some(role => actor.roles.includes(role as (typeof actor.roles)[number]))) throw notInstead();
    if (await this.db.repo(EvaluationRun).existsBy({ yearId, state: 'running' })) throw runBusy();
    if (kind === 'announce' && year.state !== 'listing') throw listPublished();
    if (kind !== 'announce' && year.state === 'listing') throw listNotPublished();
    const total = await this.count(yearId, kind);
    if (total === 0) throw kind === 'announce' ? listEmpty() : nothingToDo();
    if (kind === 'announce') await this.db.repo(EvaluationYear).update({ id: yearId }, { state: 'running', listPublishedAt: this.clock.now(), listPublishedByName: actor.name, version: year.version + 1 });
    const run: EvaluationRun = { id: newId(), yearId, kind, state: 'running', total, done: 0, skipped: 0, afterId: null, note, startedBy: actor.userId, startedByName: actor.name, startedByOrg: actor.orgId, startedAt: this.clock.now(), finishedAt: null };
    await this.db.repo(EvaluationRun).insert(run);
    await this.audit.record({ actor, action: `evaluation-year.${kind}`, subject: { type: 'evaluation-year', id: yearId }, details: { total, note } });
    await this.outbox.enqueue(runEvaluationBatch, { runId: run.id });
    return run;
  }

  private async one(actor: Actor, year: EvaluationYear, { kind, id }: { readonly kind: RunKind; readonly id: string }): Promise<boolean> {
    if (kind === 'announce') return this.announcing.announce(actor, year, await this.db.repo(EvaluationParticipant).findOneByOrFail({ id }));
    // 回避: what concerns the officer's own unit waits for a colleague's run
    if (!(await this.engine.isImpartial(id, actor))) return false;
    if (kind === 'publicity') return this.publishing.makePublic(actor, year, id);
    return kind === 'approve' ? this.publishing.approve(actor, year, id) : this.publishing.publish(actor, id);
  }

  private async count(yearId: string, kind: RunKind): Promise<number> {
    const [row] = await this.db.query<{ n: number }>(`SELECT count(*)::int AS n FROM ${READY[kind]} AND $2::uuid IS NULL`, [yearId, null, this.clock.today()]);
    return row?.n ?? 0;
  }

  private async idsAfter({ yearId, kind, afterId }: EvaluationRun): Promise<string[]> {
    const rows = await this.db.query<{ id: string }>(`SELECT p.id FROM ${READY[kind]} AND ($2::uuid IS NULL OR p.id > $2) ORDER BY p.id LIMIT ${BATCH}`, [yearId, afterId, this.clock.today()]);
    return rows.map(row => row.id);
  }
}

/** Who began it is who did it: in the timeline of each case stands the person, not the worker. */
const starterOf = ({ startedBy, startedByName, startedByOrg }: EvaluationRun): Actor => ({ ...systemActor('credit-evaluation'), userId: startedBy, name: startedByName, orgId: startedByOrg, orgKind: 'bureau', roles: ['bureau.supervisor'] });
