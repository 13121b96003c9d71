import { Injectable } from '@nestjs/common';
import { ServiceTask } from '@huanbao/marketplace';
import { Notifier } from '@huanbao/notifications';
import { Db, Delivery, Handles } from '@huanbao/platform';
import { In, IsNull } from 'typeorm';
import type { FindingKind } from '../findings/finding.entity';
import { tellApplicationRefused, tellApplicationReturned, tellReportTurnedDown } from '../reputation.events';
import { WorkUse } from './work-use.entity';

interface TurnedDown {
  /** Names the step: told once. */
  readonly once: string;
  /** The finding it would be. */
  readonly kind: FindingKind;
}

/**
 * What was returned or refused and rested on a firm's work is laid before the officers: whether it was the firm's fault is for two of them to find, never for the
 * machine (a finding becomes an event of its credit).
 */
@Injectable()
export class TurnedDownNotices {
  constructor(
    private readonly db: Db,
    private readonly notifier: Notifier,
  ) {}

  @Handles(tellReportTurnedDown)
  async returned({ reportId, revision }: { reportId: string; permitId: string; enterpriseId: string; revision: number }, delivery: Delivery): Promise<void> {
    await this.tell(reportId, { once: `${reportId}:${revision}`, kind: 'review-failed' }, delivery);
  }

  /** 补正 of an application. */
  @Handles(tellApplicationReturned)
  async completed({ caseId, roundId }: { caseId: string; roundId: string }, delivery: Delivery): Promise<void> {
    await this.tell(caseId, { once: `${caseId}:${roundId}`, kind: 'review-failed' }, delivery);
  }

  @Handles(tellApplicationRefused)
  async refused({ applicationId, outcome }: { applicationId: string; outcome: 'granted' | 'refused' }, delivery: Delivery): Promise<void> {
    if (outcome === 'refused') await this.tell(applicationId, { once: applicationId, kind: 'fault' }, delivery);
    else await delivery.complete(async () => undefined);
  }

  private async tell(subjectId: string, what: TurnedDown, delivery: Delivery): Promise<void> {
    const uses = await this.db.repo(WorkUse).findBy({ subjectId, removedAt: IsNull() });
    const tasks = uses.length === 0 ? [] : await this.db.repo(ServiceTask).findBy({ id: In(uses.map(use => use.taskId)) });
    await delivery.complete(async () => {
      for (const task of tasks) if (task.awardedFirmId) await this.notifier.notify(this.message(task, uses.find(use => use.taskId === task.id)?.title ?? '', what));
    });
  }

  private message({ id, title, regionCode, awardedFirmId, awardedFirmName }: ServiceTask, what: string, { once, kind }: TurnedDown): Parameters<Notifier['notify']>[0] {
    const firm = awardedFirmName ?? '';
    return {
      to: { role: 'bureau.supervisor', regionCode }, topic: 'organisation', subject: { type: 'service-task', id }, key: `turned-down:${once}:${id}`, link: `/b/:orgId/firm-findings/new?firm=${awardedFirmId ?? ''}&task=${id}&kind=${kind}`,
      title: { zh: `被退回的材料用了服务机构的成果：${firm}`, en: `What was turned down rests on a firm’s work: ${firm}` },
      body: {
        zh: `${what}被退回或不予许可，其中用了${firm}在“${title}”中的成果。属机构责任的，请据证据提出认定；经两人认定后记入该机构信用事件。不属机构责任的不用处理。`,
        en: `${what} was returned or refused; it used what ${firm} delivered for “${title}”. Where the firm is at fault, propose a finding with evidence: found by two officers it is an event of its credit. Otherwise there is nothing to do.`,
      },
    };
  }
}
