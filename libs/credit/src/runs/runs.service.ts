import { Injectable } from '@nestjs/common';
import { Actor, Audit, Clock, Db, newId, notFound, Outbox, violatedConstraint } from '@huanbao/platform';
import { CreditRun, CreditScheme, CreditSchemeRow } from '../credit.entity';
import { runNotFailed, runOpen, schemeFaults, schemeState } from '../credit.errors';
import { runCreditBatch } from '../credit.events';
import { faultsOf } from '../engine/compile';
import type { Ledger } from '../engine/ledger';
import { evaluate } from '../engine/evaluate';
import type { SubjectKind } from '../engine/scheme';
import { LedgerStore } from '../ledger/ledger-store';
import { type DaySchemes, type LoadedScheme, SchemeBook } from '../schemes/scheme-book';
import { compute } from '../standings/compute';
import { Standings, type Subject } from '../standings/standings.service';
import type { SimulateSchemeDto } from './run.dto';

/** Subjects a batch: each batch commits by itself, shows its progress and asks for the next. */
export const BATCH = 500;
const EVERYWHERE = '';
const PROBLEM_LENGTH = 300;
/** An enterprise that is only known from a list has credit as soon as something was found. */
const HAS_CREDIT = `(status IN ('active', 'suspended') OR (status = 'known' AND EXISTS (SELECT 1 FROM credit_event e WHERE e.subject_id = organisation.id)))`;

interface Listed extends Subject {
  readonly name: string;
}

/** Work over everybody: the standing anew, or what a draft would change. In the worker, in batches that may be repeated. */
@Injectable()
export class RunsService {
  constructor(
    private readonly db: Db,
    private readonly book: SchemeBook,
    private readonly store: LedgerStore,
    private readonly standings: Standings,
    private readonly outbox: Outbox,
    private readonly audit: Audit,
    private readonly clock: Clock,
  ) {}

  /** @throws 409 while one is running */
  async recompute(actor: Actor): Promise<CreditRun> {
    try {
      return await this.db.transaction(() => this.begin(actor, { kind: 'recompute', schemeId: null, schemeTitle: null, days: [this.clock.today()], kinds: ['enterprise', 'firm'] }));
    } catch (error) {
      if (violatedConstraint(error) === 'credit_run_one_recompute') throw runOpen();
      throw error;
    }
  }

  /** A draft, or a version that is published, against what was in force: today and at the end of past years. Nothing of it is kept but the result. */
  simulate(actor: Actor, schemeId: string, { pastYears }: SimulateSchemeDto): Promise<CreditRun> {
    return this.db.transaction(async () => {
      const scheme = await this.db.repo(CreditScheme).findOneBy({ id: schemeId });
      if (!scheme) throw notFound();
      if (scheme.state === 'withdrawn') throw schemeState();
      const faults = faultsOf({ key: scheme.key, method: scheme.method, rows: await this.db.repo(CreditSchemeRow).findBy({ schemeId }) });
      if (faults.length > 0) throw schemeFaults(faults);
      const today = this.clock.today();
      const year = Number(today.slice(0, 4));
      const days = [today, ...Array.from({ length: pastYears }, (_, nth) => `${year - 1 - nth}-12-31`)];
      return this.begin(actor, { kind: 'simulate', schemeId, schemeTitle: scheme.title, days, kinds: [scheme.subjectKind] });
    });
  }

  /** One batch, in the running transaction. @returns true when there is more */
  async batch(runId: string): Promise<boolean> {
    const run = await this.db.lock(CreditRun, { id: runId });
    if (!run || run.state === 'done' || run.state === 'failed') return false;
    const subjects = await this.subjectsAfter(run);
    const moved = run.kind === 'recompute' ? await this.recomputeBatch(subjects) : await this.simulateBatch(run, subjects);
    const last = subjects.length < BATCH;
    await this.db.repo(CreditRun).update({ id: runId }, {
      state: last ? 'done' : 'running', done: run.done + subjects.length, moved: run.moved + moved, afterId: subjects.at(-1)?.id ?? run.afterId, finishedAt: last ? this.clock.now() : null,
    });
    if (!last) await this.outbox.enqueue(runCreditBatch, { runId });
    return !last;
  }

  /** The worker gave a batch up: what was done stays, and somebody may go on from there. In a transaction of its own, the one of the batch is undone. */
  async fail(runId: string, problem: string): Promise<void> {
    await this.db.transaction(() => this.db.query(`UPDATE credit_run SET state = 'failed', problem = $2 WHERE id = $1 AND state IN ('waiting', 'running')`, [runId, problem.slice(0, PROBLEM_LENGTH)]));
  }

  /** Runs whose next batch is nowhere any more, as after a worker that was stopped hard: nobody would wait for them for ever. */
  async failLost(): Promise<void> {
    await this.db.query(
      `UPDATE credit_run r SET state = 'failed', problem = '后台任务已中止' WHERE r.state IN ('waiting', 'running')
          AND NOT EXISTS (SELECT 1 FROM outbox o WHERE o.job = $1 AND o.payload ->> 'runId' = r.id::text AND o.done_at IS NULL AND o.dead_at IS NULL)`, [runCreditBatch.name]);
  }

  /** Goes on behind the last subject that was done. @throws 409 where it did not fail, or another run over everybody is under way */
  async resume(actor: Actor, id: string): Promise<CreditRun> {
    try {
      return await this.db.transaction(async () => {
        const run = await this.db.lock(CreditRun, { id });
        if (!run || (run.regionCode !== EVERYWHERE && !actor.regions.some(region => run.regionCode.startsWith(region)))) throw notFound();
        if (run.state !== 'failed') throw runNotFailed();
        await this.db.repo(CreditRun).update({ id }, { state: run.done > 0 ? 'running' : 'waiting', problem: null });
        await this.audit.record({ actor, action: 'credit-run.resume', subject: { type: 'credit-run', id }, details: { done: run.done, total: run.total, problem: run.problem } });
        await this.outbox.enqueue(runCreditBatch, { runId: id });
        return this.db.repo(CreditRun).findOneByOrFail({ id });
      });
    } catch (error) {
      if (violatedConstraint(error) === 'credit_run_one_recompute') throw runOpen();
      throw error;
    }
  }

  private async begin(actor: Actor, { kind, schemeId, schemeTitle, days, kinds }: Pick<CreditRun, 'kind' | 'schemeId' | 'schemeTitle' | 'days'> & { readonly kinds: readonly SubjectKind[] }): Promise<CreditRun> {
    const regionCode = kind === 'recompute' ? EVERYWHERE : (actor.regions.find(one => /^\d+$/.test(one)) ?? EVERYWHERE);
    const [count] = await this.db.query<{ n: number }>(`SELECT count(*)::int AS n FROM organisation WHERE kind = ANY($1) AND ${HAS_CREDIT} AND region_code LIKE $2`, [[...kinds], `${regionCode}%`]);
    const run: CreditRun = { id: newId(), kind, schemeId, schemeTitle, regionCode, days, state: 'waiting', total: count?.n ?? 0, done: 0, moved: 0, afterId: null, startedByName: actor.name, startedAt: this.clock.now(), finishedAt: null, problem: null };
    await this.db.repo(CreditRun).insert(run);
    await this.audit.record({ actor, action: `credit-run.${kind}`, subject: { type: 'credit-run', id: run.id }, details: { schemeId, days, total: run.total } });
    await this.outbox.enqueue(runCreditBatch, { runId: run.id });
    return run;
  }

  private async subjectsAfter({ kind, schemeId, regionCode, afterId }: CreditRun): Promise<Listed[]> {
    const only = kind === 'simulate' ? await this.db.repo(CreditScheme).findOneByOrFail({ id: schemeId as string }) : null;
    return this.db.query<Listed & object>(
      `SELECT id, kind, region_code AS "regionCode", name FROM organisation WHERE kind = ANY($1) AND ${HAS_CREDIT} AND region_code LIKE $2 AND ($3::uuid IS NULL OR id > $3) ORDER BY id LIMIT ${BATCH}`,
      [only ? [only.subjectKind] : ['enterprise', 'firm'], `${regionCode}%`, afterId],
    );
  }

  private async recomputeBatch(subjects: readonly Listed[]): Promise<number> {
    let moved = 0;
    for (const kind of ['enterprise', 'firm'] as const) {
      const some = subjects.filter(one => one.kind === kind);
      if (some.length > 0) moved += await this.standings.recomputeAll(some, { cause: 'scheme', keys: [] }, await this.book.on(this.clock.today(), kind));
    }
    return moved;
  }

  private async simulateBatch({ id, schemeId, days }: CreditRun, subjects: readonly Listed[]): Promise<number> {
    if (subjects.length === 0) return 0;
    const [draft] = await this.book.withRows([await this.db.repo(CreditScheme).findOneByOrFail({ id: schemeId as string })]);
    const ledgers = await this.store.ofAll(subjects.map(one => one.id), { lean: true });
    const [today] = days;
    let moved = 0;
    for (const day of days) {
      const schemes = await this.book.on(day, (draft as LoadedScheme).scheme.subjectKind);
      const rows = subjects.map(subject => simulated({ subject, ledger: ledgers.get(subject.id) ?? { events: [], changes: [] }, schemes, draft: draft as LoadedScheme }));
      if (day === today) moved = rows.filter(row => row.moved !== 0).length;
      await this.insertRows({ id, day }, rows);
    }
    return moved;
  }

  private async insertRows({ id, day }: { readonly id: string; readonly day: string }, rows: readonly SimulatedRow[]): Promise<void> {
    await this.db.query(
      `INSERT INTO credit_run_row (run_id, day, subject_id, subject_name, before_score, before_grade, before_place, after_score, after_grade, after_place, delta, moved)
       SELECT $1, $2::date, "subjectId", "subjectName", "beforeScore", "beforeGrade", "beforePlace", "afterScore", "afterGrade", "afterPlace", delta, moved
         FROM jsonb_to_recordset($3::jsonb) AS r("subjectId" uuid, "subjectName" text, "beforeScore" numeric, "beforeGrade" text, "beforePlace" integer, "afterScore" numeric, "afterGrade" text, "afterPlace" integer, delta numeric, moved integer)
       ON CONFLICT DO NOTHING`,
      [id, day, JSON.stringify(rows)],
    );
  }
}

interface SimulatedRow {
  readonly subjectId: string;
  readonly subjectName: string;
  readonly beforeScore: string | null;
  readonly beforeGrade: string | null;
  readonly beforePlace: number | null;
  readonly afterScore: string;
  readonly afterGrade: string;
  readonly afterPlace: number;
  readonly delta: string;
  /** Places down (positive) or up (negative). */
  readonly moved: number;
}

function simulated({ subject, ledger, schemes, draft }: { readonly subject: Listed; readonly ledger: Ledger; readonly schemes: DaySchemes; readonly draft: LoadedScheme }): SimulatedRow {
  const before = compute({ ...schemes, schemes: schemes.schemes.slice(0, 1) }, ledger).results[0] ?? null;
  const after = evaluate(draft.compiled, ledger, schemes.day);
  const { tiers } = draft.compiled;
  const afterPlace = tiers.findIndex(tier => tier.code === after.grade);
  return {
    subjectId: subject.id, subjectName: subject.name, beforeScore: before?.score ?? null, beforeGrade: before?.gradeTitle ?? null, beforePlace: before?.place ?? null,
    afterScore: after.score, afterGrade: tiers[afterPlace]?.title ?? after.grade, afterPlace, delta: (Number(after.score) - Number(before?.score ?? after.score)).toFixed(2), moved: before ? afterPlace - before.place : 0,
  };
}
