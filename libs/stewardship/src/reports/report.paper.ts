import { Injectable } from '@nestjs/common';
import { createPdf } from '@huanbao/documents';
import { Clock } from '@huanbao/platform';
import type { StewardReport } from '../entities';
import { FINDING_STATES, SEVERITY_ZH } from '../findings/finding.view';
import { visitStanding } from '../rules';

const STANDING_ZH = { planned: '已计划', missed: '未开展', held: '已开展', 'held-late': '已补做', cancelled: '已取消' } as const;
const DUTY_ZH: Readonly<Record<string, string>> = { upcoming: '未到期', due: '临近到期', done: '已完成', overdue: '已逾期', excused: '不要求' };
const column = (title: string, width: number): { title: string; width: number } => ({ title, width });

/** The monthly report as a PDF. */
@Injectable()
export class ReportPaper {
  constructor(private readonly clock: Clock) {}

  render(report: StewardReport): Promise<Buffer> {
    const { month, enterpriseName, firmName, revision, facts, remark, signedByName, signedOn, revisionReason } = report;
    return createPdf({ title: `环保管家月报 ${month}`, author: firmName, subject: enterpriseName, at: this.clock.now() }, page => {
      page.heading('环保管家服务月报', 1);
      page.keyValues([
        ['企业', enterpriseName], ['服务机构', firmName], ['月份', month], ['版本', `第 ${revision} 版${revisionReason ? `（${revisionReason}）` : ''}`], ['数据截至', facts.asOf],
        ['签发', signedOn ? `${signedByName ?? ''} 于 ${signedOn} 签发` : '草稿，未签发'],
      ]);
      page.heading('一、巡查', 2);
      if (facts.visits.length === 0) page.paragraph('本月没有安排巡查。');
      else page.table([column('计划日期', 78), column('开展日期', 78), column('人员', 70), column('情况', 60), column('问题', 40), column('小结', 169)], facts.visits.map(one => [one.plannedOn, one.heldOn ?? '', one.visitorName, STANDING_ZH[visitStanding(one, facts.asOf)], String(one.problems), one.summary ?? '']));
      page.heading('二、问题与整改', 2);
      if (facts.findings.length === 0) page.paragraph('本月没有未办结或新发现的问题。');
      else page.table([column('主题', 80), column('程度', 40), column('位置与情况', 160), column('建议', 120), column('期限', 66), column('状态', 40)], facts.findings.map(one => [one.topic, SEVERITY_ZH[one.severity], `${one.place}：${one.description}`, one.advice, one.dueOn, FINDING_STATES[one.state].zh]));
      page.heading('三、证后事项', 2);
      if (facts.duties === null) page.paragraph('企业未委托机构查看证后事项，本月报不含此部分。');
      else if (facts.duties.length === 0) page.paragraph('本月没有到期或逾期的事项。');
      else page.table([column('事项', 310), column('截止日期', 95), column('状态', 90)], facts.duties.map(one => [one.title, one.dueOn, DUTY_ZH[one.status] ?? one.status]));
      page.heading('四、机构意见', 2);
      page.paragraph(remark || '（无）');
      page.smallPrint(['污染防治责任由排污单位承担，不因委托服务而转移。']);
    });
  }
}
