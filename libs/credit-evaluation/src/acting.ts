import { Injectable } from '@nestjs/common';
import { type ActOptions, CaseEngine, CaseRecord } from '@huanbao/casework';
import { Actor, Db } from '@huanbao/platform';
import { CreditEvaluation, EvaluationYear } from './evaluation.entity';
import { evaluationMachine } from './evaluation.machine';
import { type EvaluationAction, evaluationPolicy } from './evaluation.policy';

export interface Step {
  readonly actor: Actor;
  readonly id: string;
  readonly version: number;
}

export interface Given {
  readonly evaluation: CreditEvaluation;
  readonly year: EvaluationYear;
  readonly case: CaseRecord;
}

type Change = (given: Given) => Promise<Partial<CreditEvaluation>>;
type Move = { readonly need: EvaluationAction | null; readonly change: Change } & Pick<ActOptions, 'reason' | 'details' | 'clockPeriods' | 'publicText'>;
type ActionName = keyof typeof evaluationMachine.actions;

/** One step of a case, with what it changes of the evaluation, in one transaction under the locks of both. */
@Injectable()
export class EvaluationActs {
  constructor(
    private readonly db: Db,
    private readonly engine: CaseEngine,
  ) {}

  /** @param need of the policy; null where who calls has decided that it may be done */
  move({ actor, id, version }: Omit<Step, 'version'> & { readonly version?: number }, action: ActionName, { need, change, ...options }: Move): Promise<CaseRecord> {
    return this.engine.act(evaluationMachine, id, action, {
      ...options, actor, ...(version === undefined ? {} : { expectedVersion: version }),
      authorise: c => {
        if (need !== null) evaluationPolicy.require(actor, need, c);
      },
      effects: async c => {
        const changed = await change(await this.given(c));
        if (Object.keys(changed).length > 0) await this.db.repo(CreditEvaluation).update({ id }, changed as object);
      },
    });
  }

  async given(c: CaseRecord): Promise<Given> {
    const evaluation = (await this.db.lock(CreditEvaluation, { id: c.id })) as CreditEvaluation;
    return { evaluation, year: await this.db.repo(EvaluationYear).findOneByOrFail({ id: evaluation.yearId }), case: c };
  }
}
