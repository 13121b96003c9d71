import { Injectable } from '@nestjs/common';
import { Delivery, Handles } from '@huanbao/platform';
import type { SignedSubject } from '@huanbao/signatures';
import { RunCheck } from './checking/run-check.service';
import { VoidedReports } from './handing/voided-reports';
import { runReportCheck, undoReport } from './reports.jobs.definitions';

/** Background work of reports: load, call the service, nothing more. */
@Injectable()
export class ReportsJobs {
  constructor(
    private readonly checks: RunCheck,
    private readonly voided: VoidedReports,
  ) {}

  @Handles(runReportCheck)
  check({ checkId }: { reportId: string; checkId: string }, delivery: Delivery): Promise<void> {
    return this.checks.run(checkId, delivery);
  }

  @Handles(undoReport)
  async undo(subject: SignedSubject, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.voided.undo(subject));
  }
}
