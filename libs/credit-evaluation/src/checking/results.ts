import { Injectable } from '@nestjs/common';
import { CreditReckoning, type Reckoned } from '@huanbao/credit';
import { Clock, Db, newId } from '@huanbao/platform';
import { CreditEvaluation, EvaluationResult, EvaluationYear, type ResultCause } from '../evaluation.entity';
import { EvaluationBook } from '../evaluation.reference';
import { type Reading, readingsOf } from '../rules/answers';

interface Why {
  readonly cause: ResultCause;
  readonly byName: string;
}

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
  async reckon(evaluation: CreditEvaluation, year: EvaluationYear, { cause, byName }: Why): Promise<Pick<CreditEvaluation, 'score' | 'grade' | 'gradeTitle' | 'colour' | 'vetoes'>> {
    const readings = await this.readings(evaluation);
    const results = await this.reckoning.reckon(evaluation.subjectId, { day: year.asOf, schemes: year.schemes, readings, voluntary: acceptedSteps(evaluation).map(one => one.title) });
    const nth = await this.db.repo(EvaluationResult).countBy({ evaluationId: evaluation.id });
    await this.db.repo(EvaluationResult).insert({ id: newId(), evaluationId: evaluation.id, nth: nth + 1, cause, results, readings, computedAt: this.clock.now(), byName } as object);
    const { score, grade, gradeTitle, colour, vetoes } = results[0] as Reckoned;
    return { score, grade, gradeTitle, colour, vetoes: [...vetoes] };
  }

  async readings({ answers, prefills, checks, notReported }: CreditEvaluation): Promise<Reading[]> {
    return readingsOf({ answers: notReported ? {} : answers, prefills, checks, silent: await this.book.number('not-reported') });
  }

  of(evaluationId: string): Promise<EvaluationResult[]> {
    return this.db.repo(EvaluationResult).find({ where: { evaluationId }, order: { nth: 'ASC' } });
  }
}

/** Voluntary steps that an officer accepted. */
export const acceptedSteps = ({ voluntary, voluntaryChecks }: Pick<CreditEvaluation, 'voluntary' | 'voluntaryChecks'>): CreditEvaluation['voluntary'] => voluntary.filter((_, nth) => voluntaryChecks[String(nth)]?.accepted);
