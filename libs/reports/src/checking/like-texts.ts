import { Injectable } from '@nestjs/common';
import { Db } from '@huanbao/platform';
import type { ReportForm, ReportKind } from '../form/part';
import type { OtherReport } from '../prefill/facts';
import { type ExecutionReport, ReportText } from '../report.entity';
import type { LikeText } from '../rules/rule';
import { bandsOf } from '../rules/similarity';
import { textsOf } from '../rules/texts';

/** Candidates of one text: those that share a mark, the newest first. */
const MOST = 50;

/** Finds texts of other enterprises and of the last report that look like those of a report. */
@Injectable()
export class LikeTexts {
  constructor(private readonly db: Db) {}

  async of(report: Pick<ExecutionReport, 'enterpriseId' | 'kind'>, form: ReportForm, previous: OtherReport | null): Promise<Record<string, LikeText[]>> {
    const last = previous ? textsOf(previous.kind, previous.form).map(one => ({ own: true, title: previous.title.zh, owner: '本单位', text: one.text })) : [];
    const found: Record<string, LikeText[]> = {};
    for (const { pointer, text } of textsOf(report.kind, form)) found[pointer] = [...last, ...(await this.others(report.enterpriseId, text))];
    return found;
  }

  private async others(enterpriseId: string, text: string): Promise<LikeText[]> {
    const rows = await this.db.query<{ title: string; owner: string; text: string }>(
      `SELECT r.title_zh AS title, r.enterprise_name AS owner, t.text FROM execution_report_text t JOIN execution_report r ON r.id = t.report_id
        WHERE t.bands && $1::int[] AND t.enterprise_id <> $2 ORDER BY t.report_id DESC, t.pointer LIMIT ${MOST}`,
      [bandsOf(text), enterpriseId],
    );
    return rows.map(row => ({ own: false, ...row }));
  }

  /** The texts of a report as handed in; an earlier copy's go. In the transaction of the submission. */
  async keep(report: { id: string; enterpriseId: string; kind: ReportKind }, form: ReportForm): Promise<void> {
    await this.db.repo(ReportText).delete({ reportId: report.id });
    const rows = textsOf(report.kind, form).map(({ pointer, text }) => ({ reportId: report.id, pointer, enterpriseId: report.enterpriseId, text, bands: bandsOf(text) }));
    for (const row of rows) await this.db.repo(ReportText).insert(row);
  }
}
