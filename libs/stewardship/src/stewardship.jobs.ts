import { Injectable } from '@nestjs/common';
import { Files } from '@huanbao/documents';
import { Db, Delivery, Handles, systemActor } from '@huanbao/platform';
import { StewardReport } from './entities';
import { ReportPaper } from './reports/report.paper';
import { StewardRound } from './round.service';
import { renderStewardReport, stewardRound } from './stewardship.jobs.definitions';

const SYSTEM = systemActor('stewardship');

/** Work of retainers in the background. */
@Injectable()
export class StewardshipJobs {
  constructor(
    private readonly db: Db,
    private readonly paper: ReportPaper,
    private readonly files: Files,
    private readonly round: StewardRound,
  ) {}

  @Handles(renderStewardReport)
  async render({ reportId }: { reportId: string }, delivery: Delivery): Promise<void> {
    const report = await this.db.repo(StewardReport).findOneByOrFail({ id: reportId });
    const pdf = await this.paper.render(report);
    await delivery.complete(async () => {
      const file = await this.files.store(pdf, { name: `环保管家月报-${report.month}-第${report.revision}版.pdf`, mediaType: 'application/pdf', subjectType: 'steward-report', subjectId: reportId, purpose: 'report', ownerOrgId: report.firmId, uploadedBy: SYSTEM.userId });
      // what was written or signed meanwhile is drawn by its own job
      await this.db.repo(StewardReport).update({ id: reportId, version: report.version }, { fileId: file.id });
    });
  }

  @Handles(stewardRound)
  async daily(_: Record<string, never>, delivery: Delivery): Promise<void> {
    await delivery.complete(() => this.round.round());
  }
}
