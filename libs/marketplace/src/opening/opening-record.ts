import { Injectable } from '@nestjs/common';
import { createPdf } from '@huanbao/documents';
import type { Bid, OpeningLoss, OpeningShare, ServiceTask } from '../marketplace.entity';
import { HOLDER_WORDS } from './opening.rules';

/** Instant in the words of the place: `2026-11-23 14:05:09`. */
export function localTime(instant: Date): string {
  return new Date(instant.getTime() + 8 * 3_600_000).toISOString().slice(0, 19).replace('T', ' ');
}

/** Who gave a share, and which keys were said to be lost. */
interface Holders {
  readonly shares: readonly OpeningShare[];
  readonly losses: readonly OpeningLoss[];
}

/** The printed record of an opening: what was opened, when, by whom, with the digests of the receipts. */
@Injectable()
export class OpeningRecord {
  /** @param round of which opening it is: `first` of two, or the one that counts */
  render(task: ServiceTask, bids: readonly Bid[], { shares, losses }: Holders, round: 'first' | 'last' = 'last'): Promise<Buffer> {
    const [name, openedAt] = round === 'first' ? ['首轮开标记录', task.firstOpenedAt] : ['开标记录', task.openedAt];
    return createPdf({ title: `${name} ${task.number ?? ''}`, author: '环保管家', subject: task.title, at: openedAt ?? task.bidDeadline }, page => {
      page.heading(name);
      page.keyValues([
        ['任务编号', task.number ?? ''],
        ['任务名称', task.title],
        ['发布企业', task.enterpriseName],
        // the deadline of a first round is gone once the second has its own
        ...(round === 'first' && task.bidRound === 2 ? [] : [['报价截止时间', localTime(task.bidDeadline)] as [string, string]]),
        ['开标时间', openedAt ? localTime(openedAt) : ''],
        ['开标人', openers(shares.length > 0 ? 'threshold' : task.openedBy, shares)],
        ...losses.map((one): [string, string] => ['钥匙遗失', `${HOLDER_WORDS[one.holder].zh}：${one.reason}（${localTime(one.declaredAt)}，${one.declaredByName}登记）`]),
      ]);
      page.table(
        [
          { title: '序号', width: 40 },
          { title: '服务机构', width: 145 },
          { title: '报价（元）', width: 85, align: 'right' },
          { title: '工期（天）', width: 55, align: 'right' },
          { title: '收到时间', width: 112 },
          { title: '情况', width: 58 },
        ],
        bids.map((bid, index) => [String(index + 1), bid.firmName, bid.priceYuan ?? '—', bid.durationDays?.toString() ?? '—', localTime(bid.receivedAt), standing(bid)]),
      );
      page.paragraph('各报价在截止前以密文保存，截止后一次性同时开启。下列摘要与报价回执一致，可用于核对报价文件未被改动。');
      page.smallPrint(bids.map(bid => `${bid.firmName}　${bid.digest}`));
    });
  }
}

function openers(by: ServiceTask['openedBy'], shares: readonly OpeningShare[]): string {
  if (by !== 'threshold') return by === 'witness' ? '生态环境部门见证人' : '发布企业';
  return shares.map(one => `${HOLDER_WORDS[one.holder].zh} ${one.givenByName}（${localTime(one.givenAt)}）`).join('；');
}

function standing(bid: Bid): string {
  if (bid.state === 'unreadable') return '未能开启';
  return bid.eligible ? '有效' : '资格不符';
}
