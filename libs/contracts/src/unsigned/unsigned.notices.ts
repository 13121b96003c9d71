import { Injectable } from '@nestjs/common';
import { Notifier } from '@huanbao/notifications';
import { Db, Delivery, Handles, shanghaiDate } from '@huanbao/platform';
import { Contract } from '../contract.entity';
import { AwardCancellation, AwardReminder } from './cancellation.entity';
import { groundRow } from './grounds';
import { tellAwardReminded, tellCancellation } from './unsigned.events';

type Reader = 'enterprise' | 'firm' | 'bureau';

interface Words {
  readonly zh: string;
  readonly en: string;
}

interface Told {
  readonly to: readonly Reader[];
  readonly title: Words;
  readonly body: Words;
}

const day = (at: Date | null): string => (at ? shanghaiDate(at) : '');

/** Who hears what of an award that is not signed. */
@Injectable()
export class UnsignedNotices {
  constructor(
    private readonly db: Db,
    private readonly notifier: Notifier,
  ) {}

  @Handles(tellAwardReminded)
  async reminded({ reminderId }: { reminderId: string }, delivery: Delivery): Promise<void> {
    const reminder = await this.db.repo(AwardReminder).findOneByOrFail({ id: reminderId });
    const contract = await this.db.repo(Contract).findOneByOrFail({ id: reminder.contractId });
    await delivery.complete(() =>
      this.notifier.notify({
        to: { orgId: contract.firmId }, topic: 'task', subject: { type: 'contract', id: contract.id }, key: `contract:${contract.id}:award-reminder:${reminderId}`, link: `/f/${contract.firmId}/contracts/${contract.id}`,
        title: { zh: `书面催告：请在 ${reminder.dueOn} 前签订合同`, en: `Reminder: sign the contract by ${reminder.dueOn}` }, body: { zh: `${contract.title}。${reminder.text} 期满仍不签的，委托方可以取消中选。`, en: `${contract.title}. ${reminder.text} If it is not signed by then the client may cancel the award.` },
      }));
  }

  @Handles(tellCancellation)
  async moved({ cancellationId, step }: { cancellationId: string; step: string }, delivery: Delivery): Promise<void> {
    const row = await this.db.repo(AwardCancellation).findOneByOrFail({ id: cancellationId });
    const told = toldOf(row, step);
    await delivery.complete(async () => {
      for (const reader of told?.to ?? []) if (told) await this.send(row, reader, { step, ...told });
    });
  }

  private send(row: AwardCancellation, reader: Reader, { step, title, body }: Told & { readonly step: string }): Promise<void> {
    const to = { enterprise: { orgId: row.enterpriseId }, firm: { orgId: row.firmId }, bureau: { role: 'bureau.supervisor', regionCode: row.regionCode } }[reader];
    const link = { enterprise: `/e/${row.enterpriseId}/award-cancellations/${row.id}`, firm: `/f/${row.firmId}/award-cancellations/${row.id}`, bureau: `/b/:orgId/award-cancellations/${row.id}` }[reader];
    return this.notifier.notify({ to, topic: 'task', subject: { type: 'award-cancellation', id: row.id }, key: `award-cancellation:${row.id}:${step}`, title: { zh: `${title.zh}：${row.taskTitle}`, en: `${title.en}: ${row.taskTitle}` }, body, link });
  }
}

const BOTH = ['enterprise', 'firm'] as const;

function toldOf(row: AwardCancellation, step: string): Told | null {
  const ground = groundRow(row.ground);
  const starter: Reader = row.kind === 'cancellation' ? 'enterprise' : 'firm';
  const other: Reader = row.kind === 'cancellation' ? 'firm' : 'enterprise';
  const ruled = { zh: row.ruling ?? '', en: row.ruling ?? '' };
  switch (step) {
    case 'notice': return row.kind === 'cancellation'
      ? { to: ['firm'], title: { zh: '委托方拟取消中选，请陈述意见', en: 'The client means to cancel the award: please answer' }, body: { zh: `事由：${ground.zh}。请在 ${day(row.statementDue)} 前陈述意见或签订合同。`, en: `Ground: ${ground.en}. Answer, or sign, by ${day(row.statementDue)}.` } }
      : { to: ['enterprise', 'bureau'], title: { zh: '机构投诉不签合同', en: 'A firm complains that the contract is not signed' }, body: { zh: `${row.firmName}投诉${row.enterpriseName}。委托方可以在 ${day(row.statementDue)} 前陈述意见，主管部门在 ${row.ruleDue ?? ''} 前认定。`, en: `${row.firmName} against ${row.enterpriseName}. Answer by ${day(row.statementDue)}; finding by ${row.ruleDue ?? ''}.` } };
    case 'state': return { to: row.kind === 'cancellation' ? [starter] : [starter, 'bureau'], title: { zh: '对方已陈述意见', en: 'The other side has answered' }, body: { zh: '请查看后决定。', en: 'Read it, then decide.' } };
    case 'withdraw': return { to: [other], title: { zh: '已撤回', en: 'Withdrawn' }, body: { zh: '请继续签订合同。', en: 'Go on with the signing.' } };
    case 'cancel': return { to: ['firm', 'bureau'], title: { zh: '中选已取消', en: 'The award was cancelled' }, body: { zh: `事由：${ground.zh}。不服的，可以在 ${day(row.objectDue)} 前提出异议。`, en: `Ground: ${ground.en}. It may be contested until ${day(row.objectDue)}.` } };
    case 'accept': return { to: ['enterprise'], title: { zh: '机构对取消中选无异议', en: 'The firm does not contest the cancellation' }, body: { zh: '现在可以确定下一名候选人，或结束采购后重新组织。', en: 'Choose the next candidate now, or end the procurement and begin anew.' } };
    case 'object': return { to: ['enterprise', 'bureau'], title: { zh: '机构对取消中选提出异议', en: 'The cancellation is contested' }, body: { zh: `期限暂停，请在 ${row.ruleDue ?? ''} 前裁定。`, en: `The clock stands. A ruling is due by ${row.ruleDue ?? ''}.` } };
    case 'uphold': return { to: BOTH, title: { zh: '裁定维持取消中选', en: 'The cancellation is upheld' }, body: ruled };
    case 'revoke': return { to: BOTH, title: { zh: '裁定恢复中选，请签订合同', en: 'The award is restored: please sign' }, body: ruled };
    case 'confirm': return { to: BOTH, title: { zh: '不签合同的投诉成立', en: 'The complaint is justified' }, body: ruled };
    case 'refuse': return { to: BOTH, title: { zh: '不签合同的投诉不成立', en: 'The complaint is not justified' }, body: ruled };
    case 'leave': return { to: ['enterprise'], title: { zh: '机构退出中选，采购终止', en: 'The firm steps back and the procurement ends' }, body: { zh: '请在规定期限内退还投标保证金。', en: 'Return the bid bond in time.' } };
    default: return null;
  }
}
