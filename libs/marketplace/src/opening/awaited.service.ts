import { Injectable } from '@nestjs/common';
import { Notifier } from '@huanbao/notifications';
import { Db } from '@huanbao/platform';
import { HOLDERS, type Holder } from '@huanbao/sealing';
import { ServiceTask, WitnessKey } from '../marketplace.entity';
import { awaitedHolders, HOLDER_WORDS } from './opening.rules';
import { OpeningShares } from './shares.service';

interface Words {
  readonly zh: string;
  readonly en: string;
}

interface Message {
  readonly key: string;
  readonly title: Words;
  readonly body: Words;
}

/** Whose share of an opening is awaited, by name, and the way to tell them. */
@Injectable()
export class AwaitedShares {
  constructor(
    private readonly db: Db,
    private readonly shares: OpeningShares,
    private readonly notifier: Notifier,
  ) {}

  /** Empty where one key opens. */
  async of(task: ServiceTask): Promise<Holder[]> {
    return task.openingNeeded === null ? [] : awaitedHolders(await this.shares.standing(task));
  }

  /** `生态环境部门见证人（张三）、…` */
  async named(task: ServiceTask, holders: readonly Holder[]): Promise<Words> {
    const named: Words[] = [];
    for (const holder of holders) {
      const { zh, en } = HOLDER_WORDS[holder];
      const keeper = await this.keeperOf(task, holder);
      named.push({ zh: keeper ? `${zh}（${keeper}）` : zh, en: keeper ? `${en} (${keeper})` : en });
    }
    return { zh: named.map(one => one.zh).join('、'), en: named.map(one => one.en).join(', ') };
  }

  /** The day before and on the day of the deadline: who will have to give a share is told to have the key at hand. */
  async tellBefore(task: ServiceTask, { key, day }: { readonly key: string; readonly day: Words }): Promise<void> {
    const holders = (await this.of(task)).filter(one => HOLDERS.includes(one));
    if (holders.length === 0) return;
    const named = await this.named(task, holders);
    await this.tell(task, holders, {
      key, title: { zh: `${day.zh}截止报价，请备好开标钥匙：${task.title}`, en: `Bidding ends ${day.en}, have your key at hand: ${task.title}` },
      body: { zh: `截止后由${named.zh}共同开标。请确认钥匙文件可用；找不到的，现在就在任务页登记遗失。`, en: `Then ${named.en} open together. Make sure of your key file; if it is lost, record it on the task’s page now.` },
    });
  }

  async tell(task: ServiceTask, holders: readonly Holder[], { key, title, body }: Message): Promise<void> {
    const common = { topic: 'task' as const, subject: { type: 'service-task', id: task.id }, title, body, key: `task:${task.id}:${key}` };
    for (const holder of holders) {
      if (holder === 'owner') await this.notifier.notify({ ...common, to: { orgId: task.enterpriseId, matter: 'tasks' }, link: `/e/${task.enterpriseId}/tasks/${task.id}` });
      else await this.notifier.notify({ ...common, to: { role: holder === 'witness' ? 'bureau.supervisor' : 'bureau.approver', regionCode: task.regionCode }, link: `/b/:orgId/tasks/${task.id}` });
    }
  }

  private async keeperOf(task: ServiceTask, holder: Holder): Promise<string | null> {
    if (holder === 'owner') return task.enterpriseName;
    const id = holder === 'witness' ? task.witnessKeyId : task.recoveryKeyId;
    return id ? ((await this.db.repo(WitnessKey).findOneBy({ id }))?.holderName ?? null) : null;
  }
}
