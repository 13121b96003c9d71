import { Injectable } from '@nestjs/common';
import { CreditReckoning, type Reckoned } from '@huanbao/credit';
import { Clock, Db, newId } from '@huanbao/platform';
import { CreditEvaluation, EvaluationResult, EvaluationYear, type ResultCause } from '../evaluation.entity';
import { EvaluationBook } from '../evaluation.reference';
import { type Reading, readingsOf } from '../rules/answers';
import { causesOf, type CorrectionFacts, differencesOf, directionOf } from '../rules/correction';

interface Why {
  readonly cause: ResultCause;
  readonly byName: string;
}

/** By what the ledger says now, or by what was known when a result was reckoned. */
interface How {
  readonly readings: readonly Reading[];
  readonly since: string | null;
  readonly knownUntil?: string;
  readonly factsUntil?: string | null | undefined;
}

type Columns = Pick<CreditEvaluation, 'score' | 'grade' | 'gradeTitle' | 'colour' | 'vetoes'> & Partial<Pick<CreditEvaluation, 'correction'>>;
export type Compared = Pick<CorrectionFacts, 'causes' | 'differences' | 'direction'>;

/** What the values come to, by every scheme of the year: reckoned by the engine of credit, kept line by line each time. */
@Injectable()
export class Results {
  constructor(
    private readonly db: Db,
    private readonly clock: Clock,
    private readonly reckoning: CreditReckoning,
    private readonly book: EvaluationBook,
  ) {}

  /** Reckons anew on the last day of the year, by what the ledger says of it now. @returns the columns of the evaluation that follow */
  async reckon(evaluation: CreditEvaluation, year: EvaluationYear, { cause, byName }: Why): Promise<Columns> {
    const results = await this.supposed(evaluation, year);
    const nth = await this.db.repo(EvaluationResult).countBy({ evaluationId: evaluation.id });
    await this.db.repo(EvaluationResult).insert({ id: newId(), evaluationId: evaluation.id, nth: nth + 1, cause, results, readings: await this.readings(evaluation), computedAt: this.clock.now(), byName } as object);
    const { score, grade, gradeTitle, colour, vetoes } = results[0] as Reckoned;
    const columns = { score, grade, gradeTitle, colour, vetoes: [...vetoes] };
    return evaluation.correction === null ? columns : { ...columns, correction: { ...evaluation.correction, ...(await this.compared(evaluation, year, results)) } };
  }

  /** What a correction makes of the published result, as the ledger stands now; nothing is kept. */
  async compare(correction: CreditEvaluation, year: EvaluationYear): Promise<Compared> {
    return this.compared(correction, year, await this.supposed(correction, year));
  }

  /** By the values of the row as it is handed in and the ledger as it stands now; nothing is kept. */
  async supposed(row: CreditEvaluation, year: EvaluationYear): Promise<Reckoned[]> {
    return this.by(row, year, { readings: await this.readings(row), since: row.correction?.since ?? (await this.firstReckoned(row.id)), factsUntil: row.correction?.factsUntil });
  }

  /** The last result as it was kept (one without places by what was known then), and by what is known now with the same values. @param factsUntil facts told later are left out */
  async again(evaluation: CreditEvaluation, year: EvaluationYear, factsUntil: string | null = null): Promise<{ readonly last: EvaluationResult; readonly before: Reckoned[]; readonly now: Reckoned[]; readonly since: string }> {
    const last = await this.db.repo(EvaluationResult).findOneOrFail({ where: { evaluationId: evaluation.id }, order: { nth: 'DESC' } });
    const knownUntil = last.computedAt.toISOString();
    const since = evaluation.correction?.since ?? (await this.firstReckoned(evaluation.id)) ?? knownUntil;
    const { readings } = last;
    return { last, since, before: hasPlaces(last) ? last.results : await this.by(evaluation, year, { readings, since, knownUntil }), now: await this.by(evaluation, year, { readings, since, factsUntil }) };
  }

  async readings({ answers, prefills, checks, notReported }: CreditEvaluation): Promise<Reading[]> {
    return readingsOf({ answers: notReported ? {} : answers, prefills, checks, silent: await this.book.number('not-reported') });
  }

  /** What gave way to another fact since then had been told wrongly when the year was judged. */
  private async firstReckoned(evaluationId: string): Promise<string | null> {
    const first = await this.db.repo(EvaluationResult).findOne({ select: { id: true, computedAt: true }, where: { evaluationId }, order: { nth: 'ASC' } });
    return first?.computedAt.toISOString() ?? null;
  }

  of(evaluationId: string): Promise<EvaluationResult[]> {
    return this.db.repo(EvaluationResult).find({ where: { evaluationId }, order: { nth: 'ASC' } });
  }

  private by(evaluation: CreditEvaluation, { asOf, schemes }: EvaluationYear, { readings, since, knownUntil, factsUntil }: How): Promise<Reckoned[]> {
    return this.reckoning.reckon(evaluation.subjectId, {
      day: asOf, schemes, readings, voluntary: acceptedSteps(evaluation).map(one => one.title), ...(since === null ? {} : { correction: { since, knownUntil: knownUntil ?? null, factsUntil: factsUntil ?? null } }),
    });
  }

  private async compared({ corrects }: CreditEvaluation, year: EvaluationYear, after: readonly Reckoned[]): Promise<Compared> {
    const { before } = await this.again(await this.db.repo(CreditEvaluation).findOneByOrFail({ id: corrects as string }), year);
    return { causes: causesOf(before, after), differences: differencesOf(before, after), direction: directionOf(before, after) };
  }
}

const hasPlaces = ({ results }: EvaluationResult): boolean => results.every(one => one.place !== undefined);

/** Voluntary steps that an officer accepted. */
export const acceptedSteps = ({ voluntary, voluntaryChecks }: Pick<CreditEvaluation, 'voluntary' | 'voluntaryChecks'>): CreditEvaluation['voluntary'] => voluntary.filter((_, nth) => voluntaryChecks[String(nth)]?.accepted);
