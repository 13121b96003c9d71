import { Injectable } from '@nestjs/common';
import { CaseEngine, CaseRecord } from '@huanbao/casework';
import { monthsAfter } from '@huanbao/credit';
import { Clock, Db, shanghaiDate, systemActor } from '@huanbao/platform';
import { IsNull } from 'typeorm';
import { type Compared, Results } from '../checking/results';
import { CreditEvaluation, EvaluationYear } from '../evaluation.entity';
import { evaluationMachine } from '../evaluation.machine';
import { EvaluationBook } from '../evaluation.reference';
import { causesOf, type CorrectionFacts, sameDifferences } from '../rules/correction';
import { Announcing } from '../years/announcing.service';
import { valuesOf } from './drafting';
import { Renewing } from './renewing.service';

const BY = { ...systemActor('credit-evaluation'), name: '系统' };
const MONTHS = 12;
const AGAIN = '信用记录又有变化，已经按现在的记录重新计算';
const NOTHING = { zh: '按现在的信用记录重新计算，公布的结果没有变化', en: 'Reckoned by the record of today the published result stands' };

/** Sees that what a published result rests on was revoked or changed, or that a fact of its year became known, and opens its correction; told again, it finds the one that is open. */
@Injectable()
export class Noticing {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly engine: CaseEngine,
    private readonly results: Results,
    private readonly book: EvaluationBook,
    private readonly announcing: Announcing,
    private readonly renewing: Renewing,
  ) {}

  /** Every result of the subject that is public and counts, in the running transaction. */
  async look(subjectId: string): Promise<void> {
    const found = await this.db.query<{ id: string; state: string }>(
      `SELECT e.id, k.state FROM credit_evaluation e JOIN case_record k ON k.id = e.id WHERE e.subject_id = $1 AND e.merged_into IS NULL AND (k.state = 'published' OR (e.corrects IS NULL AND k.state IN ('publicity', 'approved'))) ORDER BY e.year, e.id`, [subjectId]);
    for (const { id, state } of found) await (state === 'published' ? this.lookAt(id) : this.renewing.moved(id));
  }

  /** Each night: corrections whose years pass while nothing moves. One transaction each. @throws the first failure, when all were looked at */
  async round(): Promise<void> {
    const years = await this.book.number('late-facts-years');
    const rows = await this.db.query<{ subjectId: string }>(
      `SELECT DISTINCT e.subject_id AS "subjectId" FROM credit_evaluation e JOIN case_record k ON k.id = e.id
        WHERE e.corrects IS NOT NULL AND e.correction_ended_at IS NULL AND k.closed_at IS NULL AND (e.correction ->> 'firstPublishedOn')::date + make_interval(years => $2) <= $1::date ORDER BY 1`, [this.clock.today(), years]);
    const failures: unknown[] = [];
    for (const { subjectId } of rows) await this.db.transaction(() => this.look(subjectId)).catch((error: unknown) => failures.push(error));
    if (failures.length > 0) throw failures[0];
  }

  private async lookAt(id: string): Promise<void> {
    const original = await this.db.lock(CreditEvaluation, { id });
    // a correction took its place meanwhile
    if (original?.mergedInto !== null) return;
    const year = await this.db.repo(EvaluationYear).findOneByOrFail({ id: original.yearId });
    const open = await this.db.repo(CreditEvaluation).findOneBy({ corrects: id, correctionEndedAt: IsNull() });
    const firstPublishedOn = original.correction?.firstPublishedOn ?? shanghaiDate(original.publishedAt as Date);
    const factsUntil = await this.factsUntil(original, firstPublishedOn);
    const draft = await this.draft(original, year, { firstPublishedOn, factsUntil });
    const tooLate = async (): Promise<boolean> => factsUntil !== null && (await this.draft(original, year, { firstPublishedOn, factsUntil: null })) !== null;
    if (open) return this.follow(open, year, { draft, why: async () => ((await tooLate()) ? this.yearsOver(firstPublishedOn) : NOTHING) });
    if (draft) await this.begin(original, year, draft);
  }

  /** The correction as it would begin; null where the result stands. */
  private async draft(original: CreditEvaluation, year: EvaluationYear, { firstPublishedOn, factsUntil }: Pick<CorrectionFacts, 'firstPublishedOn' | 'factsUntil'>): Promise<Draft | null> {
    const { last, before, now, since } = await this.results.again(original, year, factsUntil);
    if (causesOf(before, now).length === 0) return null;
    const at = this.clock.now();
    const facts: CorrectionFacts = { since, firstPublishedOn, factsUntil, causes: [], differences: [], direction: 'same' };
    const row: CreditEvaluation = { ...original, ...valuesOf(original, { last, now, year: year.year, levels: await this.book.levels(), at }), ...UNDECIDED, corrects: original.id, correction: facts, version: 1 };
    const compared = await this.results.compare(row, year);
    return compared.differences.length === 0 ? null : { row, compared };
  }

  /** A result that has been published for long does not move any more by what was not known; null while it does. */
  private async factsUntil({ id, correction }: CreditEvaluation, firstPublishedOn: string): Promise<string | null> {
    const years = await this.book.number('late-facts-years');
    if (monthsAfter(firstPublishedOn, years * MONTHS) > this.clock.today()) return null;
    const last = (await this.results.of(id)).at(-1)?.computedAt.toISOString() ?? null;
    return correction?.factsUntil ?? last;
  }

  private async begin({ subjectId, subjectName, regionCode }: CreditEvaluation, year: EvaluationYear, { row }: { readonly row: CreditEvaluation }): Promise<void> {
    const opened = await this.engine.open(evaluationMachine, { party: { orgId: subjectId, name: subjectName }, regionCode, title: `${year.year} 年度环境信用评价更正：${subjectName}`.slice(0, 200), actor: BY });
    const correction = { ...row, id: opened.id, number: null };
    await this.db.repo(CreditEvaluation).insert(correction as object);
    const c = await this.engine.act(evaluationMachine, opened.id, 'correct', {
      actor: BY, authorise: () => undefined, details: { corrects: row.corrects }, clockPeriods: { correction: await this.book.period('correct-within') },
      effects: async ({ id, number }) => void (await this.db.repo(CreditEvaluation).update({ id }, { ...(await this.results.reckon(correction, year, { cause: 'correction', byName: BY.name })), number, search: [number, subjectName, row.uscc].filter(Boolean).join(' ') } as object)),
    });
    const words = await this.words(opened.id);
    await this.engine.note(row.corrects as string, { actor: BY, authorise: () => undefined, text: { zh: `结果所依据的信用记录有变化，或者得知了该年度的新事件，已开始更正（${c.number ?? ''}）`, en: `What the result rests on changed, or a fact of the year became known; its correction ${c.number ?? ''} began` }, action: 'credit-evaluation.correct', details: { correction: opened.id } });
    await this.announcing.toPost('bureau.reviewer', { id: opened.id, regionCode }, { key: 'to-correct', title: { zh: `年度评价结果需要更正：${subjectName}`, en: `An annual result is to be corrected: ${subjectName}` }, body: { zh: `${c.number ?? ''}：${words}`, en: `${c.number ?? ''}: ${words}` } });
    await this.announcing.toSubject({ id: opened.id, subjectId }, { key: 'to-correct', title: { zh: `${year.year} 年度评价结果正在更正`, en: `Your result of ${year.year} is being corrected` }, body: { zh: `${words}。更正期间公众看不到原等级；更正后另行通知。`, en: `${words}. The public does not see the grade meanwhile; you will be told.` } });
  }

  /** What is being corrected follows the ledger; an objection that is looked at is answered first. */
  private async follow(open: CreditEvaluation, year: EvaluationYear, { draft, why }: { readonly draft: Draft | null; readonly why: () => Promise<Words> }): Promise<void> {
    const c = await this.db.lock(CaseRecord, { id: open.id });
    if (!c || c.state === 'objection') return;
    if (draft === null) return this.lapse(c, open, await why());
    if (sameCauses(open.correction?.causes, draft.compared.causes) && sameDifferences((await this.results.compare(open, year)).differences, open.correction?.differences ?? [])) return;
    const renewed = async (): Promise<void> => {
      const row = { ...open, prefills: draft.row.prefills, checks: draft.row.checks };
      await this.db.repo(CreditEvaluation).update({ id: open.id }, { ...(await this.results.reckon(row, year, { cause: 'correction', byName: BY.name })), prefills: row.prefills, checks: row.checks, ...UNDONE, version: open.version + 1 } as object);
    };
    if (c.state === 'correcting') await renewed();
    else await this.engine.act(evaluationMachine, open.id, 'anew', { actor: BY, reason: AGAIN, clockPeriods: { correction: await this.book.period('correct-within') }, authorise: () => undefined, effects: renewed });
    await this.announcing.toPost('bureau.reviewer', open, { key: `anew-${c.version}-${open.version}`, title: { zh: `更正的依据又有变化：${open.subjectName}`, en: `What a correction rests on changed again: ${open.subjectName}` }, body: { zh: `${open.number ?? ''}：${AGAIN}`, en: `${open.number ?? ''} was reckoned anew.` } });
  }

  /** Closed with a line that says why, told to who works on it and to whom it concerns: the grade is public again. */
  private async lapse(c: CaseRecord, open: CreditEvaluation, why: Words): Promise<void> {
    await this.engine.act(evaluationMachine, open.id, 'lapse', { actor: BY, reason: why.zh, authorise: () => undefined, effects: async () => void (await this.db.repo(CreditEvaluation).update({ id: open.id }, { correctionEndedAt: this.clock.now() })) });
    if (open.corrects) await this.engine.note(open.corrects, { actor: BY, authorise: () => undefined, text: { zh: `更正（${c.number ?? ''}）终止：${why.zh}`, en: `Correction ${c.number ?? ''} ended: ${why.en}` }, action: 'credit-evaluation.correction-lapsed', details: { correction: open.id } });
    await this.announcing.toPost('bureau.reviewer', open, { key: `lapsed-${c.version}`, title: { zh: `更正已终止：${open.subjectName}`, en: `A correction ended: ${open.subjectName}` }, body: { zh: `${open.number ?? ''}：${why.zh}`, en: `${open.number ?? ''}: ${why.en}.` } });
    await this.announcing.toSubject(open, { key: `lapsed-${c.version}`, title: { zh: `${open.year} 年度评价结果的更正已终止`, en: `The correction of your result of ${open.year} ended` }, body: { zh: `${why.zh}。公布的结果不变，公众可以重新看到。`, en: `${why.en}. The published result stands and is public again.` } });
  }

  /** What became known late moves a result within its years only. */
  private async yearsOver(firstPublishedOn: string): Promise<Words> {
    const years = await this.book.number('late-facts-years');
    return { zh: `结果公布（${firstPublishedOn}）已满 ${years} 年，不再因当时不知道的事件更正，这件更正没有在期限内办结`, en: `The result was published on ${firstPublishedOn}; after ${years} years what was not known then moves it no more, and the correction was not done in time` };
  }

  private async words(id: string): Promise<string> {
    const { correction } = await this.db.repo(CreditEvaluation).findOneByOrFail({ id });
    return (correction?.causes ?? []).map(one => [one.title, one.documentNo].filter(Boolean).join('，')).join('；').slice(0, 200);
  }
}

interface Words {
  readonly zh: string;
  readonly en: string;
}

interface Draft {
  readonly row: CreditEvaluation;
  readonly compared: Compared;
}

const sameCauses = (a: CorrectionFacts['causes'] | undefined, b: CorrectionFacts['causes']): boolean => JSON.stringify((a ?? []).map(one => [one.key, one.after])) === JSON.stringify(b.map(one => [one.key, one.after]));

/** Nobody has looked at it. */
const UNDONE = {
  checkedBy: null, checkedByName: null, checkedAt: null, checkNote: null, reviewedBy: null, reviewedByName: null, reviewedAt: null, reviewNote: null, publicFrom: null, publicUntil: null, changedOn: null, approvedBy: null, approvedByName: null, approvedAt: null, publishDue: null,
} as const;
const UNDECIDED = { ...UNDONE, publishedAt: null, score: null, grade: null, gradeTitle: null, colour: null, vetoes: [] as string[], correctionEndedAt: null, correctedAt: null, mergedInto: null } as const;
