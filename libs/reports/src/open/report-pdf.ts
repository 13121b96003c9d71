import { Injectable, StreamableFile } from '@nestjs/common';
import { PdfKit, type PdfPage } from '@huanbao/documents';
import { drawForm } from '@huanbao/permits';
import type { Actor } from '@huanbao/platform';
import { drawReport } from '../handing/report-copies';
import { ReportViews } from '../reading/report-views';
import type { PublicReportView } from '../views/report.view';
import { PublicReports } from './public-reports';

/** The whole report as PDF: as it is being written, as it was handed in, and its public part. */
@Injectable()
export class ReportPdf {
  constructor(
    private readonly pdf: PdfKit,
    private readonly views: ReportViews,
    private readonly open: PublicReports,
  ) {}

  async ofReport(actor: Actor, id: string, revision: number | undefined): Promise<StreamableFile> {
    const { report, form, findings, number } = await this.views.copy(actor, id, revision);
    const title = `执行报告 ${report.enterpriseName} ${report.titleZh}`;
    const bytes = await this.pdf.createPdf({ title, author: report.enterpriseName, subject: '排污许可证执行报告' }, page => {
      page.paragraph(number === 0 ? '未提交的稿件，不作为已提交的报告。' : `第 ${number} 次提交。提交时的内容另有签署存证。`);
      drawReport(page, report, { form, findings });
    });
    return download(bytes, title);
  }

  async ofPublic(id: string): Promise<StreamableFile> {
    const view = await this.open.find(id);
    const title = `执行报告公开 ${view.enterpriseName} ${view.title.zh}`;
    const bytes = await this.pdf.createPdf({ title, author: view.enterpriseName, subject: '排污许可证执行报告（公开部分）' }, page => drawPublic(page, view));
    return download(bytes, title);
  }
}

function drawPublic(page: PdfPage, view: PublicReportView): void {
  page.heading(`排污许可证执行报告（${view.title.zh}，公开部分）`, 1);
  page.keyValues([['单位名称', view.enterpriseName], ['生产经营场所', view.siteName], ['许可证编号', view.permitNumber], ['报告时段', `${view.periodFrom} 至 ${view.periodTo}`]]);
  drawForm(page, view.parts);
  page.paragraph(`不公开的内容：${view.withheld.map(one => one.zh).join('；')}`);
}

const download = (bytes: Buffer, name: string): StreamableFile => new StreamableFile(bytes, { type: 'application/pdf', disposition: `attachment; filename="report.pdf"; filename*=UTF-8''${encodeURIComponent(`${name}.pdf`)}` });
