import { createPdf, PdfPage } from '@huanbao/documents';
import type { ServiceTask } from '@huanbao/marketplace';
import { shanghaiMinute } from '@huanbao/platform';
import type { Evaluation, EvaluationDraw, EvaluationEnquiry, EvaluationPlan, EvaluationResult, EvaluationRound, EvaluationSeat } from './evaluation.entity';
import { panelName } from './rules/panel';
import { ROUNDING } from './rules/price-score';
import { candidatesOf, RankLine } from './rules/ranking';
import { REMEDIES } from './rules/remedy';

/** A report whose scores are there. */
type Scored = ReportInput & { readonly evaluation: Evaluation & { readonly result: EvaluationResult } };
const isScored = (input: ReportInput): input is Scored => input.evaluation.result !== null;

export interface ReportInput {
  readonly task: ServiceTask;
  readonly plan: EvaluationPlan;
  /** Without a result where the review has ended the procurement. */
  readonly evaluation: Evaluation;
  readonly members: readonly EvaluationSeat[];
  readonly draws: readonly EvaluationDraw[];
  readonly enquiries: readonly EvaluationEnquiry[];
  readonly publicKey: string;
  /** Results before this one. */
  readonly rounds: readonly EvaluationRound[];
}

const local = (instant: Date | null): string => (instant ? shanghaiMinute(instant) : '');

/** 评标报告 (招标投标法 第四十条, 评标委员会和评标方法暂行规定 第四十二条): committee, criteria, scores, price, places, candidates. */
export function renderReport(input: ReportInput): Promise<Buffer> {
  const { task, evaluation } = input;
  return createPdf({ title: `评标报告 ${task.number ?? ''}`, author: '环保管家', subject: task.title, at: evaluation.revealedAt ?? evaluation.reviewedAt ?? task.bidDeadline }, page => {
    page.heading('评标报告');
    page.keyValues([
      ['任务编号', task.number ?? ''], ['任务名称', task.title], ['发布企业', task.enterpriseName], ['开标时间', local(task.openedAt)], ['评审完成时间', local(evaluation.revealedAt ?? evaluation.reviewedAt)],
    ]);
    for (const one of input.rounds) page.paragraph(`第 ${one.round} 次评审结果因异议成立不再有效（${local(one.endedAt)}），处理：${REMEDIES[one.remedy].zh}（${REMEDIES[one.remedy].basis}）。`);
    committee(page, input);
    responsiveness(page, input);
    criteria(page, input);
    if (isScored(input)) {
      price(page, input);
      scores(page, input);
      places(page, input);
    }
    proof(page, input);
  });
}

function committee(page: PdfPage, { task, members, draws }: ReportInput): void {
  page.heading(`一、${panelName(task.method).zh}`, 2);
  page.table(
    [{ title: '席位', width: 40 }, { title: '姓名', width: 80 }, { title: '类别', width: 70 }, { title: '工作单位', width: 185 }, { title: '职称', width: 120 }],
    members.map(one => [String(one.nth), one.name, one.kind === 'expert' ? '评审专家' : '企业代表', one.unit, one.title]),
  );
  page.paragraph('全体成员在评审前书面声明与各方没有利益关系。专家由系统随机抽取：候选人逐一计算 SHA-256（种子:候选人编号），从小到大取用，任何人可以复算。');
  page.table([{ title: '抽取', width: 40 }, { title: '时间', width: 110 }, { title: '候选人数', width: 65, align: 'right' }, { title: '回避人数', width: 65, align: 'right' }, { title: '抽取人数', width: 65, align: 'right' }],
    draws.map(one => [`第 ${one.nth} 次`, local(one.drawnAt), String(one.candidates.length), String(one.excluded.length), String(one.drawn.length)]));
}

/** 评标委员会和评标方法暂行规定 第四十二条: which bids were rejected, and why. */
function responsiveness(page: PdfPage, { evaluation, task }: ReportInput): void {
  page.heading('二、符合性审查', 2);
  const { review } = evaluation;
  if (!review) return page.paragraph('本次评审没有进行符合性审查。');
  page.table([{ title: '条件', width: 250 }, { title: '依据', width: 245 }], review.conditions.map(one => [one.zh, one.basis]));
  page.paragraph('条件在发布时确定。每位成员对每份报价逐条提出意见并写明理由，意见在全部提交前加密保存；同一条件被半数以上成员认定不符合的，否决该报价，不参加评分，其报价不进入价格计算。');
  for (const one of review.findings) {
    const named = review.conditions.filter(each => one.failed.includes(each.id)).map(each => each.zh);
    page.caption(`${one.firmName}：${one.responsive ? '符合' : `不符合（${named.join('；')}），否决`}`);
    page.table([{ title: '席位', width: 45 }, { title: '认定不符合的条件', width: 190 }, { title: '理由', width: 260 }],
      one.reasons.map(each => [`${each.seat} 号`, review.conditions.filter(condition => each.failed.includes(condition.id)).map(condition => condition.zh).join('；') || '无', each.reason]));
  }
  page.paragraph(`符合要求的报价 ${review.left} 家；规定不少于 ${review.least} 家（${review.basis}${review.verified ? '' : '，未核实'}）。`);
  if (review.competition) page.paragraph(`${panelName(task.method).zh}对竞争性的判断：${review.competition.stands ? '仍有竞争性，继续评审' : '明显缺乏竞争，否决全部报价'}。${review.competition.votes.map(one => `${one.seat} 号：${one.competitive ? '有竞争性' : '缺乏竞争'}，${one.reason}`).join('；')}。`);
  if (!evaluation.result) page.paragraph(`结论：${task.endedReason ?? ''}。`);
}

function criteria(page: PdfPage, { plan, task }: ReportInput): void {
  page.heading('三、评审标准', 2);
  page.table([{ title: '评审项', width: 120 }, { title: '分值', width: 50, align: 'right' }, { title: '评分办法', width: 325 }],
    [...plan.criteria.map(one => [one.name, String(one.max), one.guide]), ['价格', String(task.priceWeight), plan.formula.kind === 'lowest' ? '低价优先法：最低有效报价 ÷ 报价 × 100 × 权重' : '平均价偏离法：100 减去偏离基准价的百分点 × 每点扣分，再 × 权重']]);
}

function price(page: PdfPage, { evaluation, enquiries }: Scored): void {
  const { price: reckoned, lines, rejected } = evaluation.result.ranking;
  page.heading('四、价格评审', 2);
  page.paragraph(`${reckoned.baseZh}。${ROUNDING.zh}。`);
  page.table([{ title: '服务机构', width: 150 }, { title: '报价（元）', width: 85, align: 'right' }, { title: '计算', width: 260 }],
    reckoned.lines.map(one => [lines.find(line => line.bidId === one.bidId)?.firmName ?? '', one.priceYuan, one.zh]));
  for (const one of enquiries) {
    const out = rejected.find(each => each.bidId === one.bidId);
    page.paragraph(`异常低价：${one.firmName}，${one.grounds.map(each => each.zh).join('；')}。书面说明：${one.answer ?? '期限内没有说明'}。委员会判断：${out ? `不合理（${out.unreasonable} 票对 ${out.reasonable} 票），否决。理由：${out.reasons.join('；')}` : '合理，保留'}。`);
  }
}

function scores(page: PdfPage, { plan, evaluation }: Scored): void {
  page.heading('五、评分', 2);
  for (const line of evaluation.result.ranking.lines) {
    page.caption(`${line.firmName}（标 * 的评分明显偏离委员会平均分）`);
    page.table(
      [{ title: '评审项', width: 125 }, { title: '满分', width: 40, align: 'right' }, { title: '各席评分', width: 260 }, { title: '平均', width: 70, align: 'right' }],
      plan.criteria.map(criterion => {
        const mean = line.means.find(one => one.criterionId === criterion.id);
        return [criterion.name, String(criterion.max), seats(evaluation.result, line, criterion.id), mean?.mean ?? ''];
      }),
    );
    const reasons = evaluation.result.sheets.flatMap(({ seat, sheet }) => sheet.scores.filter(one => one.bidId === line.bidId && one.reason !== '').map(one => `${seat} 号（${plan.criteria.find(each => each.id === one.criterionId)?.name ?? ''}）：${one.reason}`));
    if (reasons.length > 0) page.paragraph(`评分理由：${reasons.join('；')}`);
  }
  const comments = evaluation.result.sheets.filter(one => one.sheet.comment !== '').map(one => `${one.seat} 号：${one.sheet.comment}`);
  if (comments.length > 0) page.paragraph(`评审意见：${comments.join('；')}`);
}

function seats(result: EvaluationResult, line: RankLine, criterionId: string): string {
  const far = line.means.find(one => one.criterionId === criterionId)?.deviating ?? [];
  return result.sheets.map(({ seat, sheet }) => `${seat}号 ${sheet.scores.find(one => one.bidId === line.bidId && one.criterionId === criterionId)?.score ?? ''}${far.includes(seat) ? '*' : ''}`).join('，');
}

function places(page: PdfPage, { evaluation }: Scored): void {
  const { ranking } = evaluation.result;
  page.heading('六、排名与推荐', 2);
  page.table(
    [{ title: '名次', width: 40 }, { title: '服务机构', width: 185 }, { title: '报价（元）', width: 90, align: 'right' }, { title: '技术商务', width: 60, align: 'right' }, { title: '价格', width: 60, align: 'right' }, { title: '总分', width: 60, align: 'right' }],
    ranking.lines.map(line => [String(line.rank), line.firmName, line.priceYuan, line.technical, line.priceScore, line.total]),
  );
  const candidates = candidatesOf(ranking);
  page.paragraph(candidates.length > 0 ? `推荐的中标候选人：${candidates.map(one => `第 ${one.rank} 名 ${one.firmName}`).join('，')}。总分相同的，报价低者在前；报价也相同的，技术商务得分高者在前；仍相同的并列。` : '没有可以推荐的中标候选人。');
}

function proof(page: PdfPage, { evaluation, draws, publicKey }: ReportInput): void {
  page.paragraph('各成员的审查意见和评分在全部提交前加密保存，最后一份提交时同时开启。下列签名覆盖全部意见、评分、计算和排名。');
  page.smallPrint([...draws.map(one => `第 ${one.nth} 次抽取种子　${one.seed}`), ...(evaluation.reviewSignature ? [`审查 SM2 签名　${evaluation.reviewSignature}`] : []), ...(evaluation.resultSignature ? [`评分 SM2 签名　${evaluation.resultSignature}`] : []), `SM2 公钥　${publicKey}`]);
}
