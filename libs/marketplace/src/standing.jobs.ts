import { Injectable } from '@nestjs/common';
import { Notifier } from '@huanbao/notifications';
import { Clock, Db, Delivery, Handles } from '@huanbao/platform';
import { Engagements, Reason } from '@huanbao/providers';
import { Prices } from '@huanbao/services';
import { Bid, ServiceTask } from './marketplace.entity';
import { engageFirm, learnPrice, recheckBidder, recheckOrganisation, releaseFirm } from './marketplace.jobs.definitions';
import { standingRule } from './standing';
import { FirmStandings } from './standing-check';

const AT_A_TIME = 200;

/** What the market tells the rooms below it, and what happens here when a firm's standing changes. */
@Injectable()
export class StandingJobs {
  constructor(
    private readonly db: Db,
    private readonly standings: FirmStandings,
    private readonly engagements: Engagements,
    private readonly prices: Prices,
    private readonly notifier: Notifier,
    private readonly clock: Clock,
  ) {}

  @Handles(learnPrice)
  async learn({ taskId }: { taskId: string }, delivery: Delivery): Promise<void> {
    const task = await this.db.repo(ServiceTask).findOneByOrFail({ id: taskId });
    await delivery.complete(async () => {
      if (task.serviceCode && task.awardedAt && task.awardedPriceYuan) await this.prices.learn({ taskId, serviceCode: task.serviceCode, priceYuan: task.awardedPriceYuan, at: task.awardedAt });
    });
  }

  @Handles(engageFirm)
  async engage({ taskId }: { taskId: string }, delivery: Delivery): Promise<void> {
    const task = await this.db.repo(ServiceTask).findOneByOrFail({ id: taskId });
    await delivery.complete(async () => {
      if (task.awardedFirmId && task.awardedAt) await this.engagements.begin({ taskId, firmId: task.awardedFirmId, title: task.title, at: task.awardedAt, engineerId: await this.engineerOf(task) });
      if (task.acceptedAt) await this.engagements.end(taskId, task.acceptedAt);
    });
  }

  private async engineerOf({ awardedBidId }: ServiceTask): Promise<string | null> {
    return awardedBidId ? ((await this.db.repo(Bid).findOneBy({ id: awardedBidId }))?.engineerId ?? null) : null;
  }

  /** Work that was accepted no longer weighs on the firm. */
  @Handles(releaseFirm)
  async release({ taskId }: { taskId: string; deliveryId: string }, delivery: Delivery): Promise<void> {
    const task = await this.db.repo(ServiceTask).findOneByOrFail({ id: taskId });
    await delivery.complete(async () => {
      if (task.acceptedAt) await this.engagements.end(taskId, task.acceptedAt);
    });
  }

  /** Looks at every task the firm has a live bid on, or serves, and tells both sides by the rule of the phase. */
  @Handles(recheckBidder)
  async recheck({ firmId }: { firmId: string }, delivery: Delivery): Promise<void> {
    await this.look(firmId, delivery);
  }

  /** The bureau has suspended the organisation, or taken it back. */
  @Handles(recheckOrganisation)
  async recheckOrganisation({ organisationId }: { organisationId: string }, delivery: Delivery): Promise<void> {
    await this.look(organisationId, delivery);
  }

  private async look(firmId: string, delivery: Delivery): Promise<void> {
    for (let after = '00000000-0000-0000-0000-000000000000'; ; ) {
      const tasks = await this.tasksOf(firmId, after);
      await this.db.transaction(async () => {
        for (const task of tasks) {
          const verdict = await this.standings.ofTask(task, firmId);
          if (!verdict.ok) await this.tell(task, firmId, verdict.reasons);
        }
      });
      const last = tasks.at(-1);
      if (!last || tasks.length < AT_A_TIME) break;
      after = last.id;
    }
    await delivery.complete(async () => undefined);
  }

  /** Live bids and work of the firm, in pages: a large firm has more than one. */
  private tasksOf(firmId: string, after: string): Promise<ServiceTask[]> {
    return this.db.repo(ServiceTask).createQueryBuilder('t')
      .where(
        `((t.awardedFirmId = :firmId AND t.state IN ('awarded', 'delivered', 'rework'))
          OR (t.state IN ('published', 'short', 'closed', 'negotiating', 'opened') AND EXISTS (SELECT 1 FROM bid b WHERE b.task_id = t.id AND b.firm_id = :firmId AND (b.state = 'sealed' OR (b.state = 'opened' AND b.eligible)))))
         AND t.id > :after`)
      .setParameters({ firmId, after }).orderBy('t.id').limit(AT_A_TIME).getMany();
  }

  private async tell(task: ServiceTask, firmId: string, reasons: readonly Reason[]): Promise<void> {
    const rule = standingRule(task.state);
    if (!rule) return;
    const why = { zh: reasons.map(one => one.zh).join('；'), en: reasons.map(one => one.en).join('; ') };
    const message = { topic: 'task', subject: { type: 'service-task', id: task.id } } as const;
    const key = `task:${task.id}:standing:${firmId}:${rule.phase}:${this.clock.today()}`;
    await this.notifier.notify({
      ...message, to: { orgId: firmId }, link: `/f/${firmId}/tasks/${task.id}`, key,
      title: { zh: `资格发生变化：${task.title}`, en: `Your standing has changed: ${task.title}` }, body: { zh: `${why.zh}。${rule.firm.zh}`, en: `${why.en}. ${rule.firm.en}` },
    });
    if (rule.enterprise)
      await this.notifier.notify({
        ...message, to: { orgId: task.enterpriseId, matter: 'tasks' }, link: `/e/${task.enterpriseId}/tasks/${task.id}`, key: `${key}:enterprise`,
        title: { zh: `服务机构资格发生变化：${task.title}`, en: `A firm’s standing has changed: ${task.title}` }, body: { zh: `${why.zh}。${rule.enterprise.zh}`, en: `${why.en}. ${rule.enterprise.en}` },
      });
  }
}
