import { Injectable } from '@nestjs/common';
import { Notifier } from '@huanbao/notifications';
import { Delivery, Handles, systemActor } from '@huanbao/platform';
import { fileDeliverables } from '../contracts.jobs.definitions';
import { Filed, FilingService } from './filing.service';

const SYSTEM = systemActor('contracts');

/** An accepted delivery is filed, and the client learns what is left to do with it. */
@Injectable()
export class FilingJobs {
  constructor(
    private readonly filing: FilingService,
    private readonly notifier: Notifier,
  ) {}

  @Handles(fileDeliverables)
  async file({ deliveryId }: { taskId: string; deliveryId: string }, delivery: Delivery): Promise<void> {
    await delivery.complete(async () => {
      const filed = await this.filing.file(SYSTEM, deliveryId);
      if (filed && filed.placed + filed.waiting > 0) await this.tell(deliveryId, filed);
    });
  }

  private tell(deliveryId: string, { task, placed, permit }: Filed): Promise<void> {
    const { enterpriseId, title } = task;
    const common = { to: { orgId: enterpriseId }, topic: 'task', subject: { type: 'service-task', id: task.id }, key: `deliverable:${deliveryId}` } as const;
    if (permit)
      return this.notifier.notify({
        ...common, link: `/e/${enterpriseId}/records/${permit.id}?tab=results`, title: { zh: `检测报告已归入自行监测：${title}`, en: `Reports filed under self-monitoring: ${title}` },
        body: { zh: `${placed} 份报告已归入许可证 ${permit.number} 的自行监测。请按报告录入监测结果；附有结果表的，核对后可以一次录入。`, en: `${placed} report(s) are with permit ${permit.number} now. Enter the results they hold; a workbook of results is checked and entered at once.` },
      });
    return this.notifier.notify({
      ...common, link: `/e/${enterpriseId}/deliverables?state=waiting`, title: { zh: `请选择检测报告归入哪个许可证：${title}`, en: `To which permit do these reports belong: ${title}` },
      body: { zh: '本单位的有效排污许可证不是正好一个，请在“成果资料”中为报告选择许可证。', en: 'There is not exactly one permit in force. Choose the permit on the page of deliverables.' },
    });
  }
}
