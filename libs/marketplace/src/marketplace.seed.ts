import { INestApplicationContext } from '@nestjs/common';
import type { DemoCity } from '@huanbao/identity';
import { Clock } from '@huanbao/platform';
import { generateOpeningKey } from '@huanbao/sealing';
import { submitDemoBid } from './demo/trade';
import { DraftsService } from './drafts.service';

const DAY_MS = 86_400_000;

const TASKS = [
  { owner: 0, title: '石灰窑 2027 年度自行监测', kind: 'testing', days: 10, qualification: 'CMA', serviceCode: 'self-monitoring', budgetYuan: '96000.00', bids: true },
  { owner: 1, title: '医院污水处理站在线设备运维', kind: 'engineering', days: 14, qualification: '环保工程设计', serviceCode: null, budgetYuan: '150000.00', bids: false },
  { owner: 0, title: '排污许可执行报告编制与环保管家服务', kind: 'consulting', days: 7, qualification: '环评备案', serviceCode: 'steward', budgetYuan: null, bids: false },
] as const;

/**
 * Open tasks of the demonstration city, one of them with sealed bids. Their opening keys are thrown away: nobody can open
 * them, which is what a lost key file means.
 */
export async function seedMarketplaceDemo(app: INestApplicationContext, demo: DemoCity): Promise<void> {
  const drafts = app.get(DraftsService);
  const now = app.get(Clock).now().getTime();
  for (const task of TASKS) {
    const owner = demo.actor('enterprise.admin', task.owner);
    const draft = await drafts.create(owner, {
      title: task.title, kind: task.kind, stage: 'operation', description: `${task.title}，按排污许可证和合同约定开展。本任务为示范城市的样例。`, requirements: '须有本地服务经验，成果符合现行技术规范。',
      deliverables: ['成果报告（盖章）', '原始记录'], requiredQualifications: [task.qualification], serviceCode: task.serviceCode, budgetYuan: task.budgetYuan, durationDays: 60,
      bidDeadline: new Date(now + task.days * DAY_MS).toISOString(), priceWeight: 40,
    });
    const key = await generateOpeningKey();
    const published = await drafts.publish(owner, draft.id, key.publicKey, draft.version);
    if (task.bids) for (const nth of [0, 1]) await submitDemoBid(app, published, { firm: demo.actor('firm.manager', nth), priceYuan: `${88 + nth * 4}000.00`, proposal: '按要求完成，提供驻场人员。' });
  }
}
