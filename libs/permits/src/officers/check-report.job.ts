import { Injectable } from '@nestjs/common';
import { Files, PdfKit, PdfPage } from '@huanbao/documents';
import { Db, defineJob, Delivery, Handles, shanghaiDate } from '@huanbao/platform';
import { PermitApplication } from '../application.entity';
import { siteCheckReported } from '../permits.events';
import { SiteCheck, SiteCheckPhoto } from './site-check.entity';
import { CONCLUSIONS, SiteChecks } from './site-checks.service';

/** Draws the record of a site check. */
export const drawSiteCheck = defineJob<{ checkId: string; applicationId: string }>('permit.draw-site-check', { queue: 'documents', on: siteCheckReported });

const ANSWERS = { yes: '是', no: '否', na: '不适用' } as const;

/** 现场核查记录 as a paper, drawn once by the worker. */
@Injectable()
export class SiteCheckJobs {
  constructor(
    private readonly db: Db,
    private readonly kit: PdfKit,
    private readonly files: Files,
    private readonly checks: SiteChecks,
  ) {}

  @Handles(drawSiteCheck)
  async draw({ checkId }: { checkId: string; applicationId: string }, delivery: Delivery): Promise<void> {
    const check = await this.db.repo(SiteCheck).findOneByOrFail({ id: checkId });
    if (check.reportFileId !== null || check.report === null) return;
    const application = await this.db.repo(PermitApplication).findOneByOrFail({ id: check.applicationId });
    const photos = await this.checks.photos(checkId);
    const title = `现场核查记录 ${application.caseNumber ?? ''}`;
    const bytes = await this.kit.createPdf({ title, author: check.reportedByName ?? '', subject: application.enterpriseName }, page => drawCheck(page, { check, application, photos }));
    await delivery.complete(async () => {
      const file = await this.files.store(bytes, { name: `${title}.pdf`, mediaType: 'application/pdf', ownerOrgId: application.enterpriseId, subjectType: 'site-check', subjectId: checkId, purpose: 'report' });
      await this.db.repo(SiteCheck).update({ id: checkId }, { reportFileId: file.id });
    });
  }
}

function drawCheck(page: PdfPage, { check, application, photos }: { check: SiteCheck; application: PermitApplication; photos: readonly SiteCheckPhoto[] }): void {
  const { report } = check;
  if (!report) return;
  page.heading('排污许可现场核查记录');
  page.paragraph(`单位：${application.enterpriseName}（${application.siteName}），办件编号 ${application.caseNumber ?? ''}`);
  page.paragraph(`核查原因：${check.reason}`);
  page.paragraph(`核查人员：${check.officers.map(one => `${one.name}（证件号 ${one.certificateNo}）`).join('、')}；时间 ${moment(report.startedAt)} 至 ${moment(report.endedAt)}`);
  page.table(
    [{ title: '核查内容', width: 270 }, { title: '结果', width: 50, align: 'center' }, { title: '说明', width: 175 }],
    check.items.map(item => {
      const answer = report.answers.find(one => one.key === item.key);
      return [item.question, answer ? ANSWERS[answer.answer] : '', answer?.note ?? ''];
    }),
  );
  page.paragraph(`结论：${CONCLUSIONS[report.conclusion]}。${report.findings}`);
  if (photos.length > 0) {
    page.heading('照片', 2);
    page.table(
      [{ title: '拍摄时间', width: 95 }, { title: '位置（经度, 纬度）', width: 130 }, { title: '距离（米）', width: 60 }, { title: 'SM3', width: 210 }],
      photos.map(one => [one.capturedAt ? moment(one.capturedAt.toISOString()) : '未知', one.lng ? `${one.lng}, ${one.lat ?? ''}（${one.locatedBy === 'exif' ? '照片自带' : '手机定位'}）` : '无', one.distanceM === null ? '—' : String(one.distanceM), one.sm3]),
    );
  }
  for (const one of report.signatures) page.paragraph(`${one.side === 'officer' ? '核查人员' : '被核查单位'}：${one.refused ? `拒绝签名（${one.refused}）` : `${one.name}${one.title ? `（${one.title}）` : ''}`}　${moment(one.at)}`);
}

/** The clock of the place, to the minute. */
function moment(iso: string): string {
  const at = new Date(iso);
  const time = at.toLocaleTimeString('zh-CN', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit', hour12: false });
  return `${shanghaiDate(at)} ${time}`;
}
