import { Injectable } from '@nestjs/common';
import { CaseEngine, CaseRecord } from '@huanbao/casework';
import type { Reckoned } from '@huanbao/credit';
import { Clock, Db, systemActor } from '@huanbao/platform';
import { Results } from '../checking/results';
import { CreditEvaluation, EvaluationYear } from '../evaluation.entity';
import { evaluationMachine } from '../evaluation.machine';
import { EvaluationBook } from '../evaluation.reference';
import { causesOf, differencesOf, directionOf, sameDifferences } from '../rules/correction';
import { renewedUntil } from '../rules/plan';
import { Announcing } from '../years/announcing.service';
import { valuesOf } from './drafting';

const BY = { ...systemActor('credit-evaluation'), name: '系统' };
const MAY_MOVE: readonly string[] = ['publicity', 'approved'];

/** Reckoned again by what is known now. */
interface Renewed {
  readonly row: CreditEvaluation;
  readonly before: readonly Reckoned[];
  readonly after: readonly Reckoned[];
}

/** A result that is public or approved and not published yet follows the ledger: nobody publishes what the record does not say any more. */
@Injectable()
export class Renewing {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly engine: CaseEngine,
    private readonly results: Results,
    private readonly book: EvaluationBook,
    private readonly announcing: Announcing,
  ) {}

  /** Reckons it anew where the ledger moved, in the running transaction; a correction is left to {@link Noticing}. @returns whether it is behind the ledger, or was until now */
  async moved(id: string): Promise<boolean> {
    const c = await this.db.lock(CaseRecord, { id });
    if (!c || !MAY_MOVE.includes(c.state)) return false;
    const evaluation = (await this.db.lock(CreditEvaluation, { id })) as CreditEvaluation;
    const year = await this.db.repo(EvaluationYear).findOneByOrFail({ id: evaluation.yearId });
    if (evaluation.corrects !== null) return !sameDifferences((await this.results.compare(evaluation, year)).differences, evaluation.correction?.differences ?? []);
    const renewed = await this.again(evaluation, year);
    if (causesOf(renewed.before, renewed.after).length === 0 || differencesOf(renewed.before, renewed.after).length === 0) return false;
    await this.renew(c, year, renewed);
    return true;
  }

  private async again(evaluation: CreditEvaluation, year: EvaluationYear): Promise<Renewed> {
    const { last, before, now } = await this.results.again(evaluation, year);
    if (causesOf(before, now).length === 0) return { row: evaluation, before, after: now };
    const row = { ...evaluation, ...valuesOf(evaluation, { last, now, year: year.year, levels: await this.book.levels(), at: this.clock.now() }) };
    return { row, before, after: await this.results.supposed(row, year) };
  }

  /** Public anew as long as the dated row says; whoever had approved it did not approve this. */
  private async renew(c: CaseRecord, year: EvaluationYear, { row, before, after }: Renewed): Promise<void> {
    const direction = directionOf(before, after);
    const days = await this.book.number(direction === 'worse' ? 'moved-worse-days' : 'moved-better-days');
    const today = this.clock.today();
    const publicUntil = renewedUntil(today, days, row.publicUntil as string);
    const words = causesOf(before, after).map(one => [one.title, one.documentNo].filter(Boolean).join('，')).join('；').slice(0, 200);
    await this.engine.act(evaluationMachine, row.id, 'moved', {
      actor: BY, authorise: () => undefined, details: { direction, publicityDays: days, causes: causesOf(before, after) },
      publicText: { zh: `信用记录有变化，结果已重新计算${days > 0 ? `，公示到 ${publicUntil}` : ''}`, en: `The credit record changed; reckoned anew${days > 0 ? `, public until ${publicUntil}` : ''}` },
      effects: async () => {
        const columns = await this.results.reckon(row, year, { cause: 'facts', byName: BY.name });
        await this.db.repo(CreditEvaluation).update({ id: row.id }, { ...columns, prefills: row.prefills, checks: row.checks, version: row.version + 1, changedOn: today, publicUntil, ...UNAPPROVED } as object);
        await this.tell(c, { ...row, ...columns, publicUntil }, { words, renewed: days > 0 });
      },
    });
  }

  private async tell({ version, state }: CaseRecord, row: CreditEvaluation, { words, renewed }: { readonly words: string; readonly renewed: boolean }): Promise<void> {
    const until = renewed ? { zh: `重新公示到 ${row.publicUntil ?? ''}，期内可以提出异议。`, en: `Public until ${row.publicUntil ?? ''}; you may object.` } : { zh: '', en: '' };
    await this.announcing.toSubject(row, { key: `moved-${version}`, title: { zh: `${row.year} 年度评价结果已重新计算：${row.gradeTitle ?? ''}`, en: `Your result of ${row.year} was reckoned anew: ${row.grade ?? ''}` }, body: { zh: `信用记录有变化（${words}），得分 ${row.score ?? ''}。${until.zh}`, en: `The credit record changed (${words}); score ${row.score ?? ''}. ${until.en}`.trim() } });
    await this.announcing.toPost(state === 'approved' ? 'bureau.supervisor' : 'bureau.reviewer', row, { key: `moved-${version}`, title: { zh: `评价结果已重新计算：${row.subjectName}`, en: `Reckoned anew: ${row.subjectName}` }, body: { zh: `${row.number ?? ''}：${words}。${state === 'approved' ? '原审定不再有效，公示期满后请重新审定。' : until.zh}`, en: `${row.number ?? ''}: ${words}. ${state === 'approved' ? 'Approve it again after the publicity.' : until.en}`.trim() } });
  }
}

const UNAPPROVED = { approvedBy: null, approvedByName: null, approvedAt: null, publishDue: null } as const;
