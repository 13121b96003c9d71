import { Injectable } from '@nestjs/common';
import { Notifier } from '@huanbao/notifications';
import type { ExecutionReport } from '../report.entity';
import { MATTER } from '../reports.policy';

/** Who is told of what, once each. */
@Injectable()
export class ReportNotices {
  constructor(private readonly notifier: Notifier) {}

  /** To those who check; a later copy is told anew. */
  async submitted(report: ExecutionReport, { revision, lateDays }: { revision: number; lateDays: number }): Promise<void> {
    const late = lateDays > 0 ? { zh: `（逾期 ${lateDays} 天）`, en: ` (${lateDays} days late)` } : { zh: '', en: '' };
    await this.notifier.notify({
      to: { role: 'bureau.reviewer', regionCode: report.regionCode }, topic: 'duties', subject: { type: 'execution-report', id: report.id }, key: `report:${report.id}:submitted:${revision}`, link: `/b/:orgId/reports/${report.id}`,
      title: { zh: `收到执行报告：${report.enterpriseName} ${report.titleZh}${late.zh}`, en: `Execution report received: ${report.enterpriseName}, ${report.titleEn}${late.en}` },
      body: { zh: revision > 1 ? '更正后再次提交，改动处已标出。请审核及时性、完整性、合规性和准确性。' : '请审核及时性、完整性、合规性和准确性。', en: revision > 1 ? 'Handed in again; changes are marked.' : 'Check whether it is timely, complete, compliant and accurate.' },
    });
  }

  async returned(report: ExecutionReport, { revision, places, note }: { revision: number; places: number; note: string }): Promise<void> {
    await this.toHolder(report, `returned:${revision}`, {
      title: { zh: `执行报告退回更正：${report.titleZh}`, en: `Report returned: ${report.titleEn}` }, body: { zh: `有 ${places} 处需要更正：${note}。更正后请重新提交。`, en: `${places} place(s) to correct: ${note}. Hand it in again afterwards.` },
    });
  }

  async accepted(report: ExecutionReport, revision: number): Promise<void> {
    await this.toHolder(report, `accepted:${revision}`, { title: { zh: `执行报告审核通过：${report.titleZh}`, en: `Report accepted: ${report.titleEn}` }, body: { zh: '报告依法公开的部分已在许可证公开页展示。', en: 'Its public part is shown on the public page of the permit.' } });
  }

  async undone(report: ExecutionReport, revision: number): Promise<void> {
    await this.toHolder(report, `void:${revision}`, { title: { zh: `提交不算数：${report.titleZh}`, en: `The submission does not count: ${report.titleEn}` }, body: { zh: '签署被否认并经核实成立，请核对后由有权的人重新提交。', en: 'The signature was repudiated. Check the report and hand it in again.' } });
  }

  private toHolder(report: ExecutionReport, step: string, words: { title: { zh: string; en: string }; body: { zh: string; en: string } }): Promise<void> {
    return this.notifier.notify({ to: { orgId: report.enterpriseId, matter: MATTER, site: report.siteId }, topic: 'duties', subject: { type: 'execution-report', id: report.id }, key: `report:${report.id}:${step}`, link: `/e/${report.enterpriseId}/reports/${report.id}`, ...words });
  }
}
