import { Injectable } from '@nestjs/common';
import { drawForm } from '@huanbao/permits';
import type { Actor } from '@huanbao/platform';
import { type Keeping, type PaperPage, Signatures } from '@huanbao/signatures';
import { printReport } from '../form/form';
import type { ReportForm } from '../form/part';
import type { ExecutionReport, KeptFinding } from '../report.entity';
import { MATTER } from '../reports.policy';
import { contentHash } from '../writing/report-records';
import { REPORT_COMMITMENT } from './commitment';

interface Submission {
  readonly form: ReportForm;
  readonly findings: readonly KeptFinding[];
  readonly revision: number;
  readonly reason: string | null;
  readonly withCommitment: boolean;
}

/** Copies of record of what is signed: the commitment, and each report with everything in it. */
@Injectable()
export class ReportCopies {
  constructor(private readonly signatures: Signatures) {}

  /** Ahead of the submission it is the holder's own. */
  async ofCommitment(actor: Actor, report: ExecutionReport, form: ReportForm): Promise<void> {
    await this.signatures.keep(actor, {
      ...keptOf(report, form, []), what: { zh: `签署承诺：${report.siteName}${report.titleZh}`, en: `Commitment for ${report.titleEn} of ${report.siteName}` }, agreed: REPORT_COMMITMENT, toAuthority: false,
    });
  }

  async ofSubmission(actor: Actor, report: ExecutionReport, { form, findings, revision, reason, withCommitment }: Submission): Promise<string> {
    const kept = keptOf(report, form, findings);
    const { recordId } = await this.signatures.keep(actor, {
      ...kept, data: { ...kept.data, revision, reason }, what: { zh: `提交${report.titleZh}：${report.siteName}`, en: `Handed in ${report.titleEn} of ${report.siteName}` }, ...(withCommitment ? { agreed: REPORT_COMMITMENT } : {}),
    });
    return recordId;
  }
}

function keptOf(report: ExecutionReport, form: ReportForm, findings: readonly KeptFinding[]): Omit<Keeping, 'what' | 'agreed'> & { data: object } {
  const { id, enterpriseId, enterpriseName, siteId, siteName, regionCode, permitNumber, kind, periodFrom, periodTo, formVersion } = report;
  return {
    subject: { type: 'execution-report', id }, ownerOrgId: enterpriseId, matter: MATTER, siteId, regionCode,
    data: { report: { id, enterpriseName, siteName, permitNumber, kind, periodFrom, periodTo, formVersion }, formHash: contentHash(form), form, findings: findings.map(({ evidence: _officers, ...rest }) => rest) },
    draw: page => drawReport(page, report, { form, findings }),
  };
}

/** The whole report on paper: head, parts, and what was asked and answered. */
export function drawReport(page: PaperPage, report: Pick<ExecutionReport, 'kind' | 'enterpriseName' | 'siteName' | 'permitNumber' | 'titleZh' | 'periodFrom' | 'periodTo'>, { form, findings }: { form: ReportForm; findings: readonly KeptFinding[] }): void {
  page.heading(`排污许可证执行报告（${report.titleZh}）`, 1);
  page.keyValues([['单位名称', report.enterpriseName], ['生产经营场所', report.siteName], ['许可证编号', report.permitNumber], ['报告时段', `${report.periodFrom} 至 ${report.periodTo}`]]);
  drawForm(page, printReport(report.kind, form));
  const explained = findings.filter(one => one.explanation);
  if (explained.length === 0) return;
  page.heading('自动校核的疑问和说明', 2);
  for (const one of explained) page.keyValues([[one.ruleId, `${one.actual}；应为：${one.expected}`], ['单位说明', one.explanation ?? '']]);
}
