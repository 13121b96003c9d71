import { Injectable } from '@nestjs/common';
import { createPdf, PdfPage } from '@huanbao/documents';
import { AwardedWork, AwardedWorks } from '@huanbao/marketplace';
import { Actor, Audit, notFound, shanghaiDate } from '@huanbao/platform';
import { BY_LAW, RECOMMENDED } from './award';
import type { Contract } from './contract.entity';
import { ContractRecords } from './contract.records';

/** 招标 ends with a bid that was chosen (中标), every other method with a bargain (成交). */
const TENDERS = new Set(['open', 'invited']);

export const noticeTitle = (method: string): string => (TENDERS.has(method) ? '中标通知书' : '成交通知书');

/** What the chosen firm is told on paper, and from which day the thirty days for the contract run (招标投标法 第四十五条、第四十六条). */
@Injectable()
export class AwardNotice {
  constructor(
    private readonly records: ContractRecords,
    private readonly works: AwardedWorks,
    private readonly audit: Audit,
  ) {}

  /** Drawn from what was awarded, which never changes: asked for twice, it says the same. */
  async draw(actor: Actor, id: string): Promise<{ readonly title: string; readonly pdf: Buffer }> {
    const contract = await this.records.find(actor, id);
    const work = await this.works.of(contract.taskId);
    if (!work) throw notFound();
    const title = noticeTitle(work.method);
    await this.audit.record({ actor, action: 'contract.award-notice', subject: { type: 'contract', id } });
    return { title, pdf: await createPdf({ title, author: '环保管家', subject: contract.title, at: contract.awardedAt }, page => write(page, { contract, work, title })) };
  }
}

function write(page: PdfPage, { contract, work, title }: { contract: Contract; work: AwardedWork; title: string }): void {
  page.heading(title);
  page.paragraph(`${contract.firmName}：`);
  page.paragraph(`${contract.enterpriseName}的“${contract.title}”（任务编号 ${work.number ?? ''}）已经定标，贵单位${TENDERS.has(work.method) ? '中标' : '成交'}。主要内容如下：`);
  page.keyValues([['委托方', contract.enterpriseName], ['服务机构', contract.firmName], ['价款', `${contract.bidPriceYuan} 元`], ['工期', `${contract.bidDurationDays} 天`], ['定标日期', shanghaiDate(contract.awardedAt)], ['签订合同的最后一日', contract.signDue]]);
  page.paragraph(`请于 ${contract.signDue} 前与委托方签订书面合同。合同的价款、工期等主要条款应当与报价一致，双方不得再行订立背离实质性内容的其他协议。`);
  page.smallPrint([`依据：${BY_LAW[work.regime] ? `招标投标法 第四十五条（参照）；${BY_LAW[work.regime] ?? ''}` : RECOMMENDED}`, `本通知书由平台按定标记录生成，任务编号 ${work.number ?? ''}，可在平台核对。`]);
}
