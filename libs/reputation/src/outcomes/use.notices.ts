import { Injectable } from '@nestjs/common';
import { ServiceTask } from '@huanbao/marketplace';
import { Notifier } from '@huanbao/notifications';
import type { Actor } from '@huanbao/platform';

interface Told {
  readonly id: string;
  readonly title: string;
  readonly step: 'named' | 'removed';
  readonly reason: string | null;
}

const WORDS = {
  named: { zh: '登记了成果的去向', en: 'The use of the results was named' },
  removed: { zh: '撤回了成果去向的登记', en: 'The use of the results was taken back' },
} as const;

/** Both sides hear when the use is named or taken back: a payment may hang on it. */
@Injectable()
export class UseNotices {
  constructor(private readonly notifier: Notifier) {}

  async tell(actor: Actor, { id: taskId, title: task, enterpriseId, awardedFirmId }: ServiceTask, { id, title, step, reason }: Told): Promise<void> {
    const why = { zh: reason ? `，理由：${reason}` : '', en: reason ? `: ${reason}` : '' };
    const message = {
      topic: 'task' as const, subject: { type: 'service-task', id: taskId }, key: `task:${taskId}:use:${id}:${step}`, title: { zh: `${WORDS[step].zh}：${task}`, en: `${WORDS[step].en}: ${task}` },
      body: { zh: `${actor.orgName ?? ''}：${title}${why.zh}。合同约定主管部门认可后付款的，以此为准；有不同意见的，可在合同页申请调解。`, en: `${actor.orgName ?? ''}: ${title}${why.en}. Payments that wait for the bureau’s approval hang on it; ask for mediation on the contract’s page if you disagree.` },
    };
    await this.notifier.notify({ ...message, to: { orgId: enterpriseId, matter: 'tasks' }, link: `/e/${enterpriseId}/tasks/${taskId}` });
    if (awardedFirmId) await this.notifier.notify({ ...message, to: { orgId: awardedFirmId }, link: `/f/${awardedFirmId}/tasks/${taskId}` });
  }
}
