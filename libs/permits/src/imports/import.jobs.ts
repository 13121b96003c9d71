import { Injectable } from '@nestjs/common';
import { Delivery, Handles } from '@huanbao/platform';
import { ListApplying } from './applying.service';
import { applyList, judgeList, undoList } from './import.jobs.definitions';
import { ListJudging } from './judging.service';
import { ListUndoing } from './undoing.service';

/** Background work on lists of permits: call, nothing more. */
@Injectable()
export class ImportJobs {
  constructor(
    private readonly judging: ListJudging,
    private readonly applying: ListApplying,
    private readonly undoing: ListUndoing,
  ) {}

  @Handles(judgeList)
  judge({ importId }: { importId: string }, delivery: Delivery): Promise<void> {
    return this.judging.judge(importId, delivery);
  }

  @Handles(applyList)
  apply({ importId }: { importId: string }, delivery: Delivery): Promise<void> {
    return this.applying.apply(importId, delivery);
  }

  @Handles(undoList)
  undo({ importId }: { importId: string }, delivery: Delivery): Promise<void> {
    return this.undoing.undo(importId, delivery);
  }
}
