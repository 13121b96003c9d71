import { Injectable } from '@nestjs/common';
import { Delivery, Handles } from '@huanbao/platform';
import { Noticing } from './correcting/noticing.service';
import { drawEvaluationLetter, noticeCorrections, remindOfStages, runEvaluationBatch } from './evaluation.events';
import { EvaluationLetters } from './letters/letters.service';
import { Reminding } from './years/reminding.service';
import { EvaluationRuns } from './years/runs.service';

/** Steps over everybody and papers, in the background. */
@Injectable()
export class EvaluationJobs {
  constructor(
    private readonly runs: EvaluationRuns,
    private readonly letters: EvaluationLetters,
    private readonly reminding: Reminding,
    private readonly noticing: Noticing,
  ) {}

  @Handles(runEvaluationBatch)
  async batch({ runId }: { runId: string }, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.runs.batch(runId));
  }

  @Handles(drawEvaluationLetter)
  draw({ evaluationId }: { evaluationId: string }, delivery: Delivery): Promise<void> {
    return this.letters.draw(evaluationId, delivery);
  }

  @Handles(noticeCorrections)
  async notice({ subjectId }: { subjectId: string }, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.noticing.look(subjectId));
  }

  @Handles(remindOfStages)
  async remind(_: Record<string, never>, delivery: Delivery): Promise<void> {
    await this.noticing.round();
    await delivery.complete(async () => void (await this.reminding.round()));
  }
}
